#include "theriac/learning/elementary.hpp"
#include "theriac/quantise/fit.hpp"

#include <algorithm>
#include <cmath>

namespace theriac::quantise {

namespace {

/// Of one example; `slope` becomes the derivative by each output.
double logistic_loss(double f, double truth, std::vector<double>& slope) {
    slope[0] = learning::logistic(f) - truth;
    return learning::softplus(f) - (truth * f);
}

/// log(sum of e^f), one after the other: log(e^a + e^b) = a + log(1 + e^(b - a)).
double log_sum(std::span<const double> f) {
    double out = f[0];
    for (const double x : f.subspan(1))
        out += learning::softplus(x - out);
    return out;
}

double softmax_loss(
    std::span<const double> f, std::size_t label, double smoothing, std::vector<double>& slope) {
    const double whole = log_sum(f);
    const double share = smoothing / static_cast<double>(f.size());
    double loss = 0;
    for (std::size_t k = 0; k < f.size(); ++k) {
        const double truth = share + (k == label ? 1 - smoothing : 0);
        loss += truth * (whole - f[k]);
        slope[k] = learning::portable_exp(f[k] - whole) - truth;
    }
    return loss;
}

}  // namespace

std::span<const double> outputs_of(
    Pass& pass, const Network& network, const Samples& samples, std::size_t i, double input_step) {
    std::vector<double> in(samples.inputs);
    std::ranges::transform(
        samples.example(i), in.begin(), [&](std::int16_t x) { return x * input_step; });
    return pass.forward(network, in);
}

LossAndGradient loss_and_gradient(
    Pass& pass,
    const Network& network,
    const Samples& samples,
    std::span<const std::size_t> rows,
    double input_step,
    const LossOptions& options) {
    THERIAC_EXPECTS(!rows.empty());
    LossAndGradient out{.loss = 0, .gradient = zeros_like(network)};
    std::vector<double> slope(network.outputs());
    for (const std::size_t row : rows) {
        const auto f = outputs_of(pass, network, samples, row, input_step);
        const std::size_t label = samples.labels[row];
        const double smoothing = options.label_smoothing;
        const double loss =
            f.size() == 1
                ? logistic_loss(f[0], label == 0 ? smoothing / 2 : 1 - (smoothing / 2), slope)
                : softmax_loss(f, label, smoothing, slope);
        out.loss += options.class_weights[label] * loss;
        for (double& s : slope)
            s *= options.class_weights[label];
        pass.backward(network, slope, out.gradient);
    }
    const auto count = static_cast<double>(rows.size());
    out.loss /= count;
    for (Layer& layer : out.gradient.layers) {
        for (double& w : layer.weights)
            w /= count;
        for (double& b : layer.biases)
            b /= count;
    }
    return out;
}

}  // namespace theriac::quantise
