// A multilayer perceptron with one output, trained by Adam on the logistic loss.
#pragma once

#include "theriac/base/result.hpp"
#include "theriac/learning/logistic_regression.hpp"
#include "theriac/learning/network.hpp"
#include "theriac/learning/random.hpp"
#include "theriac/learning/spec.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace theriac::learning {

struct MlpFit {
    Network network;
    std::size_t epochs = 0;  ///< after which the network stood as it is returned
    /// Mean loss, without penalty, of the rows that decide when to stop, or of the last epoch's
    /// batches where none do.
    double loss = 0;
};

/// Trains as docs/formats/model-spec.md says. One thread, sums in a fixed order: the same design
/// and seed give the same bits.
///
/// @param random  gives the initial weights and the order of rows
/// @return Errc::invalid_argument when the labels are all the same, when rows are too few to hold
///         some out, or when the loss passes all bounds
Result<MlpFit> fit_mlp(
    const Design& design, const NetworkShape& shape, const Optimiser& optimiser, Random random);

/// Weights between -b and b: b = sqrt(6 / inputs) before a rectified layer (He et al. 2015), and
/// sqrt(6 / (inputs + outputs)) before tanh and in the last layer (Glorot and Bengio 2010). Biases
/// zero.
Network initial_network(std::size_t inputs, const NetworkShape& shape, Random& random);

/// The loss that one batch adds, and its derivatives.
struct LossAndGradient {
    double loss = 0;   ///< mean over the batch, with the penalty
    Network gradient;  ///< of `loss`, in the places of the weights and biases
};

/// mean over `rows` of class weight * log(1 + exp(-y f)) + l2 / (2 * number of rows) * sum of
/// squared weights (not biases), as scikit-learn's MLPClassifier has it.
///
/// @param class_weights  of negative and of positive rows
LossAndGradient loss_and_gradient(
    const Network& network,
    const Design& design,
    std::span<const std::size_t> rows,
    std::span<const double, 2> class_weights,
    double l2);

}  // namespace theriac::learning
