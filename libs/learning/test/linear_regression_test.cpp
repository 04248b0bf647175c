#include "theriac/learning/linear_regression.hpp"

#include "theriac/learning/metrics.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace theriac::learning {
namespace {

constexpr Solver kTight{.tolerance = 1e-13, .max_iterations = 100};

Design design(std::size_t columns, SecretDoubles values, SecretDoubles targets) {
    return {.columns = columns, .values = std::move(values), .targets = std::move(targets)};
}

TEST(linear_regression, exact_line_is_found) {
    const auto fit =
        fit_linear_regression(design(1, {0, 1, 2, 5}, {1, 3, 5, 11}), {}, kTight).value();
    EXPECT_NEAR(fit.intercept, 1, 1e-14);
    EXPECT_NEAR(fit.weights[0], 2, 1e-14);
    EXPECT_NEAR(fit.objective, 0, 1e-20);
}

// x = 1, 2, 3, 4, y = 1, 3, 2, 5: slope 1.1, intercept 0, residual sum of squares 2.7 on two
// degrees of freedom, and 5 for the sum of squared distances of x from its mean.
TEST(linear_regression, standard_error_is_the_textbooks) {
    const auto fit =
        fit_linear_regression(design(1, {1, 2, 3, 4}, {1, 3, 2, 5}), {}, kTight).value();
    EXPECT_NEAR(fit.weights[0], 1.1, 1e-13);
    EXPECT_NEAR(fit.intercept, 0, 1e-12);
    EXPECT_NEAR(fit.covariance[3], 2.7 / 2 / 5, 1e-12);
}

// With centred x the penalised slope is xy / (xx + 1 / c), and the intercept the mean.
TEST(linear_regression, penalty_shrinks_the_slope_and_not_the_intercept) {
    const auto fit =
        fit_linear_regression(design(1, {-1, 0, 1}, {9, 10, 14}), {.c = 0.5}, kTight).value();
    EXPECT_NEAR(fit.intercept, 11, 1e-12);
    EXPECT_NEAR(fit.weights[0], 5.0 / 4, 1e-12);
}

TEST(linear_regression, what_cannot_be_fitted_is_refused) {
    EXPECT_EQ(
        fit_linear_regression(design(1, {1, 2}, {3, 3}), {}, kTight).error(),
        (Error{Errc::invalid_argument, "linear regression: all rows have the same target"}));
    const Design dependent = design(2, {1, 2, 2, 4, 3, 6}, {1, 2, 4});
    EXPECT_EQ(fit_linear_regression(dependent, {}, kTight).error().code, Errc::invalid_argument);
    EXPECT_TRUE(fit_linear_regression(dependent, {.c = 1}, kTight));
}

TEST(regression_metrics, known_values) {
    const RegressionMetrics m =
        regression_metrics(std::vector<double>{1, 2, 6}, std::vector<double>{1, 3, 5});
    EXPECT_NEAR(m.r2, 1 - (2.0 / 8), 1e-15);
    EXPECT_NEAR(m.root_mean_squared_error, std::sqrt(2.0 / 3), 1e-15);
    EXPECT_NEAR(m.mean_absolute_error, 2.0 / 3, 1e-15);
}

}  // namespace
}  // namespace theriac::learning
