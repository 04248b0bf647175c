// ECDSA over secp256k1 as ledger accounts use it: RFC 6979 nonces, low s (EIP-2), recoverable.
#pragma once

#include "theriac/crypto/curve.hpp"

#include <array>
#include <cstdint>
#include <memory>

struct secp256k1_context_struct;

namespace theriac::crypto {

struct RecoverableSignature {
    std::array<std::uint8_t, 32> r{};
    std::array<std::uint8_t, 32> s{};
    std::uint8_t recovery_id =
        0;  ///< 0 to 3: bit 0 is the parity of R's y, bit 1 whether R's x passed q

    bool operator==(const RecoverableSignature&) const = default;
};

/// A secret scalar that signs. It owns a libsecp256k1 context blinded from the entropy it was made
/// with, so that no context is shared and none is global.
class SigningKey {
public:
    SigningKey(Scalar secret, Entropy& entropy);

    static SigningKey generate(Entropy& entropy);

    [[nodiscard]] const Point& public_key() const { return public_key_; }

    /// For storing the key and for key agreement.
    [[nodiscard]] const Scalar& secret() const { return secret_; }

    /// The same digest gives the same signature, always with s at most q / 2.
    [[nodiscard]] RecoverableSignature sign(const Hash256& digest) const;

private:
    struct Free {
        void operator()(secp256k1_context_struct* context) const;
    };

    Scalar secret_;
    std::unique_ptr<secp256k1_context_struct, Free> context_;
    Point public_key_;
};

/// The key that made `signature` over `digest`.
///
/// @return Errc::malformed when r or s is zero or not below q, or recovery_id is above 3;
///         Errc::unauthenticated when s is above q / 2 or no key could have made it
Result<Point> recover(const Hash256& digest, const RecoverableSignature& signature);

/// Whether `r || s` (64 bytes) is a signature of `digest` by `key`. False for s above q / 2.
bool verify_vartime(const Point& key, const Hash256& digest, ByteView r_and_s);

/// As above; the recovery id is not looked at.
bool verify_vartime(const Point& key, const Hash256& digest, const RecoverableSignature& signature);

}  // namespace theriac::crypto
