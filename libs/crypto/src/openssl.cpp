#include "openssl.hpp"

#include <openssl/crypto.h>

namespace theriac::crypto::openssl {
namespace {

OSSL_LIB_CTX* open_library() {
    require(OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, nullptr));
    OSSL_LIB_CTX* made = OSSL_LIB_CTX_new();
    THERIAC_EXPECTS(made != nullptr);
    return made;
}

const EVP_CIPHER* fetch_cipher(const char* name) {
    const EVP_CIPHER* made = EVP_CIPHER_fetch(library(), name, nullptr);
    THERIAC_EXPECTS(made != nullptr);
    return made;
}

const EVP_MD* fetch_digest(const char* name) {
    const EVP_MD* made = EVP_MD_fetch(library(), name, nullptr);
    THERIAC_EXPECTS(made != nullptr);
    return made;
}

}  // namespace

OSSL_LIB_CTX* library() {
    static OSSL_LIB_CTX* const kLibrary = open_library();
    return kLibrary;
}

const EVP_MD* sha256() {
    static const EVP_MD* const kDigest = fetch_digest("SHA256");
    return kDigest;
}

const EVP_CIPHER* aes_gcm(std::size_t key_size) {
    static const EVP_CIPHER* const kWith128 = fetch_cipher("AES-128-GCM");
    static const EVP_CIPHER* const kWith256 = fetch_cipher("AES-256-GCM");
    THERIAC_EXPECTS(key_size == 16 || key_size == 32);
    return key_size == 16 ? kWith128 : kWith256;
}

const EVP_CIPHER* aes_ctr(std::size_t key_size) {
    static const EVP_CIPHER* const kWith128 = fetch_cipher("AES-128-CTR");
    static const EVP_CIPHER* const kWith256 = fetch_cipher("AES-256-CTR");
    THERIAC_EXPECTS(key_size == 16 || key_size == 32);
    return key_size == 16 ? kWith128 : kWith256;
}

}  // namespace theriac::crypto::openssl
