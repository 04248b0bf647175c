// Centred binomial noise, and a message's random representative, out of one random word.
#pragma once

#include "theriac/he/modulus.hpp"

namespace theriac::he {

/// Each coefficient of the noise is the number of ones among 21 random bits less that among 21
/// others: mean 0, variance 10.5, standard deviation 3.24, at most 21 in size.
inline constexpr unsigned kNoiseHalf = 21;

/// The number of ones in the lowest 32 bits, by adding neighbours: no table, no branch.
inline Word count_ones(Word x) {
    x = x - ((x >> 1U) & 0x55555555U);
    x = (x & 0x33333333U) + ((x >> 2U) & 0x33333333U);
    x = (x + (x >> 4U)) & 0x0f0f0f0fU;
    return ((x * 0x01010101U) & 0xffffffffU) >> 24U;
}

/// The difference of two counts of 21 bits; two's complement.
inline Word binomial_noise(Word random) {
    constexpr Word kMask = (Word{1} << kNoiseHalf) - 1;
    return count_ones(random & kMask) - count_ones((random >> kNoiseHalf) & kMask);
}

/// message + t * (noise - carry), where carry is 1 with probability message / t, so that the whole
/// has mean zero whatever the message is: docs/he/noise.md needs no assumption about messages then.
/// The probability is rounded to 22 bits, which leaves a mean of at most t * 2^-20.
class NoiseShape {
public:
    explicit NoiseShape(const Modulus& t)
        : t_(t.value()), shift_(t.bits() > kCarryBits ? t.bits() - kCarryBits : 0) {}

    [[nodiscard]] Word apply(Word message, Word random) const {
        const Word dither = random >> (2 * kNoiseHalf);
        const Word carry = (dither * (t_ >> shift_) - ((message >> shift_) << kDitherBits)) >> 63U;
        return message + t_ * (binomial_noise(random) - carry);
    }

private:
    static constexpr unsigned kDitherBits = 64 - 2 * kNoiseHalf;
    static constexpr unsigned kCarryBits = 40;  // so that both products stay below 2^63

    Word t_;
    unsigned shift_;
};

}  // namespace theriac::he
