// Arithmetic modulo one word-sized prime.
#pragma once

#include "theriac/base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace theriac::he {

using Word = std::uint64_t;

/// A prime below 2^50, with what the kernels precompute for it. The limit comes from the lazy
/// reduction of the number-theoretic transform: four times a residue must fit the 52 bits that
/// AVX-512 IFMA multiplies.
///
/// The arithmetic is constant-time in its operands, except where the name ends in `_vartime`.
class Modulus {
public:
    static constexpr unsigned kMaxBits = 50;

    /// @return Errc::invalid_argument unless `value` is an odd prime below 2^50
    static Result<Modulus> prime(Word value);

    [[nodiscard]] Word value() const { return value_; }

    /// The length of the prime in bits: 2^(bits-1) < value < 2^bits.
    [[nodiscard]] unsigned bits() const { return bits_; }

    /// log2 of the prime.
    [[nodiscard]] double log2() const;

    // Operands are residues, in [0, value).
    [[nodiscard]] Word add(Word a, Word b) const;
    [[nodiscard]] Word subtract(Word a, Word b) const;
    [[nodiscard]] Word negate(Word a) const;
    [[nodiscard]] Word multiply(Word a, Word b) const;

    /// The exponent is public.
    [[nodiscard]] Word power(Word base, Word exponent) const;

    /// Of a residue that is not zero.
    [[nodiscard]] Word inverse(Word a) const;

    /// The residue of any word.
    [[nodiscard]] Word reduce(Word x) const;

    /// The residue of a signed number.
    [[nodiscard]] Word from_signed(std::int64_t x) const;

    /// The representative of `a` in (-value/2, value/2).
    [[nodiscard]] std::int64_t centred(Word a) const;

    // For the kernels.
    [[nodiscard]] Word inverse_mod_r() const { return inverse_mod_r_; }  ///< value^-1 mod 2^52

    [[nodiscard]] Word r() const { return r_; }  ///< 2^52 mod value

    [[nodiscard]] Word r_inverse() const { return r_inverse_; }  ///< 2^-52 mod value

    [[nodiscard]] Word r_squared() const { return r_squared_; }  ///< 2^104 mod value

    [[nodiscard]] Word barrett() const { return barrett_; }  ///< floor(2^(50 + bits) / value)

    [[nodiscard]] Word reciprocal() const { return reciprocal_; }  ///< floor(2^64 / value)

    bool operator==(const Modulus& other) const { return value_ == other.value_; }

private:
    explicit Modulus(Word value);

    Word value_ = 0;
    unsigned bits_ = 0;
    Word inverse_mod_r_ = 0;
    Word r_ = 0;
    Word r_inverse_ = 0;
    Word r_squared_ = 0;
    Word barrett_ = 0;
    Word reciprocal_ = 0;
};

/// Whether `value` is prime: Miller and Rabin's test with the first twelve primes as bases, which
/// is exact below 2^64 (Sorenson and Webster 2015).
bool is_prime_vartime(Word value);

/// The largest `count` primes below 2^bits that are 1 modulo `factor` and not in `avoid`; fewer
/// when there are no more of that length.
std::vector<Word> largest_primes(
    unsigned bits, Word factor, std::size_t count, const std::vector<Word>& avoid = {});

/// The least prime of at least `least` that is 1 modulo `factor`.
///
/// @return Errc::unsupported when it has more than Modulus::kMaxBits bits
Result<Word> next_prime(Word least, Word factor);

}  // namespace theriac::he
