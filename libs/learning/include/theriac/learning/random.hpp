// Randomness that follows from a seed: the same numbers on every machine.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace theriac::learning {

/// What all chance in one training follows from. Public once the training is over: it is told with
/// the result, so that the training can be repeated.
using Seed = std::array<std::uint8_t, 32>;

/// xoshiro256** (Blackman and Vigna, Scrambled linear pseudorandom number generators, ACM
/// Transactions on Mathematical Software 47, 2021). For initial weights and the order of rows; not
/// for keys or noise.
///
/// The state's four words are the seed's, little-endian, each combined by exclusive or with one
/// output of SplitMix64 started at `stream`, so that one seed gives many sequences.
class Random {
public:
    Random(const Seed& seed, std::uint64_t stream);

    std::uint64_t next();

    /// A multiple of 2^-53 within [0, 1).
    double uniform();

    /// A whole number below `bound`, which is not zero; each is as likely (by rejection).
    std::uint64_t below(std::uint64_t bound);

    /// Puts the elements into a random order: Fisher and Yates, from the last element down.
    void shuffle(std::vector<std::size_t>& elements);

private:
    std::array<std::uint64_t, 4> state_{};
};

}  // namespace theriac::learning
