// Fill values and standardisation, learned from training rows and applied to any rows.
#pragma once

#include "theriac/learning/features.hpp"
#include "theriac/learning/logistic_regression.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace theriac::learning {

/// All rows of all collections: one value for each feature, row after row.
struct Rows {
    std::size_t features = 0;
    SecretDoubles values;
    SecretDoubles targets;

    [[nodiscard]] std::size_t count() const { return targets.size(); }

    [[nodiscard]] double at(std::size_t row, std::size_t feature) const {
        return values[row * features + feature];
    }
};

/// What was learned from training rows: one entry for each feature in `fill`, one for each design
/// column in `means` and `scales`.
struct Preparation {
    std::vector<double> fill;
    std::vector<double> means;
    std::vector<double> scales;
};

Preparation prepare(
    const ModelSpec& spec,
    const std::vector<DesignColumn>& columns,
    const Rows& rows,
    std::span<const std::size_t> training);

/// The rows `wanted`, filled, encoded and standardised.
Design design_of(
    const std::vector<DesignColumn>& columns,
    const Preparation& preparation,
    const Rows& rows,
    std::span<const std::size_t> wanted);

}  // namespace theriac::learning
