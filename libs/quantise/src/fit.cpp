#include "theriac/quantise/fit.hpp"

#include "theriac/json/json.hpp"

#include "optimiser.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace theriac::quantise {

namespace {

std::unexpected<Error> unfit(const std::string& why) {
    return fail(Errc::invalid_argument, "training: " + why);
}

std::vector<std::size_t> count_classes(const Samples& samples, std::size_t classes) {
    std::vector<std::size_t> out(classes);
    for (const std::uint8_t label : samples.labels)
        if (label < classes) ++out[label];
    return out;
}

Result<void> check_labels(const Samples& samples, std::size_t classes) {
    const auto counts = count_classes(samples, classes);
    if (std::accumulate(counts.begin(), counts.end(), std::size_t{0}) != samples.count())
        return unfit("a label has no output; " + std::to_string(classes) + " classes");
    if (std::ranges::any_of(counts, [&](std::size_t n) { return n == samples.count(); }))
        return unfit("all rows have the same label");
    return {};
}

/// "balanced": rows / (classes * rows of the class), as scikit-learn has it.
std::vector<double> weights_of_classes(
    const Samples& samples, std::size_t classes, learning::ClassWeights rule) {
    std::vector<double> out(classes, 1);
    if (rule == learning::ClassWeights::none) return out;
    const auto counts = count_classes(samples, classes);
    const auto rows = static_cast<double>(samples.count());
    for (std::size_t k = 0; k < classes; ++k)
        if (counts[k] != 0)
            out[k] = rows / (static_cast<double>(classes) * static_cast<double>(counts[k]));
    return out;
}

class Trainer {
public:
    Trainer(
        const Samples& samples,
        const TrainingSpec& spec,
        const std::vector<LayerShape>& shapes,
        const InputGrid& inputs,
        learning::Random random)
        : samples_(samples),
          spec_(spec),
          inputs_(inputs),
          random_(random),
          network_(initial_network(shapes, random_)),
          pass_(shapes),
          optimiser_(network_, spec.optimiser()),
          order_(samples.count()) {
        std::iota(order_.begin(), order_.end(), std::size_t{0});
        const std::size_t classes = std::max<std::size_t>(2, network_.outputs());
        loss_ = {
            .class_weights = weights_of_classes(samples, classes, spec.optimiser().class_weights),
            .label_smoothing = spec.optimiser().label_smoothing};
    }

    Result<Fit> run(const std::function<void(const EpochReport&)>& tell) {
        const OptimiserSpec& optimiser = spec_.optimiser();
        Fit out;
        for (std::size_t epoch = 1; epoch <= optimiser.epochs; ++epoch) {
            if (epoch + optimiser.quantised_epochs == optimiser.epochs + 1) {
                out.before = network_;
                grid_ = fitted_grid(network_, inputs_);
            }
            if (grid_ && spec_.output_bits()) THERIAC_CHECK(keep_within_bits());
            THERIAC_TRY(loss, run_epoch());
            out.loss = loss;
            if (tell)
                tell(
                    {.epoch = epoch,
                     .epochs = optimiser.epochs,
                     .quantised = grid_.has_value(),
                     .loss = loss});
        }
        THERIAC_TRY(worst, keep_within_bits());
        out.worst_output = worst;
        THERIAC_TRY(network, quantised(network_, *grid_));
        out.network = std::move(network);
        return out;
    }

private:
    Result<double> run_epoch() {
        const OptimiserSpec& optimiser = spec_.optimiser();
        random_.shuffle(order_);
        double sum = 0;
        for (std::size_t start = 0; start < order_.size(); start += optimiser.batch_rows) {
            const std::size_t count = std::min(optimiser.batch_rows, order_.size() - start);
            THERIAC_TRY(loss, run_batch(std::span(order_).subspan(start, count)));
            sum += loss * static_cast<double>(count);
        }
        return sum / static_cast<double>(order_.size());
    }

    Result<double> run_batch(std::span<const std::size_t> rows) {
        const OptimiserSpec& optimiser = spec_.optimiser();
        std::optional<Network> rounded;
        if (grid_) {
            THERIAC_TRY(integers, quantised(network_, *grid_));
            rounded = dequantised(integers, *grid_);
        }
        // Straight through (Bengio et al. 2013): the slope at the rounded weights moves the ones
        // that are kept in full.
        LossAndGradient batch = loss_and_gradient(
            pass_, rounded ? *rounded : network_, samples_, rows, inputs_.step, loss_);
        if (!std::isfinite(batch.loss))
            return unfit("the loss passes all bounds; lower the learning rate");
        const double decay = optimiser.l2 / static_cast<double>(samples_.count());
        for (std::size_t l = 0; l < network_.layers.size(); ++l)
            for (std::size_t i = 0; i < network_.layers[l].weights.size(); ++i)
                batch.gradient.layers[l].weights[i] += decay * network_.layers[l].weights[i];
        optimiser_.step(
            network_, std::move(batch.gradient), static_cast<double>(steps_++) / steps_in_all());
        return batch.loss;
    }

    [[nodiscard]] double steps_in_all() const {
        const OptimiserSpec& optimiser = spec_.optimiser();
        const std::size_t batches =
            (order_.size() + optimiser.batch_rows - 1) / optimiser.batch_rows;
        return static_cast<double>(optimiser.epochs * batches);
    }

    /// Makes the grid coarser until no input gives an output past the spec's bits.
    ///
    /// @return the largest output
    Result<double> keep_within_bits() {
        constexpr int most = 200;
        for (int round = 0; round < most; ++round) {
            THERIAC_TRY(integers, quantised(network_, *grid_));
            THERIAC_TRY(network, executable(integers, "training"));
            const double worst = he::worst_case_output(network);
            if (!spec_.output_bits()) return worst;
            if (has_empty_layer(integers)) break;
            if (worst < std::exp2(*spec_.output_bits())) return worst;
            for (double& step : grid_->steps)
                step *= 1.0625;
        }
        return fail(
            Errc::denied,
            "training: no network of these layers keeps its outputs below 2^"
                + json::number_text(spec_.output_bits().value_or(0))
                + "; allow more \"output bits\", or fewer layers, inputs or units");
    }

    static bool has_empty_layer(const QuantisedNetwork& network) {
        return std::ranges::any_of(network.layers, [](const QuantisedLayer& layer) {
            return layer.shape.has_weights()
                   && std::ranges::all_of(layer.weights, [](std::int32_t w) { return w == 0; });
        });
    }

    const Samples& samples_;
    const TrainingSpec& spec_;
    InputGrid inputs_;
    learning::Random random_;
    Network network_;
    Pass pass_;
    Optimiser optimiser_;
    std::vector<std::size_t> order_;
    LossOptions loss_;
    std::optional<Grid> grid_;
    std::size_t steps_ = 0;
};

}  // namespace

Result<Fit> fit_quantised(
    const Samples& samples,
    const TrainingSpec& spec,
    const std::vector<LayerShape>& shapes,
    const InputGrid& inputs,
    learning::Random random,
    const std::function<void(const EpochReport&)>& tell) {
    THERIAC_EXPECTS(samples.values.size() == samples.inputs * samples.count());
    const std::size_t outputs = shapes.back().out.size();
    THERIAC_CHECK(check_labels(samples, std::max<std::size_t>(2, outputs)));
    return Trainer(samples, spec, shapes, inputs, random).run(tell);
}

}  // namespace theriac::quantise
