// The signature checks of attestation evidence. What is called of OpenSSL is in signature.cpp.
#pragma once

#include "theriac/attestation/quote.hpp"

#include <memory>

namespace theriac::attestation {

/// A public key as certificates carry it. The views point into the certificate.
struct PublicKey {
    enum class Kind : std::uint8_t { p256, p384, rsa };

    Kind kind = Kind::p256;
    ByteView point;     ///< of the two curves: X, then Y, big-endian
    ByteView modulus;   ///< of RSA: big-endian, without leading zeros
    ByteView exponent;  ///< of RSA: likewise
};

/// ECDSA P-256 with SHA-256; ECDSA P-384 with SHA-384; RSASSA-PSS with SHA-384, MGF1 of SHA-384 and
/// a salt of 48 bytes.
enum class SignatureAlgorithm : std::uint8_t { ecdsa_p256, ecdsa_p384, rsa_pss_sha384 };

/// Checks signatures. One object for each verification: it prepares the curves once.
///
/// Accepts both of an ECDSA signature's two forms (s and n - s): never take a signature or the
/// evidence around it for a unique name.
class SignatureChecker {
public:
    SignatureChecker();
    ~SignatureChecker();
    SignatureChecker(const SignatureChecker&) = delete;
    SignatureChecker& operator=(const SignatureChecker&) = delete;

    /// True when `signature`, R and S big-endian, is `key`'s over the SHA-256 of `message`. False
    /// also for a key that is no point of the curve.
    [[nodiscard]] bool p256(ByteView key, ByteView message, const P256Signature& signature) const;

    /// True when `r` and `s` (big-endian, at most 48 bytes) are the signature of `key`, a point of
    /// P-384, over the SHA-384 of `message`.
    [[nodiscard]] bool p384(ByteView key, ByteView message, ByteView r, ByteView s) const;

    /// True when `signature`, encoded as certificates carry it (for ECDSA the DER sequence of R and
    /// S), is `key`'s over `message`; false also when the algorithm is not one of that key.
    [[nodiscard]] bool certificate(
        const PublicKey& key,
        SignatureAlgorithm algorithm,
        ByteView message,
        ByteView signature) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// @return Errc::unauthenticated unless `holds`
Result<void> expect_signature(bool holds, std::string_view by);

}  // namespace theriac::attestation
