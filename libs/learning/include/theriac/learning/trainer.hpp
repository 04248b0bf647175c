// Training as a whole: from collections of CSV to a cross-validated model.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/result.hpp"
#include "theriac/learning/examples.hpp"
#include "theriac/learning/linear_model.hpp"
#include "theriac/learning/metrics.hpp"
#include "theriac/learning/spec.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace theriac::learning {

/// How a fold's rows were predicted by the model trained on the other folds.
struct FoldResult {
    std::size_t training_rows = 0;
    std::size_t rows = 0;
    double auc = 0;
};

struct CrossValidation {
    std::vector<FoldResult> folds;
    Spread auc;      ///< over the folds
    Metrics pooled;  ///< over all rows, each predicted by the model that had not seen it
};

struct Counts {
    std::size_t collections = 0;  ///< used
    std::size_t rows = 0;         ///< used
    std::size_t dropped_rows = 0;
    std::size_t positive_rows = 0;
};

struct TrainedModel {
    LinearModel model;  ///< trained on all rows
    CrossValidation validation;
    Counts counts;
    std::size_t iterations = 0;
    double objective = 0;
};

/// Trains on the rows of all collections, in the order given. The same input gives the same bits
/// (see elementary.hpp). Fill values, means and scales of a fold come from its training rows alone.
///
/// @return Errc::invalid_argument when the data as a whole cannot be fitted or validated: no rows,
/// a
///         fold with one class only, and what fit_logistic_regression refuses. The message names no
///         row and quotes no value.
Result<TrainedModel> train(const ModelSpec& spec, std::span<const Examples> collections);

/// What became of one collection.
struct CollectionVerdict {
    std::size_t rows = 0;
    std::size_t dropped_rows = 0;
    /// Why it was left out. May quote the record: for its owner alone.
    std::optional<Error> refusal;
};

struct TrainingRun {
    std::vector<CollectionVerdict> verdicts;  ///< one for each collection given, in their order
    Result<TrainedModel> outcome;
};

/// Reads each collection, leaves out those that are refused on content, and trains on the rest.
TrainingRun train_on_csv(
    const ModelSpec& spec, std::span<const ByteView> collections, const TableLimits& limits = {});

}  // namespace theriac::learning
