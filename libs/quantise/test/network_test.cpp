#include "theriac/quantise/network.hpp"

#include "support.hpp"
#include <gtest/gtest.h>

#include <cmath>

namespace theriac::quantise {
namespace {

struct World {
    explicit World(const std::string& text, std::size_t inputs)
        : spec(TrainingSpec::parse(text).value()),
          shapes(spec.shapes(inputs).value()),
          random(test_random()),
          network(initial_network(shapes, random)),
          pass(shapes) {
        for (Layer& layer : network.layers)
            for (double& b : layer.biases)
                b = random.uniform() - 0.5;
    }

    TrainingSpec spec;
    std::vector<LayerShape> shapes;
    learning::Random random;
    Network network;
    Pass pass;
};

/// Every derivative against the difference of losses on either side.
void expect_right_slopes(World& world, const Samples& samples, const LossOptions& options) {
    constexpr double away = 1e-5;
    const std::vector<std::size_t> rows = {0, 1, 2, 3};
    const auto loss = [&] {
        return loss_and_gradient(world.pass, world.network, samples, rows, 0.2, options).loss;
    };
    const Network gradient =
        loss_and_gradient(world.pass, world.network, samples, rows, 0.2, options).gradient;
    const auto check = [&](double& value, double slope) {
        const double kept = value;
        value = kept + away;
        const double above = loss();
        value = kept - away;
        const double below = loss();
        value = kept;
        EXPECT_NEAR((above - below) / (2 * away), slope, 1e-7 + 1e-6 * std::abs(slope));
    };
    for (std::size_t l = 0; l < world.network.layers.size(); ++l) {
        Layer& layer = world.network.layers[l];
        for (std::size_t i = 0; i < layer.weights.size(); ++i)
            check(layer.weights[i], gradient.layers[l].weights[i]);
        for (std::size_t i = 0; i < layer.biases.size(); ++i)
            check(layer.biases[i], gradient.layers[l].biases[i]);
    }
}

TEST(network, derivatives_of_every_kind_of_layer_are_those_of_the_loss) {
    World world(training_text(kEveryKind, "", kPicture), 36);
    expect_right_slopes(
        world, random_samples(36, 4, 3), {.class_weights = {1, 2, 0.5}, .label_smoothing = 0.1});
}

TEST(network, derivatives_of_the_logistic_loss_are_right) {
    World world(training_text(kDenseSquareDense), 5);
    expect_right_slopes(
        world, random_samples(5, 4, 2), {.class_weights = {1, 3}, .label_smoothing = 0.1});
}

TEST(network, mean_pooling_is_the_mean_of_each_window) {
    World world(
        training_text(
            R"({"kind":"mean pooling","size":2},{"kind":"dense","outputs":1,"weight most":1})",
            "",
            R"({"most":7,"spread":3,"height":2,"width":4})"),
        8);
    world.network.layers[1].weights = {1, 100};
    world.network.layers[1].biases = {0};
    const std::vector<double> in = {1, 2, 5, 6, 3, 4, 7, 8};
    EXPECT_DOUBLE_EQ(world.pass.forward(world.network, in)[0], 2.5 + 650);
}

}  // namespace
}  // namespace theriac::quantise
