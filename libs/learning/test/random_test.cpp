#include "theriac/learning/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace theriac::learning {
namespace {

Seed counting_seed() {
    Seed seed{};
    std::iota(seed.begin(), seed.end(), std::uint8_t{1});
    return seed;
}

// From a second implementation in Python, test/mlp_reference.py.
TEST(random, documented_sequence) {
    Random random(counting_seed(), 7);
    EXPECT_EQ(random.next(), 0xe7f83ed0deffda42U);
    EXPECT_EQ(random.next(), 0x8b92cc05f211ca52U);
}

TEST(random, streams_of_one_seed_differ) {
    Random a(counting_seed(), 0);
    Random b(counting_seed(), 1);
    EXPECT_NE(a.next(), b.next());
}

TEST(random, uniform_numbers_fill_the_unit_interval) {
    Random random(counting_seed(), 0);
    double sum = 0;
    double least = 1;
    double most = 0;
    for (int i = 0; i < 10'000; ++i) {
        const double x = random.uniform();
        sum += x;
        least = std::min(least, x);
        most = std::max(most, x);
    }
    EXPECT_GE(least, 0);
    EXPECT_LT(most, 1);
    EXPECT_LT(least, 0.01);
    EXPECT_GT(most, 0.99);
    EXPECT_NEAR(sum / 10'000, 0.5, 0.02);
}

TEST(random, below_reaches_every_number_and_no_other) {
    Random random(counting_seed(), 0);
    std::vector<int> seen(5);
    for (int i = 0; i < 1000; ++i)
        ++seen.at(random.below(5));
    for (const int times : seen)
        EXPECT_GT(times, 100);
}

TEST(random, shuffle_keeps_every_element_and_reaches_every_order) {
    Random random(counting_seed(), 0);
    std::vector<std::vector<std::size_t>> orders;
    for (int i = 0; i < 200; ++i) {
        std::vector<std::size_t> order = {0, 1, 2};
        random.shuffle(order);
        EXPECT_TRUE(std::ranges::is_permutation(order, std::vector<std::size_t>{0, 1, 2}));
        if (std::ranges::find(orders, order) == orders.end()) orders.push_back(order);
    }
    EXPECT_EQ(orders.size(), 6U);
}

}  // namespace
}  // namespace theriac::learning
