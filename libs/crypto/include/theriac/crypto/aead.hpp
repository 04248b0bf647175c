// AES-256-GCM (NIST SP 800-38D): one message under one key and nonce.
//
// A nonce that repeats under a key gives away both the messages and the authentication key. GCM
// does not commit to its key: where several keys may be tried, bind the key as stream.hpp does.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/secret.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace theriac::crypto {

inline constexpr std::size_t kAeadTagSize = 16;
using AeadNonce = std::array<std::uint8_t, 12>;

/// @return the ciphertext followed by the tag: kAeadTagSize bytes more than `plaintext`
Bytes aead_seal(
    const Secret<32>& key, const AeadNonce& nonce, ByteView associated_data, ByteView plaintext);

/// @return the plaintext; Errc::unauthenticated when `sealed` is not exactly what `aead_seal` made
///         with this key, nonce and associated data, and then nothing of it is released
Result<SecretBytes> aead_open(
    const Secret<32>& key, const AeadNonce& nonce, ByteView associated_data, ByteView sealed);

}  // namespace theriac::crypto
