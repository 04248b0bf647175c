#include "theriac/learning/random.hpp"

#include "theriac/base/result.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

namespace theriac::learning {

namespace {

// Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014.
std::uint64_t split_mix(std::uint64_t& state) {
    state += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
}

}  // namespace

Random::Random(const Seed& seed, std::uint64_t stream) {
    for (std::size_t word = 0; word < state_.size(); ++word) {
        for (std::size_t i = 0; i < 8; ++i)
            state_[word] |= std::uint64_t{seed[(8 * word) + i]} << (8 * i);
        state_[word] ^= split_mix(stream);
    }
    // The one state that xoshiro256** never leaves.
    if (std::ranges::all_of(state_, [](std::uint64_t w) { return w == 0; })) state_[0] = 1;
}

std::uint64_t Random::next() {
    const std::uint64_t out = std::rotl(state_[1] * 5, 7) * 9;
    const std::uint64_t t = state_[1] << 17U;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= t;
    state_[3] = std::rotl(state_[3], 45);
    return out;
}

double Random::uniform() {
    return static_cast<double>(next() >> 11U) * 0x1p-53;
}

std::uint64_t Random::below(std::uint64_t bound) {
    THERIAC_EXPECTS(bound > 0);
    // The numbers at and above the largest multiple of `bound` would favour small results.
    const std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    const std::uint64_t limit = most - (most % bound);
    for (;;)
        if (const std::uint64_t x = next(); x < limit) return x % bound;
}

void Random::shuffle(std::vector<std::size_t>& elements) {
    for (std::size_t i = elements.size(); i > 1; --i)
        std::swap(elements[i - 1], elements[below(i)]);
}

}  // namespace theriac::learning
