// Random numbers that are the same bits on every machine: what a run draws follows from its seed.
#pragma once

#include "theriac/base/result.hpp"

#include <bit>
#include <cstdint>

namespace theriac::consensus {

/// The finaliser of SplitMix64: every bit of `x` moves about half of the bits of the result.
constexpr std::uint64_t mix64(std::uint64_t x) {
    x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27U)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31U);
}

/// Two words made one, for seeds and for identities of blocks; not collision-resistant against an
/// opponent, who does not exist outside the model.
constexpr std::uint64_t combine(std::uint64_t a, std::uint64_t b) {
    return mix64(mix64(a + 0x9e3779b97f4a7c15ULL) ^ (b + 0x632be59bd9b4e019ULL));
}

/// How likely something is, in units of 2^-32: the same on every machine, and never compared as a
/// floating-point number inside a run.
class Chance {
public:
    constexpr Chance() = default;

    /// @param probability  within [0, 1]
    static constexpr Chance of(double probability) {
        THERIAC_EXPECTS(probability >= 0 && probability <= 1);
        Chance out;
        out.threshold_ = static_cast<std::uint64_t>(probability * 4294967296.0);
        return out;
    }

    [[nodiscard]] constexpr std::uint64_t threshold() const { return threshold_; }

    [[nodiscard]] constexpr bool never() const { return threshold_ == 0; }

    constexpr bool operator==(const Chance&) const = default;

private:
    std::uint64_t threshold_ = 0;  // out of 2^32
};

/// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, OOPSLA 2014): a
/// counter in steps of the golden ratio, and a finaliser. Eight bytes a stream, so that each of a
/// million nodes has its own.
class Random {
public:
    constexpr explicit Random(std::uint64_t seed) : state_(seed) {}

    /// The stream number `index` for `purpose` in a run with `seed`.
    static constexpr Random stream(
        std::uint64_t seed, std::uint64_t purpose, std::uint64_t index = 0) {
        return Random(combine(combine(seed, purpose), index));
    }

    constexpr std::uint64_t next() {
        state_ += 0x9e3779b97f4a7c15ULL;
        return mix64(state_);
    }

    /// Uniform in [0, bound), without bias (Lemire: Fast Random Integer Generation in an Interval,
    /// ACM TOMACS 2019); `bound` above zero.
    constexpr std::uint32_t below(std::uint32_t bound) {
        std::uint64_t product = (next() >> 32U) * bound;
        auto low = static_cast<std::uint32_t>(product);
        if (low < bound) {
            const std::uint32_t least = (0U - bound) % bound;
            while (low < least) {
                product = (next() >> 32U) * bound;
                low = static_cast<std::uint32_t>(product);
            }
        }
        return static_cast<std::uint32_t>(product >> 32U);
    }

    constexpr bool chance(Chance p) { return (next() >> 32U) < p.threshold(); }

    /// Exponentially distributed with this mean, rounded down; by whole numbers alone.
    constexpr std::uint64_t exponential(std::uint64_t mean);

private:
    std::uint64_t state_;
};

/// log2(x) in units of 2^-16, rounded down; `x` above zero. One bit for each squaring (Knuth, TAOCP
/// volume 1, exercise 1.2.2-28).
constexpr std::uint64_t log2_fixed(std::uint64_t x) {
    const int whole = 63 - std::countl_zero(x);
    // The mantissa in [2^31, 2^32), so that its square fits.
    std::uint64_t mantissa = whole >= 31 ? x >> static_cast<unsigned>(whole - 31)
                                         : x << static_cast<unsigned>(31 - whole);
    std::uint64_t out = static_cast<std::uint64_t>(whole) << 16U;
    for (unsigned bit = 1U << 15U; bit != 0; bit >>= 1U) {
        mantissa = (mantissa * mantissa) >> 31U;
        if ((mantissa >> 32U) != 0) {
            mantissa >>= 1U;
            out |= bit;
        }
    }
    return out;
}

constexpr std::uint64_t Random::exponential(std::uint64_t mean) {
    // -ln(u) = (32 - log2(u * 2^32)) * ln 2, with u uniform in (0, 1].
    const std::uint64_t bits = (std::uint64_t{32} << 16U) - log2_fixed((next() >> 32U) + 1);
    constexpr std::uint64_t kLn2 = 45426;  // ln 2 in units of 2^-16
    const std::uint64_t scaled = (bits * kLn2) >> 16U;
    // The mean is below 2^42 microseconds (50 days) and `scaled` below 2^21: no overflow.
    return (mean * scaled) >> 16U;
}

}  // namespace theriac::consensus
