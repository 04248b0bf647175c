#include "theriac/json/json.hpp"
#include "theriac/json/object_reader.hpp"
#include "theriac/quantise/inputs.hpp"

#include <algorithm>
#include <cmath>

namespace theriac::quantise {

namespace {

using json::ObjectReader;
using json::Value;

constexpr json::Limits kLimits{.max_bytes = std::size_t{8} << 20U, .max_values = 500'000};

Value to_json(const InputPreparation& preparation, const Input& input) {
    const learning::Column& column = preparation.schema.columns()[input.column];
    Value out =
        Value::object({{"column", column.name}, {"offset", input.offset}, {"width", input.width}});
    if (input.level) out.set("level", column.levels[*input.level]);
    if (input.is_missing)
        out.set("is missing", true);
    else if (preparation.fills)
        out.set("fill", input.fill);
    return out;
}

Result<double> read_finite(ObjectReader& r, std::string_view field) {
    THERIAC_TRY(number, r.number(field));
    if (!(std::abs(number) <= 1e200)) return r.refuse(field, "expected a number within 1e200");
    return number;
}

Result<std::optional<std::size_t>> read_level(ObjectReader& r, const learning::Column& column) {
    if (!r.has("level")) return std::nullopt;
    THERIAC_TRY(level, r.text("level", learning::Schema::kMaxNameBytes));
    const auto found = std::ranges::find(column.levels, level);
    if (found == column.levels.end()) return r.refuse("level", "the column has no such level");
    return static_cast<std::size_t>(found - column.levels.begin());
}

Result<Input> read_input(ObjectReader& r, const learning::Schema& schema, bool fills) {
    THERIAC_TRY(name, r.text("column", learning::Schema::kMaxNameBytes));
    const auto column = schema.index_of(name);
    if (!column) return r.refuse("column", "the schema has no such column");
    const learning::Column& described = schema.columns()[*column];
    THERIAC_TRY(level, read_level(r, described));
    THERIAC_TRY(is_missing, r.optional_boolean("is missing"));
    Input out{.column = *column, .level = level, .is_missing = is_missing.value_or(false)};
    const bool category = described.kind == learning::ColumnKind::category;
    if (described.kind == learning::ColumnKind::text
        || (out.is_missing ? level.has_value() : category != level.has_value()))
        return r.refuse("column", "a category takes a level, a number none, and text is no input");
    THERIAC_TRY(offset, read_finite(r, "offset"));
    THERIAC_TRY(width, read_finite(r, "width"));
    if (!(width >= 1e-200)) return r.refuse("width", "expected a number above zero");
    out.offset = offset;
    out.width = width;
    if (fills && !out.is_missing) {
        THERIAC_TRY(fill, read_finite(r, "fill"));
        out.fill = fill;
    }
    THERIAC_CHECK(r.finish());
    return out;
}

}  // namespace

std::string to_text(const InputPreparation& preparation) {
    Value inputs = Value::array();
    for (const Input& input : preparation.inputs)
        inputs.push_back(to_json(preparation, input));
    return json::canonical(Value::object(
        {{"format", "theriac/he-inputs/v1"},
         {"title", preparation.title},
         {"schema", preparation.schema.to_json()},
         {"missing", preparation.fills ? "fill" : "refuse"},
         {"input min", preparation.least},
         {"input max", preparation.most},
         {"inputs", std::move(inputs)},
         {"output", Value::object({{"name", preparation.output}, {"scale", preparation.scale}})},
         {"network", preparation.network.hex()}}));
}

Result<InputPreparation> parse_inputs(std::string_view text) {
    THERIAC_TRY(document, json::parse(text, kLimits));
    ObjectReader r(document, "inputs");
    THERIAC_CHECK(r.choice("format", {"theriac/he-inputs/v1"}));
    THERIAC_TRY(title, r.text("title", 200));
    THERIAC_TRY(schema_value, r.value("schema"));
    THERIAC_TRY(schema, learning::Schema::from_json(*schema_value, "inputs.schema"));
    THERIAC_TRY(missing, r.choice("missing", {"fill", "refuse"}));
    THERIAC_TRY(least, r.i64("input min"));
    THERIAC_TRY(most, r.i64("input max"));
    THERIAC_TRY(readers, r.objects("inputs", kMaxValues));
    THERIAC_TRY(output, r.object("output"));
    THERIAC_TRY(output_name, output.text("name", learning::Schema::kMaxNameBytes));
    THERIAC_TRY(scale, read_finite(output, "scale"));
    THERIAC_TRY(network, r.fixed<Hash256>("network"));
    THERIAC_CHECK(output.finish());
    THERIAC_CHECK(r.finish());
    if (least > most || least < -he::kMaxWeight || most > he::kMaxWeight)
        return r.refuse("input max", "expected -32768 <= input min <= input max <= 32768");
    if (readers.empty()) return r.refuse("inputs", "there are none");
    if (!(scale > 0)) return output.refuse("scale", "expected a number above zero");
    InputPreparation out{
        .title = std::move(title),
        .schema = std::move(schema),
        .fills = missing == "fill",
        .least = static_cast<std::int32_t>(least),
        .most = static_cast<std::int32_t>(most),
        .inputs = {},
        .output = std::move(output_name),
        .scale = scale,
        .network = network};
    for (ObjectReader& reader : readers) {
        THERIAC_TRY(input, read_input(reader, out.schema, out.fills));
        out.inputs.push_back(input);
    }
    return out;
}

}  // namespace theriac::quantise
