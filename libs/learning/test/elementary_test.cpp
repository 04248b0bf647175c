#include "theriac/learning/elementary.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace theriac::learning {
namespace {

double relative_error(double got, double expected) {
    return std::abs(got - expected) / std::abs(expected);
}

TEST(portable_exp, agrees_with_the_c_library_to_a_few_units_in_the_last_place) {
    for (double x = -700; x < 700; x += 0.37)
        EXPECT_LT(relative_error(portable_exp(x), std::exp(x)), 5e-16) << x;
    for (double x = -1; x < 1; x += 0.0013)
        EXPECT_LT(relative_error(portable_exp(x), std::exp(x)), 5e-16) << x;
}

TEST(portable_exp, ends_of_the_range_are_right) {
    EXPECT_EQ(portable_exp(0), 1.0);
    EXPECT_EQ(portable_exp(1000), std::numeric_limits<double>::infinity());
    EXPECT_EQ(portable_exp(-1000), 0.0);
    EXPECT_LT(relative_error(portable_exp(709.7), std::exp(709.7)), 1e-15);
    EXPECT_GT(portable_exp(-745), 0.0);
    EXPECT_TRUE(std::isnan(portable_exp(std::numeric_limits<double>::quiet_NaN())));
}

TEST(softplus, agrees_with_the_c_library) {
    for (double x = -700; x < 700; x += 0.37) {
        const double expected = std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x)));
        EXPECT_LT(relative_error(softplus(x), expected), 1e-15) << x;
    }
}

TEST(logistic, agrees_with_the_c_library) {
    for (double x = -700; x < 700; x += 0.37)
        EXPECT_LT(relative_error(logistic(x), 1 / (1 + std::exp(-x))), 1e-15) << x;
    EXPECT_EQ(logistic(0), 0.5);
}

TEST(two_sided_p, agrees_with_the_c_library) {
    for (double z = 0; z < 37; z += 0.01)
        EXPECT_LT(relative_error(two_sided_p(z), std::erfc(z / std::sqrt(2.0))), 1e-12) << z;
    EXPECT_EQ(two_sided_p(0), 1.0);
    EXPECT_EQ(two_sided_p(-2), two_sided_p(2));
    EXPECT_EQ(two_sided_p(1000), 0.0);
}

// Recorded once; the same with gcc 12 and clang 19, without optimisation and with all of it.
TEST(elementary, bits_are_the_recorded_ones) {
    EXPECT_EQ(portable_exp(1.0), 0x1.5bf0a8b14576ap+1);
    EXPECT_EQ(portable_exp(-12.3), 0x1.31765fdaf4f37p-18);
    EXPECT_EQ(softplus(0.7), 0x1.1a6a66a15dd2ep+0);
    EXPECT_EQ(two_sided_p(1.96), 0x1.9990c5885934p-5);
    EXPECT_EQ(two_sided_p(5.0), 0x1.33ca2f213383bp-21);
}

TEST(elementary, bits_over_the_whole_range_are_the_recorded_ones) {
    std::uint64_t hash = 14695981039346656037U;  // FNV-1a, over whole doubles
    const auto mix = [&](double value) {
        hash = (hash ^ std::bit_cast<std::uint64_t>(value)) * 1099511628211U;
    };
    for (int i = 0; i < 100000; ++i) {
        const double x = -745 + i / 64.0 * 0.9;
        if (x > 709) break;
        mix(portable_exp(x));
        mix(softplus(x));
        mix(logistic(x));
        mix(two_sided_p(x / 19));
    }
    EXPECT_EQ(hash, 13441720077816874969U);
}

}  // namespace
}  // namespace theriac::learning
