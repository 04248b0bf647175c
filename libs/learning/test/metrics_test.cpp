#include "theriac/learning/metrics.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace theriac::learning {
namespace {

// By its definition: every pair.
double auc_by_pairs(const Predictions& p) {
    double won = 0;
    double pairs = 0;
    for (std::size_t i = 0; i < p.scores.size(); ++i) {
        for (std::size_t j = 0; j < p.scores.size(); ++j) {
            if (p.labels[i] != 1 || p.labels[j] != 0) continue;
            pairs += 1;
            won += p.scores[i] > p.scores[j] ? 1 : p.scores[i] == p.scores[j] ? 0.5 : 0;
        }
    }
    return won / pairs;
}

TEST(auc, equals_the_count_over_all_pairs_for_every_small_input) {
    // Scores 0 to 2 and labels for five rows, every combination.
    for (int code = 0; code < 6 * 6 * 6 * 6 * 6; ++code) {
        Predictions p;
        for (int i = 0, rest = code; i < 5; ++i, rest /= 6) {
            p.scores.push_back(rest % 3);
            p.labels.push_back(static_cast<std::uint8_t>(rest % 6 / 3));
        }
        const auto positive = std::count(p.labels.begin(), p.labels.end(), 1);
        if (positive == 0 || positive == 5) continue;
        ASSERT_EQ(area_under_curve(p), auc_by_pairs(p)) << code;
    }
}

TEST(metrics, known_values) {
    const Metrics m = metrics({.scores = {2, -1, 0, 1}, .labels = {1, 0, 1, 0}});
    EXPECT_EQ(m.auc, 0.75);
    EXPECT_EQ(m.accuracy, 0.5);
    const double p2 = 1 / (1 + std::exp(-2.0));
    const double p1 = 1 / (1 + std::exp(-1.0));
    EXPECT_NEAR(
        m.log_loss, -(std::log(p2) + std::log(p1) + std::log(0.5) + std::log(1 - p1)) / 4, 1e-15);
    EXPECT_NEAR(m.brier, ((1 - p2) * (1 - p2) + (1 - p1) * (1 - p1) + 0.25 + p1 * p1) / 4, 1e-15);
}

TEST(metrics, extreme_scores_do_not_overflow) {
    EXPECT_EQ(metrics({.scores = {1e6, 1e6}, .labels = {1, 0}}).log_loss, 5e5);
}

TEST(spread, divides_by_the_number_of_values) {
    const std::vector<double> values = {1, 2, 3, 4};
    EXPECT_EQ(spread(values).mean, 2.5);
    EXPECT_EQ(spread(values).standard_deviation, std::sqrt(1.25));
}

}  // namespace
}  // namespace theriac::learning
