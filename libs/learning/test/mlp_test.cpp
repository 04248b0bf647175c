#include "theriac/learning/mlp.hpp"

#include "theriac/learning/elementary.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>

namespace theriac::learning {
namespace {

constexpr Seed kSeed = {1, 2, 3};

// Rows in a plane; positive where their signs are the same, which no straight line tells.
Design four_quarters(std::size_t rows) {
    Random random(kSeed, 99);
    Design out{.columns = 2, .values = {}, .targets = {}};
    for (std::size_t i = 0; i < rows; ++i) {
        const double x = (2 * random.uniform()) - 1;
        const double y = (2 * random.uniform()) - 1;
        out.values.insert(out.values.end(), {x, y});
        out.targets.push_back(x * y > 0 ? 1 : 0);
    }
    return out;
}

MlpFit fit(const Design& design, const NetworkShape& shape, const Optimiser& optimiser) {
    return fit_mlp(design, shape, optimiser, Random(kSeed, 0)).value();
}

double accuracy(const Network& network, const Design& design) {
    double right = 0;
    for (std::size_t i = 0; i < design.rows(); ++i)
        right += (score(network, design.row(i)) > 0) == (design.targets[i] != 0) ? 1 : 0;
    return right / static_cast<double>(design.rows());
}

double& parameter(Network& network, std::size_t layer, std::size_t index) {
    Layer& one = network.layers[layer];
    if (index < one.weights.size()) return one.weights[index];
    return one.biases[index - one.weights.size()];
}

void expect_gradient_of_finite_differences(Activation activation) {
    const Design design = four_quarters(7);
    const std::vector<std::size_t> rows = {0, 2, 3, 6};
    const std::array<double, 2> weights = {0.5, 3};
    Random random(kSeed, 5);
    Network network = initial_network(2, {.hidden = {3, 2}, .activation = activation}, random);
    for (Layer& layer : network.layers)  // away from zero, where a rectifier has no derivative
        for (double& bias : layer.biases)
            bias = 0.1 + random.uniform();
    const Network gradient = loss_and_gradient(network, design, rows, weights, 0.7).gradient;
    const double step = 1e-6;
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        const Layer& layer = network.layers[l];
        for (std::size_t i = 0; i < layer.weights.size() + layer.biases.size(); ++i) {
            Network up = network;
            parameter(up, l, i) += step;
            Network down = network;
            parameter(down, l, i) -= step;
            const double slope = (loss_and_gradient(up, design, rows, weights, 0.7).loss
                                  - loss_and_gradient(down, design, rows, weights, 0.7).loss)
                                 / (2 * step);
            Network copy = gradient;
            EXPECT_NEAR(parameter(copy, l, i), slope, 1e-8) << "layer " << l << ", " << i;
        }
    }
}

TEST(mlp, gradient_is_that_of_finite_differences_with_rectifiers) {
    expect_gradient_of_finite_differences(Activation::relu);
}

TEST(mlp, gradient_is_that_of_finite_differences_with_tanh) {
    expect_gradient_of_finite_differences(Activation::tanh);
}

TEST(mlp, learns_what_no_straight_line_tells) {
    const Design design = four_quarters(400);
    const Optimiser optimiser{.learning_rate = 0.02, .batch_rows = 20, .epochs = 60};
    for (const Activation activation : {Activation::relu, Activation::tanh}) {
        const MlpFit got = fit(design, {.hidden = {8}, .activation = activation}, optimiser);
        EXPECT_GT(accuracy(got.network, design), 0.95) << name(activation);
        EXPECT_EQ(got.epochs, 60U);
    }
}

TEST(mlp, same_seed_gives_the_same_bits_and_another_seed_others) {
    const Design design = four_quarters(60);
    const Optimiser optimiser{.epochs = 5};
    const NetworkShape shape{.hidden = {4}};
    const MlpFit once = fit(design, shape, optimiser);
    EXPECT_EQ(fit(design, shape, optimiser).network, once.network);
    const Random other({9}, 0);
    EXPECT_NE(fit_mlp(design, shape, optimiser, other).value().network, once.network);
}

// Recorded once; the same with gcc 12 and clang 19, with and without optimisation.
TEST(mlp, bits_are_the_recorded_ones) {
    const Design design = four_quarters(100);
    const Optimiser optimiser{
        .learning_rate = 0.01,
        .batch_rows = 16,
        .epochs = 40,
        .l2 = 0.1,
        .class_weights = ClassWeights::balanced,
        .early_stopping = EarlyStopping{.one_in = 5, .patience = 10, .tolerance = 1e-3}};
    const MlpFit got = fit(design, {.hidden = {6, 4}, .activation = Activation::tanh}, optimiser);
    std::uint64_t hash = 14695981039346656037U;  // FNV-1a over the words
    for (const Layer& layer : got.network.layers)
        for (const double w : layer.weights)
            hash = (hash ^ std::bit_cast<std::uint64_t>(w)) * 1099511628211U;
    EXPECT_EQ(hash, 9529231829240532817U);
}

TEST(mlp, early_stopping_returns_the_network_of_the_lowest_held_out_loss) {
    // Labels that do not depend on the row: whatever is learned is wrong on other rows.
    Design noise = four_quarters(60);
    Random random(kSeed, 3);
    for (double& target : noise.targets)
        target = random.uniform() < 0.5 ? 1 : 0;
    Optimiser optimiser{.learning_rate = 0.05, .batch_rows = 8, .epochs = 500};
    optimiser.early_stopping = EarlyStopping{.one_in = 4, .patience = 5, .tolerance = 0};
    const NetworkShape shape{.hidden = {16}};
    const MlpFit got = fit(noise, shape, optimiser);
    EXPECT_LT(got.epochs, 495U);
    // One epoch more or less with the same draws has a higher loss on the same rows.
    for (const std::size_t epochs : {got.epochs - 1, got.epochs + 1}) {
        if (epochs == 0) continue;
        Optimiser shorter = optimiser;
        shorter.epochs = epochs;
        EXPECT_GE(fit(noise, shape, shorter).loss, got.loss);
    }
}

TEST(mlp, balanced_classes_weigh_the_same) {
    Design rare = four_quarters(200);
    for (std::size_t i = 0; i < rare.rows(); ++i)
        if (i % 8 != 0) rare.targets[i] = 0;
    Optimiser optimiser{.learning_rate = 0.02, .batch_rows = 20, .epochs = 20};
    const auto called_positive = [&] {
        const Network network = fit(rare, {.hidden = {2}}, optimiser).network;
        std::size_t count = 0;
        for (std::size_t i = 0; i < rare.rows(); ++i)
            if (score(network, rare.row(i)) > 0) ++count;
        return count;
    };
    const std::size_t plain = called_positive();
    optimiser.class_weights = ClassWeights::balanced;
    EXPECT_GT(called_positive(), plain + 40);
}

TEST(mlp, penalty_keeps_weights_small) {
    const Design design = four_quarters(100);
    const auto squares = [&](double l2) {
        const Optimiser optimiser{.learning_rate = 0.02, .epochs = 60, .l2 = l2};
        double sum = 0;
        for (const Layer& layer : fit(design, {.hidden = {4}}, optimiser).network.layers)
            for (const double w : layer.weights)
                sum += w * w;
        return sum;
    };
    EXPECT_LT(squares(10), 0.2 * squares(0));
}

TEST(mlp, initial_weights_stay_within_their_bounds) {
    Random random(kSeed, 0);
    const NetworkShape shape{.hidden = {50, 20}, .activation = Activation::relu};
    const Network he = initial_network(10, shape, random);
    const std::array<double, 3> bounds = {
        std::sqrt(6.0 / 10), std::sqrt(6.0 / 50), std::sqrt(6.0 / 21)};
    for (std::size_t l = 0; l < bounds.size(); ++l) {
        double most = 0;
        for (const double w : he.layers[l].weights)
            most = std::max(most, std::abs(w));
        EXPECT_LE(most, bounds.at(l));
        EXPECT_GT(most, 0.8 * bounds.at(l));
        EXPECT_TRUE(std::ranges::all_of(he.layers[l].biases, [](double b) { return b == 0; }));
    }
}

TEST(mlp, what_cannot_be_trained_is_refused) {
    Design one_class = four_quarters(10);
    std::ranges::fill(one_class.targets, 1.0);
    EXPECT_EQ(
        fit_mlp(one_class, {.hidden = {2}}, {}, Random(kSeed, 0)).error(),
        (Error{Errc::invalid_argument, "mlp: all rows have the same label"}));
    const Design few = four_quarters(6);
    const Optimiser stopping{.early_stopping = EarlyStopping{.one_in = 10}};
    EXPECT_EQ(
        fit_mlp(few, {.hidden = {2}}, stopping, Random(kSeed, 0)).error().message,
        "mlp: too few rows to hold some out for early stopping");
}

TEST(mlp, portable_tanh_is_within_a_few_units_of_the_c_librarys) {
    for (double x = -30; x <= 30; x += 0.0137)
        EXPECT_NEAR(portable_tanh(x), std::tanh(x), 4e-16) << x;
}

}  // namespace
}  // namespace theriac::learning
