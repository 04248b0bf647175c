#include "theriac/learning/curves.hpp"

#include "theriac/base/result.hpp"
#include "theriac/learning/elementary.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace theriac::learning {

namespace {

struct Point {
    double false_positive_rate = 0;
    double true_positive_rate = 0;
};

// The curve's own points: one for each score, from the highest down.
std::vector<Point> corners(const Predictions& predictions) {
    std::vector<std::size_t> order(predictions.scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(
        order, std::ranges::greater{}, [&](std::size_t i) { return predictions.scores[i]; });
    const auto positives = static_cast<double>(std::ranges::count(predictions.labels, 1));
    const double negatives = static_cast<double>(order.size()) - positives;
    THERIAC_EXPECTS(positives > 0 && negatives > 0);
    std::vector<Point> out = {{}};
    std::array<double, 2> seen{};
    for (std::size_t i = 0; i < order.size(); ++i) {
        ++seen.at(predictions.labels[order[i]] != 0 ? 1 : 0);
        const bool tied = i + 1 < order.size()
                          && predictions.scores[order[i]] == predictions.scores[order[i + 1]];
        if (!tied) out.push_back({seen[0] / negatives, seen[1] / positives});
    }
    return out;
}

// The highest point at `x`, on straight lines between the corners.
double height(const std::vector<Point>& curve, double x) {
    const auto after =
        std::ranges::upper_bound(curve, x, std::ranges::less{}, &Point::false_positive_rate);
    const Point& left = *(after - 1);
    if (after == curve.end()) return left.true_positive_rate;
    const double share =
        (x - left.false_positive_rate) / (after->false_positive_rate - left.false_positive_rate);
    return left.true_positive_rate
           + (share * (after->true_positive_rate - left.true_positive_rate));
}

}  // namespace

RocCurve roc_curve(const Predictions& predictions) {
    const std::vector<Point> curve = corners(predictions);
    RocCurve out;
    for (std::size_t i = 0; i < RocCurve::kPoints; ++i)
        out.true_positive_rates.push_back(
            height(curve, static_cast<double>(i) / (RocCurve::kPoints - 1)));
    return out;
}

std::vector<CalibrationBin> calibration(const Predictions& predictions) {
    constexpr std::size_t bins = 10;
    std::array<CalibrationBin, bins> sums{};
    for (std::size_t i = 0; i < predictions.scores.size(); ++i) {
        const double chance = logistic(predictions.scores[i]);
        CalibrationBin& bin = sums.at(std::min(static_cast<std::size_t>(chance * bins), bins - 1));
        ++bin.rows;
        bin.mean_predicted += chance;
        bin.observed += predictions.labels[i] != 0 ? 1 : 0;
    }
    std::vector<CalibrationBin> out;
    for (CalibrationBin& bin : sums) {
        if (bin.rows < CalibrationBin::kLeastRows) continue;
        bin.mean_predicted /= static_cast<double>(bin.rows);
        bin.observed /= static_cast<double>(bin.rows);
        out.push_back(bin);
    }
    return out;
}

}  // namespace theriac::learning
