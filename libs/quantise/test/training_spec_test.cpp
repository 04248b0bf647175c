#include "theriac/quantise/training_spec.hpp"

#include "support.hpp"
#include <gtest/gtest.h>

namespace theriac::quantise {
namespace {

Errc code_of(const std::string& text) {
    return TrainingSpec::parse(text).error().code;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const auto at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return text.replace(at, what.size(), by);
}

TEST(training_spec, layers_follow_one_another) {
    const auto spec = TrainingSpec::parse(training_text(kEveryKind, "", kPicture)).value();
    const auto shapes = spec.shapes(36).value();
    ASSERT_EQ(shapes.size(), 6U);
    EXPECT_EQ(shapes[0].out, (Extent{.maps = 2, .height = 6, .width = 6}));
    EXPECT_EQ(shapes[2].out, (Extent{.maps = 2, .height = 3, .width = 3}));
    EXPECT_EQ(shapes[3].out, (Extent{.maps = 3, .height = 2, .width = 2}));
    EXPECT_EQ(shapes[3].weights(), 3U * 2 * 4);
    EXPECT_EQ(shapes[5].weights(), 12U * 3);
    EXPECT_EQ(shapes[5].biases(), 3U);
}

TEST(training_spec, other_number_of_inputs_than_the_picture_is_refused) {
    const auto spec = TrainingSpec::parse(training_text(kEveryKind, "", kPicture)).value();
    EXPECT_EQ(spec.shapes(35).error().code, Errc::invalid_argument);
}

TEST(training_spec, optional_fields_are_read) {
    const auto spec = TrainingSpec::parse(
                          training_text(kDenseSquareDense, R"(,"output bits":20.5,"output":"ill")"))
                          .value();
    EXPECT_EQ(spec.output_bits(), 20.5);
    EXPECT_EQ(spec.output(), "ill");
    EXPECT_FALSE(
        TrainingSpec::parse(training_text(kDenseSquareDense)).value().output_bits().has_value());
}

TEST(training_spec, what_does_not_fit_is_refused) {
    const std::string good = training_text(kDenseSquareDense);
    ASSERT_TRUE(TrainingSpec::parse(good).has_value());
    EXPECT_EQ(code_of(replaced(good, "v1", "v2")), Errc::malformed);
    EXPECT_EQ(code_of(replaced(good, R"("most":7)", R"("most":0)")), Errc::malformed);
    EXPECT_EQ(code_of(replaced(good, "adam", "lion")), Errc::malformed);
    EXPECT_EQ(code_of(replaced(good, "0.02", "2")), Errc::malformed);
    EXPECT_EQ(
        code_of(replaced(good, R"("quantised_epochs":10)", R"("quantised_epochs":21)")),
        Errc::malformed);
    EXPECT_EQ(code_of(replaced(good, R"("l2")", R"("l3")")), Errc::malformed);
    EXPECT_EQ(code_of(training_text(kDenseSquareDense, R"(,"more":1)")), Errc::malformed);
    EXPECT_EQ(code_of(training_text(kDenseSquareDense, R"(,"output bits":63)")), Errc::malformed);
    EXPECT_EQ(
        code_of(training_text(kDenseSquareDense, "", R"({"most":7,"spread":3,"height":6})")),
        Errc::malformed);
    EXPECT_EQ(code_of("{"), Errc::malformed);
}

TEST(training_spec, layers_that_do_not_fit_are_refused) {
    const auto code = [](const std::string& layers) {
        return code_of(training_text(layers, "", kPicture));
    };
    EXPECT_EQ(code(""), Errc::malformed);
    EXPECT_EQ(code(R"({"kind":"square"})"), Errc::malformed);
    EXPECT_EQ(code(R"({"kind":"mean pooling","size":4})"), Errc::malformed);
    EXPECT_EQ(code(R"({"kind":"dense","outputs":1})"), Errc::malformed);
    EXPECT_EQ(
        code(
            R"({"kind":"convolution","maps":2,"kernel":9,"stride":1,"pad before":1,"pad after":1,"weight most":7})"),
        Errc::malformed);
    EXPECT_EQ(
        code(
            R"({"kind":"convolution","maps":1000,"kernel":1,"stride":1,"pad before":0,"pad after":0,"weight most":7})"),
        Errc::too_large);
}

}  // namespace
}  // namespace theriac::quantise
