// From a table's columns to the columns of a model's matrix.
#pragma once

#include "theriac/learning/spec.hpp"
#include "theriac/learning/table.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace theriac::learning {

/// One column of a model's matrix: a number as it is, or, for a category, 1 where the row has
/// `level` and 0 where it has another; or 1 where the value is missing. The first level of a
/// category, the reference, has none.
struct DesignColumn {
    std::string name;         ///< the column's name; "sex=female" for a level; "sex is missing"
    std::string unit;         ///< "1" for a level
    std::size_t feature = 0;  ///< index into ModelSpec::features
    std::optional<std::size_t> level;
    bool is_missing = false;
};

std::vector<DesignColumn> design_columns(const ModelSpec& spec);

/// The value of one design column where the feature's value is `value`; NaN stays NaN, but for a
/// column that says what is missing.
double encode(const DesignColumn& column, double value);

}  // namespace theriac::learning
