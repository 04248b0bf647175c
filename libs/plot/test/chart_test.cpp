#include "theriac/plot/chart.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace {

using namespace theriac::plot;

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t n = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++n;
    return n;
}

Chart small() {
    Chart chart;
    chart.title = "Rounds to agreement";
    chart.x.label = "participants";
    chart.y.label = "rounds";
    chart.series = {{"mean", {{0, 0}, {5, 5}, {10, 10}}, Mark::line}};
    return chart;
}

TEST(chart, same_chart_gives_the_same_text) {
    EXPECT_EQ(svg(small()), svg(small()));
}

TEST(chart, points_are_placed_between_the_axes) {
    // Left of the plot 72, right 720 - 44 - 4 * 6.4, bottom 420 - 52, top 40: the middle is
    // half-way.
    EXPECT_NE(svg(small()).find("M72.0 368.0L361.2 204.0L650.4 40.0"), std::string::npos);
}

TEST(chart, names_and_labels_are_escaped) {
    Chart chart = small();
    chart.title = "</title><script>alert('a')</script>";
    chart.series[0].name = "a & \"b\"";
    const std::string out = svg(chart);
    EXPECT_EQ(out.find("<script"), std::string::npos);
    EXPECT_NE(out.find("&lt;script&gt;alert(&#39;a&#39;)"), std::string::npos);
    EXPECT_NE(out.find("a &amp; &quot;b&quot;"), std::string::npos);
}

TEST(chart, control_characters_are_replaced) {
    EXPECT_EQ(
        escape(std::string("a\x01"
                           "b\nc")),
        "a\xef\xbf\xbd"
        "b c");
}

TEST(chart, a_value_that_is_not_finite_is_a_gap) {
    Chart chart = small();
    chart.series[0].points[1].y = std::numeric_limits<double>::quiet_NaN();
    EXPECT_NE(svg(chart).find("M72.0 368.0M650.4 40.0"), std::string::npos);
}

TEST(chart, zero_on_a_logarithmic_axis_is_a_gap) {
    Chart chart = small();
    chart.y.scale = Scale::logarithmic;
    const std::string out = svg(chart);
    EXPECT_EQ(out.find("nan"), std::string::npos);
    EXPECT_EQ(out.find("inf"), std::string::npos);
}

TEST(chart, steps_go_across_before_they_go_up) {
    Chart chart = small();
    chart.series[0].mark = Mark::steps;
    EXPECT_NE(svg(chart).find("M72.0 368.0H361.2V204.0H650.4V40.0"), std::string::npos);
}

TEST(chart, dots_are_drawn_for_each_point) {
    Chart chart = small();
    chart.series[0].mark = Mark::dots;
    chart.series[0].name.clear();  // no swatch
    EXPECT_EQ(count(svg(chart), "<circle"), 3U);
}

TEST(chart, band_is_one_closed_area) {
    Chart chart = small();
    chart.bands = {{"5th to 95th percentile", {{0, 0, 2}, {10, 4, 8}}}};
    const std::string out = svg(chart);
    EXPECT_EQ(count(out, "Z\" fill="), 1U);
    EXPECT_NE(out.find("5th to 95th percentile"), std::string::npos);
}

TEST(chart, guide_is_named_and_inside_the_axis) {
    Chart chart = small();
    chart.guides = {{"20 rounds", 20}};
    EXPECT_NE(svg(chart).find(">20 rounds</text>"), std::string::npos);
    EXPECT_NE(svg(chart).find(">20</text>"), std::string::npos);
}

TEST(chart, without_data_there_are_still_axes) {
    const std::string out = svg(Chart{});
    EXPECT_TRUE(out.starts_with("<svg "));
    EXPECT_TRUE(out.ends_with("</svg>\n"));
    EXPECT_EQ(out.find("nan"), std::string::npos);
}

TEST(bars, stand_on_zero_side_by_side) {
    BarChart chart;
    chart.categories = {"RPCA", "QBFT"};
    chart.bars = {
        {
            "one region",
            {4, 2},
        },
        {"world", {3, -1}}};
    const std::string out = svg(chart);
    EXPECT_EQ(count(out, "<rect"), 7U);  // background, four bars, two swatches
    EXPECT_NE(out.find(">QBFT</text>"), std::string::npos);
}

TEST(bars, a_missing_value_is_no_bar) {
    BarChart chart;
    chart.categories = {"a", "b"};
    chart.bars = {{"", {1}}};
    EXPECT_EQ(count(svg(chart), "<rect"), 2U);
}

}  // namespace
