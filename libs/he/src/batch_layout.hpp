// Where things lie in a batch and in a result (docs/formats/he-messages.md).
#pragma once

#include "theriac/he/plan.hpp"

#include "kernels.hpp"

#include <bit>

namespace theriac::he {

inline unsigned bits_of(Word q) {
    return static_cast<unsigned>(std::bit_width(q));
}

/// One polynomial modulo the first `primes` primes.
inline std::size_t packed_bytes(const PublicPlan& plan, std::size_t primes) {
    std::size_t bits = 0;
    for (std::size_t i = 0; i < primes; ++i)
        bits += bits_of(plan.chain[i]);
    return bits * plan.degree / 8;
}

/// For each prime, for each tile of kTileColumns values, for each input: its values, packed.
inline std::size_t batch_body_bytes(const PublicPlan& plan) {
    return plan.inputs * packed_bytes(plan, plan.chain.size());
}

/// For each output, for both parts, for each prime: its values, packed.
inline std::size_t result_body_bytes(const PublicPlan& plan) {
    return plan.outputs * 2 * packed_bytes(plan, plan.final_primes);
}

inline std::size_t tile_bytes(Word q) {
    return kTileColumns * bits_of(q) / 8;
}

/// Where in a batch's body the tile of input 0 begins.
inline std::size_t tile_offset(const PublicPlan& plan, std::size_t prime, std::size_t tile) {
    return plan.inputs * (packed_bytes(plan, prime) + tile * tile_bytes(plan.chain[prime]));
}

}  // namespace theriac::he
