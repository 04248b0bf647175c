#include "theriac/quantise/network.hpp"

#include <algorithm>
#include <cmath>

namespace theriac::quantise {

namespace {

void dense(const Layer& layer, std::span<const double> in, std::vector<double>& out) {
    std::ranges::copy(layer.biases, out.begin());
    const double* weight = layer.weights.data();
    for (const double x : in) {
        for (double& y : out)
            y += x * *weight++;
    }
}

void dense_back(
    const Layer& layer,
    std::span<const double> in,
    std::span<const double> slope,
    Layer& gradient,
    std::vector<double>& below) {
    const std::size_t outputs = slope.size();
    for (std::size_t o = 0; o < outputs; ++o)
        gradient.biases[o] += slope[o];
    for (std::size_t i = 0; i < in.size(); ++i) {
        const double* weight = layer.weights.data() + (i * outputs);
        double* added = gradient.weights.data() + (i * outputs);
        for (std::size_t o = 0; o < outputs; ++o)
            added[o] += in[i] * slope[o];
        double sum = 0;
        for (std::size_t o = 0; o < outputs; ++o)
            sum += weight[o] * slope[o];
        below[i] = sum;
    }
}

/// Calls `use(output, input)` for each input of each window.
template <typename Use>
void for_each_pooled(const LayerShape& shape, Use use) {
    for (std::size_t o = 0; o < shape.out.size(); ++o) {
        const std::size_t row = o / shape.out.width;  // over all maps
        const std::size_t column = o % shape.out.width;
        for (std::size_t i = 0; i < shape.kernel; ++i)
            for (std::size_t j = 0; j < shape.kernel; ++j)
                use(o, ((row * shape.kernel + i) * shape.in.width) + (column * shape.kernel) + j);
    }
}

double one_window(const LayerShape& shape) {
    return 1.0 / static_cast<double>(shape.kernel * shape.kernel);
}

}  // namespace

Network initial_network(std::span<const LayerShape> shapes, learning::Random& random) {
    Network out;
    for (const LayerShape& shape : shapes) {
        Layer layer{
            .shape = shape,
            .weights = std::vector<double>(shape.weights()),
            .biases = std::vector<double>(shape.biases())};
        if (shape.has_weights()) {
            const double bound = std::sqrt(3.0 / static_cast<double>(shape.inputs_of_one()));
            for (double& w : layer.weights)
                w = bound * ((2 * random.uniform()) - 1);
        }
        out.layers.push_back(std::move(layer));
    }
    return out;
}

Network zeros_like(const Network& network) {
    Network out = network;
    for (Layer& layer : out.layers) {
        std::ranges::fill(layer.weights, 0.0);
        std::ranges::fill(layer.biases, 0.0);
    }
    return out;
}

Pass::Pass(std::span<const LayerShape> shapes) : positions_(shapes.size()) {
    values_.emplace_back(shapes.front().in.size());
    for (std::size_t l = 0; l < shapes.size(); ++l) {
        const LayerShape& shape = shapes[l];
        values_.emplace_back(shape.out.size());
        if (shape.kind != LayerKind::convolution) continue;
        for (std::size_t row = 0; row < shape.out.height; ++row)
            for (std::size_t column = 0; column < shape.out.width; ++column) {
                Position& taps = positions_[l].emplace_back();
                for (std::size_t place = 0; place < shape.kernel * shape.kernel; ++place) {
                    const std::size_t y = (row * shape.stride) + (place / shape.kernel);
                    const std::size_t x = (column * shape.stride) + (place % shape.kernel);
                    const std::size_t before = shape.pad_before;
                    if (y < before || x < before || y - before >= shape.in.height
                        || x - before >= shape.in.width)
                        continue;
                    taps.push_back(
                        {.input = static_cast<std::uint32_t>(
                             ((y - before) * shape.in.width) + x - before),
                         .place = static_cast<std::uint32_t>(place)});
                }
            }
    }
}

void Pass::convolve(const Layer& layer, std::size_t l) {
    const LayerShape& shape = layer.shape;
    const std::size_t picture = shape.in.height * shape.in.width;
    const std::size_t square = shape.kernel * shape.kernel;
    double* out = values_[l + 1].data();
    for (std::size_t map = 0; map < shape.out.maps; ++map)
        for (const Position& taps : positions_[l]) {
            double sum = layer.biases[map];
            for (std::size_t from = 0; from < shape.in.maps; ++from) {
                const double* weight =
                    layer.weights.data() + ((map * shape.in.maps + from) * square);
                const double* in = values_[l].data() + (from * picture);
                for (const Tap& tap : taps)
                    sum += weight[tap.place] * in[tap.input];
            }
            *out++ = sum;
        }
}

void Pass::convolve_back(const Layer& layer, std::size_t l, Layer& gradient) {
    const LayerShape& shape = layer.shape;
    const std::size_t picture = shape.in.height * shape.in.width;
    const std::size_t square = shape.kernel * shape.kernel;
    std::ranges::fill(below_, 0.0);
    const double* slope = slope_.data();
    for (std::size_t map = 0; map < shape.out.maps; ++map)
        for (const Position& taps : positions_[l]) {
            const double here = *slope++;
            gradient.biases[map] += here;
            for (std::size_t from = 0; from < shape.in.maps; ++from) {
                const std::size_t kernel = (map * shape.in.maps + from) * square;
                for (const Tap& tap : taps) {
                    const std::size_t input = (from * picture) + tap.input;
                    gradient.weights[kernel + tap.place] += here * values_[l][input];
                    below_[input] += here * layer.weights[kernel + tap.place];
                }
            }
        }
}

std::span<const double> Pass::forward(const Network& network, std::span<const double> inputs) {
    std::ranges::copy(inputs, values_.front().begin());
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        const Layer& layer = network.layers[l];
        const std::vector<double>& in = values_[l];
        std::vector<double>& out = values_[l + 1];
        switch (layer.shape.kind) {
            case LayerKind::dense:
                dense(layer, in, out);
                break;
            case LayerKind::convolution:
                convolve(layer, l);
                break;
            case LayerKind::mean_pooling:
                std::ranges::fill(out, 0.0);
                for_each_pooled(
                    layer.shape, [&](std::size_t o, std::size_t i) { out[o] += in[i]; });
                for (double& y : out)
                    y *= one_window(layer.shape);
                break;
            case LayerKind::square:
                std::ranges::transform(in, out.begin(), [](double x) { return x * x; });
                break;
        }
    }
    return values_.back();
}

void Pass::backward(const Network& network, std::span<const double> slope, Network& gradient) {
    slope_.assign(slope.begin(), slope.end());
    for (std::size_t l = network.layers.size(); l-- > 0;) {
        const Layer& layer = network.layers[l];
        const std::vector<double>& in = values_[l];
        below_.assign(in.size(), 0.0);
        switch (layer.shape.kind) {
            case LayerKind::dense:
                dense_back(layer, in, slope_, gradient.layers[l], below_);
                break;
            case LayerKind::convolution:
                convolve_back(layer, l, gradient.layers[l]);
                break;
            case LayerKind::mean_pooling:
                for_each_pooled(layer.shape, [&](std::size_t o, std::size_t i) {
                    below_[i] = slope_[o] * one_window(layer.shape);
                });
                break;
            case LayerKind::square:
                for (std::size_t i = 0; i < in.size(); ++i)
                    below_[i] = 2 * in[i] * slope_[i];
                break;
        }
        std::swap(slope_, below_);
    }
}

}  // namespace theriac::quantise
