#include "theriac/crypto/rsa_pss.hpp"

#include "pem_block.hpp"
#include "rsa_options.hpp"
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/x509.h>

namespace theriac::crypto {

namespace {

constexpr int kBits = 3072;
constexpr std::size_t kMaxDer = 4096;
constexpr std::size_t kMaxPem = 8192;

using openssl::Freed;
using Number = std::unique_ptr<BIGNUM, Freed<BN_clear_free>>;
using Pkcs8 = std::unique_ptr<PKCS8_PRIV_KEY_INFO, Freed<PKCS8_PRIV_KEY_INFO_free>>;

Number number_of(const EVP_PKEY* key, const char* name) {
    BIGNUM* out = nullptr;
    return EVP_PKEY_get_bn_param(key, name, &out) == 1 ? Number(out) : nullptr;
}

Result<Pkcs8> parse(ByteView der) {
    if (der.size() > kMaxDer)
        return fail(
            Errc::too_large,
            "rsa: expected a private key of at most " + std::to_string(kMaxDer) + " bytes, got "
                + std::to_string(der.size()));
    const unsigned char* at = der.data();
    Pkcs8 out(d2i_PKCS8_PRIV_KEY_INFO(nullptr, &at, static_cast<long>(der.size())));
    if (!out || at != der.data() + der.size()) {
        ERR_clear_error();
        return fail(Errc::malformed, "rsa: is no private key in PKCS #8");
    }
    return out;
}

bool is_consistent(EVP_PKEY* key) {
    const openssl::KeyContext context(EVP_PKEY_CTX_new_from_pkey(openssl::library(), key, nullptr));
    const bool good = context && EVP_PKEY_check(context.get()) == 1;
    if (!good) ERR_clear_error();
    return good;
}

}  // namespace

void RsaSigningKey::Free::operator()(evp_pkey_st* key) const {
    EVP_PKEY_free(key);
}

RsaSigningKey::RsaSigningKey(Native native, const RsaPublicKey& public_key)
    : native_(std::move(native)), public_key_(public_key) {}

RsaSigningKey RsaSigningKey::generate() {
    Native made(
        EVP_PKEY_Q_keygen(openssl::library(), nullptr, "RSA", static_cast<std::size_t>(kBits)));
    THERIAC_EXPECTS(made != nullptr);
    auto out = from_native(std::move(made));
    THERIAC_EXPECTS(out.has_value());
    return *std::move(out);
}

Result<RsaSigningKey> RsaSigningKey::from_native(Native native) {
    if (EVP_PKEY_is_a(native.get(), "RSA") != 1)
        return fail(Errc::unsupported, "rsa: expected an RSA key, got another kind");
    const Number exponent = number_of(native.get(), OSSL_PKEY_PARAM_RSA_E);
    const Number modulus = number_of(native.get(), OSSL_PKEY_PARAM_RSA_N);
    if (!exponent || !modulus) return fail(Errc::malformed, "rsa: the key lacks a number");
    if (BN_num_bits(modulus.get()) != kBits || BN_is_word(exponent.get(), RSA_F4) != 1)
        return fail(
            Errc::unsupported,
            "rsa: expected a key of 3072 bits with the exponent 65537, got "
                + std::to_string(BN_num_bits(modulus.get())) + " bits");
    Bytes bytes(kRsaSize);
    THERIAC_EXPECTS(
        BN_bn2binpad(modulus.get(), bytes.data(), static_cast<int>(bytes.size()))
        == static_cast<int>(kRsaSize));
    THERIAC_TRY(public_key, RsaPublicKey::from_modulus(bytes));
    return RsaSigningKey(std::move(native), public_key);
}

Result<RsaSigningKey> RsaSigningKey::from_pkcs8(ByteView der) {
    THERIAC_TRY(parsed, parse(der));
    Native native(EVP_PKCS82PKEY_ex(parsed.get(), openssl::library(), nullptr));
    if (!native) {
        ERR_clear_error();
        return fail(Errc::unsupported, "rsa: expected an RSA key in PKCS #8");
    }
    THERIAC_TRY(key, from_native(std::move(native)));
    if (!is_consistent(key.native_.get()))
        return fail(Errc::malformed, "rsa: the numbers of the private key do not belong together");
    return key;
}

Result<RsaSigningKey> RsaSigningKey::from_pem(std::string_view text) {
    THERIAC_TRY(der, read_pem(text, "PRIVATE KEY", kMaxPem));
    return from_pkcs8(der.reveal());
}

SecretBytes RsaSigningKey::pkcs8() const {
    const Pkcs8 info(EVP_PKEY2PKCS8(native_.get()));
    THERIAC_EXPECTS(info != nullptr);
    const int size = i2d_PKCS8_PRIV_KEY_INFO(info.get(), nullptr);
    THERIAC_EXPECTS(size > 0);
    SecretBytes out(static_cast<std::size_t>(size));
    unsigned char* at = out.fill().data();
    THERIAC_EXPECTS(i2d_PKCS8_PRIV_KEY_INFO(info.get(), &at) == size);
    return out;
}

RsaPssSignature RsaSigningKey::sign(ByteView message) const {
    const openssl::DigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* options = nullptr;  // belongs to `context`
    openssl::require(EVP_DigestSignInit_ex(
        context.get(), &options, "SHA256", openssl::library(), nullptr, native_.get(), nullptr));
    THERIAC_EXPECTS(choose_pss(options));
    RsaPssSignature out;
    std::size_t size = kRsaSize;
    openssl::require(EVP_DigestSign(
        context.get(), out.mutable_view().data(), &size, message.data(), message.size()));
    THERIAC_EXPECTS(size == kRsaSize);
    return out;
}

}  // namespace theriac::crypto
