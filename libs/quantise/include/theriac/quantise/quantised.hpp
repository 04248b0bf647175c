// A network whose weights, biases and inputs are whole numbers, as libs/he computes it.
#pragma once

#include "theriac/he/network.hpp"
#include "theriac/quantise/network.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace theriac::quantise {

/// Whole numbers that stand for inputs.
struct InputGrid {
    std::int32_t least = 0;
    std::int32_t most = 1;
    double step = 1;  ///< what one stands for
};

/// What one stands for in a layer's quantised weights, for each layer; 0 where it has none.
struct Grid {
    InputGrid inputs;
    std::vector<double> steps;
};

/// For each layer the step of which the rounded weights are nearest to the weights, in the sum of
/// squares, among 1/16, 2/16, ... 16/16 of the largest weight over `weight_most`.
Grid fitted_grid(const Network& network, const InputGrid& inputs);

struct QuantisedLayer {
    LayerShape shape;
    std::vector<std::int32_t> weights;  ///< in the order of Layer
    std::vector<std::int64_t> biases;
};

struct QuantisedNetwork {
    std::vector<QuantisedLayer> layers;
    InputGrid inputs;
    double scale = 1;  ///< an output times this is the output of the network in floating point
};

/// Weights rounded to the grid, ties to even, and cut off at `weight_most`; biases rounded to what
/// one stands for in their layer's sums.
///
/// @return Errc::invalid_argument when a bias is above 2^53 there
Result<QuantisedNetwork> quantised(const Network& network, const Grid& grid);

/// The network in floating point that has the quantised one's values at every point.
Network dequantised(const QuantisedNetwork& network, const Grid& grid);

/// As docs/formats/he-network.md has it, by layers.
std::string network_text(const QuantisedNetwork& network, const std::string& name);

/// As the same page has it for pictures of 28 x 28; the layers must be those of that form.
Result<std::string> picture_network_text(const QuantisedNetwork& network, const std::string& name);

/// The network as libs/he reads it.
///
/// @return what `he::parse_network` refuses: neighbouring layers whose product is too large
Result<he::Network> executable(const QuantisedNetwork& network, const std::string& name);

}  // namespace theriac::quantise
