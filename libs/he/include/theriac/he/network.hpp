// Quantised networks with square activations: all weights, biases and inputs are integers.
#pragma once

#include "theriac/base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace theriac::he {

/// Rows of a matrix that have their weights at the same inputs: all rows of a dense layer; at one
/// position of a convolution, one row for each map.
struct RowGroup {
    std::vector<std::uint32_t> inputs;
    std::vector<std::uint32_t> outputs;
    std::vector<std::int32_t> weights;  ///< of output o and input i at o * inputs.size() + i
};

/// outputs = weights * inputs + bias
struct LinearLayer {
    std::string name;
    std::size_t inputs = 0;
    std::size_t outputs = 0;
    std::vector<RowGroup> groups;  ///< each output is in exactly one
    std::vector<std::int64_t> bias;

    /// The largest size of a weight.
    [[nodiscard]] std::int32_t max_weight() const;
};

/// Linear layers with a square of every value between each two. Neighbouring linear layers of a
/// file have been multiplied into one.
struct Network {
    std::string name;
    std::int64_t input_min = 0;
    std::int64_t input_max = 0;
    std::vector<LinearLayer> layers;

    [[nodiscard]] std::size_t inputs() const { return layers.front().inputs; }

    [[nodiscard]] std::size_t outputs() const { return layers.back().outputs; }

    [[nodiscard]] std::size_t squares() const { return layers.size() - 1; }
};

/// Weights are at most 2^15 in size, layers at most 2^16 wide.
inline constexpr std::int64_t kMaxWeight = std::int64_t{1} << 15U;
inline constexpr std::size_t kMaxWidth = std::size_t{1} << 16U;

/// Outputs, as plaintext or decrypted, are below 2^62 in size.
inline constexpr double kMaxOutputBits = 62;

/// Reads either form of docs/formats/he-network.md: a list of layers, or the fields of a network
/// for 28 x 28 images (`conv_w`, `fc1_w`, `fc2_w`, ...).
///
/// @return Errc::malformed; Errc::too_large
Result<Network> parse_network(std::string_view text);

/// The layers one after the other, in integers. Exact where the outputs are below 2^62, even if a
/// value between is not.
std::vector<std::int64_t> evaluate(const Network& network, std::span<const std::int64_t> inputs);

/// The same in floating point: how large outputs become where they may pass 2^62.
std::vector<double> evaluate_approximately(
    const Network& network, std::span<const std::int64_t> inputs);

/// No output is larger in size, whatever the inputs within their range: by intervals.
double worst_case_output(const Network& network);

}  // namespace theriac::he
