#include "prepared.hpp"

#include <algorithm>
#include <bit>

namespace theriac::he {
namespace {

PreparedGroup prepared(const RowGroup& group, unsigned shift) {
    PreparedGroup out{.inputs = group.inputs, .outputs = group.outputs, .weights = {}};
    const std::size_t taps = group.inputs.size();
    out.weights.resize(out.blocks() * taps * kRowBlock);
    const auto place = [&](std::size_t row, std::size_t k) -> Word& {
        return out.weights[(row / kRowBlock * taps + k) * kRowBlock + row % kRowBlock];
    };
    for (std::size_t k = 0; k < taps; ++k) {
        for (std::size_t row = 0; row < group.outputs.size(); ++row)
            place(row, k) =
                static_cast<Word>(group.weights[row * taps + k] + (std::int64_t{1} << shift));
        place(group.outputs.size(), k) = 1;
    }
    return out;
}

}  // namespace

PreparedLayer::PreparedLayer(const LinearLayer& layer)
    : name(layer.name),
      inputs(layer.inputs),
      outputs(layer.outputs),
      shift(static_cast<unsigned>(std::bit_width(static_cast<unsigned>(layer.max_weight())))),
      bias(layer.bias) {
    for (const RowGroup& group : layer.groups) {
        groups.push_back(prepared(group, shift));
        most_blocks = std::max(most_blocks, groups.back().blocks());
    }
}

PreparedNetwork::PreparedNetwork(const Plan& plan) : layers_(std::make_unique<Layers>()) {
    for (const LinearLayer& layer : plan.network.layers)
        layers_->all.emplace_back(layer);
    if (plan.open.flood_bits > 0) layers_->flood_length = plan.flood_length();
}

PreparedNetwork::~PreparedNetwork() = default;
PreparedNetwork::PreparedNetwork(PreparedNetwork&&) noexcept = default;
PreparedNetwork& PreparedNetwork::operator=(PreparedNetwork&&) noexcept = default;

void run_tile(
    const PreparedLayer& layer,
    const Kernels& kernels,
    const Modulus& q,
    const Word* in,
    Word* out,
    Word* sums,
    const Word* bias) {
    constexpr std::size_t kBlockWords = kRowBlock * kTileColumns;
    for (const PreparedGroup& group : layer.groups) {
        const std::size_t block_weights = group.inputs.size() * kRowBlock;
        for (std::size_t block = 0; block < group.blocks(); ++block)
            kernels.weighted_sums(
                {.inputs = in,
                 .stride = kTileColumns,
                 .chosen = group.inputs,
                 .weights = group.weights.data() + block * block_weights,
                 .sums = sums + block * kBlockWords});
        kernels.finish_sums(
            {.sums = sums,
             .ones = sums + group.outputs.size() * kTileColumns,
             .outputs = group.outputs,
             .bias = bias,
             .out = out,
             .shift = layer.shift,
             .lift = (static_cast<Word>(group.inputs.size()) << layer.shift) * q.value()},
            q);
    }
}

}  // namespace theriac::he
