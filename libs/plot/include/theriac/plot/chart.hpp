// Charts as SVG text: lines, dots, bands and bars, with axes and a legend.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace theriac::plot {

/// One value of a series. A point that is not finite, or not above zero on a logarithmic axis, is
/// a gap.
struct Point {
    double x = 0;
    double y = 0;
};

enum class Mark : std::uint8_t { line, dots, line_and_dots, steps };

/// Points under one name in the legend; an empty name stays out of it.
struct Series {
    std::string name;
    std::vector<Point> points;  ///< joined in this order
    Mark mark = Mark::line;
};

/// Between which values something lies at `x`, for example the 5th and the 95th percentile.
struct Span {
    double x = 0;
    double low = 0;
    double high = 0;
};

/// A filled area between two lines, drawn behind every series.
struct Band {
    std::string name;
    std::vector<Span> spans;  ///< in ascending x
};

/// A straight line across the chart at one value, with its name: a limit, a claim of a paper.
struct Guide {
    std::string name;
    double y = 0;
};

enum class Scale : std::uint8_t { linear, logarithmic };

/// One axis. Where an end is not given it follows from the data, rounded out to a tick.
struct Axis {
    std::string label;  ///< with the unit: "time to finality, ms"
    Scale scale = Scale::linear;
    std::optional<double> min = std::nullopt;
    std::optional<double> max = std::nullopt;
};

/// The size of the picture, in CSS pixels.
struct Size {
    int width = 720;
    int height = 420;
};

/// A chart over two numeric axes.
struct Chart {
    std::string title;
    Axis x;
    Axis y;
    std::vector<Series> series;
    std::vector<Band> bands;
    std::vector<Guide> guides;
    Size size;
};

/// One bar in each category, under one name in the legend; a value that is not finite is no bar.
struct Bars {
    std::string name;
    std::vector<double> values;  ///< one for each category
};

/// A bar chart with named categories; the bars of a category stand side by side.
struct BarChart {
    std::string title;
    std::string x_label;
    Axis y;  ///< linear axes contain zero
    std::vector<std::string> categories;
    std::vector<Bars> bars;
    Size size;
};

/// The chart as one <svg> element that needs nothing from outside: no script, style sheet or font.
/// The same chart gives the same text. Names and labels are UTF-8 and are escaped.
std::string svg(const Chart& chart);
std::string svg(const BarChart& chart);

/// `text` with what XML and HTML give a meaning to replaced (& < > " '), and control characters,
/// which neither allows, by U+FFFD. For text and for attributes in quotes.
std::string escape(const std::string& text);

}  // namespace theriac::plot
