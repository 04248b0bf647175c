// The one door to OpenSSL's libcrypto: no configuration file, no engine, no provider file.
//
// OPENSSL_INIT_NO_LOAD_CONFIG makes every later implicit initialisation skip openssl.cnf, for the
// whole process: what a program computes does not depend on a file of the machine, and a sandboxed
// process makes no open(2) for it. Algorithms come from the built-in default provider of a library
// context of our own, are fetched once and are never freed: they live as long as the process.
#pragma once

#include "theriac/base/result.hpp"

#include <openssl/evp.h>
#include <openssl/types.h>

#include <cstddef>
#include <memory>

namespace theriac::crypto::openssl {

OSSL_LIB_CTX* library();
const EVP_MD* sha256();

/// AES in Galois/counter mode; `key_size` is 16 or 32 bytes.
const EVP_CIPHER* aes_gcm(std::size_t key_size);

/// AES in counter mode; `key_size` is 16 or 32 bytes.
const EVP_CIPHER* aes_ctr(std::size_t key_size);

/// A function of OpenSSL that fails only for want of memory or by our mistake.
inline void require(int returned) {
    THERIAC_EXPECTS(returned == 1);
}

/// `std::unique_ptr` with a C function that frees.
template <auto kFree>
struct Freed {
    template <typename T>
    void operator()(T* object) const {
        kFree(object);
    }
};

using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, Freed<EVP_CIPHER_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;

}  // namespace theriac::crypto::openssl
