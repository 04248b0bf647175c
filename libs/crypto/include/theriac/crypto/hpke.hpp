// Encryption to a public key: HPKE, RFC 9180, base mode, single-shot, with
// DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and AES-256-GCM.
//
// A message is enc || ciphertext || tag: kHpkeOverhead bytes more than its plaintext. Base mode
// says nothing about who sent it: whatever must come from someone is signed by them.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/ports.hpp"
#include "theriac/base/secret.hpp"

#include <cstddef>

namespace theriac::crypto {

/// An X25519 public key.
using HpkePublicKey = FixedBytes<struct HpkePublicKeyTag, 32>;

inline constexpr std::size_t kHpkeOverhead = 32 + 16;

/// An X25519 private key and its public key.
class HpkePrivateKey {
public:
    /// Takes 32 bytes that `reveal` gave; the caller wipes its own copy.
    ///
    /// @return Errc::malformed for another size
    static Result<HpkePrivateKey> from(ByteView bytes);

    static HpkePrivateKey generate(Entropy& entropy);

    /// DeriveKeyPair of RFC 9180, section 7.1.3: the same input keying material gives the same key.
    /// It needs at least 32 bytes of entropy.
    static HpkePrivateKey derive_key_pair(ByteView ikm);

    [[nodiscard]] HpkePrivateKey clone() const;

    [[nodiscard]] const HpkePublicKey& public_key() const { return public_key_; }

    [[nodiscard]] ByteView reveal() const { return bytes_.reveal(); }

    [[nodiscard]] const Secret<32>& secret() const { return bytes_; }

private:
    explicit HpkePrivateKey(Secret<32> bytes);

    Secret<32> bytes_;
    HpkePublicKey public_key_;
};

/// Encrypts to `recipient`. `info` says what for, `associated_data` what it belongs to; to open,
/// both must be the same.
///
/// @return Errc::malformed when the recipient's key is one of the few points of low order, with
/// which
///         anyone could read along
Result<Bytes> hpke_seal(
    const HpkePublicKey& recipient,
    ByteView info,
    ByteView associated_data,
    ByteView plaintext,
    Entropy& entropy);

/// As above with the ephemeral key derived from `ephemeral_ikm`. Two plaintexts under one
/// `ephemeral_ikm`, recipient and info would break both: make the plaintext's hash part of it.
Result<Bytes> hpke_seal_deterministic(
    const HpkePublicKey& recipient,
    ByteView info,
    ByteView associated_data,
    ByteView plaintext,
    ByteView ephemeral_ikm);

/// @return the plaintext; Errc::unauthenticated unless `message` was sealed to this key with this
///         info and associated data, and then nothing of it is released
Result<SecretBytes> hpke_open(
    const HpkePrivateKey& recipient, ByteView info, ByteView associated_data, ByteView message);

}  // namespace theriac::crypto
