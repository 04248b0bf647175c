// Hides in a result's noise what the weights left there.
#pragma once

#include "theriac/he/bgv.hpp"

#include <vector>

namespace theriac::he {

/// Adds an encryption of zero under the public key, and t times a uniform number of `length` bits,
/// centred, to each coefficient. Both follow from the seed and the output's number.
void flood(
    const Context& context,
    const PublicKey& key,
    unsigned length,
    const Secret<32>& seed,
    std::size_t output,
    std::vector<Polynomial>& parts);

}  // namespace theriac::he
