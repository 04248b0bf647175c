// Runs an experiment: on several threads, from a cache, and again from where it was killed.
#pragma once

#include "theriac/consensus/statistics.hpp"
#include "theriac/lab/experiment.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace theriac::lab {

struct SweepOptions {
    unsigned threads = 1;
    /// Finished batches are kept here under a hash of what determines them; none: nothing is kept.
    std::optional<std::filesystem::path> cache = std::nullopt;
    std::function<void(std::size_t done, std::size_t all)> progress =
        nullptr;                           ///< from one thread at a time
    std::function<bool()> stop = nullptr;  ///< asked between batches; from any thread
};

/// The runs of one point, in order of their number.
struct PointResult {
    std::vector<Metrics> runs;

    /// Names in the order of their first appearance.
    [[nodiscard]] std::vector<std::string> names() const;

    /// Over the runs that have it.
    [[nodiscard]] consensus::Summary summary(const std::string& name) const;
};

struct SweepResult {
    std::vector<PointResult> points;  ///< as in the experiment
    std::size_t batches = 0;
    std::size_t from_cache = 0;

    /// Of all points.
    [[nodiscard]] std::vector<std::string> names() const;
};

/// Runs all points. The numbers do not depend on the threads, on the cache, or on interruptions.
///
/// @return Errc::interrupted when stopped: what is finished is in the cache, and the next call goes
///         on from there; Errc::io and others of the cache's files
Result<SweepResult> run_sweep(const Experiment& experiment, const SweepOptions& options);

/// How the rounds of gossip grow with the logarithm of the participants: least squares over the
/// means at each size, with 95 % intervals of the coefficients by Student's t.
struct Growth {
    std::string series;  ///< the other varied values; "" where there is none
    std::size_t sizes = 0;
    double least = 0;
    double most = 0;
    consensus::Line line;  ///< over log2(participants)
    double intercept_half_width = 0;
    double slope_half_width = 0;
};

/// One for each series of at least three sizes.
std::vector<Growth> growth_of(const Experiment& experiment, const SweepResult& result);

/// As a sentence.
std::string describe(const Growth& growth);

/// A chart for each metric that varies, over the first path that numbers are given for.
struct NamedChart {
    std::string name;  ///< of the metric; fit for a file's name
    std::string svg;
};

std::vector<NamedChart> charts(const Experiment& experiment, const SweepResult& result);

/// `summary.csv`: a row for each point with mean, median, 5th and 95th percentile of each metric.
std::string summary_csv(const Experiment& experiment, const SweepResult& result);

/// `runs.csv`: a row for each run.
std::string runs_csv(const Experiment& experiment, const SweepResult& result);

/// `report.html`: tables and charts, in one file that needs nothing else.
std::string report_html(const Experiment& experiment, const SweepResult& result);

/// The summary for programs.
json::Value to_json(const Experiment& experiment, const SweepResult& result);

}  // namespace theriac::lab
