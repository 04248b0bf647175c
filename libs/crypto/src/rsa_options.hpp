// The parameters that signing and verifying share.
#pragma once

#include "openssl.hpp"
#include <openssl/rsa.h>

namespace theriac::crypto {

/// SHA-256, MGF1 of SHA-256, salt 32; nothing is read off the signature.
inline bool choose_pss(EVP_PKEY_CTX* options) {
    constexpr int kSaltSize = 32;
    return EVP_PKEY_CTX_set_rsa_padding(options, RSA_PKCS1_PSS_PADDING) == 1
           && EVP_PKEY_CTX_set_rsa_pss_saltlen(options, kSaltSize) == 1
           && EVP_PKEY_CTX_set_rsa_mgf1_md(options, openssl::sha256()) == 1;
}

}  // namespace theriac::crypto
