// Reduction modulo the order of secp256k1, constant-time.
#pragma once

#include <cstdint>
#include <span>

namespace theriac::crypto {

/// out = wide mod q, both big-endian.
void reduce_mod_order(std::span<const std::uint8_t, 48> wide, std::span<std::uint8_t, 32> out);

}  // namespace theriac::crypto
