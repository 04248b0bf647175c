#include "theriac/consensus/statistics.hpp"

#include "theriac/base/result.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace theriac::consensus {

double quantile(std::span<const double> sorted, double q) {
    THERIAC_EXPECTS(!sorted.empty() && q >= 0 && q <= 1);
    const double place = q * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    const double share = place - static_cast<double>(below);
    return sorted[below] + share * (sorted[above] - sorted[below]);
}

Summary summarize(std::vector<double> samples) {
    if (samples.empty()) return {};
    std::ranges::sort(samples);
    const double sum = std::accumulate(samples.begin(), samples.end(), 0.0);
    return {
        samples.size(),
        sum / static_cast<double>(samples.size()),
        quantile(samples, 0.5),
        quantile(samples, 0.05),
        quantile(samples, 0.95),
        samples.back()};
}

Interval wilson(std::uint64_t successes, std::uint64_t trials, double z) {
    THERIAC_EXPECTS(trials > 0 && successes <= trials);
    const auto n = static_cast<double>(trials);
    const double p = static_cast<double>(successes) / n;
    const double z2 = z * z;
    const double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
    const double half = z / (1 + z2 / n) * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    return {std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

Line fit_line(std::span<const double> x, std::span<const double> y) {
    THERIAC_EXPECTS(x.size() == y.size() && x.size() >= 2);
    const auto n = static_cast<double>(x.size());
    const double mean_x = std::accumulate(x.begin(), x.end(), 0.0) / n;
    const double mean_y = std::accumulate(y.begin(), y.end(), 0.0) / n;
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - mean_x) * (x[i] - mean_x);
        xy += (x[i] - mean_x) * (y[i] - mean_y);
        yy += (y[i] - mean_y) * (y[i] - mean_y);
    }
    THERIAC_EXPECTS(xx > 0);
    const double slope = xy / xx;
    const double explained = yy > 0 ? xy * xy / (xx * yy) : 1;
    return {mean_y - slope * mean_x, slope, explained};
}

}  // namespace theriac::consensus
