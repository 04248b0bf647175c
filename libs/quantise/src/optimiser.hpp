// How a gradient moves the weights.
#pragma once

#include "theriac/quantise/network.hpp"
#include "theriac/quantise/training_spec.hpp"

namespace theriac::quantise {

/// Adam (Kingma and Ba 2015) with its usual decay rates, or gradient descent with momentum 0.9. A
/// gradient longer than `kLongestGradient` is shortened to that: squares make some steep.
class Optimiser {
public:
    static constexpr double kLongestGradient = 5;

    Optimiser(const Network& network, const OptimiserSpec& spec)
        : spec_(spec), first_(zeros_like(network)), second_(zeros_like(network)) {}

    /// @param progress  the part of all steps that is done: 0 at the first
    void step(Network& network, Network gradient, double progress);

private:
    void move(
        std::vector<double>& values, const std::vector<double>& slope, std::size_t l, bool biases);

    OptimiserSpec spec_;
    Network first_;
    Network second_;
    double decayed_first_ = 1;
    double decayed_second_ = 1;
    double length_ = 0;
};

/// (1 + cos(pi x)) / 2 for x within [0, 1], from additions and multiplications alone.
double cosine_decay(double x);

}  // namespace theriac::quantise
