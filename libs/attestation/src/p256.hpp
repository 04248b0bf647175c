// ECDSA over P-256 with SHA-256, as Intel's formats carry it.
#pragma once

#include "theriac/attestation/quote.hpp"

namespace theriac::attestation {

/// True when `signature` is `key`'s over the SHA-256 of `message`. False also for a key that is no
/// point of the curve. Accepts both of a signature's two forms (s and n - s): never take a
/// signature or the evidence around it for a unique name.
bool verify_p256(const P256PublicKey& key, ByteView message, const P256Signature& signature);

/// @return Errc::unauthenticated unless `holds`
Result<void> expect_signature(bool holds, std::string_view by);

}  // namespace theriac::attestation
