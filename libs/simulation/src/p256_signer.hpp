// Keys and signatures of P-256 for the simulated platform.
#pragma once

#include "theriac/attestation/quote.hpp"
#include "theriac/base/ports.hpp"
#include "theriac/base/secret.hpp"

namespace theriac::simulation {

/// A private scalar between 1 and the group order, exclusive; big-endian.
using SigningKey = Secret<32>;

/// True when `key` is such a scalar.
bool is_signing_key(const SigningKey& key);

SigningKey generate_key(Entropy& entropy);

attestation::P256PublicKey public_key(const SigningKey& key);

/// ECDSA with SHA-256 and the deterministic nonce of RFC 6979 section 3.2. Written for a platform
/// that has no secrets worth the name: no claim about timing.
attestation::P256Signature sign_vartime(const SigningKey& key, ByteView message);

}  // namespace theriac::simulation
