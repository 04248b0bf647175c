// Networks of every form, drawn at random: encrypted, each gives the bits that it gives in the
// clear.
#include "exactness.hpp"

namespace theriac::he {
namespace {

TEST(random_networks, of_up_to_one_square_are_exact) {
    EXPECT_EQ(exact_networks("one square", 20, 1), 20U);
}

TEST(random_networks, of_up_to_two_squares_are_exact) {
    EXPECT_GE(exact_networks("two squares", 6, 2), 5U);
}

TEST(random_networks, with_outputs_that_depend_on_no_input_are_exact) {
    auto entropy = test_entropy("constants");
    for (
        const auto* layers :
        {R"({"kind":"dense","weights":[[0,0],[1,2],[0,0]],"bias":[0,1,-5]})",
         R"({"kind":"dense","weights":[[0,0],[1,2]],"bias":[3,1]},{"kind":"square"},{"kind":"dense","weights":[[1,0],[0,1],[0,0]],"bias":[1,2,7]})",
         R"({"kind":"dense","weights":[[0,0]],"bias":[3]},{"kind":"square"},{"kind":"dense","weights":[[0]],"bias":[0]},{"kind":"square"},{"kind":"dense","weights":[[2]],"bias":[1]})"})
        EXPECT_TRUE(exact_where_it_fits(network_of(2, 3, layers), entropy, 3));
}

}  // namespace
}  // namespace theriac::he
