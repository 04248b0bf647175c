#include "theriac/learning/logistic_regression.hpp"

#include "../src/cholesky.hpp"
#include <gtest/gtest.h>

#include <cmath>

namespace theriac::learning {
namespace {

constexpr Solver kTight{.tolerance = 1e-13, .max_iterations = 100};

Design design(std::size_t columns, SecretDoubles values, SecretDoubles targets) {
    return {.columns = columns, .values = std::move(values), .targets = std::move(targets)};
}

TEST(cholesky, solves_and_inverts) {
    const auto factor = Cholesky::factor({4, 0, 0, 2, 5, 0, 2, 3, 6}, 3).value();
    // 4 2 2 / 2 5 3 / 2 3 6 times (1, 2, 3).
    const std::vector<double> x = factor.solve(std::vector<double>{14, 21, 26});
    EXPECT_NEAR(x[0], 1, 1e-14);
    EXPECT_NEAR(x[1], 2, 1e-14);
    EXPECT_NEAR(x[2], 3, 1e-14);
    EXPECT_NEAR(factor.inverse()[0], 21.0 / 64, 1e-15);
    EXPECT_NEAR(factor.inverse()[5], -8.0 / 64, 1e-15);
}

TEST(cholesky, matrix_that_is_not_positive_definite_has_no_factor) {
    EXPECT_FALSE(Cholesky::factor({1, 0, 2, 1}, 2));
    EXPECT_FALSE(Cholesky::factor({1, 0, 1, 1}, 2));
    EXPECT_FALSE(Cholesky::factor({0}, 1));
    EXPECT_FALSE(Cholesky::factor({std::nan("")}, 1));
}

// With one indicator and no penalty the fitted chances are the observed ones: 1/4 and 2/3.
TEST(logistic_regression, two_by_two_table_gives_the_log_odds_ratio) {
    const auto fit = fit_logistic_regression(
        design(1, {0, 0, 0, 0, 1, 1, 1}, {1, 0, 0, 0, 1, 1, 0}), {}, kTight);
    ASSERT_TRUE(fit);
    EXPECT_NEAR(fit->intercept, std::log(1.0 / 3), 1e-12);
    EXPECT_NEAR(fit->weights[0], std::log(2.0) - std::log(1.0 / 3), 1e-12);
    // Woolf's formula for the standard error of a log-odds ratio.
    EXPECT_NEAR(fit->covariance[3], 1.0 / 1 + 1.0 / 3 + 1.0 / 2 + 1.0 / 1, 1e-11);
}

TEST(logistic_regression, penalty_leaves_the_intercept_free) {
    const auto fit =
        fit_logistic_regression(design(1, {1, -1, 1, -1}, {1, 1, 1, 0}), {.c = 1e-9}, kTight);
    ASSERT_TRUE(fit);
    EXPECT_NEAR(fit->weights[0], 0, 1e-8);
    EXPECT_NEAR(fit->intercept, std::log(3.0), 1e-8);
}

TEST(logistic_regression, gradient_at_the_end_is_within_the_tolerance) {
    const Solver loose{.tolerance = 1e-4, .max_iterations = 100};
    const Design data = design(1, {0, 1, 2, 3, 1, 2}, {0, 0, 1, 1, 1, 0});
    const auto fit = fit_logistic_regression(data, {.c = 1}, loose).value();
    EXPECT_LE(fit.gradient, 1e-4);
    EXPECT_GT(fit_logistic_regression(data, {.c = 1}, kTight)->iterations, fit.iterations);
}

TEST(logistic_regression, separable_classes_need_a_penalty) {
    const Design data = design(1, {1, 2, 3, 4}, {0, 0, 1, 1});
    const auto fit = fit_logistic_regression(data, {}, kTight);
    ASSERT_FALSE(fit);
    EXPECT_EQ(fit.error().code, Errc::invalid_argument);
    EXPECT_NE(fit.error().message.find("separates the classes"), std::string::npos);
    EXPECT_TRUE(fit_logistic_regression(data, {.c = 1}, kTight));
}

TEST(logistic_regression, all_but_separable_classes_need_a_penalty) {
    const auto fit = fit_logistic_regression(design(1, {1, 2, 2, 3}, {0, 0, 1, 1}), {}, kTight);
    ASSERT_FALSE(fit);
    EXPECT_EQ(fit.error().code, Errc::invalid_argument);
}

TEST(logistic_regression, dependent_columns_need_a_penalty) {
    const Design data = design(2, {1, 2, 2, 4, 1, 2, 2, 4}, {0, 1, 1, 0});
    EXPECT_EQ(fit_logistic_regression(data, {}, kTight).error().code, Errc::invalid_argument);
    EXPECT_TRUE(fit_logistic_regression(data, {.c = 1}, kTight));
}

TEST(logistic_regression, one_class_cannot_be_fitted) {
    for (const double label : {0.0, 1.0})
        EXPECT_EQ(
            fit_logistic_regression(design(1, {1, 2}, {label, label}), {.c = 1}, kTight).error(),
            (Error{Errc::invalid_argument, "logistic regression: all rows have the same label"}));
}

TEST(logistic_regression, too_few_iterations_are_an_error) {
    const auto fit = fit_logistic_regression(
        design(1, {0, 1, 2, 1}, {0, 1, 1, 0}), {.c = 1}, {.tolerance = 1e-13, .max_iterations = 1});
    ASSERT_FALSE(fit);
    EXPECT_NE(fit.error().message.find("not converged after 1 iterations"), std::string::npos);
}

// Found by search: the eleventh full Newton step would nearly double the objective.
TEST(logistic_regression, step_that_overshoots_is_halved) {
    const auto fit = fit_logistic_regression(
        design(
            3,
            {-6, -4, -16, -1, 2, 1,   -6, -20, 2,  -734, 3,   -5, -54, -1, -3, 3,  4, 1,  -4, -4,
             -1, 3,  -21, 12, 1, -15, 4,  0,   -4, 1,    -14, -1, -5,  0,  -1, -1, 3, -6, 33},
            {0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0}),
        {.c = 100},
        kTight);
    ASSERT_TRUE(fit) << fit.error().message;
    EXPECT_LE(fit->gradient, 1e-13);
}

}  // namespace
}  // namespace theriac::learning
