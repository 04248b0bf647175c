// Charts of a sweep.
#pragma once

#include "theriac/lab/sweep.hpp"

#include <optional>
#include <string>

namespace theriac::lab {

/// A varied value as a cell or a legend shows it.
std::string text_of(const json::Value& value);

/// The values of a point other than the one on the horizontal axis: "nodes 20"; "" where there is
/// none.
std::string series_name(const Point& point, const std::string& x_path);

/// Where a point is on the horizontal axis.
std::optional<double> x_of(const Point& point, const std::string& x_path);

}  // namespace theriac::lab
