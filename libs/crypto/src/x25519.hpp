// X25519 (RFC 7748).
#pragma once

#include "theriac/crypto/hpke.hpp"

namespace theriac::crypto {

HpkePublicKey x25519_public(const Secret<32>& secret);

/// @return Errc::unauthenticated when the shared secret would be all zeros: `other` has low order
Result<Secret<32>> x25519(const HpkePrivateKey& mine, const HpkePublicKey& other);

}  // namespace theriac::crypto
