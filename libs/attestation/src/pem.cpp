#include "pem.hpp"

#include <fmt/format.h>

#include <array>

namespace theriac::attestation {
namespace {

constexpr std::string_view kBegin = "-----BEGIN CERTIFICATE-----\n";
constexpr std::string_view kEnd = "-----END CERTIFICATE-----";
constexpr std::size_t kLineSize = 64;

constexpr std::uint8_t kNoDigit = 0xff;

// The value of each base64 character (RFC 4648 section 4).
constexpr std::array<std::uint8_t, 256> kDigits = [] {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::array<std::uint8_t, 256> out{};
    out.fill(kNoDigit);
    for (std::size_t i = 0; i < digits.size(); ++i)
        out.at(static_cast<std::uint8_t>(digits[i])) = static_cast<std::uint8_t>(i);
    return out;
}();

// Appends the bytes of four characters; false unless they are the one way to write those bytes.
bool decode_group(std::string_view group, Bytes& out) {
    std::size_t padding = 0;
    if (group[3] == '=') padding = group[2] == '=' ? 2 : 1;
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const std::uint8_t value =
            i < 4 - padding ? kDigits.at(static_cast<std::uint8_t>(group[i])) : std::uint8_t{0};
        if (value == kNoDigit) return false;
        bits = bits << 6 | value;
    }
    const std::uint32_t unused = (1U << (8 * padding)) - 1;
    if ((bits & unused) != 0) return false;
    for (std::size_t i = 0; i < 3 - padding; ++i)
        out.push_back(static_cast<std::uint8_t>(bits >> (16 - 8 * i)));
    return true;
}

bool decode_line(std::string_view line, Bytes& out) {
    if (line.empty() || line.size() > kLineSize || line.size() % 4 != 0) return false;
    for (std::size_t at = 0; at < line.size(); at += 4) {
        const bool is_last = at + 4 == line.size();
        const std::string_view group = line.substr(at, 4);
        if (group[3] == '=' && !is_last) return false;
        if (!decode_group(group, out)) return false;
    }
    return true;
}

// Reads lines up to the end marker; every line but the last is full and without padding.
bool decode_body(std::string_view& text, Bytes& out) {
    bool ended = false;
    while (!text.starts_with(kEnd)) {
        const std::size_t size = text.substr(0, kLineSize + 1).find('\n');
        if (ended || size == std::string_view::npos) return false;
        const std::string_view line = text.substr(0, size);
        if (!decode_line(line, out)) return false;
        ended = size < kLineSize || line.back() == '=';
        text.remove_prefix(size + 1);
    }
    text.remove_prefix(kEnd.size());
    return !out.empty();
}

std::unexpected<Error> bad_pem(ByteView text, std::string_view rest, std::string_view expected) {
    return fail(
        Errc::malformed,
        fmt::format("PEM: expected {} at or after byte {}", expected, text.size() - rest.size()));
}

}  // namespace

Result<std::vector<Bytes>> decode_pem_certificates(ByteView text, std::size_t max_count) {
    std::string_view rest = as_text(text);
    if (rest.ends_with('\0')) rest.remove_suffix(1);
    const std::size_t total = rest.size();
    std::vector<Bytes> out;
    while (!rest.empty()) {
        if (!rest.starts_with(kBegin)) return bad_pem(text.first(total), rest, "BEGIN CERTIFICATE");
        if (out.size() == max_count)
            return fail(
                Errc::too_large, fmt::format("PEM: expected at most {} certificates", max_count));
        rest.remove_prefix(kBegin.size());
        Bytes der;
        static constexpr std::size_t kUsualSize = 2048;
        der.reserve(kUsualSize);
        if (!decode_body(rest, der)) return bad_pem(text.first(total), rest, "a full base64 line");
        if (!rest.empty() && !rest.starts_with('\n'))
            return bad_pem(text.first(total), rest, "a new line");
        if (!rest.empty()) rest.remove_prefix(1);
        out.push_back(std::move(der));
    }
    return out;
}

}  // namespace theriac::attestation
