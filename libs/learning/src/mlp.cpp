#include "theriac/learning/mlp.hpp"

#include "theriac/learning/elementary.hpp"

#include "forward.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>

namespace theriac::learning {

namespace {

std::unexpected<Error> unfit(const std::string& why) {
    return fail(Errc::invalid_argument, "mlp: " + why);
}

bool is_positive(const Design& design, std::size_t row) {
    return design.targets[row] != 0;
}

/// A network of the same shape with nothing but zeros.
Network zeros_like(const Network& network) {
    Network out = network;
    for (Layer& layer : out.layers) {
        std::ranges::fill(layer.weights, 0.0);
        std::ranges::fill(layer.biases, 0.0);
    }
    return out;
}

/// Goes forward and backward through a network, one row at a time, adding up the gradient.
class Backpropagation {
public:
    explicit Backpropagation(const Network& network)
        : network_(network), gradient_(zeros_like(network)), values_(network.layers.size() + 1) {}

    /// @return the row's loss without its weight
    double add(std::span<const double> row, bool positive, double weight) {
        forward(row);
        const double f = values_.back()[0];
        delta_.assign(1, weight * (logistic(f) - (positive ? 1.0 : 0.0)));
        for (std::size_t l = network_.layers.size(); l-- > 0;)
            backward(l);
        return softplus(positive ? -f : f);
    }

    Network& gradient() { return gradient_; }

private:
    void forward(std::span<const double> row) {
        values_[0].assign(row.begin(), row.end());
        for (std::size_t l = 0; l < network_.layers.size(); ++l) {
            apply(network_.layers[l], values_[l], values_[l + 1]);
            if (l + 1 < network_.layers.size()) activate(network_.activation, values_[l + 1]);
        }
    }

    // `delta_` is the derivative by the layer's outputs, and becomes that by its inputs.
    void backward(std::size_t l) {
        const Layer& layer = network_.layers[l];
        Layer& gradient = gradient_.layers[l];
        below_.assign(layer.inputs, 0.0);
        for (std::size_t o = 0; o < layer.outputs; ++o)
            gradient.biases[o] += delta_[o];
        for (std::size_t i = 0; i < layer.inputs; ++i) {
            const double value = values_[l][i];
            for (std::size_t o = 0; o < layer.outputs; ++o)
                gradient.weights[(i * layer.outputs) + o] += value * delta_[o];
            if (l > 0) below_[i] = through(layer, i) * slope(network_.activation, value);
        }
        std::swap(delta_, below_);
    }

    [[nodiscard]] double through(const Layer& layer, std::size_t input) const {
        double sum = 0;
        for (std::size_t o = 0; o < layer.outputs; ++o)
            sum += layer.weights[(input * layer.outputs) + o] * delta_[o];
        return sum;
    }

    const Network& network_;
    Network gradient_;
    std::vector<SecretDoubles> values_;  // inputs, and each layer's outputs
    SecretDoubles delta_;
    SecretDoubles below_;
};

/// Adam (Kingma and Ba 2015) with its usual decay rates.
class Adam {
public:
    Adam(const Network& network, double rate)
        : rate_(rate), first_(zeros_like(network)), second_(zeros_like(network)) {}

    void step(Network& network, const Network& gradient) {
        decayed_first_ *= kFirst;
        decayed_second_ *= kSecond;
        const double length = rate_ * std::sqrt(1 - decayed_second_) / (1 - decayed_first_);
        for (std::size_t l = 0; l < network.layers.size(); ++l) {
            Layer& layer = network.layers[l];
            const Layer& slope = gradient.layers[l];
            move(
                layer.weights,
                slope.weights,
                first_.layers[l].weights,
                second_.layers[l].weights,
                length);
            move(
                layer.biases,
                slope.biases,
                first_.layers[l].biases,
                second_.layers[l].biases,
                length);
        }
    }

private:
    static constexpr double kFirst = 0.9;
    static constexpr double kSecond = 0.999;
    static constexpr double kEpsilon = 1e-8;

    static void move(
        std::vector<double>& values,
        const std::vector<double>& gradient,
        std::vector<double>& first,
        std::vector<double>& second,
        double length) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            first[i] = (kFirst * first[i]) + ((1 - kFirst) * gradient[i]);
            second[i] = (kSecond * second[i]) + ((1 - kSecond) * gradient[i] * gradient[i]);
            values[i] -= length * first[i] / (std::sqrt(second[i]) + kEpsilon);
        }
    }

    double rate_;
    double decayed_first_ = 1;
    double decayed_second_ = 1;
    Network first_;
    Network second_;
};

/// "balanced": rows / (2 * rows of the class), as scikit-learn has it.
std::array<double, 2> weights_of_classes(const Design& design, ClassWeights rule) {
    if (rule == ClassWeights::none) return {1, 1};
    const auto rows = static_cast<double>(design.rows());
    const auto positive =
        static_cast<double>(std::ranges::count_if(design.targets, [](double t) { return t != 0; }));
    return {rows / (2 * (rows - positive)), rows / (2 * positive)};
}

class MlpTrainer {
public:
    MlpTrainer(
        const Design& design, const NetworkShape& shape, const Optimiser& optimiser, Random random)
        : design_(design),
          optimiser_(optimiser),
          random_(random),
          class_weights_(weights_of_classes(design, optimiser.class_weights)),
          network_(initial_network(design.columns, shape, random_)),
          adam_(network_, optimiser.learning_rate),
          order_(design.rows()) {
        std::iota(order_.begin(), order_.end(), std::size_t{0});
    }

