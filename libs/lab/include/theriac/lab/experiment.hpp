// Declarative experiments: a small file says what is simulated, how often, and what is varied.
// docs/formats/experiment.md
#pragma once

#include "theriac/base/result.hpp"
#include "theriac/json/value.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace theriac::lab {

/// Measured in one run, in the order in which a table shows them.
using Metrics = std::vector<std::pair<std::string, double>>;

/// What a sweep may ask for.
inline constexpr std::size_t kMaxPoints = 10'000;
inline constexpr std::uint64_t kMaxRuns = 1'000'000;  ///< over all points
inline constexpr std::size_t kMaxExperimentBytes = std::size_t{1} << 20U;

/// One combination of the varied values.
struct Point {
    std::vector<std::pair<std::string, json::Value>> varied;  ///< path and value
    json::Value settings;  ///< the whole file without its sweep, with these values in place
};

/// An experiment whose every point has been read and found sound.
class Experiment {
public:
    /// Reads YAML, of which JSON is a part.
    ///
    /// @return Errc::malformed or Errc::too_large, with the field named
    static Result<Experiment> parse(std::string_view text);

    [[nodiscard]] const std::string& title() const { return title_; }

    [[nodiscard]] const std::string& kind() const { return kind_; }

    [[nodiscard]] std::uint64_t seed() const { return seed_; }

    /// At each point.
    [[nodiscard]] std::uint64_t runs() const { return runs_; }

    [[nodiscard]] const std::vector<Point>& points() const { return points_; }

    /// What the report plots: the path of the horizontal axis (the first one varied by numbers) or
    /// empty.
    [[nodiscard]] std::string x_path() const;

private:
    std::string title_;
    std::string kind_;
    std::uint64_t seed_ = 1;
    std::uint64_t runs_ = 1;
    std::vector<Point> points_;
};

/// One run of a point. Deterministic: the same settings and seed give the same numbers.
Metrics run_point(const Point& point, std::uint64_t seed);

}  // namespace theriac::lab
