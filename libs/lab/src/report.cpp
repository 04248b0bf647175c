#include "theriac/json/json.hpp"
#include "theriac/lab/sweep.hpp"

#include "html.hpp"
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace theriac::lab {

using consensus::Summary;
using json::Value;

namespace {

std::string text_of(const Value& value) {
    const std::string* text = value.as_text();
    return text != nullptr ? *text : json::canonical(value);
}

std::vector<std::string> varied_paths(const Experiment& experiment) {
    std::vector<std::string> out;
    for (const auto& [path, value] : experiment.points().front().varied)
        out.push_back(path);
    return out;
}

std::vector<std::string> varied_values(const Point& point) {
    std::vector<std::string> out;
    for (const auto& [path, value] : point.varied)
        out.push_back(text_of(value));
    return out;
}

/// The values of a point other than the one on the horizontal axis: "rpca.nodes 20".
std::string series_name(const Point& point, const std::string& x_path) {
    std::string out;
    for (const auto& [path, value] : point.varied) {
        if (path == x_path) continue;
        out += (out.empty() ? "" : ", ") + path.substr(path.rfind('.') + 1) + " " + text_of(value);
    }
    return out.empty() ? "median" : out;
}

std::optional<double> x_of(const Point& point, const std::string& x_path) {
    for (const auto& [path, value] : point.varied) {
        if (path == x_path) return value.as_double();
    }
    return std::nullopt;
}

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
        const std::string name = series_name(point, x_path);
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
void add_cartel_chart(Page& page, const Experiment& experiment, const SweepResult& result) {
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
    page.chart(plot::svg(closed));
}

void add_growth(Page& page, const Experiment& experiment, const SweepResult& result) {
    std::map<std::string, std::pair<std::vector<double>, std::vector<double>>> series;
    for (std::size_t i = 0; i < result.points.size(); ++i) {
        const Point& point = experiment.points()[i];
        const Summary rounds = result.points[i].summary("rounds");
        const auto x = x_of(point, "gossip.participants");
        if (!x || rounds.count == 0) continue;
        auto& [xs, ys] = series[series_name(point, "gossip.participants")];
        xs.push_back(std::log2(*x));
        ys.push_back(rounds.mean);
    }
    for (const auto& [name, xy] : series) {
        if (xy.first.size() < 3) continue;
        const consensus::Line line = consensus::fit_line(xy.first, xy.second);
        page.paragraph(fmt::format(
            "Growth ({}): mean rounds = {} + {} log2(participants), R squared {}.",
            name,
            number(line.intercept),
            number(line.slope),
            number(line.r_squared)));
    }
}

void add_table(Page& page, const Experiment& experiment, const SweepResult& result) {
    const auto names = result.names();
    std::vector<std::string> head = varied_paths(experiment);
    head.emplace_back("metric");
    for (const auto* column : {"runs", "mean", "median", "5 %", "95 %", "most"})
        head.emplace_back(column);
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < result.points.size(); ++i) {
        for (const std::string& name : names) {
            const Summary s = result.points[i].summary(name);
            if (s.count == 0) continue;
            std::vector<std::string> row = varied_values(experiment.points()[i]);
            row.push_back(name);
            row.push_back(std::to_string(s.count));
            for (const double value : {s.mean, s.median, s.p5, s.p95, s.most})
                row.push_back(number(value));
            rows.push_back(std::move(row));
        }
    }
    page.table(head, rows);
}

}  // namespace

std::string report_html(const Experiment& experiment, const SweepResult& result) {
    Page page(experiment.title());
    page.paragraph(fmt::format(
        "Experiment {}, {} points of {} runs, seed {}. The same file gives the same numbers.",
        experiment.kind(),
        result.points.size(),
        experiment.runs(),
        experiment.seed()));
    if (!experiment.x_path().empty()) {
        page.heading("Charts");
        page.paragraph("Lines are medians, bands reach from the 5th to the 95th percentile.");
        if (experiment.kind() == "cartel") add_cartel_chart(page, experiment, result);
        if (experiment.kind() == "gossip") add_growth(page, experiment, result);
        for (const std::string& name : result.names()) {
            if (experiment.kind() != "cartel" && varies(result, name))
                page.chart(plot::svg(chart_of(experiment, result, name)));
        }
    }
    page.heading("Numbers");
    add_table(page, experiment, result);
    page.heading("Settings of the first point");
    page.listing(json::pretty(experiment.points().front().settings));
    return page.finish();
}

std::string summary_csv(const Experiment& experiment, const SweepResult& result) {
    const auto names = result.names();
    std::vector<std::string> head = varied_paths(experiment);
    head.emplace_back("runs");
    for (const std::string& name : names) {
        for (const auto* part : {"mean", "median", "p5", "p95"})
            head.push_back(name + "_" + part);
    }
    std::string out = csv_row(head);
    for (std::size_t i = 0; i < result.points.size(); ++i) {
        std::vector<std::string> row = varied_values(experiment.points()[i]);
        row.push_back(std::to_string(result.points[i].runs.size()));
        for (const std::string& name : names) {
            const Summary s = result.points[i].summary(name);
            for (const double value : {s.mean, s.median, s.p5, s.p95})
                row.push_back(s.count == 0 ? "" : json::number_text(value));
        }
        out += csv_row(row);
    }
    return out;
}

std::string runs_csv(const Experiment& experiment, const SweepResult& result) {
    const auto names = result.names();
    std::vector<std::string> head = varied_paths(experiment);
    head.emplace_back("run");
    std::ranges::copy(names, std::back_inserter(head));
    std::string out = csv_row(head);
    for (std::size_t i = 0; i < result.points.size(); ++i) {
        std::size_t number_of_run = 0;
        for (const Metrics& run : result.points[i].runs) {
            std::vector<std::string> row = varied_values(experiment.points()[i]);
            row.push_back(std::to_string(number_of_run++));
            for (const std::string& name : names) {
                const auto found = std::ranges::find(run, name, &Metrics::value_type::first);
                row.push_back(found == run.end() ? "" : json::number_text(found->second));
            }
            out += csv_row(row);
        }
    }
    return out;
}

Value to_json(const Experiment& experiment, const SweepResult& result) {
    Value::Array points;
    for (std::size_t i = 0; i < result.points.size(); ++i) {
        Value varied = Value::object();
        for (const auto& [path, value] : experiment.points()[i].varied)
            varied.set(path, value);
        Value metrics = Value::object();
        for (const std::string& name : result.points[i].names()) {
            const Summary s = result.points[i].summary(name);
            metrics.set(
                name,
                Value::object(
                    {{"count", s.count},
                     {"mean", s.mean},
                     {"median", s.median},
                     {"p5", s.p5},
                     {"p95", s.p95},
                     {"most", s.most}}));
        }
        points.push_back(
            Value::object({{"varied", std::move(varied)}, {"metrics", std::move(metrics)}}));
    }
    return Value::object(
        {{"experiment", experiment.kind()},
         {"title", experiment.title()},
         {"seed", experiment.seed()},
         {"runs", experiment.runs()},
         {"batches", result.batches},
         {"from_cache", result.from_cache},
         {"points", std::move(points)}});
}

}  // namespace theriac::lab
