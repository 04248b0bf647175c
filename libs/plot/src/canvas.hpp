// The frame that every chart shares: title, axes, grid, legend, and coordinates in pixels.
#pragma once

#include "theriac/plot/chart.hpp"

#include "axis.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace theriac::plot {

/// The colour of the n-th series; after eight they begin anew.
std::string_view colour(std::size_t n);

struct LegendEntry {
    std::string name;
    std::string swatch;  ///< SVG in a box of 18 x 10 pixels
};

struct Labels {
    std::string title;
    std::string x;
    std::string y;
};

/// Collects SVG elements in front of a frame.
class Canvas {
public:
    Canvas(Size size, const Labels& labels, std::vector<LegendEntry> legend);

    [[nodiscard]] double x(double place) const { return left_ + place * plot_width(); }

    [[nodiscard]] double y(double place) const { return bottom_ - place * plot_height(); }

    [[nodiscard]] double plot_width() const { return right_ - left_; }

    [[nodiscard]] double plot_height() const { return bottom_ - top_; }

    void x_tick(double place, const std::string& label);
    void y_tick(double place, const std::string& label);

    /// An element that may reach beyond the axes; what does is cut off.
    void draw(std::string_view element) { inside_ += element; }

    /// An element that is never cut off.
    void annotate(std::string_view element) { outside_ += element; }

    [[nodiscard]] std::string finish() const;

private:
    [[nodiscard]] std::string legend() const;

    Size size_;
    Labels labels_;
    std::vector<LegendEntry> legend_;
    double left_ = 0;
    double right_ = 0;
    double top_ = 0;
    double bottom_ = 0;
    std::string grid_;
    std::string inside_;
    std::string outside_;
};

}  // namespace theriac::plot
