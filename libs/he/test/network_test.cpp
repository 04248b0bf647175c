#include "theriac/he/network.hpp"

#include "network_support.hpp"
#include <gtest/gtest.h>

namespace theriac::he {
namespace {

using Values = std::vector<std::int64_t>;

Network parsed(const std::string& text) {
    auto network = parse_network(text);
    EXPECT_TRUE(network.has_value()) << network.error().message;
    return *std::move(network);
}

TEST(network, dense_square_dense_is_evaluated) {
    const Network network = parsed(network_of(
        2,
        3,
        R"({"kind":"dense","weights":[[1,-2],[0,3]],"bias":[1,0]},{"kind":"square"},{"kind":"dense","weights":[[1,-1]],"bias":[5]})"));
    EXPECT_EQ(network.squares(), 1U);
    EXPECT_EQ(evaluate(network, Values{3, 1}), Values{4 - 9 + 5});
    EXPECT_EQ(evaluate_approximately(network, Values{3, 1}), std::vector<double>{0});
}

TEST(network, neighbouring_linear_layers_are_one) {
    auto entropy = test_entropy();
    const std::string first = random_dense(entropy, 5, 4, 3);
    const std::string second = random_dense(entropy, 2, 5, 3);
    const Network folded = parsed(network_of(4, 3, first + "," + second));
    ASSERT_EQ(folded.layers.size(), 1U);
    const Network alone = parsed(network_of(4, 3, first));
    const Network after = parsed(network_of(5, 3, second));
    for (std::int64_t x = -3; x <= 3; ++x) {
        const Values in = {x, 1, -x, 2};
        EXPECT_EQ(evaluate(folded, in), evaluate(after, evaluate(alone, in)));
    }
}

TEST(network, square_first_last_and_twice_get_identities) {
    const Network network = parsed(network_of(2, 3, R"({"kind":"square"},{"kind":"square"})"));
    EXPECT_EQ(network.squares(), 2U);
    EXPECT_EQ(evaluate(network, Values{-2, 3}), (Values{16, 81}));
}

TEST(network, convolution_pads_with_zeros_and_keeps_the_order_of_maps) {
    // Two kernels of 2 x 2 one apart over 2 x 2, one row and column of zeros before.
    const Network network = parsed(network_of(
        4,
        9,
        R"({"kind":"convolution","height":2,"width":2,"kernel":2,"stride":1,"pad before":1,"pad after":0,"weights":[[1,2,3,4],[0,0,0,1]],"bias":[0,10]})"));
    // Windows of [[5, 6], [7, 8]]: (0 0 / 0 5) (0 0 / 5 6) (0 5 / 0 7) (5 6 / 7 8).
    EXPECT_EQ(
        evaluate(network, Values{5, 6, 7, 8}),
        (Values{20, 39, 10 + 28, 5 + 12 + 21 + 32, 15, 16, 17, 18}));
}

TEST(network, convolution_adds_the_channels_below) {
    // Two channels of 2 x 2, one kernel of 2 x 2 for each.
    const Network network = parsed(network_of(
        8,
        9,
        R"({"kind":"convolution","channels":2,"height":2,"width":2,"kernel":2,"stride":1,"pad before":0,"pad after":0,"weights":[[1,2,3,4,-1,0,0,2]],"bias":[7]})"));
    EXPECT_EQ(
        evaluate(network, Values{5, 6, 7, 8, 1, 2, 3, 4}), Values{7 + 5 + 12 + 21 + 32 - 1 + 8});
}

TEST(network, convolutions_follow_one_another) {
    const std::string first =
        R"({"kind":"convolution","height":3,"width":3,"kernel":2,"stride":1,"pad before":0,"pad after":0,"weights":[[1,0,0,1],[0,1,-1,0]],"bias":[1,-1]})";
    const std::string second =
        R"({"kind":"convolution","channels":2,"height":2,"width":2,"kernel":2,"stride":2,"pad before":0,"pad after":0,"weights":[[1,1,1,1,2,0,0,0]],"bias":[0]})";
    const Network network = parsed(network_of(9, 9, first + R"(,{"kind":"square"},)" + second));
    // First maps of 1 ... 9: (7 9 / 13 15) and (-3 -3 / -3 -3).
    EXPECT_EQ(
        evaluate(network, Values{1, 2, 3, 4, 5, 6, 7, 8, 9}), Values{49 + 81 + 169 + 225 + 2 * 9});
}

TEST(network, sum_pooling_adds_windows_of_each_map) {
    const Network network = parsed(
        network_of(8, 9, R"({"kind":"sum pooling","maps":2,"height":2,"width":2,"size":2})"));
    EXPECT_EQ(evaluate(network, Values{1, 2, 3, 4, 5, 6, 7, 8}), (Values{10, 26}));
}

TEST(network, worst_case_is_reached_by_some_input) {
    const Network network = parsed(network_of(
        2,
        3,
        R"({"kind":"dense","weights":[[1,-2]],"bias":[-1]},{"kind":"square"},{"kind":"dense","weights":[[-2]],"bias":[7]})"));
    // The sum is within [-10, 8], its square within [0, 100].
    EXPECT_EQ(worst_case_output(network), 193);
    EXPECT_EQ(evaluate(network, Values{-3, 3}), Values{-193});
}

TEST(network, picture_network_has_the_shape_of_the_paper) {
    std::string rows1;
    for (int o = 0; o < 2; ++o) {
        rows1 += o == 0 ? "[" : ",[";
        for (int i = 0; i < 169; ++i)
            rows1 += (i == 0 ? "" : ",") + std::to_string(i % 3 - 1);
        rows1 += "]";
    }
    const std::string kernel = "1,0,0,0,0,0,1,0,0,0,0,0,1,0,0,0,0,0,1,0,0,0,0,0,1";
    const Network network = parsed(
        R"({"name":"small","pixel_max":3,"conv_w":[[)" + kernel + R"(]],"conv_b":[1],"fc1_w":[)"
        + rows1 + R"(],"fc1_b":[1,2],"fc2_w":[[1,1]],"fc2_b":[-3],"anything else":true})");
    EXPECT_EQ(network.inputs(), 784U);
    EXPECT_EQ(network.layers[0].outputs, 169U);
    // At the first position the kernel's first row and column lie outside: four of five taps.
    EXPECT_EQ(network.layers[0].groups.front().inputs.size(), 16U);
    EXPECT_EQ(network.input_max, 3);
}

TEST(network, other_shapes_are_refused) {
    const auto code = [](const std::string& layers) {
        return parse_network(network_of(2, 3, layers)).error().code;
    };
    EXPECT_EQ(code(R"({"kind":"dense","weights":[[1,2,3]],"bias":[1]})"), Errc::malformed);
    EXPECT_EQ(code(R"({"kind":"dense","weights":[[1,2]],"bias":[1,2]})"), Errc::malformed);
    EXPECT_EQ(code(R"({"kind":"dense","weights":[[1],[1,2]],"bias":[1,2]})"), Errc::malformed);
    EXPECT_EQ(code(R"({"kind":"dense","weights":[[]],"bias":[1]})"), Errc::malformed);
    EXPECT_EQ(code(R"({"kind":"dense","weights":[[1,40000]],"bias":[1]})"), Errc::malformed);
    EXPECT_EQ(code(R"({"kind":"dense","weights":[[1,0.5]],"bias":[1]})"), Errc::malformed);
    EXPECT_EQ(code(R"({"kind":"relu"})"), Errc::malformed);
    EXPECT_EQ(code(R"({"kind":"dense","weights":[[1,2]],"bias":[1],"more":1})"), Errc::malformed);
    EXPECT_EQ(
        code(
            R"({"kind":"dense","weights":[[30000,0]],"bias":[1]},{"kind":"dense","weights":[[2]],"bias":[1]})"),
        Errc::too_large);
    EXPECT_EQ(parse_network("{}").error().code, Errc::malformed);
    EXPECT_EQ(parse_network("[").error().code, Errc::malformed);
}

}  // namespace
}  // namespace theriac::he
