#include "p256.hpp"

#include "openssl.hpp"
#include <fmt/format.h>
#include <openssl/core_names.h>
#include <openssl/obj_mac.h>
#include <openssl/params.h>

#include <array>

namespace theriac::attestation {
namespace {

using OwnedKeyContext = Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;

// From the bare point: reading the same key as SubjectPublicKeyInfo takes OpenSSL 3 six times
// longer. Null for a point off the curve.
OwnedKey load_key(const P256PublicKey& key) {
    static constexpr std::array<std::uint8_t, 1> kUncompressed{4};
    std::array<char, sizeof(SN_X9_62_prime256v1)> group{SN_X9_62_prime256v1};
    Bytes point = concat({kUncompressed, key.view()});
    std::array<OSSL_PARAM, 3> parameters{
        OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group.data(), 0),
        OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()),
        OSSL_PARAM_construct_end()};
    const OwnedKeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    EVP_PKEY* loaded = nullptr;
    const bool done =
        context && EVP_PKEY_fromdata_init(context.get()) == 1
        && EVP_PKEY_fromdata(context.get(), &loaded, EVP_PKEY_PUBLIC_KEY, parameters.data()) == 1;
    return OwnedKey(done ? loaded : nullptr);
}

// OpenSSL wants the DER form, with minimal integers.
Bytes to_der(const P256Signature& signature) {
    static constexpr int kScalarSize = 32;
    const Owned<ECDSA_SIG, ECDSA_SIG_free> parsed(ECDSA_SIG_new());
    const unsigned char* raw = signature.view().data();
    BIGNUM* r = BN_bin2bn(raw, kScalarSize, nullptr);
    BIGNUM* s = BN_bin2bn(raw + kScalarSize, kScalarSize, nullptr);
    const bool made = parsed && r != nullptr && s != nullptr;
    THERIAC_EXPECTS(made);               // out of memory otherwise
    ECDSA_SIG_set0(parsed.get(), r, s);  // takes both over
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
