#include "pem_block.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <string>

namespace theriac::crypto {

namespace {

constexpr std::string_view kBegin = "-----BEGIN ";
constexpr std::string_view kEnd = "-----END ";
constexpr std::string_view kDashes = "-----";

// Takes one line off `text`, without its end; a carriage return before it goes too.
std::string_view take_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

// The type that a boundary line names; empty when the line is none.
std::string_view type_of(std::string_view line, std::string_view start) {
    if (!line.starts_with(start) || !line.ends_with(kDashes)
        || line.size() < start.size() + kDashes.size())
        return {};
    return line.substr(start.size(), line.size() - start.size() - kDashes.size());
}

std::unexpected<Error> malformed(std::string_view what) {
    return fail(Errc::malformed, "pem: " + std::string(what));
}

Result<SecretBytes> decode_base64(ByteView characters) {
    if (characters.empty() || characters.size() % 4 != 0)
        return malformed("the number of base64 characters is no multiple of four");
    SecretBytes out(characters.size() / 4 * 3);
    const int size =
        EVP_DecodeBlock(out.fill().data(), characters.data(), static_cast<int>(characters.size()));
    if (size < 0) return malformed("a character is not of base64");
    std::size_t padding = 0;
    while (padding < 2 && characters[characters.size() - 1 - padding] == '=')
        ++padding;
    out.shrink(static_cast<std::size_t>(size) - padding);
    return out;
}

std::string hint(std::string_view found) {
    if (found == "ENCRYPTED PRIVATE KEY")
        return "; decrypt it with `openssl pkcs8 -in FILE -out PLAIN`, and wipe PLAIN afterwards";
    if (found == "RSA PRIVATE KEY")
        return "; convert it with `openssl pkcs8 -topk8 -nocrypt -in FILE`";
    if (found == "CERTIFICATE")
        return "; take the key out with `openssl x509 -in FILE -noout -pubkey`";
    return "";
}

}  // namespace

Result<SecretBytes> read_pem(std::string_view text, std::string_view type, std::size_t max) {
    if (text.size() > max)
        return fail(
            Errc::too_large,
            "pem: expected at most " + std::to_string(max) + " bytes, got "
                + std::to_string(text.size()));
    const std::string_view found = type_of(take_line(text), kBegin);
    if (found.empty()) return malformed("expected a line -----BEGIN …----- first");
    if (found != type)
        return fail(
            Errc::unsupported,
            "pem: expected \"" + std::string(type) + "\", got \"" + std::string(found) + "\""
                + hint(found));
    SecretBytes characters(text.size());
    std::size_t size = 0;
    while (true) {
        if (text.empty()) return malformed("the line -----END …----- is missing");
        const std::string_view line = take_line(text);
        if (line.starts_with(kEnd)) {
            if (type_of(line, kEnd) != type) return malformed("ends as another type");
            break;
        }
        std::ranges::copy(as_bytes(line), characters.fill().subspan(size).begin());
        size += line.size();
    }
    if (text.find_first_not_of("\r\n") != std::string_view::npos)
        return malformed("something follows the block");
    return decode_base64(characters.reveal().first(size));
}

}  // namespace theriac::crypto
