// Linear regression, ordinary or with a penalty: scikit-learn's LinearRegression and Ridge.
#pragma once

#include "theriac/base/result.hpp"
#include "theriac/learning/logistic_regression.hpp"

namespace theriac::learning {

struct LinearFit {
    double intercept = 0;
    std::vector<double> weights;
    std::size_t iterations = 0;
    double objective = 0;
    /// Inverse of the objective's Hessian divided by C, times the residual variance, whose
    /// denominator is the rows less the columns less one (at least 1); as LogisticFit::covariance.
    std::vector<double> covariance;
};

/// Minimises C / 2 * sum_i (y_i - f_i)^2 + 1/2 |w|^2, where f = b + w.x; with no penalty, the sum
/// alone. That is Ridge with alpha = 1 / C. The intercept b is not penalised. Normal equations by
/// Cholesky's factor, solved again for what is left until no component of the gradient, divided by
/// C, the number of rows and the standard deviation of y, exceeds `solver.tolerance`.
///
/// @return Errc::invalid_argument when all values of y are the same, when without a penalty a
///         column is a combination of others, or when `solver.max_iterations` do not suffice
Result<LinearFit> fit_linear_regression(
    const Design& design, const Penalty& penalty, const Solver& solver);

}  // namespace theriac::learning
