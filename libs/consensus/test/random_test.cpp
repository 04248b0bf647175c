#include "theriac/consensus/random.hpp"

#include "theriac/consensus/permutation.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace {

using namespace theriac::consensus;

TEST(random, splitmix64_from_seed_1234567_gives_the_published_numbers) {
    // The reference generator's output, as
    // https://rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64 has it.
    Random random(1234567);
    EXPECT_EQ(random.next(), 6457827717110365317ULL);
    EXPECT_EQ(random.next(), 3203168211198807973ULL);
    EXPECT_EQ(random.next(), 9817491932198370423ULL);
    EXPECT_EQ(random.next(), 4593380528125082431ULL);
    EXPECT_EQ(random.next(), 16408922859458223821ULL);
}

TEST(random, below_stays_below_and_is_uniform) {
    Random random(7);
    std::vector<int> counts(6);
    constexpr int kDraws = 60'000;
    for (int i = 0; i < kDraws; ++i)
        ++counts.at(random.below(6));
    for (const int count : counts)
        EXPECT_NEAR(count, kDraws / 6, 5 * std::sqrt(kDraws / 6.0));  // five standard deviations
}

TEST(random, chance_is_met_as_often_as_it_says) {
    Random random(9);
    constexpr int kDraws = 100'000;
    int met = 0;
    for (int i = 0; i < kDraws; ++i)
        met += random.chance(Chance::of(0.15)) ? 1 : 0;
    EXPECT_NEAR(met, 15'000, 5 * std::sqrt(kDraws * 0.15 * 0.85));
    EXPECT_FALSE(random.chance(Chance::of(0)));
    EXPECT_TRUE(random.chance(Chance::of(1)));
}

TEST(random, streams_of_one_seed_differ) {
    EXPECT_NE(Random::stream(1, 2, 0).next(), Random::stream(1, 2, 1).next());
    EXPECT_NE(Random::stream(1, 2, 0).next(), Random::stream(1, 3, 0).next());
    EXPECT_NE(Random::stream(1, 2, 0).next(), Random::stream(2, 2, 0).next());
}

TEST(random, log2_in_whole_numbers_is_the_floor_of_the_real_one) {
    for (const std::uint64_t x :
         {1ULL, 2ULL, 3ULL, 10ULL, 1000ULL, 4294967296ULL, 123456789012ULL}) {
        const double exact = std::log2(static_cast<double>(x)) * 65536;
        EXPECT_NEAR(static_cast<double>(log2_fixed(x)), exact, 1.5) << x;
    }
}

TEST(random, exponential_has_its_mean_and_its_median) {
    Random random(11);
    constexpr int kDraws = 50'000;
    double sum = 0;
    int below_median = 0;
    for (int i = 0; i < kDraws; ++i) {
        const auto value = static_cast<double>(random.exponential(1'000'000));
        sum += value;
        below_median += value < 1e6 * std::log(2.0) ? 1 : 0;
    }
    EXPECT_NEAR(sum / kDraws, 1e6, 5 * 1e6 / std::sqrt(kDraws));
    EXPECT_NEAR(below_median, kDraws / 2, 5 * std::sqrt(kDraws / 4.0));
}

TEST(permutation, is_one_and_has_an_inverse) {
    for (const std::uint32_t size : {1U, 2U, 3U, 100U, 1000U}) {
        const Permutation permutation(42, size);
        std::vector<bool> hit(size);
        for (std::uint32_t x = 0; x < size; ++x) {
            const std::uint32_t y = permutation.forward(x);
            ASSERT_LT(y, size);
            EXPECT_FALSE(hit[y]);
            hit[y] = true;
            EXPECT_EQ(permutation.backward(y), x);
        }
    }
}

TEST(permutation, successors_make_one_ring) {
    const Permutation permutation(5, 37);
    std::uint32_t at = 0;
    for (int i = 0; i < 36; ++i) {
        at = permutation.successor(at);
        EXPECT_NE(at, 0U);
    }
    EXPECT_EQ(permutation.successor(at), 0U);
}

}  // namespace
