#include "pck_chain.hpp"

#include "theriac/crypto/hash.hpp"

#include <fmt/ranges.h>

#include <algorithm>

namespace theriac::attestation {
namespace {

constexpr std::string_view kRoot = "Intel SGX Root CA";
constexpr std::string_view kPlatformCa = "Intel SGX PCK Platform CA";
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
    if (certificate.common_name() == name) return {};
    return fail(
        Errc::unauthenticated, fmt::format("expected certificate '{}', got another name", name));
}

Result<void> expect_pck_ca(const Certificate& certificate) {
    if (expect_name(certificate, kPlatformCa) || expect_name(certificate, kPckProcessorCa))
        return {};
    return fail(
        Errc::unauthenticated,
        fmt::format("expected '{}' or '{}', got another name", kPlatformCa, kPckProcessorCa));
}

}  // namespace

Result<PckChain> PckChain::parse(ByteView pem) {
    THERIAC_TRY(found, parse_exactly(pem, 3));
    PckChain chain(std::move(found));
    THERIAC_CHECK(expect_name(chain.leaf(), kPck));
    THERIAC_CHECK(expect_pck_ca(chain.issuer()));
    THERIAC_CHECK(expect_name(chain.root(), kRoot));
    return chain;
}

Result<PckCaChain> PckCaChain::parse(ByteView pem) {
    THERIAC_TRY(found, parse_exactly(pem, 2));
    PckCaChain chain(std::move(found));
    THERIAC_CHECK(expect_pck_ca(chain.issuer()));
    THERIAC_CHECK(expect_name(chain.root(), kRoot));
    return chain;
}

Result<SigningChain> SigningChain::parse(ByteView pem) {
    THERIAC_TRY(found, parse_exactly(pem, 2));
    SigningChain chain(std::move(found));
    THERIAC_CHECK(expect_name(chain.signer(), kTcbSigning));
    THERIAC_CHECK(expect_name(chain.root(), kRoot));
    return chain;
}

Result<Root> expect_root(const Certificate& root, const TrustAnchor& anchor) {
    const Hash256 key = root.key_id();
    const auto pinned = std::ranges::find(anchor.roots(), key, &PinnedRoot::key);
    if (pinned != anchor.roots().end())
        return pinned->certificate == crypto::sha256(root.der()) ? Root::pinned : Root::key_pinned;
    std::vector<std::string> known;
    for (const PinnedRoot& each : anchor.roots())
        known.push_back(each.key.hex());
    return fail(
        Errc::unauthenticated,
        fmt::format(
            "expected the pinned {} root {}, got {}",
            name(anchor.kind()),
            fmt::join(known, " or "),
            key.hex()));
}

}  // namespace theriac::attestation
