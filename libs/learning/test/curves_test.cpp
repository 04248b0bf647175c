#include "theriac/learning/curves.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace theriac::learning {
namespace {

TEST(roc_curve, perfect_order_rises_at_once) {
    const RocCurve curve = roc_curve({.scores = {3, 2, 1, 0}, .labels = {1, 1, 0, 0}});
    ASSERT_EQ(curve.true_positive_rates.size(), 21U);
    for (const double rate : curve.true_positive_rates)
        EXPECT_EQ(rate, 1);
}

TEST(roc_curve, ties_are_straight_lines) {
    const RocCurve curve = roc_curve({.scores = {1, 1, 1, 1}, .labels = {1, 0, 1, 0}});
    for (std::size_t i = 0; i < 21; ++i)
        EXPECT_NEAR(curve.true_positive_rates[i], static_cast<double>(i) / 20, 1e-15);
}

TEST(roc_curve, top_of_a_rise_counts) {
    // Half the positives come before any negative, the rest after half the negatives.
    const RocCurve curve = roc_curve({.scores = {4, 3, 2, 1}, .labels = {1, 0, 1, 0}});
    EXPECT_EQ(curve.true_positive_rates[0], 0.5);
    EXPECT_EQ(curve.true_positive_rates[9], 0.5);
    EXPECT_EQ(curve.true_positive_rates[10], 1);
    EXPECT_EQ(curve.true_positive_rates[20], 1);
}

TEST(calibration, bins_hold_means_and_shares) {
    Predictions p;
    for (std::size_t i = 0; i < 20; ++i) {
        p.scores.push_back(std::log(3.0));  // a chance of 0.75
        p.labels.push_back(i % 5 == 0 ? 0 : 1);
    }
    const auto bins = calibration(p);
    ASSERT_EQ(bins.size(), 1U);
    EXPECT_EQ(bins[0].rows, 20U);
    EXPECT_NEAR(bins[0].mean_predicted, 0.75, 1e-14);
    EXPECT_NEAR(bins[0].observed, 0.8, 1e-14);
}

TEST(calibration, bin_with_few_rows_is_not_told) {
    Predictions p{.scores = SecretDoubles(9, 50.0), .labels = SecretLabels(9, 1)};
    EXPECT_TRUE(calibration(p).empty());
    p.scores.push_back(50.0);
    p.labels.push_back(1);
    EXPECT_EQ(calibration(p).size(), 1U);
}

}  // namespace
}  // namespace theriac::learning
