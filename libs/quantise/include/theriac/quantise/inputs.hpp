// From a patient's record to the whole numbers that a network takes.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/result.hpp"
#include "theriac/he/batch.hpp"
#include "theriac/learning/features.hpp"
#include "theriac/learning/preparation.hpp"
#include "theriac/learning/schema.hpp"
#include "theriac/learning/table.hpp"
#include "theriac/quantise/quantised.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace theriac::quantise {

/// One input: the column's number less `offset`, over `width`, rounded to the nearest, ties to
/// even, and cut off at the range's ends. A level's number is 1 where the row has it, else 0; a
/// missing-value input's is 1 where the value is missing, else 0.
struct Input {
    std::size_t column = 0;  ///< of the schema
    std::optional<std::size_t> level;
    bool is_missing = false;
    double offset = 0;
    double width = 1;
    double fill = 0;  ///< what stands for a missing value, before `offset`
};

/// What a client needs to know to encrypt a table of patients and to read the answers: nothing of
/// the weights, but means and spreads of the rows that the network was trained on.
struct InputPreparation {
    std::string title;
    learning::Schema schema;  ///< the features' columns alone
    bool fills = false;       ///< else a missing value is refused
    std::int32_t least = 0;
    std::int32_t most = 0;
    std::vector<Input> inputs;
    std::string output;  ///< what the chance is of: "malignant"
    double scale = 1;    ///< an output times this is the log-odds
    Hash256 network;     ///< SHA-256 of the network file
};

/// Canonical JSON.
std::string to_text(const InputPreparation& preparation);

/// @see docs/formats/he-inputs.md
/// @return Errc::malformed; Errc::too_large
Result<InputPreparation> parse_inputs(std::string_view text);

/// How a model spec's columns are prepared with what was learned from training rows.
///
/// @param spread  standard deviations that `grid.most` stands for
InputPreparation preparation_of(
    const learning::ModelSpec& spec, const learning::Preparation& learned, const InputGrid& grid);

/// The number that the network takes where the column has `value`; NaN, a missing one, is filled.
/// Past `least` or `most` it is not cut off yet.
double whole_number(const Input& input, double value);

/// Rows of a table as a network's inputs.
struct PreparedRows {
    he::Examples examples;
    std::size_t cut_off = 0;  ///< values further out than any that the network tells apart
    std::size_t filled = 0;   ///< missing values
};

/// @param table  read with the preparation's schema
/// @return Errc::malformed with row and column where a value is missing that must not be
Result<PreparedRows> prepare_rows(
    const InputPreparation& preparation, const learning::Table& table);

}  // namespace theriac::quantise
