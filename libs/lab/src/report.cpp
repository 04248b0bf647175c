#include "theriac/consensus/gossip.hpp"
#include "theriac/json/json.hpp"
#include "theriac/lab/sweep.hpp"

#include "charts.hpp"
#include "html.hpp"
#include <fmt/format.h>

#include <algorithm>

namespace theriac::lab {

using consensus::Summary;
using json::Value;

namespace {

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

void add_table(Page& page, const Experiment& experiment, const SweepResult& result) {
    const auto names = result.names();
    std::vector<std::string> head = varied_paths(experiment);
    head.emplace_back("metric");
    for (const auto* column : {"runs", "mean", "median", "5 %", "95 %", "most"})
        head.emplace_back(column);
    std::vector<std::vector<Cell>> rows;
    for (std::size_t i = 0; i < result.points.size(); ++i) {
        for (const std::string& name : names) {
            const Summary s = result.points[i].summary(name);
            if (s.count == 0) continue;
            const auto values = varied_values(experiment.points()[i]);
            std::vector<Cell> row(values.begin(), values.end());
            row.emplace_back(name);
            row.emplace_back(std::to_string(s.count));
            for (const double value : {s.mean, s.median, s.p5, s.p95, s.most})
                row.emplace_back(number(value));
            rows.push_back(std::move(row));
        }
    }
    page.table(head, rows);
}

/// What a block takes at most in this sweep, beside proof of work.
std::string proof_of_work(const SweepResult& result) {
    double most = 0;
    for (const PointResult& point : result.points)
        most = std::max(most, point.summary("joules_per_block").mean);
    const consensus::ProofOfWorkEnergy assumed;
    return fmt::format(
        "Energy: at most {:.3g} J a block here, by the assumptions of docs/lab/gossip.md; proof of "
        "work at {} TWh a year and {} blocks a year takes {:.3g} J a block, {:.3g} times as much.",
        most,
        number(assumed.terawatt_hours_a_year),
        number(assumed.blocks_a_year),
        assumed.per_block(),
        most > 0 ? assumed.per_block() / most : 0);
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
    for (const Growth& growth : growth_of(experiment, result))
        page.paragraph(describe(growth));
    if (experiment.kind() == "gossip") page.paragraph(proof_of_work(result));
    const auto pictures = charts(experiment, result);
    if (!pictures.empty()) {
        page.heading("Charts");
        page.paragraph(
            "Lines with dots are medians, bands reach from the 5th to the 95th percentile.");
    }
    for (const NamedChart& picture : pictures)
        page.chart(picture.svg);
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
    Value::Array growth;
    for (const Growth& one : growth_of(experiment, result))
        growth.push_back(Value::object(
            {{"series", one.series},
             {"intercept", one.line.intercept},
             {"intercept_half_width", one.intercept_half_width},
             {"slope", one.line.slope},
             {"slope_half_width", one.slope_half_width},
             {"r_squared", one.line.r_squared}}));
    return Value::object(
        {{"experiment", experiment.kind()},
         {"title", experiment.title()},
         {"seed", experiment.seed()},
         {"runs", experiment.runs()},
         {"batches", result.batches},
         {"from_cache", result.from_cache},
         {"growth", std::move(growth)},
         {"points", std::move(points)}});
}

}  // namespace theriac::lab
