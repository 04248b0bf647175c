// What to train, in data: the declarative model spec a researcher publishes and an owner reads.
#pragma once

#include "theriac/base/result.hpp"
#include "theriac/json/value.hpp"
#include "theriac/learning/network.hpp"
#include "theriac/learning/schema.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace theriac::learning {

enum class Algorithm : std::uint8_t { logistic_regression, linear_regression, mlp };

/// "logistic_regression", "linear_regression" or "mlp".
std::string_view name(Algorithm algorithm);

/// Of a classifier: a row is positive when its target is this level (an index) or number. Of linear
/// regression: the number to predict, and only the column counts.
struct Target {
    std::size_t column = 0;
    double positive = 0;
    std::string positive_text;  ///< as the spec writes it; empty in linear regression
};

enum class MissingRule : std::uint8_t {
    refuse,    ///< a missing feature refuses the whole collection
    median,    ///< the training rows' median, or their most frequent level, takes its place
    drop_row,  ///< a row with a missing feature or target is left out
    mean,      ///< as `median`, with the mean of numbers
};

/// "refuse", "median", "drop_row" or "mean".
std::string_view name(MissingRule rule);

/// Whether a missing feature is filled.
inline bool fills(MissingRule rule) {
    return rule == MissingRule::median || rule == MissingRule::mean;
}

/// The penalty on the weights, never on the intercept.
struct Penalty {
    /// scikit-learn's C: the loss is multiplied by it. Empty: no penalty.
    std::optional<double> c;
};

struct Solver {
    double tolerance = 1e-10;  ///< see fit_logistic_regression
    std::size_t max_iterations = 100;
};

/// A multilayer perceptron's layers between its inputs and its one output.
struct NetworkShape {
    std::vector<std::size_t> hidden;
    Activation activation = Activation::relu;
};

enum class ClassWeights : std::uint8_t {
    none,
    balanced,  ///< rows / (2 * rows of the class), so that both classes weigh the same
};

struct EarlyStopping {
    std::size_t one_in = 10;    ///< of the training rows is held out
    std::size_t patience = 10;  ///< epochs without improvement before training ends
    double tolerance = 1e-4;    ///< what counts as an improvement of the held-out rows' loss
};

/// Adam on batches; see fit_mlp.
struct Optimiser {
    double learning_rate = 1e-3;
    std::size_t batch_rows = 32;
    std::size_t epochs = 200;  ///< at most
    double l2 = 0;
    ClassWeights class_weights = ClassWeights::none;
    std::optional<EarlyStopping> early_stopping{};
};

/// Cross-validation. A row's fold is the number in `column`, or, without a column, its place in the
/// order of all rows used, modulo `folds`.
struct Validation {
    std::size_t folds = 5;
    std::optional<std::size_t> column;
    /// Also leave out one source, all of one owner's rows, at a time.
    bool leave_one_source_out = false;
};

struct Outputs {
    bool safetensors = false;
    bool coefficients_csv = false;
};

/// A model spec, checked against the schema inside it.
///
/// @see docs/formats/model-spec.md
class ModelSpec {
public:
    static constexpr std::size_t kMaxFeatures = 1024;
    static constexpr std::size_t kMaxFolds = 100;
    /// Of the model's matrix, with one column for each level of a category but the first.
    static constexpr std::size_t kMaxDesignColumns = 2048;

    /// @param text  canonical JSON (RFC 8785), the bytes whose hash the request names
    /// @return Errc::malformed, Errc::too_large, or Errc::unsupported for an algorithm or a privacy
    ///         mechanism that is not offered, naming the path
    static Result<ModelSpec> parse(std::string_view text);

    static Result<ModelSpec> from_json(const json::Value& value, const std::string& path = "spec");

    [[nodiscard]] const json::Value& to_json() const { return document_; }

    [[nodiscard]] const Schema& schema() const { return schema_; }

    [[nodiscard]] Algorithm algorithm() const { return algorithm_; }

    /// Whether a row is positive or negative, and not a number.
    [[nodiscard]] bool classifies() const { return algorithm_ != Algorithm::linear_regression; }

    [[nodiscard]] const Target& target() const { return target_; }

    /// Indices into the schema's columns, in the order of the spec.
    [[nodiscard]] const std::vector<std::size_t>& features() const { return features_; }

    [[nodiscard]] MissingRule missing() const { return missing_; }

    /// Whether each feature that may be missing gets a second column, 1 where it is.
    [[nodiscard]] bool missing_indicator() const { return missing_indicator_; }

    [[nodiscard]] bool standardise() const { return standardise_; }

    /// Of logistic and linear regression.
    [[nodiscard]] const Penalty& penalty() const { return penalty_; }

    /// Of logistic and linear regression.
    [[nodiscard]] const Solver& solver() const { return solver_; }

    /// Of an mlp.
    [[nodiscard]] const NetworkShape& network() const { return network_; }

    /// Of an mlp.
    [[nodiscard]] const Optimiser& optimiser() const { return optimiser_; }

    [[nodiscard]] const Validation& validation() const { return validation_; }

    [[nodiscard]] const Outputs& outputs() const { return outputs_; }

private:
    explicit ModelSpec(Schema schema) : schema_(std::move(schema)) {}

    friend class SpecReader;

    json::Value document_;
    Schema schema_;
    Algorithm algorithm_ = Algorithm::logistic_regression;
    Target target_;
    std::vector<std::size_t> features_;
    MissingRule missing_ = MissingRule::refuse;
    bool missing_indicator_ = false;
    bool standardise_ = true;
    Penalty penalty_;
    Solver solver_;
    NetworkShape network_;
    Optimiser optimiser_;
    Validation validation_;
    Outputs outputs_;
};

}  // namespace theriac::learning
