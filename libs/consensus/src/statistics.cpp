#include "theriac/consensus/statistics.hpp"

#include "theriac/base/result.hpp"

#include <algorithm>
#include <array>
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
    Line out{mean_y - slope * mean_x, slope, explained};
    if (x.size() > 2) {
        const double variance = std::max(0.0, yy - slope * xy) / (n - 2);
        out.slope_error = std::sqrt(variance / xx);
        out.intercept_error = std::sqrt(variance * (1 / n + mean_x * mean_x / xx));
    }
    return out;
}

double student_t_975(std::size_t degrees) {
    THERIAC_EXPECTS(degrees > 0);
    // Tabulated (for example NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2).
    constexpr std::array kTable = {12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365,
                                   2.306,  2.262, 2.228, 2.201, 2.179, 2.160, 2.145,
                                   2.131,  2.120, 2.110, 2.101, 2.093, 2.086};
    if (degrees <= kTable.size()) return kTable.at(degrees - 1);
    // Cornish and Fisher's expansion around the normal quantile z.
    constexpr double kZ = 1.959964;
    constexpr double kFirst = (kZ * kZ * kZ + kZ) / 4;
    constexpr double kSecond = (5 * kZ * kZ * kZ * kZ * kZ + 16 * kZ * kZ * kZ + 3 * kZ) / 96;
    const auto d = static_cast<double>(degrees);
    return kZ + kFirst / d + kSecond / (d * d);
}

}  // namespace theriac::consensus
