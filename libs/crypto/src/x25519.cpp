#include "x25519.hpp"

#include "openssl.hpp"
#include <openssl/core_names.h>
#include <openssl/params.h>

#include <array>

namespace theriac::crypto {
namespace {

openssl::Key private_key(const Secret<32>& secret) {
    openssl::Key key(EVP_PKEY_new_raw_private_key_ex(
        openssl::library(), "X25519", nullptr, secret.reveal().data(), Secret<32>::kSize));
    THERIAC_EXPECTS(key != nullptr);
    return key;
}

openssl::Key public_key(const HpkePublicKey& bytes) {
    openssl::Key key(EVP_PKEY_new_raw_public_key_ex(
        openssl::library(), "X25519", nullptr, bytes.view().data(), HpkePublicKey::kSize));
    THERIAC_EXPECTS(key != nullptr);
    return key;
}

/// With its public key beside it: from the secret alone, OpenSSL would multiply once more than the
/// exchange itself does.
openssl::Key key_pair(const HpkePrivateKey& pair) {
    Secret<32> secret = pair.secret().clone();  // OSSL_PARAM takes it as non-const
    HpkePublicKey public_key = pair.public_key();
    std::array params{
        OSSL_PARAM_construct_octet_string(
            OSSL_PKEY_PARAM_PUB_KEY, public_key.mutable_view().data(), HpkePublicKey::kSize),
        OSSL_PARAM_construct_octet_string(
            OSSL_PKEY_PARAM_PRIV_KEY, secret.fill().data(), Secret<32>::kSize),
        OSSL_PARAM_construct_end()};
    const openssl::KeyContext context(
        EVP_PKEY_CTX_new_from_name(openssl::library(), "X25519", nullptr));
    openssl::require(EVP_PKEY_fromdata_init(context.get()));
    EVP_PKEY* made = nullptr;
    openssl::require(EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_KEYPAIR, params.data()));
    return openssl::Key(made);
}

}  // namespace

HpkePublicKey x25519_public(const Secret<32>& secret) {
    HpkePublicKey out;
    std::size_t size = HpkePublicKey::kSize;
    openssl::require(
        EVP_PKEY_get_raw_public_key(private_key(secret).get(), out.mutable_view().data(), &size));
    return out;
}

Result<Secret<32>> x25519(const HpkePrivateKey& mine, const HpkePublicKey& other) {
    const openssl::Key own = key_pair(mine);
    const openssl::Key theirs = public_key(other);
    const openssl::KeyContext context(
        EVP_PKEY_CTX_new_from_pkey(openssl::library(), own.get(), nullptr));
    openssl::require(EVP_PKEY_derive_init(context.get()));
    openssl::require(EVP_PKEY_derive_set_peer_ex(context.get(), theirs.get(), 0));
    Secret<32> shared;
    std::size_t size = Secret<32>::kSize;
    // OpenSSL refuses the all-zero result itself; the comparison keeps us from relying on that.
    const bool derived = EVP_PKEY_derive(context.get(), shared.fill().data(), &size) == 1
                         && size == Secret<32>::kSize;
    if (!derived || equal_constant_time(shared.reveal(), std::array<std::uint8_t, 32>{}))
        return fail(Errc::unauthenticated, "x25519: the public key has low order");
    return shared;
}

}  // namespace theriac::crypto
