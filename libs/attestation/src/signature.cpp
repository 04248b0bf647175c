#include "signature.hpp"

#include "der.hpp"
#include "openssl.hpp"
#include <fmt/format.h>
#include <openssl/core_names.h>
#include <openssl/obj_mac.h>
#include <openssl/params.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <array>
#include <string>

namespace theriac::attestation {
namespace {

using OwnedKeyContext = Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using OwnedSignature = Owned<ECDSA_SIG, ECDSA_SIG_free>;

constexpr std::size_t kP256Size = 32;
constexpr std::size_t kP384Size = 48;
constexpr std::size_t kRsaSize = 512;
constexpr int kPssSaltSize = 48;

OwnedKey key_from(const char* type, OSSL_PARAM* parameters) {
    const OwnedKeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY* made = nullptr;
    const bool done =
        context && EVP_PKEY_fromdata_init(context.get()) == 1
        && EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_PUBLIC_KEY, parameters) == 1;
    return OwnedKey(done ? made : nullptr);
}

// A key that has only its curve. Putting a point into a copy costs a seventh of making a key.
OwnedKey curve_parameters(std::string group) {
    std::array<OSSL_PARAM, 2> parameters{
        OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group.data(), 0),
        OSSL_PARAM_construct_end()};
    const OwnedKeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    EVP_PKEY* made = nullptr;
    const bool done =
        context && EVP_PKEY_fromdata_init(context.get()) == 1
        && EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_KEY_PARAMETERS, parameters.data()) == 1;
    THERIAC_EXPECTS(done);  // out of memory otherwise
    return OwnedKey(made);
}

// Null for a point off the curve.
OwnedKey with_point(const OwnedKey& curve, ByteView point) {
    std::array<std::uint8_t, 1 + 2 * kP384Size> encoded{4};  // 4: uncompressed
    if (point.size() + 1 > encoded.size()) return nullptr;
    std::ranges::copy(point, encoded.begin() + 1);
    OwnedKey key(EVP_PKEY_new());
    const bool done =
        key && EVP_PKEY_copy_parameters(key.get(), curve.get()) == 1
        && EVP_PKEY_set1_encoded_public_key(key.get(), encoded.data(), point.size() + 1) == 1;
    return done ? std::move(key) : nullptr;
}

// OpenSSL wants the DER form, with minimal integers.
Bytes to_der(ByteView r, ByteView s) {
    const OwnedSignature parsed(ECDSA_SIG_new());
    BIGNUM* first = BN_bin2bn(r.data(), static_cast<int>(r.size()), nullptr);
    BIGNUM* second = BN_bin2bn(s.data(), static_cast<int>(s.size()), nullptr);
    const bool made = parsed && first != nullptr && second != nullptr;
    THERIAC_EXPECTS(made);                        // out of memory otherwise
    ECDSA_SIG_set0(parsed.get(), first, second);  // takes both over
    Bytes der(static_cast<std::size_t>(i2d_ECDSA_SIG(parsed.get(), nullptr)));
    unsigned char* at = der.data();
    i2d_ECDSA_SIG(parsed.get(), &at);
    return der;
}

// True for the one form in which X.690 section 10 writes two positive integers. OpenSSL reads more.
bool is_strict_signature(ByteView der) {
    DerReader outer(der);
    const auto content = outer.expect(DerTag::sequence);
    if (!content || !outer.at_end()) return false;
    DerReader in(*content);
    for (int i = 0; i < 2; ++i) {
        const auto integer = in.expect(DerTag::integer);
        if (!integer || integer->empty() || (integer->front() & 0x80) != 0) return false;
        if (integer->size() > 1 && integer->front() == 0 && ((*integer)[1] & 0x80) == 0)
            return false;
    }
    return in.at_end();
}

bool verify_with(EVP_PKEY* key, const EVP_MD* digest, ByteView message, ByteView der) {
    const OwnedDigest context(EVP_MD_CTX_new());
    return EVP_DigestVerifyInit(context.get(), nullptr, digest, nullptr, key) == 1
           && EVP_DigestVerify(
                  context.get(), der.data(), der.size(), message.data(), message.size())
                  == 1;
}

