#include "theriac/quantise/fit.hpp"

#include "optimiser.hpp"
#include "support.hpp"
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace theriac::quantise {
namespace {

constexpr InputGrid kInputs{.least = -7, .most = 7, .step = 3.0 / 7};

Result<Fit> fitted(const std::string& text, const Samples& samples, std::uint64_t stream = 0) {
    THERIAC_TRY(spec, TrainingSpec::parse(text));
    THERIAC_TRY(shapes, spec.shapes(samples.inputs));
    return fit_quantised(samples, spec, shapes, kInputs, test_random(stream), {});
}

std::string text_of(const Result<Fit>& fit) {
    return fit ? network_text(fit->network, "test") : fit.error().message;
}

std::size_t right(const Fit& fit, const Samples& samples) {
    const he::Network network = executable(fit.network, "test").value();
    std::size_t out = 0;
    for (std::size_t e = 0; e < samples.count(); ++e) {
        const auto in = samples.example(e);
        const auto outputs = he::evaluate(network, std::vector<std::int64_t>(in.begin(), in.end()));
        const auto best = std::ranges::max_element(outputs) - outputs.begin();
        const auto label = outputs.size() == 1 ? (outputs[0] > 0 ? 1 : 0) : best;
        if (label == samples.labels[e]) ++out;
    }
    return out;
}

TEST(fit, whole_numbers_learn_two_classes) {
    const Samples samples = random_samples(6, 80, 2);
    const auto fit = fitted(training_text(kDenseSquareDense), samples);
    ASSERT_TRUE(fit.has_value()) << fit.error().message;
    EXPECT_GE(right(*fit, samples), 76U);
}

TEST(fit, gradient_descent_learns_too) {
    const Samples samples = random_samples(6, 80, 2);
    const auto fit =
        fitted(training_text(kDenseSquareDense, "", R"({"most":7,"spread":3})", "sgd"), samples);
    ASSERT_TRUE(fit.has_value()) << fit.error().message;
    EXPECT_GE(right(*fit, samples), 76U);
}

TEST(fit, convolutions_and_pooling_learn_three_classes) {
    const Samples samples = random_samples(36, 60, 3);
    const auto fit = fitted(training_text(kEveryKind, "", kPicture), samples);
    ASSERT_TRUE(fit.has_value()) << fit.error().message;
    EXPECT_GE(right(*fit, samples), 54U);
}

TEST(fit, same_seed_gives_the_same_bytes_and_another_does_not) {
    const Samples samples = random_samples(6, 40, 2);
    const std::string text = training_text(kDenseSquareDense);
    EXPECT_EQ(text_of(fitted(text, samples)), text_of(fitted(text, samples)));
    EXPECT_NE(text_of(fitted(text, samples)), text_of(fitted(text, samples, 1)));
}

TEST(fit, output_bits_hold_for_every_input) {
    const Samples samples = random_samples(6, 40, 2);
    const auto free = fitted(training_text(kDenseSquareDense), samples);
    ASSERT_TRUE(free.has_value());
    ASSERT_GT(free->worst_output, 0x1p14);
    const auto held = fitted(training_text(kDenseSquareDense, R"(,"output bits":14)"), samples);
    ASSERT_TRUE(held.has_value()) << held.error().message;
    EXPECT_LT(held->worst_output, 0x1p14);
    EXPECT_EQ(held->worst_output, he::worst_case_output(executable(held->network, "test").value()));
    EXPECT_GE(right(*held, samples), 36U);
}

TEST(fit, output_bits_that_leave_no_network_are_refused) {
    const Samples samples = random_samples(6, 40, 2);
    EXPECT_EQ(
        fitted(training_text(kDenseSquareDense, R"(,"output bits":4)"), samples).error().code,
        Errc::denied);
}

TEST(fit, labels_that_cannot_be_learned_are_refused) {
    Samples samples = random_samples(6, 40, 2);
    std::ranges::fill(samples.labels, std::uint8_t{1});
    const std::string text = training_text(kDenseSquareDense);
    EXPECT_EQ(fitted(text, samples).error().code, Errc::invalid_argument);
    samples.labels[0] = 2;
    EXPECT_EQ(fitted(text, samples).error().code, Errc::invalid_argument);
}

TEST(optimiser, cosine_is_the_c_librarys_to_a_few_units) {
    EXPECT_EQ(cosine_decay(0.5), 0.5);
    for (int i = 0; i <= 1000; ++i) {
        const double x = i / 1000.0;
        EXPECT_NEAR(cosine_decay(x), 0.5 * (1 + std::cos(std::numbers::pi * x)), 1e-14) << x;
    }
}

}  // namespace
}  // namespace theriac::quantise
