#include "charts.hpp"

#include "theriac/json/json.hpp"
#include "theriac/plot/chart.hpp"

#include "html.hpp"
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace theriac::lab {

using consensus::Summary;
using json::Value;

std::string text_of(const Value& value) {
    const std::string* text = value.as_text();
    return text != nullptr ? *text : json::canonical(value);
}

namespace {

/// The values of a point other than the one on the horizontal axis: "rpca.nodes 20".
}  // namespace

std::string series_name(const Point& point, const std::string& x_path) {
    std::string out;
    for (const auto& [path, value] : point.varied) {
        if (path == x_path) continue;
        out += (out.empty() ? "" : ", ") + path.substr(path.rfind('.') + 1) + " " + text_of(value);
    }
    return out;
}

std::optional<double> x_of(const Point& point, const std::string& x_path) {
    for (const auto& [path, value] : point.varied) {
        if (path == x_path) return value.as_double();
    }
    return std::nullopt;
}

namespace {

bool spans_decades(const Experiment& experiment, const std::string& x_path) {
    double least = 0;
    double most = 0;
    for (const Point& point : experiment.points()) {
        const double x = x_of(point, x_path).value_or(0);
        if (x <= 0) return false;
        least = least == 0 ? x : std::min(least, x);
        most = std::max(most, x);
    }
    constexpr double kWide = 20;
    return most >= kWide * least;
}

/// One metric over the horizontal axis: medians, with a band from the 5th to the 95th percentile.
plot::Chart chart_of(
    const Experiment& experiment, const SweepResult& result, const std::string& metric) {
    const std::string x_path = experiment.x_path();
    std::map<std::string, std::size_t> places;
    plot::Chart chart;
    chart.title = metric;
    chart.x.label = x_path;
    if (spans_decades(experiment, x_path)) chart.x.scale = plot::Scale::logarithmic;
    for (std::size_t i = 0; i < result.points.size(); ++i) {
        const Point& point = experiment.points()[i];
        const auto x = x_of(point, x_path);
        const Summary summary = result.points[i].summary(metric);
        if (!x || summary.count == 0) continue;
        const std::string series = series_name(point, x_path);
        const std::string name = series.empty() ? "median" : series;
        const auto [place, added] = places.try_emplace(name, chart.series.size());
        if (added) {
            chart.series.push_back({name, {}, plot::Mark::line_and_dots});
            chart.bands.push_back({});
        }
        chart.series[place->second].points.push_back({*x, summary.median});
        chart.bands[place->second].spans.push_back({*x, summary.p5, summary.p95});
    }
    return chart;
}

bool varies(const SweepResult& result, const std::string& metric) {
    bool first = true;
    double value = 0;
    for (const PointResult& point : result.points) {
        const Summary summary = point.summary(metric);
        if (summary.count == 0) continue;
        if (!first && summary.median != value) return true;
        if (summary.p5 != summary.p95) return true;
        value = summary.median;
        first = false;
    }
    return false;
}

/// Equation 2 as the paper's figure draws it: lines for the closed form, dots for drawn cartels.
plot::Chart cartel_chart(const Experiment& experiment, const SweepResult& result) {
    plot::Chart closed = chart_of(experiment, result, "thwarted_bound");
    const plot::Chart drawn = chart_of(experiment, result, "thwarted_simulated");
    closed.title = "Probability that a cartel thwarts consensus";
    closed.bands.clear();
    for (auto& series : closed.series)
        series.mark = plot::Mark::line;
    for (plot::Series series : drawn.series) {
        series.mark = plot::Mark::dots;
        series.name += ", drawn";
        closed.series.push_back(std::move(series));
    }
    return closed;
}

/// The fitted growth beside the medians.
void add_fits(plot::Chart& chart, const Experiment& experiment, const SweepResult& result) {
    for (const Growth& growth : growth_of(experiment, result)) {
        plot::Series fit{growth.series.empty() ? "fit" : growth.series + ", fit", {}};
        for (const double x : {growth.least, growth.most})
            fit.points.push_back({x, growth.line.intercept + growth.line.slope * std::log2(x)});
        chart.series.push_back(std::move(fit));
    }
}

}  // namespace

std::vector<Growth> growth_of(const Experiment& experiment, const SweepResult& result) {
    constexpr auto kPath = "gossip.participants";
    std::map<std::string, std::pair<std::vector<double>, std::vector<double>>> series;
    for (std::size_t i = 0; i < result.points.size(); ++i) {
        const Point& point = experiment.points()[i];
        const Summary rounds = result.points[i].summary("rounds");
        const auto x = x_of(point, kPath);
        if (!x || rounds.count == 0) continue;
        auto& [xs, ys] = series[series_name(point, kPath)];
        xs.push_back(*x);
        ys.push_back(rounds.mean);
    }
    std::vector<Growth> out;
    for (const auto& [name, xy] : series) {
        const auto& [xs, ys] = xy;
        if (xs.size() < 3) continue;
        std::vector<double> logs;
        for (const double x : xs)
            logs.push_back(std::log2(x));
        const auto [least, most] = std::ranges::minmax(xs);
        if (least == most) continue;
        const consensus::Line line = consensus::fit_line(logs, ys);
        const double t = consensus::student_t_975(xs.size() - 2);
        out.push_back(
            {.series = name,
             .sizes = xs.size(),
             .least = least,
             .most = most,
             .line = line,
             .intercept_half_width = t * line.intercept_error,
             .slope_half_width = t * line.slope_error});
    }
    return out;
}

std::string describe(const Growth& growth) {
    return fmt::format(
        "Growth{}: mean rounds = a + b log2(participants) with a = {} +- {}, b = {} +- {} (95 % "
        "intervals over {} sizes from {} to {}), R squared {}.",
        growth.series.empty() ? "" : " (" + growth.series + ")",
        number(growth.line.intercept),
        number(growth.intercept_half_width),
        number(growth.line.slope),
        number(growth.slope_half_width),
        growth.sizes,
        number(growth.least),
        number(growth.most),
        number(growth.line.r_squared));
}

std::vector<NamedChart> charts(const Experiment& experiment, const SweepResult& result) {
    std::vector<NamedChart> out;
    if (experiment.x_path().empty()) return out;
    if (experiment.kind() == "cartel") {
        out.push_back({"thwarted", plot::svg(cartel_chart(experiment, result))});
        return out;
    }
    for (const std::string& name : result.names()) {
        if (!varies(result, name)) continue;
        plot::Chart chart = chart_of(experiment, result, name);
        if (name == "rounds") add_fits(chart, experiment, result);
        out.push_back({name, plot::svg(chart)});
    }
    return out;
}

}  // namespace theriac::lab
