#include "theriac/learning/metrics.hpp"

#include "theriac/base/result.hpp"
#include "theriac/learning/elementary.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace theriac::learning {

namespace {

// Row numbers by rising score.
std::vector<std::size_t> by_score(const Predictions& predictions) {
    std::vector<std::size_t> order(predictions.scores.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::sort(order, {}, [&](std::size_t i) { return predictions.scores[i]; });
    return order;
}

struct Classes {
    std::uint64_t positive = 0;
    std::uint64_t negative = 0;
};

}  // namespace

double area_under_curve(const Predictions& predictions) {
    const std::vector<std::size_t> order = by_score(predictions);
    Classes below;                // rows with a lower score
    std::uint64_t won_twice = 0;  // 2 * pairs won + pairs tied: whole, so that nothing rounds
    for (std::size_t start = 0; start < order.size();) {
        const double score = predictions.scores[order[start]];
        Classes tied;
        std::size_t end = start;
        for (; end < order.size() && predictions.scores[order[end]] == score; ++end)
            ++(predictions.labels[order[end]] != 0 ? tied.positive : tied.negative);
        won_twice += tied.positive * (2 * below.negative + tied.negative);
        below.positive += tied.positive;
        below.negative += tied.negative;
        start = end;
    }
    THERIAC_EXPECTS(below.positive > 0 && below.negative > 0);
    return static_cast<double>(won_twice)
           / (2.0 * static_cast<double>(below.positive) * static_cast<double>(below.negative));
}

Metrics metrics(const Predictions& predictions) {
    Metrics out;
    double right = 0;
    for (std::size_t i = 0; i < predictions.scores.size(); ++i) {
        const double score = predictions.scores[i];
        const bool positive = predictions.labels[i] != 0;
        const double miss = logistic(score) - (positive ? 1.0 : 0.0);
        right += (score > 0) == positive ? 1.0 : 0.0;
        out.log_loss += softplus(positive ? -score : score);
        out.brier += miss * miss;
    }
    const auto rows = static_cast<double>(predictions.scores.size());
    out.auc = area_under_curve(predictions);
    out.accuracy = right / rows;
    out.log_loss /= rows;
    out.brier /= rows;
    return out;
}

RegressionMetrics regression_metrics(
    std::span<const double> predicted, std::span<const double> truth) {
    THERIAC_EXPECTS(predicted.size() == truth.size());
    const Spread around = spread(truth);
    THERIAC_EXPECTS(around.standard_deviation > 0);
    const auto rows = static_cast<double>(truth.size());
    double squares = 0;
    double sizes = 0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        const double away = predicted[i] - truth[i];
        squares += away * away;
        sizes += std::abs(away);
    }
    const double variance = around.standard_deviation * around.standard_deviation;
    return {
        .r2 = 1 - (squares / rows / variance),
        .root_mean_squared_error = std::sqrt(squares / rows),
        .mean_absolute_error = sizes / rows};
}

Spread spread(std::span<const double> values) {
    THERIAC_EXPECTS(!values.empty());
    const auto count = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
    double squares = 0;
    for (const double v : values)
        squares += (v - mean) * (v - mean);
    return {.mean = mean, .standard_deviation = std::sqrt(squares / count)};
}

}  // namespace theriac::learning
