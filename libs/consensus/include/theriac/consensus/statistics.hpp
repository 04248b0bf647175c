// Numbers about many runs: means, percentiles, confidence intervals, fitted growth.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace theriac::consensus {

struct Interval {
    double low = 0;
    double high = 0;

    [[nodiscard]] bool contains(double x) const { return low <= x && x <= high; }
};

struct Summary {
    std::size_t count = 0;
    double mean = 0;
    double median = 0;
    double p5 = 0;   ///< the 5th percentile
    double p95 = 0;  ///< the 95th percentile
    double most = 0;
};

/// Percentiles by linear interpolation between order statistics (Hyndman and Fan's type 7). All
/// zero when there are no samples.
Summary summarize(std::vector<double> samples);

/// @param q        within [0, 1]
/// @param sorted   ascending, not empty
double quantile(std::span<const double> sorted, double q);

/// Wilson's score interval for a probability after `successes` of `trials`, at `z` standard
/// deviations (1.96: 95 %; 4: two errors in 31,000).
Interval wilson(std::uint64_t successes, std::uint64_t trials, double z);

/// y = intercept + slope * x by least squares, with the share of variance explained and the
/// standard errors of both coefficients (zero where two points leave nothing to judge by).
struct Line {
    double intercept = 0;
    double slope = 0;
    double r_squared = 0;
    double intercept_error = 0;
    double slope_error = 0;
};

/// @param x, y  of the same size, at least two different x
Line fit_line(std::span<const double> x, std::span<const double> y);

/// The 97.5th percentile of Student's t with so many degrees of freedom (at least one): a
/// coefficient's 95 % interval is so many standard errors to both sides. Within 0.001.
double student_t_975(std::size_t degrees);

}  // namespace theriac::consensus
