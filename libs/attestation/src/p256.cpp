#include "p256.hpp"

#include "openssl.hpp"
#include <fmt/format.h>

#include <array>

namespace theriac::attestation {
namespace {

// SubjectPublicKeyInfo of an uncompressed P-256 point, up to its coordinates (RFC 5480, section 2).
constexpr std::array<std::uint8_t, 27> kSpkiPrefix{
    0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06,
    0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04};

OwnedKey load_key(const P256PublicKey& key) {
    const Bytes spki = concat({kSpkiPrefix, key.view()});
    const unsigned char* at = spki.data();
    return OwnedKey(d2i_PUBKEY(nullptr, &at, static_cast<long>(spki.size())));
}

// OpenSSL wants the DER form, with minimal integers.
Bytes to_der(const P256Signature& signature) {
    constexpr int kScalarSize = 32;
    const Owned<ECDSA_SIG, ECDSA_SIG_free> parsed(ECDSA_SIG_new());
    const unsigned char* raw = signature.view().data();
    BIGNUM* r = BN_bin2bn(raw, kScalarSize, nullptr);
    BIGNUM* s = BN_bin2bn(raw + kScalarSize, kScalarSize, nullptr);
    THERIAC_EXPECTS(parsed && r != nullptr && s != nullptr);  // out of memory otherwise
    ECDSA_SIG_set0(parsed.get(), r, s);                       // takes both over
    Bytes der(static_cast<std::size_t>(i2d_ECDSA_SIG(parsed.get(), nullptr)));
    unsigned char* at = der.data();
    i2d_ECDSA_SIG(parsed.get(), &at);
    return der;
}

}  // namespace

bool verify_p256(const P256PublicKey& key, ByteView message, const P256Signature& signature) {
    start_openssl();
    const QuietErrors quiet;
    const OwnedKey loaded = load_key(key);  // refuses a point off the curve
    if (!loaded) return false;
    const Bytes der = to_der(signature);
    const OwnedDigest digest(EVP_MD_CTX_new());
    return EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, loaded.get()) == 1
           && EVP_DigestVerify(digest.get(), der.data(), der.size(), message.data(), message.size())
                  == 1;
}

Result<void> expect_signature(bool holds, std::string_view by) {
    if (holds) return {};
    return fail(Errc::unauthenticated, fmt::format("expected a signature by {}, got another", by));
}

}  // namespace theriac::attestation
