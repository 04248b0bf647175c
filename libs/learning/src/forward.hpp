// One layer's step, for training and for predicting.
#pragma once

#include "theriac/learning/elementary.hpp"
#include "theriac/learning/network.hpp"
#include "theriac/learning/wiping.hpp"

#include <algorithm>

namespace theriac::learning {

/// Sums run over the inputs in their order, each output apart, so that a compiler may take several
/// outputs at once without changing a bit.
inline void apply(const Layer& layer, const SecretDoubles& in, SecretDoubles& out) {
    out.assign(layer.biases.begin(), layer.biases.end());
    for (std::size_t i = 0; i < layer.inputs; ++i) {
        const double* weights = &layer.weights[i * layer.outputs];
        for (std::size_t o = 0; o < layer.outputs; ++o)
            out[o] += in[i] * weights[o];
    }
}

inline void activate(Activation activation, SecretDoubles& values) {
    for (double& v : values)
        v = activation == Activation::relu ? std::max(v, 0.0) : portable_tanh(v);
}

/// The activation's derivative where its value is `value`.
inline double slope(Activation activation, double value) {
    if (activation == Activation::relu) return value > 0 ? 1.0 : 0.0;
    return 1.0 - (value * value);
}

}  // namespace theriac::learning
