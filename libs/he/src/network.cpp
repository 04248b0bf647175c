#include "theriac/he/network.hpp"

#include <algorithm>
#include <cmath>

namespace theriac::he {
namespace {

/// Calls `use(output, input, weight)` for each weight.
template <typename Use>
void for_each_weight(const LinearLayer& layer, Use use) {
    for (const RowGroup& group : layer.groups) {
        const std::int32_t* weight = group.weights.data();
        for (const std::uint32_t output : group.outputs)
            for (const std::uint32_t input : group.inputs)
                use(output, input, *weight++);
    }
}

struct Interval {
    double least;
    double most;
};

std::vector<Interval> through(const LinearLayer& layer, const std::vector<Interval>& in) {
    std::vector<Interval> out;
    for (const std::int64_t b : layer.bias)
        out.push_back({static_cast<double>(b), static_cast<double>(b)});
    for_each_weight(layer, [&](std::uint32_t o, std::uint32_t i, std::int32_t weight) {
        const double at_least = weight * (weight > 0 ? in[i].least : in[i].most);
        const double at_most = weight * (weight > 0 ? in[i].most : in[i].least);
        out[o] = {out[o].least + at_least, out[o].most + at_most};
    });
    return out;
}

Interval squared(const Interval& x) {
    const double a = x.least * x.least;
    const double b = x.most * x.most;
    const bool around_zero = x.least <= 0 && x.most >= 0;
    return {around_zero ? 0 : std::min(a, b), std::max(a, b)};
}

/// `Number` wraps (uint64) or rounds (double).
template <typename Number>
std::vector<Number> run(const Network& network, std::span<const std::int64_t> inputs) {
    THERIAC_EXPECTS(inputs.size() == network.inputs());
    std::vector<Number> values(inputs.begin(), inputs.end());
    for (const LinearLayer& layer : network.layers) {
        if (&layer != &network.layers.front())
            for (Number& x : values)
                x *= x;
        std::vector<Number> out(layer.bias.begin(), layer.bias.end());
        for_each_weight(layer, [&](std::uint32_t o, std::uint32_t i, std::int32_t weight) {
            out[o] += static_cast<Number>(weight) * values[i];
        });
        values = std::move(out);
    }
    return values;
}

}  // namespace

std::int32_t LinearLayer::max_weight() const {
    std::int32_t out = 0;
    for (const RowGroup& group : groups)
        for (const std::int32_t w : group.weights)
            out = std::max(out, std::abs(w));
    return out;
}

std::vector<std::int64_t> evaluate(const Network& network, std::span<const std::int64_t> inputs) {
    const auto values = run<std::uint64_t>(network, inputs);  // exact modulo 2^64
    return {values.begin(), values.end()};
}

std::vector<double> evaluate_approximately(
    const Network& network, std::span<const std::int64_t> inputs) {
    return run<double>(network, inputs);
}

double worst_case_output(const Network& network) {
    std::vector<Interval> values(
        network.inputs(),
        {static_cast<double>(network.input_min), static_cast<double>(network.input_max)});
    for (const LinearLayer& layer : network.layers) {
        if (&layer != &network.layers.front())
            std::ranges::transform(values, values.begin(), squared);
        values = through(layer, values);
    }
    double out = 0;
    for (const Interval& x : values)
        out = std::max({out, std::abs(x.least), std::abs(x.most)});
    return out;
}

}  // namespace theriac::he
