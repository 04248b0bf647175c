#include "theriac/quantise/inputs.hpp"

#include <algorithm>
#include <cmath>

namespace theriac::quantise {

namespace {

using learning::DesignColumn;
using learning::ModelSpec;

/// The features' columns of the spec's schema, in the spec's order.
learning::Schema feature_schema(const ModelSpec& spec) {
    json::Value columns = json::Value::array();
    const json::Value::Array& all = *spec.schema().to_json().find("columns")->as_array();
    for (const std::size_t column : spec.features())
        columns.push_back(all[column]);
    const json::Value document = json::Value::object(
        {{"format", "theriac/table-schema/v1"}, {"columns", std::move(columns)}});
    auto schema = learning::Schema::from_json(document);
    THERIAC_EXPECTS(schema.has_value());  // a part of one that was read
    return *std::move(schema);
}

DesignColumn as_design(const Input& input) {
    return {
        .name = {},
        .unit = {},
        .feature = input.column,
        .level = input.level,
        .is_missing = input.is_missing};
}

}  // namespace

InputPreparation preparation_of(
    const ModelSpec& spec, const learning::Preparation& learned, const InputGrid& grid) {
    InputPreparation out{
        .title = {},
        .schema = feature_schema(spec),
        .fills = learning::fills(spec.missing()),
        .least = grid.least,
        .most = grid.most,
        .inputs = {},
        .output = spec.target().positive_text,
        .scale = 1,
        .network = {}};
    const auto columns = learning::design_columns(spec);
    for (std::size_t j = 0; j < columns.size(); ++j)
        out.inputs.push_back(
            {.column = columns[j].feature,
             .level = columns[j].level,
             .is_missing = columns[j].is_missing,
             .offset = learned.means[j],
             .width = learned.scales[j] * grid.step,
             .fill = columns[j].is_missing
                         ? 0
                         : learning::encode(columns[j], learned.fill[columns[j].feature])});
    return out;
}

double whole_number(const Input& input, double value) {
    const double encoded = learning::encode(as_design(input), value);
    const double known = learning::is_missing(encoded) ? input.fill : encoded;
    return std::nearbyint((known - input.offset) / input.width);
}

Result<PreparedRows> prepare_rows(
    const InputPreparation& preparation, const learning::Table& table) {
    PreparedRows out{
        .examples = {.inputs = preparation.inputs.size(), .count = table.rows(), .values = {}}};
    out.examples.values.reserve(table.rows() * preparation.inputs.size());
    for (const Input& input : preparation.inputs)
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const double value = table.column(input.column)[row];
            const bool missing = learning::is_missing(value) && !input.is_missing;
            if (missing && !preparation.fills)
                return fail(
                    Errc::malformed,
                    learning::cell_name(row + 1, preparation.schema.columns()[input.column])
                        + ": expected a value, got none");
            if (missing) ++out.filled;
            const double whole = whole_number(input, value);
            const double kept = std::clamp(
                whole,
                static_cast<double>(preparation.least),
                static_cast<double>(preparation.most));
            if (kept != whole) ++out.cut_off;
            out.examples.values.push_back(static_cast<std::int64_t>(kept));
        }
    return out;
}

}  // namespace theriac::quantise
