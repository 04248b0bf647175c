#include "theriac/consensus/statistics.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace {

using namespace theriac::consensus;

TEST(statistics, line_through_exact_points_has_no_error) {
    const std::vector<double> x = {1, 2, 3, 4};
    const std::vector<double> y = {3, 5, 7, 9};
    const Line line = fit_line(x, y);
    EXPECT_DOUBLE_EQ(line.slope, 2);
    EXPECT_DOUBLE_EQ(line.intercept, 1);
    EXPECT_NEAR(line.slope_error, 0, 1e-12);
}

TEST(statistics, errors_of_a_fit_are_those_computed_by_hand) {
    // Residuals -1/3, 2/3, -1/3: variance (2/3) / 1; xx = 2.
    const std::vector<double> x = {1, 2, 3};
    const std::vector<double> y = {0, 2, 2};
    const Line line = fit_line(x, y);
    EXPECT_DOUBLE_EQ(line.slope, 1);
    EXPECT_NEAR(line.slope_error, std::sqrt(1.0 / 3), 1e-12);
    EXPECT_NEAR(line.intercept_error, std::sqrt(2.0 / 3 * (1.0 / 3 + 4.0 / 2)), 1e-12);
}

TEST(statistics, quantiles_of_students_t_are_the_tables) {
    EXPECT_DOUBLE_EQ(student_t_975(1), 12.706);
    EXPECT_NEAR(student_t_975(10), 2.228, 0.0005);
    EXPECT_NEAR(student_t_975(21), 2.080, 0.001);
    EXPECT_NEAR(student_t_975(40), 2.021, 0.001);
    EXPECT_NEAR(student_t_975(120), 1.980, 0.001);
}

}  // namespace
