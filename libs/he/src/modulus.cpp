#include "theriac/he/modulus.hpp"

#include "wide.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace theriac::he {
namespace {

Word multiply_vartime(Word a, Word b, Word q) {
    return static_cast<Word>(Wide{a} * b % q);
}

Word power_vartime(Word base, Word exponent, Word q) {
    Word out = 1;
    for (; exponent != 0; exponent >>= 1U) {
        if ((exponent & 1U) != 0) out = multiply_vartime(out, base, q);
        base = multiply_vartime(base, base, q);
    }
    return out;
}

/// Whether `base` shows that odd `value` is composite.
bool is_witness(Word base, Word value) {
    const auto twos = static_cast<unsigned>(std::countr_zero(value - 1));
    Word x = power_vartime(base % value, (value - 1) >> twos, value);
    if (x == 1 || x == value - 1) return false;
    for (unsigned i = 1; i < twos; ++i) {
        x = multiply_vartime(x, x, value);
        if (x == value - 1) return false;
    }
    return true;
}

/// The inverse of odd `q` modulo 2^52: each step of Newton's doubles the bits that are right.
Word inverse_mod_radix(Word q) {
    Word inverse = q;  // right modulo 8
    for (int i = 0; i < 5; ++i)
        inverse *= 2 - q * inverse;
    return inverse & kRadixMask;
}

}  // namespace

bool is_prime_vartime(Word value) {
    constexpr std::array<Word, 12> kBases = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37};
    if (value < 2) return false;
    for (const Word base : kBases)
        if (value % base == 0) return value == base;
    return std::ranges::none_of(kBases, [&](Word base) { return is_witness(base, value); });
}

Modulus::Modulus(Word value)
    : value_(value),
      bits_(static_cast<unsigned>(std::bit_width(value))),
      inverse_mod_r_(inverse_mod_radix(value)),
      r_((Word{1} << kRadixBits) % value),
      r_inverse_(power_vartime(r_, value - 2, value)),
      r_squared_(multiply_vartime(r_, r_, value)),
      barrett_(static_cast<Word>((Wide{1} << (50U + bits_)) / value)),
      reciprocal_(static_cast<Word>((Wide{1} << 64U) / value)) {}

Result<Modulus> Modulus::prime(Word value) {
    if (value < 3 || value >> kMaxBits != 0 || !is_prime_vartime(value))
        return fail(
            Errc::invalid_argument,
            "modulus " + std::to_string(value) + ": expected an odd prime below 2^50");
    return Modulus(value);
}

double Modulus::log2() const {
    return std::log2(static_cast<double>(value_));
}

Word Modulus::add(Word a, Word b) const {
    return subtract_once(a + b, value_);
}

Word Modulus::subtract(Word a, Word b) const {
    return subtract_once(a + value_ - b, value_);
}

Word Modulus::negate(Word a) const {
    return subtract_once(value_ - a, value_);
}

Word Modulus::multiply(Word a, Word b) const {
    return multiply_montgomery(multiply_montgomery(a, b, *this), r_squared_, *this);
}

Word Modulus::power(Word base, Word exponent) const {
    Word out = reduce(1);
    for (; exponent != 0; exponent >>= 1U) {
        if ((exponent & 1U) != 0) out = multiply(out, base);
        base = multiply(base, base);
    }
    return out;
}

Word Modulus::inverse(Word a) const {
    return power(a, value_ - 2);  // Fermat
}

Word Modulus::reduce(Word x) const {
    return reduce_word(x, *this);
}

Word Modulus::from_signed(std::int64_t x) const {
    const auto negative = Word{0} - (static_cast<Word>(x) >> 63U);
    const Word size = (static_cast<Word>(x) ^ negative) - negative;
    const Word residue = reduce(size);
    return (residue & ~negative) | (negate(residue) & negative);
}

std::int64_t Modulus::centred(Word a) const {
    const Word half = value_ / 2;
    const Word above = Word{0} - ((half - a) >> 63U);
    return static_cast<std::int64_t>(a - (value_ & above));
}

std::vector<Word> largest_primes(
    unsigned bits, Word factor, std::size_t count, const std::vector<Word>& avoid) {
    THERIAC_EXPECTS(bits > 1 && bits <= Modulus::kMaxBits && factor > 0);
    const Word below = Word{1} << bits;
    std::vector<Word> out;
    for (Word candidate = (below - 2) / factor * factor + 1;
         out.size() < count && candidate > below / 2;
         candidate -= factor)
        if (is_prime_vartime(candidate) && std::ranges::find(avoid, candidate) == avoid.end())
            out.push_back(candidate);
    return out;
}

Result<Word> next_prime(Word least, Word factor) {
    THERIAC_EXPECTS(factor > 0);
    const Word end = Word{1} << Modulus::kMaxBits;
    if (least < end)
        for (Word x = (least + factor - 2) / factor * factor + 1; x < end; x += factor)
            if (is_prime_vartime(x)) return x;
    return fail(
        Errc::unsupported,
        "no prime of at most 50 bits from " + std::to_string(least) + " on is 1 modulo "
            + std::to_string(factor));
}

}  // namespace theriac::he
