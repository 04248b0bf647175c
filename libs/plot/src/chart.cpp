#include "theriac/plot/chart.hpp"

#include "axis.hpp"
#include "canvas.hpp"
#include <fmt/format.h>

#include <algorithm>

namespace theriac::plot {

namespace {

bool has_line(Mark mark) {
    return mark != Mark::dots;
}

bool has_dots(Mark mark) {
    return mark == Mark::dots || mark == Mark::line_and_dots;
}

std::string line_swatch(std::string_view colour) {
    return fmt::format(R"(<path d="M0 5H18" stroke="{}" stroke-width="2"/>)", colour);
}

std::string dot_swatch(std::string_view colour) {
    return fmt::format(R"(<circle cx="9" cy="5" r="3" fill="{}"/>)", colour);
}

std::string band_swatch(std::string_view colour) {
    return fmt::format(R"(<rect width="18" height="10" fill="{}" fill-opacity="0.25"/>)", colour);
}

std::vector<LegendEntry> legend_of(const Chart& chart) {
    std::vector<LegendEntry> out;
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        const Series& series = chart.series[i];
        std::string swatch = has_line(series.mark) ? line_swatch(colour(i)) : "";
        if (has_dots(series.mark)) swatch += dot_swatch(colour(i));
        if (!series.name.empty()) out.push_back({series.name, swatch});
    }
    for (std::size_t i = 0; i < chart.bands.size(); ++i) {
        if (!chart.bands[i].name.empty())
            out.push_back({chart.bands[i].name, band_swatch(colour(i))});
    }
    return out;
}

Extent x_extent(const Chart& chart) {
    Extent out(chart.x.scale);
    for (const auto& series : chart.series) {
        for (const Point& p : series.points)
            if (usable(chart.y.scale, p.y)) out.add(p.x);
    }
    for (const auto& band : chart.bands) {
        for (const Span& s : band.spans)
            out.add(s.x);
    }
    return out;
}

Extent y_extent(const Chart& chart) {
    Extent out(chart.y.scale);
    for (const auto& series : chart.series) {
        for (const Point& p : series.points)
            if (usable(chart.x.scale, p.x)) out.add(p.y);
    }
    for (const auto& band : chart.bands) {
        for (const Span& s : band.spans) {
            out.add(s.low);
            out.add(s.high);
        }
    }
    for (const Guide& guide : chart.guides)
        out.add(guide.y);
    return out;
}

/// A chart being drawn: canvas and both rulers.
class Drawing {
public:
    explicit Drawing(const Chart& chart)
        : x_(chart.x, x_extent(chart)),
          y_(chart.y, y_extent(chart)),
          canvas_(chart.size, {chart.title, chart.x.label, chart.y.label}, legend_of(chart)) {
        for (const Tick& tick : x_.ticks())
            canvas_.x_tick(x_.place(tick.value), tick.label);
        for (const Tick& tick : y_.ticks())
            canvas_.y_tick(y_.place(tick.value), tick.label);
    }

    void band(const Band& band, std::string_view colour);
    void guide(const Guide& guide);
    void line(const Series& series, std::string_view colour);
    void dots(const Series& series, std::string_view colour);

    [[nodiscard]] std::string finish() const { return canvas_.finish(); }

private:
    [[nodiscard]] bool shown(double x, double y) const { return x_.usable(x) && y_.usable(y); }

    // Far outside is drawn as a little outside: no viewer must cope with huge coordinates.
    [[nodiscard]] static double clipped(double place) { return std::clamp(place, -4.0, 5.0); }

    [[nodiscard]] double px(double x) const { return canvas_.x(clipped(x_.place(x))); }

    [[nodiscard]] double py(double y) const { return canvas_.y(clipped(y_.place(y))); }

    Ruler x_;
    Ruler y_;
    Canvas canvas_;
};

void Drawing::band(const Band& band, std::string_view colour) {
    std::string there;
    std::string back;
    for (const Span& s : band.spans) {
        if (!shown(s.x, s.low) || !shown(s.x, s.high)) continue;
        there += fmt::format("{}{:.1f} {:.1f}", there.empty() ? "M" : "L", px(s.x), py(s.high));
        back.insert(0, fmt::format("L{:.1f} {:.1f}", px(s.x), py(s.low)));
    }
    if (there.empty()) return;
    canvas_.draw(
        fmt::format(R"(<path d="{}{}Z" fill="{}" fill-opacity="0.25"/>)", there, back, colour));
}

void Drawing::guide(const Guide& guide) {
    if (!y_.usable(guide.y)) return;
    const double y = py(guide.y);
    canvas_.draw(fmt::format(
        R"(<path d="M{:.1f} {:.1f}H{:.1f}" stroke="#555" stroke-dasharray="5 4"/>)"
        R"(<text x="{:.1f}" y="{:.1f}" text-anchor="end" fill="#555">{}</text>)",
        canvas_.x(0),
        y,
        canvas_.x(1),
        canvas_.x(1) - 4,
        y - 4,
        escape(guide.name)));
}

void Drawing::line(const Series& series, std::string_view colour) {
    std::string path;
    bool joined = false;
    for (const Point& p : series.points) {
        const bool drawn = shown(p.x, p.y);
        if (drawn && joined && series.mark == Mark::steps)
            path += fmt::format("H{:.1f}V{:.1f}", px(p.x), py(p.y));
        else if (drawn)
            path += fmt::format("{}{:.1f} {:.1f}", joined ? "L" : "M", px(p.x), py(p.y));
        joined = drawn;
    }
    if (path.empty()) return;
    canvas_.draw(fmt::format(
        R"(<path d="{}" stroke="{}" stroke-width="2" stroke-linejoin="round" fill="none"/>)",
        path,
        colour));
}

void Drawing::dots(const Series& series, std::string_view colour) {
    std::string out;
    for (const Point& p : series.points) {
        if (shown(p.x, p.y))
            out += fmt::format(R"(<circle cx="{:.1f}" cy="{:.1f}" r="3"/>)", px(p.x), py(p.y));
    }
    canvas_.draw(fmt::format(R"(<g fill="{}">{}</g>)", colour, out));
}

}  // namespace

std::string svg(const Chart& chart) {
    Drawing drawing(chart);
    for (std::size_t i = 0; i < chart.bands.size(); ++i)
        drawing.band(chart.bands[i], colour(i));
    for (const Guide& guide : chart.guides)
        drawing.guide(guide);
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        if (has_line(chart.series[i].mark)) drawing.line(chart.series[i], colour(i));
        if (has_dots(chart.series[i].mark)) drawing.dots(chart.series[i], colour(i));
    }
    return drawing.finish();
}

}  // namespace theriac::plot
