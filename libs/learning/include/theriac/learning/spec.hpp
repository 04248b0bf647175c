// What to train, in data: the declarative model spec a researcher publishes and an owner reads.
#pragma once

#include "theriac/base/result.hpp"
#include "theriac/json/value.hpp"
#include "theriac/learning/schema.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace theriac::learning {

/// A row is positive when its target is this level (an index) or number.
struct Target {
    std::size_t column = 0;
    double positive = 0;
    std::string positive_text;  ///< as the spec writes it
};

enum class MissingRule : std::uint8_t {
    refuse,    ///< a missing feature refuses the whole collection
    median,    ///< the training rows' median, or their most frequent level, takes its place
    drop_row,  ///< a row with a missing feature or target is left out
};

/// "refuse", "median" or "drop_row".
std::string_view name(MissingRule rule);

/// The penalty on the weights, never on the intercept.
struct Penalty {
    /// scikit-learn's C: the loss is multiplied by it. Empty: no penalty.
    std::optional<double> c;
};

struct Solver {
    double tolerance = 1e-10;  ///< see fit_logistic_regression
    std::size_t max_iterations = 100;
};

/// Cross-validation. A row's fold is the number in `column`, or, without a column, its place in the
/// order of all rows used, modulo `folds`.
struct Validation {
    std::size_t folds = 5;
    std::optional<std::size_t> column;
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

    [[nodiscard]] const Target& target() const { return target_; }

    /// Indices into the schema's columns, in the order of the spec.
    [[nodiscard]] const std::vector<std::size_t>& features() const { return features_; }

    [[nodiscard]] MissingRule missing() const { return missing_; }

    [[nodiscard]] bool standardise() const { return standardise_; }

    [[nodiscard]] const Penalty& penalty() const { return penalty_; }

    [[nodiscard]] const Solver& solver() const { return solver_; }

    [[nodiscard]] const Validation& validation() const { return validation_; }

    [[nodiscard]] const Outputs& outputs() const { return outputs_; }

private:
    explicit ModelSpec(Schema schema) : schema_(std::move(schema)) {}

    friend class SpecReader;

    json::Value document_;
    Schema schema_;
    Target target_;
    std::vector<std::size_t> features_;
    MissingRule missing_ = MissingRule::refuse;
    bool standardise_ = true;
    Penalty penalty_;
    Solver solver_;
    Validation validation_;
    Outputs outputs_;
};

}  // namespace theriac::learning