    Result<MlpFit> run() {
        THERIAC_CHECK(hold_out());
        MlpFit best{.network = network_, .loss = std::numeric_limits<double>::infinity()};
        std::size_t stale = 0;
        for (std::size_t epoch = 1; epoch <= optimiser_.epochs; ++epoch) {
            const double trained = run_epoch();
            const double loss = held_out_.empty() ? trained : loss_of(held_out_);
            if (!std::isfinite(loss))
                return unfit("the loss passes all bounds; lower the learning rate");
            const bool better = loss < best.loss - tolerance();
            if (held_out_.empty() || loss < best.loss)
                best = {.network = network_, .epochs = epoch, .loss = loss};
            stale = better ? 0 : stale + 1;
            if (optimiser_.early_stopping && stale == optimiser_.early_stopping->patience) break;
        }
        return best;
    }

private:
    [[nodiscard]] double tolerance() const {
        return optimiser_.early_stopping ? optimiser_.early_stopping->tolerance : 0;
    }

    // Sets aside the rows that decide when to stop.
    Result<void> hold_out() {
        if (!optimiser_.early_stopping) return {};
        const std::size_t count = order_.size() / optimiser_.early_stopping->one_in;
        if (count == 0) return unfit("too few rows to hold some out for early stopping");
        random_.shuffle(order_);
        const auto end = order_.begin() + static_cast<std::ptrdiff_t>(count);
        held_out_.assign(order_.begin(), end);
        order_.erase(order_.begin(), end);
        return {};
    }

    double run_epoch() {
        random_.shuffle(order_);
        double sum = 0;
        for (std::size_t start = 0; start < order_.size(); start += optimiser_.batch_rows) {
            const std::size_t count = std::min(optimiser_.batch_rows, order_.size() - start);
            const LossAndGradient batch = loss_and_gradient(
                network_,
                design_,
                std::span(order_).subspan(start, count),
                class_weights_,
                optimiser_.l2);
            adam_.step(network_, batch.gradient);
            sum += batch.loss * static_cast<double>(count);
        }
        return sum / static_cast<double>(order_.size());
    }

    [[nodiscard]] double loss_of(std::span<const std::size_t> rows) const {
        double sum = 0;
        for (const std::size_t row : rows) {
            const double f = score(network_, design_.row(row));
            const bool positive = is_positive(design_, row);
            sum += class_weights_[positive ? 1 : 0] * softplus(positive ? -f : f);
        }
        return sum / static_cast<double>(rows.size());
    }

    const Design& design_;
    const Optimiser& optimiser_;
    Random random_;
    std::array<double, 2> class_weights_;
    Network network_;
    Adam adam_;
    std::vector<std::size_t> order_;
    std::vector<std::size_t> held_out_;
};

Layer initial_layer(std::size_t inputs, std::size_t outputs, double bound, Random& random) {
    Layer layer{
        .inputs = inputs,
        .outputs = outputs,
        .weights = std::vector<double>(inputs * outputs),
        .biases = std::vector<double>(outputs)};
    for (double& weight : layer.weights)
        weight = bound * ((2 * random.uniform()) - 1);
    return layer;
}

double squared_weights(const Network& network) {
    double sum = 0;
    for (const Layer& layer : network.layers)
        for (const double w : layer.weights)
            sum += w * w;
    return sum;
}

}  // namespace

Network initial_network(std::size_t inputs, const NetworkShape& shape, Random& random) {
    Network out{.activation = shape.activation, .layers = {}};
    for (const std::size_t outputs : shape.hidden) {
        const std::size_t fans = inputs + (shape.activation == Activation::relu ? 0 : outputs);
        const double bound = std::sqrt(6.0 / static_cast<double>(fans));
        out.layers.push_back(initial_layer(inputs, outputs, bound, random));
        inputs = outputs;
    }
    const double bound = std::sqrt(6.0 / static_cast<double>(inputs + 1));
    out.layers.push_back(initial_layer(inputs, 1, bound, random));
    return out;
}

LossAndGradient loss_and_gradient(
    const Network& network,
    const Design& design,
    std::span<const std::size_t> rows,
    std::span<const double, 2> class_weights,
    double l2) {
    THERIAC_EXPECTS(!rows.empty());
    Backpropagation pass(network);
    double loss = 0;
    for (const std::size_t row : rows) {
        const bool positive = is_positive(design, row);
        const double weight = class_weights[positive ? 1 : 0];
        loss += weight * pass.add(design.row(row), positive, weight);
    }
    const auto count = static_cast<double>(rows.size());
    Network& gradient = pass.gradient();
    for (std::size_t l = 0; l < gradient.layers.size(); ++l) {
        Layer& layer = gradient.layers[l];
        for (std::size_t i = 0; i < layer.weights.size(); ++i)
            layer.weights[i] = (layer.weights[i] + (l2 * network.layers[l].weights[i])) / count;
        for (double& bias : layer.biases)
            bias /= count;
    }
    loss += 0.5 * l2 * squared_weights(network);
    return {.loss = loss / count, .gradient = std::move(gradient)};
}

Result<MlpFit> fit_mlp(
    const Design& design, const NetworkShape& shape, const Optimiser& optimiser, Random random) {
    THERIAC_EXPECTS(design.values.size() == design.rows() * design.columns);
    if (!has_both_classes(design)) return unfit("all rows have the same label");
    return MlpTrainer(design, shape, optimiser, random).run();
}

}  // namespace theriac::learning
