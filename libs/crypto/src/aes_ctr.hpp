// AES in counter mode: encrypts and decrypts alike, and authenticates nothing.
#pragma once

#include "theriac/base/bytes.hpp"

#include "openssl.hpp"

#include <array>
#include <cstdint>

namespace theriac::crypto {

class AesCtr {
public:
    /// `key` has 16 or 32 bytes.
    AesCtr(ByteView key, const std::array<std::uint8_t, 16>& first_block);

    /// XORs the next bytes of the key stream into `bytes`.
    void apply(MutableByteView bytes);

private:
    openssl::CipherContext context_;
};

}  // namespace theriac::crypto
