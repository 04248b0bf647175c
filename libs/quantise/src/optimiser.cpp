#include "optimiser.hpp"

#include <cmath>
#include <numbers>

namespace theriac::quantise {

namespace {

constexpr double kFirst = 0.9;
constexpr double kSecond = 0.999;
constexpr double kEpsilon = 1e-8;
constexpr double kMomentum = 0.9;

double squared_length(const Network& gradient) {
    double sum = 0;
    for (const Layer& layer : gradient.layers) {
        for (const double w : layer.weights)
            sum += w * w;
        for (const double b : layer.biases)
            sum += b * b;
    }
    return sum;
}

void shorten(Network& gradient) {
    const double length = std::sqrt(squared_length(gradient));
    if (!(length > Optimiser::kLongestGradient)) return;
    const double factor = Optimiser::kLongestGradient / length;
    for (Layer& layer : gradient.layers) {
        for (double& w : layer.weights)
            w *= factor;
        for (double& b : layer.biases)
            b *= factor;
    }
}

}  // namespace

double cosine_decay(double x) {
    // cos(pi x) = -sin(y) for y = pi (x - 1/2), by its Taylor series; the first term left out is
    // below 2^-50.
    const double y = std::numbers::pi * (x - 0.5);
    double sum = 0;
    for (int n = 19; n >= 3; n -= 2)
        sum = (1 + sum) * (-(y * y) / (n * (n - 1)));
    return 0.5 * (1 - (y * (1 + sum)));
}

void Optimiser::move(
    std::vector<double>& values, const std::vector<double>& slope, std::size_t l, bool biases) {
    std::vector<double>& first = biases ? first_.layers[l].biases : first_.layers[l].weights;
    std::vector<double>& second = biases ? second_.layers[l].biases : second_.layers[l].weights;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (spec_.method == Method::sgd) {
            first[i] = (kMomentum * first[i]) + slope[i];
            values[i] -= length_ * first[i];
            continue;
        }
        first[i] = (kFirst * first[i]) + ((1 - kFirst) * slope[i]);
        second[i] = (kSecond * second[i]) + ((1 - kSecond) * slope[i] * slope[i]);
        values[i] -= length_ * first[i] / (std::sqrt(second[i]) + kEpsilon);
    }
}

void Optimiser::step(Network& network, Network gradient, double progress) {
    shorten(gradient);
    const double decay = spec_.schedule == Schedule::cosine ? cosine_decay(progress) : 1;
    length_ = spec_.learning_rate * decay;
    if (spec_.method == Method::adam) {
        decayed_first_ *= kFirst;
        decayed_second_ *= kSecond;
        length_ *= std::sqrt(1 - decayed_second_) / (1 - decayed_first_);
    }
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        move(network.layers[l].weights, gradient.layers[l].weights, l, false);
        move(network.layers[l].biases, gradient.layers[l].biases, l, true);
    }
}

}  // namespace theriac::quantise
