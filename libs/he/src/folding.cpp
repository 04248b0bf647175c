#include "folding.hpp"

#include <cmath>
#include <map>

namespace theriac::he {
namespace {

using SparseRow = std::map<std::uint32_t, std::int64_t>;

std::vector<SparseRow> rows_of(const LinearLayer& layer) {
    std::vector<SparseRow> out(layer.outputs);
    for (const RowGroup& group : layer.groups) {
        const std::int32_t* weight = group.weights.data();
        for (const std::uint32_t o : group.outputs)
            for (const std::uint32_t i : group.inputs)
                out[o][i] += *weight++;
    }
    return out;
}

std::vector<RowGroup> grouped(const std::vector<SparseRow>& rows) {
    std::map<std::vector<std::uint32_t>, RowGroup> groups;
    for (std::uint32_t o = 0; o < rows.size(); ++o) {
        std::vector<std::uint32_t> inputs;
        for (const auto& [input, weight] : rows[o])
            inputs.push_back(input);
        RowGroup& group = groups[inputs];
        group.inputs = inputs;
        group.outputs.push_back(o);
        for (const auto& [input, weight] : rows[o])
            group.weights.push_back(static_cast<std::int32_t>(weight));
    }
    std::vector<RowGroup> out;
    out.reserve(groups.size());
    for (auto& [inputs, group] : groups)
        out.push_back(std::move(group));
    return out;
}

LinearLayer identity(std::size_t width) {
    LinearLayer out{
        .name = "identity",
        .inputs = width,
        .outputs = width,
        .groups = {},
        .bias = std::vector<std::int64_t>(width)};
    for (std::uint32_t i = 0; i < width; ++i)
        out.groups.push_back({.inputs = {i}, .outputs = {i}, .weights = {1}});
    return out;
}

}  // namespace

Result<LinearLayer> multiplied(const LinearLayer& second, const LinearLayer& first) {
    const auto inner = rows_of(first);
    std::vector<SparseRow> rows(second.outputs);
    std::vector<std::uint64_t> bias(second.bias.begin(), second.bias.end());  // modulo 2^64
    std::vector<double> bias_size(second.bias.begin(), second.bias.end());
    const auto outer = rows_of(second);
    for (std::size_t o = 0; o < outer.size(); ++o)
        for (const auto& [middle, weight] : outer[o]) {
            for (const auto& [input, inner_weight] : inner[middle])
                rows[o][input] += weight * inner_weight;
            bias[o] +=
                static_cast<std::uint64_t>(weight) * static_cast<std::uint64_t>(first.bias[middle]);
            bias_size[o] += static_cast<double>(weight) * static_cast<double>(first.bias[middle]);
        }
    for (const SparseRow& row : rows)
        for (const auto& [input, weight] : row)
            if (weight > kMaxWeight || weight < -kMaxWeight)
                return fail(
                    Errc::too_large,
                    "network: " + first.name + " and " + second.name
                        + " have a product with weights above 32768");
    for (const double size : bias_size)
        if (std::abs(size) > std::exp2(kMaxOutputBits))
            return fail(
                Errc::too_large,
                "network: " + first.name + " and " + second.name
                    + " have a product with biases above 2^62");
    return LinearLayer{
        .name = first.name + " and " + second.name,
        .inputs = first.inputs,
        .outputs = second.outputs,
        .groups = grouped(rows),
        .bias = {bias.begin(), bias.end()}};
}

Result<void> NetworkFolder::add(LinearLayer layer) {
    if (layer.inputs != width_)
        return fail(
            Errc::malformed,
            "network: " + layer.name + " takes " + std::to_string(layer.inputs)
                + " values, and is given " + std::to_string(width_));
    width_ = layer.outputs;
    if (linear_is_open_) {
        THERIAC_TRY(product, multiplied(layer, layers_.back()));
        layers_.back() = std::move(product);
    } else {
        layers_.push_back(std::move(layer));
    }
    linear_is_open_ = true;
    return {};
}

Result<void> NetworkFolder::square() {
    if (!linear_is_open_) layers_.push_back(identity(width_));
    linear_is_open_ = false;
    return {};
}

std::vector<LinearLayer> NetworkFolder::layers() && {
    if (!linear_is_open_) layers_.push_back(identity(width_));
    return std::move(layers_);
}

}  // namespace theriac::he
