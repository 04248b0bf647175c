#include "theriac/quantise/quantised.hpp"

#include <algorithm>
#include <cmath>

namespace theriac::quantise {

namespace {

double rounded(double value, double step, std::int32_t most) {
    const auto bound = static_cast<double>(most);
    return std::clamp(std::nearbyint(value / step), -bound, bound);
}

double squared_error(const Layer& layer, double step) {
    double sum = 0;
    for (const double w : layer.weights) {
        const double away = w - (step * rounded(w, step, layer.shape.weight_most));
        sum += away * away;
    }
    return sum;
}

double fitted_step(const Layer& layer) {
    double largest = 0;
    for (const double w : layer.weights)
        largest = std::max(largest, std::abs(w));
    if (largest == 0) return 1;
    const double whole = largest / layer.shape.weight_most;
    double best = whole;
    double least = squared_error(layer, whole);
    for (int sixteenths = 15; sixteenths >= 1; --sixteenths) {
        const double step = whole * sixteenths / 16;
        const double error = squared_error(layer, step);
        if (error >= least) continue;
        best = step;
        least = error;
    }
    return best;
}

/// What one stands for, layer by layer.
class Scale {
public:
    explicit Scale(const Grid& grid) : grid_(&grid), now_(grid.inputs.step) {}

    /// Of the values that layer `l` gives.
    double through(const LayerShape& shape, std::size_t l) {
        if (shape.has_weights())
            now_ *= grid_->steps[l];
        else if (shape.kind == LayerKind::mean_pooling)
            now_ /= static_cast<double>(shape.kernel * shape.kernel);
        else
            now_ *= now_;
        return now_;
    }

private:
    const Grid* grid_;
    double now_;
};

}  // namespace

Grid fitted_grid(const Network& network, const InputGrid& inputs) {
    Grid out{.inputs = inputs, .steps = {}};
    for (const Layer& layer : network.layers)
        out.steps.push_back(layer.shape.has_weights() ? fitted_step(layer) : 0);
    return out;
}

Result<QuantisedNetwork> quantised(const Network& network, const Grid& grid) {
    QuantisedNetwork out{.layers = {}, .inputs = grid.inputs};
    Scale scale(grid);
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        const Layer& layer = network.layers[l];
        out.scale = scale.through(layer.shape, l);
        QuantisedLayer& to = out.layers.emplace_back();
        to.shape = layer.shape;
        for (const double w : layer.weights)
            to.weights.push_back(
                static_cast<std::int32_t>(rounded(w, grid.steps[l], layer.shape.weight_most)));
        for (const double b : layer.biases) {
            const double units = std::nearbyint(b / out.scale);
            if (!(std::abs(units) <= 0x1p53))
                return fail(
                    Errc::invalid_argument,
                    "training: a bias of layer " + std::to_string(l + 1)
                        + " passes 2^53 in its layer's units; lower \"most\" or \"weight most\" "
                          "below it");
            to.biases.push_back(static_cast<std::int64_t>(units));
        }
    }
    return out;
}

Network dequantised(const QuantisedNetwork& network, const Grid& grid) {
    Network out;
    Scale scale(grid);
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        const QuantisedLayer& from = network.layers[l];
        const double unit = scale.through(from.shape, l);
        Layer& to = out.layers.emplace_back();
        to.shape = from.shape;
        for (const std::int32_t w : from.weights)
            to.weights.push_back(w * grid.steps[l]);
        for (const std::int64_t b : from.biases)
            to.biases.push_back(static_cast<double>(b) * unit);
    }
    return out;
}

}  // namespace theriac::quantise
