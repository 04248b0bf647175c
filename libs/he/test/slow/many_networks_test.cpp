// As random_networks_test.cpp, with many more networks, deeper ones, and those for pictures.
#include "../exactness.hpp"

namespace theriac::he {
namespace {

TEST(many_networks, of_up_to_two_squares_are_exact) {
    EXPECT_GE(exact_networks("many", 150, 2), 140U);
}

TEST(many_networks, of_up_to_three_squares_are_exact_where_they_fit) {
    EXPECT_GE(exact_networks("deep", 30, 3), 15U);
}

TEST(many_networks, for_pictures_are_exact) {
    auto entropy = test_entropy("pictures");
    RandomNetworks networks(entropy);
    for (int i = 0; i < 8 && !HasFailure(); ++i)
        EXPECT_TRUE(exact_where_it_fits(networks.picture(), entropy, 5));
}

}  // namespace
}  // namespace theriac::he
