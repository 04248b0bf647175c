// From tables of records to a network for encrypted prediction, and how good it is.
#pragma once

#include "theriac/learning/trainer.hpp"
#include "theriac/quantise/fit.hpp"
#include "theriac/quantise/inputs.hpp"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace theriac::quantise {

/// How one fold's rows were predicted by networks trained on the others.
struct FoldScores {
    std::size_t rows = 0;
    double reference = 0;  ///< AUC of the model spec's own algorithm in floating point
    double before = 0;     ///< AUC of the network before its weights were rounded
    double quantised = 0;  ///< AUC of the network of whole numbers
};

/// Over all rows, each predicted by the model that had not seen it.
struct TableValidation {
    std::vector<FoldScores> folds;
    learning::Metrics reference;
    learning::Metrics before;
    learning::Metrics quantised;
};

/// One network, trained on all rows.
struct TableFit {
    std::string network;  ///< docs/formats/he-network.md
    InputPreparation inputs;
    double worst_output = 0;  ///< no input within its range gives a larger one
    double loss = 0;
};

struct TableTraining {
    TableFit fit;
    learning::Counts counts;
    TableValidation validation;
};

struct TableProgress {
    std::size_t fit = 0;  ///< from 1; the last is the final one
    std::size_t fits = 0;
    EpochReport epoch;
};

/// Cross-validates in the model spec's folds, then trains on all rows.
///
/// @param model        says what the columns are, the target, how missing values are filled, and
///                     the folds; its own algorithm is trained beside, for comparison
/// @param collections  admitted under `model`
/// @param tell         called after each epoch; may be empty
/// @return Errc::unsupported for a model that does not classify; what `learning::train` and
///         `fit_quantised` return
Result<TableTraining> train_on_tables(
    const learning::ModelSpec& model,
    const TrainingSpec& training,
    std::span<const learning::SourcedExamples> collections,
    const learning::Seed& seed,
    const std::function<void(const TableProgress&)>& tell);

/// The last of these fits alone: the same bytes.
Result<TableFit> fit_on_tables(
    const learning::ModelSpec& model,
    const TrainingSpec& training,
    std::span<const learning::SourcedExamples> collections,
    const learning::Seed& seed,
    const std::function<void(const EpochReport&)>& tell);

}  // namespace theriac::quantise
