// What the tests share.
#pragma once

#include "theriac/base/ports.hpp"
#include "theriac/crypto/hkdf_entropy.hpp"
#include "theriac/he/modulus.hpp"
#include "theriac/he/words.hpp"

#include "kernels.hpp"

#include <string_view>
#include <vector>

namespace theriac::he {

/// Randomness that every run repeats.
inline crypto::HkdfEntropy test_entropy(std::string_view purpose = "theriac/he-test/v1") {
    Secret<32> seed;
    return {seed, as_bytes(purpose)};
}

inline Word random_word(Entropy& entropy) {
    std::array<std::uint8_t, 8> bytes{};
    entropy.fill(bytes);
    Word out = 0;
    for (const std::uint8_t b : bytes)
        out = out << 8U | b;
    return out;
}

inline Words random_residues(Entropy& entropy, std::size_t count, Word bound) {
    Words out;
    for (std::size_t i = 0; i < count; ++i)
        out.push_back(random_word(entropy) % bound);
    return out;
}

/// Every set that this machine has.
inline std::vector<InstructionSet> available_sets() {
    std::vector<InstructionSet> out;
    for (const auto set :
         {InstructionSet::portable, InstructionSet::avx2, InstructionSet::avx512_ifma})
        if (available(set)) out.push_back(set);
    return out;
}

}  // namespace theriac::he
