// A multilayer perceptron that is trained already: enough to predict.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace theriac::learning {

enum class Activation : std::uint8_t { relu, tanh };

/// "relu" or "tanh".
std::string_view name(Activation activation);

/// outputs[o] = biases[o] + sum over i of inputs[i] * weights[i * outputs + o]
struct Layer {
    std::size_t inputs = 0;
    std::size_t outputs = 0;
    std::vector<double> weights;
    std::vector<double> biases;

    bool operator==(const Layer&) const = default;
};

/// Layers one after the other, with the activation between them and none after the last, which has
/// one output: the log-odds.
struct Network {
    Activation activation = Activation::relu;
    std::vector<Layer> layers;

    bool operator==(const Network&) const = default;
};

/// The log-odds of a row.
///
/// @param row  as many values as the first layer has inputs
double score(const Network& network, std::span<const double> row);

}  // namespace theriac::learning
