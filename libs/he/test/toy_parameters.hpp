// Rings far too small to be secure, and small enough to try every slot.
#pragma once

#include "theriac/he/parameters.hpp"

namespace theriac::he {

struct ToyParameters {
    static Parameters make(const ParameterSpec& spec) {
        return Parameters::unchecked(spec).value();
    }

    /// Degree 16, t = 97, four primes of 40 bits, and a special one of 45 if so asked.
    enum class Special : std::uint8_t { none, one };

    static Parameters small(Special special) {
        ParameterSpec spec{
            .degree = 16, .chain = largest_primes(40, 32, 4), .special = {}, .plain_modulus = 97};
        if (special == Special::one) spec.special = largest_primes(45, 32, 1).front();
        return make(spec);
    }
};

}  // namespace theriac::he
