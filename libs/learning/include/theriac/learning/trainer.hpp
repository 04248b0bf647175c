// Training as a whole: from collections of CSV to a cross-validated model.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/result.hpp"
#include "theriac/learning/curves.hpp"
#include "theriac/learning/examples.hpp"
#include "theriac/learning/metrics.hpp"
#include "theriac/learning/model.hpp"
#include "theriac/learning/random.hpp"
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
    double score = 0;  ///< AUC of a classifier, R^2 of linear regression
};

/// One of the two, as the spec's algorithm is.
struct PooledMetrics {
    Metrics classification;
    RegressionMetrics regression;
};

struct CrossValidation {
    std::vector<FoldResult> folds;
    Spread score;          ///< over the folds
    PooledMetrics pooled;  ///< over all rows, each predicted by the model that had not seen it
    RocCurve roc;          ///< of the same predictions; of a classifier
    std::vector<CalibrationBin> calibration;  ///< likewise
    SecretDoubles scores;                     ///< those predictions, row by row; never given out
};

/// How the rows of one source were predicted by the model trained on all other sources.
struct SourceResult {
    /// Of fewer rows no score is told.
    static constexpr std::size_t kLeastRows = 10;
    std::size_t rows = 0;
    std::optional<double> score;  ///< as in FoldResult; empty too where all targets are the same
};

/// What one source's rows change for the others: for that source alone.
struct Contribution {
    std::size_t source = 0;  ///< as in SourcedExamples
    std::size_t rows = 0;
    std::optional<double> score_when_left_out;  ///< as in SourceResult
    std::size_t others_rows = 0;
    PooledMetrics others_with;     ///< the cross-validation, over the other sources' rows
    PooledMetrics others_without;  ///< the same folds, as if this source did not exist
};

struct SourceValidation {
    static constexpr std::size_t kMaxSources = 100;
    std::vector<SourceResult> sources;  ///< in the order in which their first rows come
    PooledMetrics pooled;  ///< over all rows, each predicted by the model without its source
    std::vector<Contribution> contributions;  ///< in the same order
};

struct Counts {
    std::size_t collections = 0;  ///< of which at least one row is used
    std::size_t rows = 0;         ///< used
    std::size_t dropped_rows = 0;
    std::size_t positive_rows = 0;  ///< of a classifier
};

struct TrainedModel {
    Model model;  ///< trained on all rows
    CrossValidation validation;
    std::optional<SourceValidation> by_source;  ///< where the spec asks for it
    Counts counts;
    std::size_t iterations = 0;  ///< of an mlp: epochs
    double objective = 0;        ///< of an mlp: the loss
    Seed seed{};
};

/// A collection's rows, and whose they are.
struct SourcedExamples {
    Examples examples;
    std::size_t source = 0;  ///< a number that all collections of one owner share
};

/// Trains on the rows of all collections, in the order given. The same input gives the same bits
/// (see elementary.hpp). Fill values, means and scales of a fold come from its training rows alone.
///
/// @param seed  of an mlp's initial weights and order of rows; nothing else depends on it
/// @return Errc::invalid_argument when the data as a whole cannot be fitted or validated: no rows,
/// a
///         fold with one class only, and what the algorithm refuses. The message names no row and
///         quotes no value.
Result<TrainedModel> train(
    const ModelSpec& spec, std::span<const SourcedExamples> collections, const Seed& seed);

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
/// Each collection is a source of its own.
TrainingRun train_on_csv(
    const ModelSpec& spec,
    std::span<const ByteView> collections,
    const Seed& seed = {},
    const TableLimits& limits = {});

}  // namespace theriac::learning
