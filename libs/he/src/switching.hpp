// Key switching and division by a prime, on raw rows.
#pragma once

#include "theriac/he/context.hpp"
#include "theriac/he/keys.hpp"

namespace theriac::he {

/// The random part of a switching key, as values: known to everybody who knows the key's id.
Polynomial uniform_switching_part(
    const Context& context, const KeyId& id, std::uint32_t which, std::size_t digit);

/// Divides by prime `last`, whose residues are the last row, and rounds to a multiple of t away:
/// out = (x + t u) / q with u = [-x / t] modulo q, centred. Removes the last row.
void divide_by_last(const Context& context, Polynomial& x, std::size_t last);

/// Adds to c0 and c1 what stands for `part` times the key's other secret. All three have the same
/// rows, of the first primes of the chain.
void switch_key(
    const Context& context,
    const Polynomial& part,
    const SwitchingKey& key,
    Polynomial& c0,
    Polynomial& c1);

}  // namespace theriac::he
