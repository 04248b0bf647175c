#include "forge.hpp"

#include "theriac/base/byte_reader.hpp"

#include <algorithm>

namespace theriac::simulation {
namespace {

constexpr std::string_view kEnd = "-----END CERTIFICATE-----\n";

Bytes u32(std::size_t value) {
    Bytes out;
    append_u32_le(out, static_cast<std::uint32_t>(value));
    return out;
}

}  // namespace

std::vector<std::string> certificates_of(const Bytes& quote) {
    const auto parsed = attestation::parse_quote(quote).value();
    std::string_view rest = as_text(parsed.qe.data);
    std::vector<std::string> out;
    while (!rest.empty()) {
        const std::size_t size = rest.find(kEnd) + kEnd.size();
        out.emplace_back(rest.substr(0, size));
        rest.remove_prefix(size);
    }
    return out;
}

Bytes with_certificates(const Bytes& quote, const std::vector<std::string>& certificates) {
    std::string chain;
    for (const std::string& certificate : certificates)
        chain += certificate;
    const auto old = attestation::parse_quote(quote).value().qe.data.size();
    const std::size_t before = quote.size() - old;
    Bytes out(quote.begin(), quote.begin() + static_cast<std::ptrdiff_t>(before));
    append(out, as_bytes(chain));
    out = with_bytes_at(std::move(out), before - 4, u32(chain.size()));
    return with_bytes_at(std::move(out), kSignedSize, u32(out.size() - kSignatureAt));
}

Bytes with_bytes_at(Bytes quote, std::size_t offset, ByteView bytes) {
    std::ranges::copy(bytes, quote.begin() + static_cast<std::ptrdiff_t>(offset));
    return quote;
}

}  // namespace theriac::simulation
