// Pseudo-random permutations of 0..n-1, computed and not stored: for overlays of a million nodes.
#pragma once

#include "theriac/consensus/random.hpp"

#include <bit>
#include <cstdint>

namespace theriac::consensus {

/// A Feistel network of four rounds over the next even power of two, walked until it lands below n
/// (Black, Rogaway: Ciphers with Arbitrary Finite Domains, CT-RSA 2002).
class Permutation {
public:
    /// @param size  above zero
    Permutation(std::uint64_t key, std::uint32_t size) : key_(key), size_(size) {
        const auto bits = size > 1 ? static_cast<unsigned>(std::bit_width(size - 1)) : 1U;
        half_ = (bits + 1) / 2;
        mask_ = (1U << half_) - 1;
    }

    [[nodiscard]] std::uint32_t forward(std::uint32_t x) const {
        do {
            x = once(x, false);
        } while (x >= size_);
        return x;
    }

    [[nodiscard]] std::uint32_t backward(std::uint32_t x) const {
        do {
            x = once(x, true);
        } while (x >= size_);
        return x;
    }

    /// Who follows `x` when all stand in a ring in the order of their images.
    [[nodiscard]] std::uint32_t successor(std::uint32_t x) const {
        const std::uint32_t place = forward(x);
        return backward(place + 1 == size_ ? 0 : place + 1);
    }

private:
    static constexpr unsigned kRounds = 4;

    [[nodiscard]] std::uint32_t once(std::uint32_t x, bool inverse) const {
        std::uint32_t left = x >> half_;
        std::uint32_t right = x & mask_;
        for (unsigned i = 0; i < kRounds; ++i) {
            const unsigned round = inverse ? kRounds - 1 - i : i;
            if (inverse) {
                const std::uint32_t before = right ^ (function(round, left) & mask_);
                right = left;
                left = before;
            } else {
                const std::uint32_t next = left ^ (function(round, right) & mask_);
                left = right;
                right = next;
            }
        }
        return (left << half_) | right;
    }

    [[nodiscard]] std::uint32_t function(unsigned round, std::uint32_t x) const {
        return static_cast<std::uint32_t>(combine(key_ + round, x));
    }

    std::uint64_t key_;
    std::uint32_t size_;
    unsigned half_ = 1;
    std::uint32_t mask_ = 1;
};

}  // namespace theriac::consensus
