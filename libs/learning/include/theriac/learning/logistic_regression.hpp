// Logistic regression by Newton's method, with the objective of scikit-learn's LogisticRegression.
#pragma once

#include "theriac/base/result.hpp"
#include "theriac/learning/spec.hpp"
#include "theriac/learning/wiping.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace theriac::learning {

/// Rows of `columns` finite numbers each, row after row, with a target for each row: a label of 0
/// or 1, or the number to predict.
struct Design {
    std::size_t columns = 0;
    SecretDoubles values;
    SecretDoubles targets;

    [[nodiscard]] std::size_t rows() const { return targets.size(); }

    [[nodiscard]] std::span<const double> row(std::size_t i) const {
        return std::span(values).subspan(i * columns, columns);
    }
};

struct LogisticFit {
    double intercept = 0;
    std::vector<double> weights;
    std::size_t iterations = 0;
    double objective = 0;
    /// The largest component of the objective's gradient at the end, divided by C and the rows.
    double gradient = 0;
    /// Inverse of the Hessian of the penalised negative log-likelihood (the objective divided by
    /// C), row after row, the intercept first: its diagonal is the squared standard errors.
    std::vector<double> covariance;
};

/// Minimises C * sum_i log(1 + exp(-y_i f_i)) + 1/2 |w|^2, where f = b + w.x and y is -1 or 1; with
/// no penalty, the sum alone. The intercept b is not penalised. Newton steps, halved until the
/// objective falls, start at zero and end when no component of the gradient, divided by C and the
/// number of rows, exceeds `solver.tolerance`. One thread, sums in the order of rows: the same
/// input gives the same bits.
///
/// @return Errc::invalid_argument when the labels are all the same, when without a penalty a
///         hyperplane separates the classes or a column is a combination of others, or when
///         `solver.max_iterations` do not suffice
Result<LogisticFit> fit_logistic_regression(
    const Design& design, const Penalty& penalty, const Solver& solver);

/// Whether the labels are not all the same.
bool has_both_classes(const Design& design);

/// b + w.x
double decision(double intercept, std::span<const double> weights, std::span<const double> row);

}  // namespace theriac::learning
