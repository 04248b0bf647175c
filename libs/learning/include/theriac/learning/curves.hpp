// What a plot of a classifier's quality needs, and no more: neither tells a single row.
#pragma once

#include "theriac/learning/metrics.hpp"

#include <cstddef>
#include <vector>

namespace theriac::learning {

/// The ROC curve at false-positive rates 0, 0.05, …, 1.
struct RocCurve {
    static constexpr std::size_t kPoints = 21;
    /// By straight lines between the curve's own points; where the curve rises straight up, its
    /// top.
    std::vector<double> true_positive_rates;
};

/// @param predictions  of both classes
RocCurve roc_curve(const Predictions& predictions);

/// Rows whose predicted chance lies in the same tenth of [0, 1].
struct CalibrationBin {
    /// Of fewer rows no bin is told.
    static constexpr std::size_t kLeastRows = 10;
    std::size_t rows = 0;
    double mean_predicted = 0;
    double observed = 0;  ///< the positive rows' share
};

/// The bins that have enough rows, from the lowest chance to the highest.
std::vector<CalibrationBin> calibration(const Predictions& predictions);

}  // namespace theriac::learning
