// How good predictions are, as scikit-learn's metrics define it.
#pragma once

#include "theriac/learning/wiping.hpp"

#include <span>
#include <vector>

namespace theriac::learning {

/// Scores (log-odds, b + w.x) with the labels they were for, 0 or 1.
struct Predictions {
    SecretDoubles scores;
    SecretLabels labels;
};

/// Over a set of rows that has both labels.
struct Metrics {
    double auc = 0;
    double accuracy = 0;
    double log_loss = 0;
    double brier = 0;
};

/// The chance that a positive row scores above a negative one, ties counted half; the area under
/// the ROC curve by trapezoids is the same number. Exact up to the one division.
double area_under_curve(const Predictions& predictions);

/// Accuracy: a row is called positive when its score is above 0. Log-loss: natural logarithm, from
/// the score, so that no probability needs clipping. Brier: mean squared error of the probability.
Metrics metrics(const Predictions& predictions);

/// Of predicted numbers, with their true ones.
struct RegressionMetrics {
    double r2 = 0;  ///< 1 - squared errors / squared distances from the mean of the true numbers
    double root_mean_squared_error = 0;
    double mean_absolute_error = 0;
};

/// The true numbers are not all the same.
RegressionMetrics regression_metrics(
    std::span<const double> predicted, std::span<const double> truth);

/// Mean, and standard deviation of the values themselves (ddof 0).
struct Spread {
    double mean = 0;
    double standard_deviation = 0;
};

Spread spread(std::span<const double> values);

}  // namespace theriac::learning
