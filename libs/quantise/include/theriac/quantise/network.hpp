// Networks with square activations in floating point, forward and backward.
#pragma once

#include "theriac/learning/random.hpp"
#include "theriac/quantise/shape.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace theriac::quantise {

struct Layer {
    LayerShape shape;
    /// Dense: of input i and output o at i * outputs + o. Convolution: a square for each map, and
    /// in it each map below, row by row.
    std::vector<double> weights;
    std::vector<double> biases;
};

struct Network {
    std::vector<Layer> layers;

    [[nodiscard]] std::size_t inputs() const { return layers.front().shape.in.size(); }

    [[nodiscard]] std::size_t outputs() const { return layers.back().shape.out.size(); }
};

/// Weights between -b and b for b = sqrt(3 / inputs of one output), so that values neither grow nor
/// shrink (variance 1 / inputs); biases zero.
Network initial_network(std::span<const LayerShape> shapes, learning::Random& random);

/// The same layers with nothing but zeros.
Network zeros_like(const Network& network);

/// Goes through networks of one shape, one example at a time; keeps the values between.
class Pass {
public:
    explicit Pass(std::span<const LayerShape> shapes);

    /// The outputs.
    std::span<const double> forward(const Network& network, std::span<const double> inputs);

    /// Adds the derivatives of the last example's loss to `gradient`.
    ///
    /// @param slope  of the loss by each output
    void backward(const Network& network, std::span<const double> slope, Network& gradient);

private:
    /// One tap of a kernel at one position, within the picture.
    struct Tap {
        std::uint32_t input;
        std::uint32_t place;
    };

    using Position = std::vector<Tap>;

    std::vector<std::vector<Position>> positions_;  // of each convolution
    std::vector<std::vector<double>> values_;       // inputs, and each layer's outputs
    std::vector<double> slope_;                     // by a layer's outputs
    std::vector<double> below_;                     // by its inputs

    void convolve(const Layer& layer, std::size_t l);
    void convolve_back(const Layer& layer, std::size_t l, Layer& gradient);
};

}  // namespace theriac::quantise
