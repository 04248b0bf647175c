// AES-GCM with an expanded key, into memory of the caller: for many segments under one key, and
// with AES-128 for the vectors of RFC 9180.
#pragma once

#include "theriac/crypto/aead.hpp"

#include "openssl.hpp"

namespace theriac::crypto {

class AesGcmSealer {
public:
    /// `key` has 16 or 32 bytes.
    explicit AesGcmSealer(ByteView key);

    /// Writes ciphertext and tag; `out` is kAeadTagSize bytes longer than `plaintext` and begins
    /// either at the same byte or does not overlap it.
    void seal(
        const AeadNonce& nonce, ByteView associated_data, ByteView plaintext, MutableByteView out);

private:
    openssl::CipherContext context_;
};

class AesGcmOpener {
public:
    explicit AesGcmOpener(ByteView key);

    /// Writes the plaintext, kAeadTagSize bytes shorter than `sealed`, which has at least as many.
    ///
    /// @return false when the tag does not match; `out` is then wiped
    [[nodiscard]] bool open(
        const AeadNonce& nonce, ByteView associated_data, ByteView sealed, MutableByteView out);

private:
    openssl::CipherContext context_;
};

}  // namespace theriac::crypto
