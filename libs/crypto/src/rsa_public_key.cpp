#include "theriac/crypto/rsa_pss.hpp"

#include "pem_block.hpp"
#include "rsa_options.hpp"
#include <openssl/core_names.h>
#include <openssl/params.h>

#include <algorithm>

namespace theriac::crypto {

namespace {

// SubjectPublicKeyInfo of a 3072-bit key, in DER, is these bytes, the modulus, and `kExponent`:
// SEQUENCE, SEQUENCE { rsaEncryption, NULL }, BIT STRING of SEQUENCE { INTEGER modulus, INTEGER }.
constexpr std::array<std::uint8_t, 33> kSpkiHead{
    0x30, 0x82, 0x01, 0xa2, 0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48,
    0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00, 0x03, 0x82, 0x01,
    0x8f, 0x00, 0x30, 0x82, 0x01, 0x8a, 0x02, 0x82, 0x01, 0x81, 0x00};
constexpr std::array<std::uint8_t, 5> kExponent{0x02, 0x03, 0x01, 0x00, 0x01};
constexpr std::size_t kSpkiSize = kSpkiHead.size() + kRsaSize + kExponent.size();
constexpr std::size_t kMaxPem = 4096;

std::unexpected<Error> unsupported() {
    return fail(
        Errc::unsupported,
        "rsa: expected a SubjectPublicKeyInfo of an RSA key of 3072 bits with the exponent 65537");
}

// OSSL_PARAM carries integers in the machine's byte order, which is little-endian wherever this
// runs.
openssl::Key native_key(const std::array<std::uint8_t, kRsaSize>& modulus) {
    std::array<std::uint8_t, kRsaSize> number = modulus;
    std::ranges::reverse(number);
    std::array<std::uint8_t, 3> exponent{0x01, 0x00, 0x01};
    std::array<OSSL_PARAM, 3> parameters{
        OSSL_PARAM_construct_BN(OSSL_PKEY_PARAM_RSA_N, number.data(), number.size()),
        OSSL_PARAM_construct_BN(OSSL_PKEY_PARAM_RSA_E, exponent.data(), exponent.size()),
        OSSL_PARAM_construct_end()};
    const openssl::KeyContext context(
        EVP_PKEY_CTX_new_from_name(openssl::library(), "RSA", nullptr));
    EVP_PKEY* made = nullptr;
    openssl::require(EVP_PKEY_fromdata_init(context.get()));
    openssl::require(
        EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_PUBLIC_KEY, parameters.data()));
    return openssl::Key(made);
}

}  // namespace

Result<RsaPublicKey> RsaPublicKey::from_modulus(ByteView modulus) {
    if (modulus.size() != kRsaSize)
        return fail(
            Errc::malformed,
            "rsa: expected a modulus of " + std::to_string(kRsaSize) + " bytes, got "
                + std::to_string(modulus.size()));
    if ((modulus.front() & 0x80U) == 0)
        return fail(Errc::malformed, "rsa: the modulus has fewer than 3072 bits");
    if ((modulus.back() & 1U) == 0) return fail(Errc::malformed, "rsa: the modulus is even");
    std::array<std::uint8_t, kRsaSize> out{};
    std::ranges::copy(modulus, out.begin());
    return RsaPublicKey(out);
}

Result<RsaPublicKey> RsaPublicKey::from_spki(ByteView der) {
    if (der.size() != kSpkiSize || !std::ranges::equal(der.first(kSpkiHead.size()), kSpkiHead)
        || !std::ranges::equal(der.last(kExponent.size()), kExponent))
        return unsupported();
    return from_modulus(der.subspan(kSpkiHead.size(), kRsaSize));
}

Result<RsaPublicKey> RsaPublicKey::from_pem(std::string_view text) {
    THERIAC_TRY(der, read_pem(text, "PUBLIC KEY", kMaxPem));
    return from_spki(der.reveal());
}

Bytes RsaPublicKey::spki() const {
    return concat({kSpkiHead, modulus_, kExponent});
}

bool RsaPublicKey::verify_vartime(ByteView message, ByteView signature) const {
    if (signature.size() != kRsaSize) return false;
    const openssl::Key key = native_key(modulus_);
    const openssl::DigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* options = nullptr;  // belongs to `context`
    openssl::require(EVP_DigestVerifyInit_ex(
        context.get(), &options, "SHA256", openssl::library(), nullptr, key.get(), nullptr));
    THERIAC_EXPECTS(choose_pss(options));
    return EVP_DigestVerify(
               context.get(), signature.data(), signature.size(), message.data(), message.size())
           == 1;
}

}  // namespace theriac::crypto
