// The parts of RFC 9180 below the single-shot interface, with the suite as a parameter: the
// official vectors check each, with AES-128-GCM too.
#pragma once

#include "theriac/crypto/aead.hpp"
#include "theriac/crypto/hpke.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace theriac::crypto::hpke {

/// An AEAD of RFC 9180, section 7.3.
struct Suite {
    std::uint16_t aead_id = 0;
    std::size_t key_size = 0;
};

inline constexpr Suite kAes128Gcm{.aead_id = 1, .key_size = 16};
inline constexpr Suite kAes256Gcm{.aead_id = 2, .key_size = 32};

/// ExtractAndExpand of Decap or Encap, section 4.1: `diffie_hellman` is the X25519 result.
Secret<32> shared_secret(
    const Secret<32>& diffie_hellman,
    const HpkePublicKey& encapsulated,
    const HpkePublicKey& recipient);

/// What encrypts the messages of one encapsulation, section 5.1.
struct Context {
    SecretBytes key;
    AeadNonce base_nonce{};

    /// ComputeNonce, section 5.2.
    [[nodiscard]] AeadNonce nonce(std::uint64_t sequence) const;
};

/// KeySchedule in base mode.
Context key_schedule(const Suite& suite, const Secret<32>& shared, ByteView info);

}  // namespace theriac::crypto::hpke
