#include "pck_chain.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace theriac::attestation {
namespace {

constexpr std::string_view kRoot = "Intel SGX Root CA";
constexpr std::string_view kPlatformCa = "Intel SGX PCK Platform CA";
constexpr std::string_view kProcessorCa = "Intel SGX PCK Processor CA";
constexpr std::string_view kPck = "Intel SGX PCK Certificate";
constexpr std::string_view kTcbSigning = "Intel SGX TCB Signing";

Result<std::vector<Certificate>> parse_exactly(ByteView pem, std::size_t count) {
    THERIAC_TRY(certificates, parse_pem_chain(pem, count));
    if (certificates.size() == count) return certificates;
    return fail(
        Errc::malformed,
        fmt::format("expected {} certificates, got {}", count, certificates.size()));
}

Result<void> expect_name(const Certificate& certificate, std::string_view name) {
    const std::string found = certificate.common_name();
    if (found == name) return {};
    return fail(
        Errc::unauthenticated, fmt::format("expected certificate '{}', got another name", name));
}

Result<void> expect_pck_ca(const Certificate& certificate) {
    if (expect_name(certificate, kPlatformCa) || expect_name(certificate, kProcessorCa)) return {};
    return fail(
        Errc::unauthenticated,
        fmt::format("expected '{}' or '{}', got another name", kPlatformCa, kProcessorCa));
}

}  // namespace

Result<PckChain> parse_pck_chain(ByteView pem) {
    THERIAC_TRY(found, parse_exactly(pem, 3));
    PckChain chain{{found[0], found[1], found[2]}};
    THERIAC_CHECK(expect_name(chain.leaf(), kPck));
    THERIAC_CHECK(expect_pck_ca(chain.issuer()));
    THERIAC_CHECK(expect_name(chain.root(), kRoot));
    return chain;
}

Result<SigningChain> parse_signing_chain(ByteView pem) {
    THERIAC_TRY(found, parse_exactly(pem, 2));
    SigningChain chain{{found[0], found[1]}};
    THERIAC_CHECK(expect_name(chain.signer(), kTcbSigning));
    THERIAC_CHECK(expect_name(chain.root(), kRoot));
    return chain;
}

Result<void> expect_root(const Certificate& root, const TrustAnchor& anchor) {
    THERIAC_TRY(key, root.public_key());
    if (key == anchor.key()) return {};
    return fail(
        Errc::unauthenticated,
        fmt::format(
            "expected the pinned {} root {}, got {}",
            name(anchor.kind()),
            anchor.key().hex(),
            key.hex()));
}

}  // namespace theriac::attestation
