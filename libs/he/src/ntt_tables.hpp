// The roots of unity of one number-theoretic transform.
#pragma once

#include "theriac/he/modulus.hpp"
#include "theriac/he/words.hpp"

#include <cstddef>

namespace theriac::he {

/// For the transform modulo X^n + 1 and q: powers of a primitive 2n-th root psi in bit-reversed
/// order (Longa and Naehrig 2016, algorithms 1 and 2), each with floor(root * 2^52 / q), by which
/// Shoup's multiplication finds the quotient (Harvey 2014).
///
/// The forward transform takes coefficients to values: entry i is the value at psi^(2 bitrev(i) +
/// 1).
class NttTables {
public:
    /// @param n  a power of two, at least 16
    /// @param q  1 modulo 2n
    NttTables(std::size_t n, const Modulus& q);

    [[nodiscard]] std::size_t n() const { return n_; }

    [[nodiscard]] const Modulus& modulus() const { return q_; }

    [[nodiscard]] const Word* roots() const { return roots_.data(); }

    [[nodiscard]] const Word* root_quotients() const { return root_quotients_.data(); }

    [[nodiscard]] const Word* inverse_roots() const { return inverse_roots_.data(); }

    [[nodiscard]] const Word* inverse_root_quotients() const {
        return inverse_root_quotients_.data();
    }

    [[nodiscard]] Word n_inverse() const { return n_inverse_; }

    [[nodiscard]] Word n_inverse_quotient() const { return n_inverse_quotient_; }

private:
    std::size_t n_;
    Modulus q_;
    Words roots_;
    Words root_quotients_;
    Words inverse_roots_;
    Words inverse_root_quotients_;
    Word n_inverse_;
    Word n_inverse_quotient_ = 0;
};

/// floor(factor * 2^52 / q)
Word shoup_quotient(Word factor, const Modulus& q);

/// The lowest `bits` bits of `x` in reverse order.
std::size_t bit_reversed(std::size_t x, unsigned bits);

}  // namespace theriac::he
