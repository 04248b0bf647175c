// The model that comes out: enough to predict, and to write down.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/result.hpp"
#include "theriac/learning/features.hpp"
#include "theriac/learning/network.hpp"
#include "theriac/learning/table.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace theriac::learning {

/// One column of the model's matrix with what was learned for it.
struct Term {
    std::string name;
    std::string unit;
    double mean = 0;         ///< subtracted before fitting; 0 without standardisation
    double scale = 1;        ///< divided by; ddof 0; 1 without standardisation
    double fill = 0;         ///< what stands for a missing value under a rule that fills
    double coefficient = 0;  ///< for the value in its unit
    double standardised_coefficient = 0;  ///< for the value less `mean`, divided by `scale`
    double standard_error = 0;            ///< of `coefficient`
};

/// Linear and logistic regression: intercept + sum of coefficient * value, which is the number
/// predicted, or the log-odds. Standard errors come from the inverse of the penalised Hessian: with
/// a penalty they describe the penalised estimate, not an unbiased one. An mlp: the network of the
/// standardised values, (value - mean) / scale, gives the log-odds; intercept and coefficients are
/// zero.
struct Model {
    Algorithm algorithm = Algorithm::logistic_regression;
    double intercept = 0;               ///< for values in their units
    double standardised_intercept = 0;  ///< for standardised values
    double intercept_standard_error = 0;
    std::vector<Term> terms;
    Network network;  ///< of an mlp, else without layers
};

/// The chance that the row is positive, or in linear regression the number predicted.
///
/// @param values  one for each term, none missing
double predict(const Model& model, std::span<const double> values);

/// The same for every row of `table`, which was read with the spec's schema. The model is one of
/// that spec.
///
/// @return Errc::malformed with row and column where a feature is missing and the rule does not
///         fill it; Errc::invalid_argument when the model has other terms than the spec
Result<std::vector<double>> predict_rows(
    const Model& model, const ModelSpec& spec, const Table& table);

}  // namespace theriac::learning
