#include "theriac/plot/chart.hpp"

#include "axis.hpp"
#include "canvas.hpp"
#include <fmt/format.h>

#include <algorithm>

namespace theriac::plot {

namespace {

std::vector<LegendEntry> legend_of(const BarChart& chart) {
    std::vector<LegendEntry> out;
    for (std::size_t i = 0; i < chart.bars.size(); ++i) {
        if (!chart.bars[i].name.empty())
            out.push_back(
                {chart.bars[i].name,
                 fmt::format(R"(<rect width="18" height="10" fill="{}"/>)", colour(i))});
    }
    return out;
}

Extent extent_of(const BarChart& chart) {
    Extent out(chart.y.scale);
    out.add(0);  // no effect on a logarithmic axis
    for (const Bars& bars : chart.bars) {
        for (const double value : bars.values)
            out.add(value);
    }
    return out;
}

/// The `series`-th bar of category `category`: from zero, or from the axis where zero has no place.
std::string bar(
    const BarChart& chart,
    const Canvas& canvas,
    const Ruler& ruler,
    std::size_t category,
    std::size_t series) {
    const std::vector<double>& values = chart.bars[series].values;
    if (category >= values.size() || !ruler.usable(values[category])) return {};
    const double slot = canvas.plot_width() / static_cast<double>(chart.categories.size());
    constexpr double kFilled = 0.8;  // of a category's width
    const double width = kFilled * slot / static_cast<double>(chart.bars.size());
    const double left = canvas.x(0) + static_cast<double>(category) * slot
                        + slot * (1 - kFilled) / 2 + static_cast<double>(series) * width;
    const double base =
        ruler.usable(0) ? canvas.y(std::clamp(ruler.place(0), 0.0, 1.0)) : canvas.y(0);
    const double end = canvas.y(std::clamp(ruler.place(values[category]), 0.0, 1.0));
    return fmt::format(
        R"(<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" fill="{}"/>)",
        left,
        std::min(base, end),
        std::max(width - 1, 1.0),
        std::abs(base - end),
        colour(series));
}

}  // namespace

std::string svg(const BarChart& chart) {
    const Ruler ruler(chart.y, extent_of(chart));
    Canvas canvas(chart.size, {chart.title, chart.x_label, chart.y.label}, legend_of(chart));
    for (const Tick& tick : ruler.ticks())
        canvas.y_tick(ruler.place(tick.value), tick.label);
    for (std::size_t category = 0; category < chart.categories.size(); ++category) {
        const double middle = canvas.x(
            (static_cast<double>(category) + 0.5) / static_cast<double>(chart.categories.size()));
        canvas.annotate(fmt::format(
            R"(<text x="{:.1f}" y="{:.1f}" text-anchor="middle">{}</text>)",
            middle,
            canvas.y(0) + 18,
            escape(chart.categories[category])));
        for (std::size_t series = 0; series < chart.bars.size(); ++series)
            canvas.draw(bar(chart, canvas, ruler, category, series));
    }
    return canvas.finish();
}

}  // namespace theriac::plot
