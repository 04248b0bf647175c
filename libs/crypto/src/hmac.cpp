#include "hmac.hpp"

#include "theriac/crypto/hash.hpp"

#include "openssl.hpp"
#include <openssl/core_names.h>
#include <openssl/params.h>

#include <array>
#include <cstdint>

namespace theriac::crypto {
namespace {

EVP_MAC_CTX* make_keyless() {
    EVP_MAC* const mac = EVP_MAC_fetch(openssl::library(), "HMAC", nullptr);
    THERIAC_EXPECTS(mac != nullptr);
    EVP_MAC_CTX* made = EVP_MAC_CTX_new(mac);
    std::array<char, 7> digest{"SHA256"};
    const std::array<OSSL_PARAM, 2> parameters{
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), 0),
        OSSL_PARAM_construct_end()};
    openssl::require(EVP_MAC_CTX_set_params(made, parameters.data()));
    return made;
}

/// A context that knows its hash but no key: copying it is cheaper than a look-up by name.
const EVP_MAC_CTX* keyless() {
    static const EVP_MAC_CTX* const kContext = make_keyless();
    return kContext;
}

/// OpenSSL takes a null key for "the key of before", so that an empty one needs an address.
const std::uint8_t* address(ByteView key) {
    static constexpr std::uint8_t kNothing = 0;
    return key.empty() ? &kNothing : key.data();
}

}  // namespace

void hmac_sha256_into(ByteView key, std::initializer_list<ByteView> parts, MutableByteView out) {
    THERIAC_EXPECTS(out.size() == Hash256::kSize);
    const openssl::MacContext context(EVP_MAC_CTX_dup(keyless()));
    openssl::require(EVP_MAC_init(context.get(), address(key), key.size(), nullptr));
    for (const ByteView part : parts)
        openssl::require(EVP_MAC_update(context.get(), part.data(), part.size()));
    std::size_t written = 0;
    openssl::require(EVP_MAC_final(context.get(), out.data(), &written, out.size()));
}

Hash256 hmac_sha256(ByteView key, ByteView message) {
    Hash256 tag;
    hmac_sha256_into(key, {message}, tag.mutable_view());
    return tag;
}

}  // namespace theriac::crypto
