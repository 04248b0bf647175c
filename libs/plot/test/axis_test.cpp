#include "axis.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace {

using namespace theriac::plot;

Extent extent_of(Scale scale, std::initializer_list<double> values) {
    Extent out(scale);
    for (const double value : values)
        out.add(value);
    return out;
}

std::string labels(const Ruler& ruler) {
    std::string out;
    for (const Tick& tick : ruler.ticks())
        out += tick.label + "|";
    return out;
}

TEST(ticks, linear_axis_has_about_five_round_numbers_and_encloses_the_data) {
    const Ruler ruler({}, extent_of(Scale::linear, {3, 97}));
    EXPECT_EQ(labels(ruler), "0|20|40|60|80|100|");
    EXPECT_EQ(ruler.place(0), 0);
    EXPECT_EQ(ruler.place(100), 1);
}

TEST(ticks, fractions_show_the_digits_that_tell_them_apart) {
    EXPECT_EQ(labels(Ruler({}, extent_of(Scale::linear, {0, 0.97}))), "0|0.2|0.4|0.6|0.8|1.0|");
}

TEST(ticks, large_numbers_have_separators) {
    EXPECT_EQ(
        labels(Ruler({}, extent_of(Scale::linear, {0, 10'000}))),
        "0|2,000|4,000|6,000|8,000|10,000|");
    EXPECT_EQ(tick_label(-1'234'567, 1), "-1,234,567");
}

TEST(ticks, logarithmic_axis_has_decades) {
    Axis axis;
    axis.scale = Scale::logarithmic;
    EXPECT_EQ(
        labels(Ruler(axis, extent_of(Scale::logarithmic, {2, 4096}))), "1|10|100|1,000|10,000|");
}

TEST(ticks, one_value_or_none_still_makes_an_axis) {
    for (const auto& extent : {extent_of(Scale::linear, {}), extent_of(Scale::linear, {7, 7})}) {
        const Ruler ruler({}, extent);
        EXPECT_LT(ruler.low(), ruler.high());
        EXPECT_GE(ruler.ticks().size(), 2U);
    }
}

TEST(ticks, what_has_no_place_on_the_axis_is_not_counted) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double inf = std::numeric_limits<double>::infinity();
    const Extent linear = extent_of(Scale::linear, {nan, 1, inf, 2});
    EXPECT_EQ(linear.low(), 1);
    EXPECT_EQ(linear.high(), 2);
    EXPECT_TRUE(extent_of(Scale::logarithmic, {0, -3, nan}).empty());
}

TEST(ticks, given_ends_are_kept_exactly) {
    Axis axis;
    axis.min = 0.5;
    axis.max = 60;
    const Ruler ruler(axis, extent_of(Scale::linear, {3, 97}));
    EXPECT_EQ(ruler.low(), 0.5);
    EXPECT_EQ(ruler.high(), 60);
}

}  // namespace
