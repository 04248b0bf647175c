#include "theriac/attestation/trust_anchor.hpp"

#include "x509.hpp"

namespace theriac::attestation {
namespace {

// The public key of "Intel SGX Root CA", O=Intel Corporation, valid 2018-05-21 to 2049-12-31, as in
// https://certificates.trustedservices.intel.com/IntelSGXRootCA.der
constexpr P256PublicKey kIntelSgxRoot({
    0x0b, 0xa9, 0xc4, 0xc0, 0xc0, 0xc8, 0x61, 0x93, 0xa3, 0xfe, 0x23, 0xd6, 0xb0, 0x2c, 0xda, 0x10,
    0xa8, 0xbb, 0xd4, 0xe8, 0x8e, 0x48, 0xb4, 0x45, 0x85, 0x61, 0xa3, 0x6e, 0x70, 0x55, 0x25, 0xf5,
    0x67, 0x91, 0x8e, 0x2e, 0xdc, 0x88, 0xe4, 0x0d, 0x86, 0x0b, 0xd0, 0xcc, 0x4e, 0xe2, 0x6a, 0xac,
    0xc9, 0x88, 0xe5, 0x05, 0xa9, 0x53, 0x55, 0x8c, 0x45, 0x3f, 0x6b, 0x09, 0x04, 0xae, 0x73, 0x94,
});

}  // namespace

std::string_view name(AnchorKind kind) {
    return kind == AnchorKind::intel ? "intel" : "simulated";
}

TrustAnchor TrustAnchor::intel() {
    return {AnchorKind::intel, kIntelSgxRoot};
}

Result<TrustAnchor> TrustAnchor::simulated(ByteView root_certificate_pem) {
    THERIAC_TRY(certificates, parse_pem_chain(root_certificate_pem, 1));
    if (certificates.empty())
        return fail(Errc::malformed, "trust anchor: expected one PEM certificate, got none");
    THERIAC_TRY(key, certificates.front().public_key());
    if (key == kIntelSgxRoot)
        return fail(Errc::invalid_argument, "trust anchor: Intel's root is not a simulated one");
    return TrustAnchor(AnchorKind::simulated, key);
}

}  // namespace theriac::attestation
