// One field of a table against its column.
#pragma once

#include "theriac/base/result.hpp"
#include "theriac/learning/csv.hpp"
#include "theriac/learning/schema.hpp"

#include <optional>

namespace theriac::learning {

/// The number, the level's index, or NaN for a missing value and for text.
///
/// @return Errc::malformed or Errc::too_large with what was expected and found, without the place
Result<double> read_cell(const CsvField& field, const Column& column);

/// The finite number that `text` is, all of it; locale-free.
std::optional<double> read_number(std::string_view text);

}  // namespace theriac::learning
