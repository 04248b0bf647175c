// Training that knows of quantisation: Adam or gradient descent, the last epochs through rounded
// weights.
#pragma once

#include "theriac/learning/wiping.hpp"
#include "theriac/quantise/quantised.hpp"
#include "theriac/quantise/training_spec.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace theriac::quantise {

/// Whole numbers that come from records.
using SecretIntegers = std::vector<std::int16_t, learning::WipingAllocator<std::int16_t>>;

/// Examples with quantised inputs.
struct Samples {
    std::size_t inputs = 0;
    SecretIntegers values;          ///< example by example
    learning::SecretLabels labels;  ///< the class; of a network with one output, 0 or 1

    [[nodiscard]] std::size_t count() const { return labels.size(); }

    [[nodiscard]] std::span<const std::int16_t> example(std::size_t i) const {
        return std::span(values).subspan(i * inputs, inputs);
    }
};

struct Fit {
    Network before;  ///< in floating point, as it stood before quantisation began
    QuantisedNetwork network;
    double loss = 0;          ///< mean over the last epoch's batches
    double worst_output = 0;  ///< no input within its range gives a larger one
};

struct EpochReport {
    std::size_t epoch = 0;  ///< from 1
    std::size_t epochs = 0;
    bool quantised = false;
    double loss = 0;
};

/// Trains as docs/formats/he-training.md says. One thread, sums in a fixed order, elementary
/// functions of our own: the same samples, spec and random numbers give the same bits.
///
/// @param shapes  of `spec.shapes(samples.inputs)`
/// @param tell    called after each epoch; may be empty
/// @return Errc::invalid_argument when a label has no output, when all are the same, or when the
///         loss passes all bounds; Errc::denied when no network of these layers stays within the
///         spec's output bits; Errc::too_large when neighbouring layers have a product whose
///         weights pass 32768
Result<Fit> fit_quantised(
    const Samples& samples,
    const TrainingSpec& spec,
    const std::vector<LayerShape>& shapes,
    const InputGrid& inputs,
    learning::Random random,
    const std::function<void(const EpochReport&)>& tell);

/// Mean loss over the examples `rows`, weighted, and its derivatives: logistic for one output,
/// cross-entropy of softmax for more.
struct LossAndGradient {
    double loss = 0;
    Network gradient;
};

struct LossOptions {
    std::vector<double> class_weights;
    double label_smoothing = 0;
};

LossAndGradient loss_and_gradient(
    Pass& pass,
    const Network& network,
    const Samples& samples,
    std::span<const std::size_t> rows,
    double input_step,
    const LossOptions& options);

/// The outputs of a network in floating point for example `i`.
std::span<const double> outputs_of(
    Pass& pass, const Network& network, const Samples& samples, std::size_t i, double input_step);

}  // namespace theriac::quantise
