#include "theriac/quantise/quantised.hpp"

#include "support.hpp"
#include <gtest/gtest.h>

#include <cmath>

namespace theriac::quantise {
namespace {

struct World {
    World(const std::string& text, std::size_t inputs, InputGrid grid_of_inputs)
        : spec(TrainingSpec::parse(text).value()), shapes(spec.shapes(inputs).value()) {
        auto random = test_random();
        network = initial_network(shapes, random);
        for (Layer& layer : network.layers)
            for (double& b : layer.biases)
                b = random.uniform() - 0.5;
        grid = fitted_grid(network, grid_of_inputs);
        integers = quantised(network, grid).value();
    }

    TrainingSpec spec;
    std::vector<LayerShape> shapes;
    Network network;
    Grid grid;
    QuantisedNetwork integers;
};

constexpr InputGrid kInputs{.least = -7, .most = 7, .step = 3.0 / 7};

TEST(quantised, whole_numbers_times_the_scale_are_the_rounded_network) {
    World world(training_text(kEveryKind, "", kPicture), 36, kInputs);
    const he::Network exact = executable(world.integers, "test").value();
    const Network rounded = dequantised(world.integers, world.grid);
    const Samples samples = random_samples(36, 20, 3);
    Pass pass(world.shapes);
    for (std::size_t e = 0; e < samples.count(); ++e) {
        const auto example = samples.example(e);
        const auto outputs =
            he::evaluate(exact, std::vector<std::int64_t>(example.begin(), example.end()));
        const auto expected = outputs_of(pass, rounded, samples, e, kInputs.step);
        ASSERT_EQ(outputs.size(), 3U);
        for (std::size_t o = 0; o < 3; ++o)
            EXPECT_NEAR(static_cast<double>(outputs[o]) * world.integers.scale, expected[o], 1e-9);
    }
}

TEST(quantised, weights_keep_to_their_range_and_one_reaches_it_or_is_cut_off) {
    World world(training_text(kDenseSquareDense), 5, kInputs);
    std::int32_t largest = 0;
    for (const std::int32_t w : world.integers.layers[0].weights)
        largest = std::max(largest, std::abs(w));
    EXPECT_EQ(largest, 7);
}

TEST(quantised, layer_without_weights_other_than_zero_has_a_grid) {
    World world(training_text(kDenseSquareDense), 5, kInputs);
    std::ranges::fill(world.network.layers[0].weights, 0.0);
    const Grid grid = fitted_grid(world.network, kInputs);
    EXPECT_EQ(grid.steps[0], 1);
    EXPECT_TRUE(quantised(world.network, grid).has_value());
}

TEST(quantised, bias_that_does_not_fit_is_refused) {
    World world(training_text(kDenseSquareDense), 5, kInputs);
    world.network.layers[2].biases[0] = 1e30;
    EXPECT_EQ(quantised(world.network, world.grid).error().code, Errc::invalid_argument);
}

TEST(quantised, picture_form_says_the_same_as_the_layers) {
    constexpr auto layers =
        R"({"kind":"convolution","maps":2,"kernel":5,"stride":2,"pad before":1,"pad after":0,"weight most":3},{"kind":"square"},{"kind":"dense","outputs":4,"weight most":7},{"kind":"square"},{"kind":"dense","outputs":3,"weight most":7})";
    World world(
        training_text(layers, "", R"({"most":3,"spread":3,"height":28,"width":28})"),
        784,
        {.least = 0, .most = 3, .step = 1.0 / 3});
    const auto text = picture_network_text(world.integers, "test").value();
    const he::Network picture = he::parse_network(text).value();
    const he::Network layered = executable(world.integers, "test").value();
    auto random = test_random(5);
    std::vector<std::int64_t> in(784);
    for (std::int64_t& x : in)
        x = static_cast<std::int64_t>(random.below(4));
    EXPECT_EQ(he::evaluate(picture, in), he::evaluate(layered, in));
    EXPECT_EQ(picture.input_max, 3);
}

TEST(quantised, other_layers_have_no_picture_form) {
    World world(training_text(kEveryKind, "", kPicture), 36, kInputs);
    EXPECT_EQ(picture_network_text(world.integers, "x").error().code, Errc::invalid_argument);
}

}  // namespace
}  // namespace theriac::quantise
