#include "theriac/consensus/rpca_theory.hpp"

#include "theriac/consensus/random.hpp"
#include "theriac/consensus/statistics.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace {

using namespace theriac::consensus;

TEST(equation_2, two_hundred_nodes_at_15_percent_give_97_8_or_96_6) {
    EXPECT_NEAR(correctness(200, 0.15, Tolerance::printed), 0.978, 0.0005);
    EXPECT_NEAR(correctness(200, 0.15, Tolerance::quorum), 0.978, 0.0005);
    EXPECT_NEAR(correctness(200, 0.15, Tolerance::bound), 0.966, 0.0005);
}

TEST(equation_2, tolerated_colluders_by_each_reading) {
    EXPECT_EQ(tolerable(200, Tolerance::bound), 39U);
    EXPECT_EQ(tolerable(200, Tolerance::printed), 40U);
    EXPECT_EQ(tolerable(200, Tolerance::quorum), 40U);
    EXPECT_EQ(tolerable(6, Tolerance::bound), 1U);
    EXPECT_EQ(tolerable(6, Tolerance::printed), 1U);
    EXPECT_EQ(tolerable(1, Tolerance::bound), 0U);
}

TEST(equation_2, binomial_sums_agree_with_small_cases_by_hand) {
    EXPECT_DOUBLE_EQ(binomial_cdf(0, 3, 0.5), 0.125);
    EXPECT_DOUBLE_EQ(binomial_cdf(1, 3, 0.5), 0.5);
    EXPECT_EQ(binomial_cdf(3, 3, 0.5), 1);
    EXPECT_EQ(binomial_cdf(0, 3, 1), 0);
    EXPECT_EQ(binomial_cdf(0, 3, 0), 1);
}

TEST(equation_2, large_lists_do_not_underflow_to_nonsense) {
    EXPECT_NEAR(binomial_cdf(5000, 10'000, 0.5), 0.504, 0.001);
    EXPECT_GT(correctness(10'000, 0.15, Tolerance::bound), 0.999999);
    EXPECT_LT(correctness(10'000, 0.25, Tolerance::bound), 1e-6);
}

// 40,000 draws: an error here has a chance of 6e-5 for each of the nine cases (z = 4).
TEST(equation_2, agrees_with_drawn_cartels_within_four_standard_deviations) {
    Random random(2014);
    constexpr std::uint64_t kDraws = 40'000;
    for (const std::uint64_t n : {10U, 50U, 200U}) {
        for (const double p : {0.1, 0.15, 0.2}) {
            std::uint64_t held = 0;
            for (std::uint64_t i = 0; i < kDraws; ++i) {
                std::uint64_t colluders = 0;
                for (std::uint64_t node = 0; node < n; ++node)
                    colluders += random.chance(Chance::of(p)) ? 1U : 0U;
                held += colluders <= tolerable(n, Tolerance::bound) ? 1U : 0U;
            }
            EXPECT_TRUE(wilson(held, kDraws, 4).contains(correctness(n, p, Tolerance::bound)))
                << n << " nodes at " << p;
        }
    }
}

TEST(bounds, fraud_needs_four_fifths) {
    EXPECT_EQ(fraud_needs(200), 161U);  // (4 * 200 + 1) / 5 = 160.2
    EXPECT_EQ(fraud_needs(1), 1U);
    EXPECT_EQ(fraud_needs(5), 5U);
}

TEST(poisson_binomial, equals_the_binomial_where_all_are_alike) {
    const std::vector<double> alike(20, 0.15);
    for (const std::uint64_t k : {0U, 3U, 19U})
        EXPECT_NEAR(poisson_binomial_cdf(k, alike), binomial_cdf(k, 20, 0.15), 1e-12);
}

TEST(poisson_binomial, two_different_members_by_hand) {
    const std::vector<double> two = {0.1, 0.5};
    EXPECT_NEAR(poisson_binomial_cdf(0, two), 0.45, 1e-15);
    EXPECT_NEAR(poisson_binomial_cdf(1, two), 0.95, 1e-15);
    EXPECT_NEAR(poisson_binomial_cdf(2, two), 1, 1e-15);
}

TEST(equation_3, is_a_fifth_of_the_larger_list) {
    EXPECT_TRUE(satisfies_equation_3(10, 10, 2));
    EXPECT_FALSE(satisfies_equation_3(10, 11, 2));
    EXPECT_FALSE(satisfies_equation_3(10, 10, 1));
}

TEST(forks, lists_of_five_with_the_papers_overlap_fork_without_any_liar) {
    EXPECT_TRUE(satisfies_equation_3(5, 5, 1));
    EXPECT_TRUE(can_fork({5, 5, 1, 0}, 80));
}

TEST(forks, without_liars_more_than_forty_percent_is_needed) {
    EXPECT_EQ(least_safe_overlap(10, 0, 80), 5U);
    EXPECT_EQ(least_safe_overlap(100, 0, 80), 41U);
    EXPECT_TRUE(can_fork({100, 100, 40, 0}, 80));
}

TEST(forks, each_liar_asks_for_one_member_more) {
    EXPECT_EQ(least_safe_overlap(100, 20, 80), 61U);
}

TEST(forks, identical_lists_fork_only_with_a_majority_of_the_quorum_lying) {
    EXPECT_FALSE(can_fork({100, 100, 100, 59}, 80));
    EXPECT_TRUE(can_fork({100, 100, 100, 60}, 80));
}

// can_fork is arithmetic; this tries every way in which the common members can vote.
TEST(forks, arithmetic_agrees_with_trying_every_vote) {
    for (std::uint64_t a = 1; a <= 8; ++a) {
        for (std::uint64_t b = 1; b <= 8; ++b) {
            for (std::uint64_t common = 0; common <= std::min(a, b); ++common) {
                for (std::uint64_t liars = 0; liars <= common; ++liars) {
                    bool found = false;
                    for (std::uint64_t first = 0; first <= common - liars; ++first) {
                        const std::uint64_t second = common - liars - first;
                        found |= 100 * (a - common + liars + first) >= 80 * a
                                 && 100 * (b - common + liars + second) >= 80 * b;
                    }
                    EXPECT_EQ(can_fork({a, b, common, liars}, 80), found);
                }
            }
        }
    }
}

TEST(forks, over_time_a_fifth_of_liars_asks_for_more_than_ninety_percent) {
    EXPECT_EQ(least_lasting_overlap(100, 20, 80), 91U);
    EXPECT_EQ(least_lasting_overlap(100, 0, 80), 71U);
    EXPECT_EQ(least_lasting_overlap(10, 0, 80), 8U);
    EXPECT_EQ(least_lasting_overlap(10, 3, 80), 11U);  // not even the same list
}

TEST(forks, what_lasts_over_time_cannot_fork_in_one_ledger_either) {
    for (std::uint64_t a = 1; a <= 25; ++a) {
        for (std::uint64_t b = 1; b <= 25; ++b) {
            for (std::uint64_t common = 0; common <= std::min(a, b); ++common) {
                for (std::uint64_t liars = 0; liars <= common; ++liars) {
                    const ListPair pair{a, b, common, liars};
                    EXPECT_FALSE(safe_over_time(pair, 80) && can_fork(pair, 80));
                }
            }
        }
    }
}

}  // namespace
