// A linear layer as the kernels take it, and running it on one tile.
#pragma once

#include "theriac/he/context.hpp"
#include "theriac/he/network.hpp"
#include "theriac/he/predict.hpp"

#include "kernels.hpp"

#include <vector>

namespace theriac::he {

/// Weights w are stored as w + 2^shift, which is not negative; a further row of ones gives what
/// must be taken off again.
struct PreparedGroup {
    std::vector<std::uint32_t> inputs;
    std::vector<std::uint32_t> outputs;
    Words weights;  ///< block by block of kRowBlock rows, input by input

    [[nodiscard]] std::size_t blocks() const {
        return (outputs.size() + 1 + kRowBlock - 1) / kRowBlock;
    }
};

struct PreparedLayer {
    std::string name;
    std::size_t inputs;
    std::size_t outputs;
    unsigned shift;
    std::size_t most_blocks = 0;
    std::vector<PreparedGroup> groups;
    std::vector<std::int64_t> bias;

    explicit PreparedLayer(const LinearLayer& layer);
};

struct PreparedNetwork::Layers {
    std::vector<PreparedLayer> all;
    unsigned flood_length = 0;
};

/// out = weights * in + bias on one tile, modulo q.
///
/// @param in     kTileColumns words for each input
/// @param sums   room for most_blocks * kRowBlock * kTileColumns words
/// @param bias   a residue for each output, or null
void run_tile(
    const PreparedLayer& layer,
    const Kernels& kernels,
    const Modulus& q,
    const Word* in,
    Word* out,
    Word* sums,
    const Word* bias);

}  // namespace theriac::he
