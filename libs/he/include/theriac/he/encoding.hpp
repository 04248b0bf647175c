// Plaintexts: one number for each slot.
#pragma once

#include "theriac/he/context.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace theriac::he {

/// A polynomial modulo t. Addition and multiplication of polynomials act on each slot alone.
struct Plaintext {
    SecretWords coefficients;  ///< residues modulo t
};

/// One residue for each of up to `degree` slots; further slots hold zero. Constant-time in the
/// values.
Plaintext encode(const Context& context, std::span<const std::int64_t> slots);

/// The representatives in (-t/2, t/2) of all slots.
std::vector<std::int64_t> decode(const Context& context, const Plaintext& plaintext);

}  // namespace theriac::he