OwnedKey rsa_key(const PublicKey& key) {
    // OSSL_PARAM carries integers in the machine's byte order.
    Bytes modulus = to_bytes(key.modulus);
    Bytes exponent = to_bytes(key.exponent);
    std::ranges::reverse(modulus);
    std::ranges::reverse(exponent);
    std::array<OSSL_PARAM, 3> parameters{
        OSSL_PARAM_construct_BN(OSSL_PKEY_PARAM_RSA_N, modulus.data(), modulus.size()),
        OSSL_PARAM_construct_BN(OSSL_PKEY_PARAM_RSA_E, exponent.data(), exponent.size()),
        OSSL_PARAM_construct_end()};
    return key_from("RSA", parameters.data());
}

bool verify_pss(const PublicKey& key, ByteView message, ByteView signature) {
    if (key.modulus.size() != kRsaSize || signature.size() != kRsaSize) return false;
    const OwnedKey loaded = rsa_key(key);
    const OwnedDigest context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* options = nullptr;  // belongs to `context`
    return loaded
           && EVP_DigestVerifyInit(context.get(), &options, EVP_sha384(), nullptr, loaded.get())
                  == 1
           && EVP_PKEY_CTX_set_rsa_padding(options, RSA_PKCS1_PSS_PADDING) == 1
           && EVP_PKEY_CTX_set_rsa_pss_saltlen(options, kPssSaltSize) == 1
           && EVP_PKEY_CTX_set_rsa_mgf1_md(options, EVP_sha384()) == 1
           && EVP_DigestVerify(
                  context.get(), signature.data(), signature.size(), message.data(), message.size())
                  == 1;
}

}  // namespace

struct SignatureChecker::Impl {
    OwnedKey p256 = curve_parameters(SN_X9_62_prime256v1);
    OwnedKey p384;  // made when first needed: most evidence has no such key

    const OwnedKey& p384_curve() {
        if (!p384) p384 = curve_parameters(SN_secp384r1);
        return p384;
    }
};

SignatureChecker::SignatureChecker() {
    start_openssl();
    impl_ = std::make_unique<Impl>();
}

SignatureChecker::~SignatureChecker() = default;

bool SignatureChecker::p256(ByteView key, ByteView message, const P256Signature& signature) const {
    const QuietErrors quiet;
    const OwnedKey loaded = with_point(impl_->p256, key);
    const ByteView both = signature.view();
    return loaded
           && verify_with(
               loaded.get(),
               EVP_sha256(),
               message,
               to_der(both.first(kP256Size), both.subspan(kP256Size)));
}

bool SignatureChecker::p384(ByteView key, ByteView message, ByteView r, ByteView s) const {
    const QuietErrors quiet;
    const OwnedKey loaded = with_point(impl_->p384_curve(), key);
    return loaded && verify_with(loaded.get(), EVP_sha384(), message, to_der(r, s));
}

bool SignatureChecker::certificate(
    const PublicKey& key,
    SignatureAlgorithm algorithm,
    ByteView message,
    ByteView signature) const {
    const QuietErrors quiet;
    using enum SignatureAlgorithm;
    if (algorithm == rsa_pss_sha384)
        return key.kind == PublicKey::Kind::rsa && verify_pss(key, message, signature);
    const bool is_p256 = algorithm == ecdsa_p256;
    if (key.kind != (is_p256 ? PublicKey::Kind::p256 : PublicKey::Kind::p384)) return false;
    if (!is_strict_signature(signature)) return false;
    const OwnedKey loaded = with_point(is_p256 ? impl_->p256 : impl_->p384_curve(), key.point);
    return loaded
           && verify_with(loaded.get(), is_p256 ? EVP_sha256() : EVP_sha384(), message, signature);
}

Result<void> expect_signature(bool holds, std::string_view by) {
    if (holds) return {};
    return fail(Errc::unauthenticated, fmt::format("expected a signature by {}, got another", by));
}

}  // namespace theriac::attestation
