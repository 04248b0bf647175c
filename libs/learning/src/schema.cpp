#include "theriac/learning/schema.hpp"

#include "theriac/json/json.hpp"
#include "theriac/json/object_reader.hpp"

#include "cell.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace theriac::learning {

namespace {

constexpr std::string_view kFormat = "theriac/table-schema/v1";
constexpr std::size_t kMaxMissing = 16;
constexpr std::size_t kMaxTextBytes = 4096;
constexpr std::size_t kMaxDescriptionBytes = 1000;

// In the order of ColumnKind.
constexpr std::array<std::string_view, 4> kKinds = {"number", "integer", "category", "text"};

// Names and levels appear in messages and CSV headers: not empty, no line breaks or controls.
bool is_plain_name(std::string_view text) {
    return !text.empty() && std::ranges::none_of(text, [](char c) {
        return static_cast<std::uint8_t>(c) < 0x20;
    });
}

Result<void> read_kind(json::ObjectReader& r, Column& column) {
    THERIAC_TRY(word, r.choice("kind", {kKinds[0], kKinds[1], kKinds[2], kKinds[3]}));
    const auto at = std::ranges::find(kKinds, word) - kKinds.begin();
    column.kind = static_cast<ColumnKind>(at);
    return {};
}

Result<void> read_bounds(json::ObjectReader& r, Column& column) {
    THERIAC_TRY(unit, r.text("unit", Schema::kMaxNameBytes));
    THERIAC_TRY(minimum, r.number("minimum"));
    THERIAC_TRY(maximum, r.number("maximum"));
    // Far beyond any measurement; sums of squares of ten million such numbers do not overflow.
    constexpr double largest = 1e100;
    if (std::abs(minimum) > largest || std::abs(maximum) > largest)
        return r.refuse("minimum", "bounds must lie within -1e100 and 1e100");
    if (!(minimum < maximum)) return r.refuse("maximum", "must be greater than the minimum");
    column.unit = unit;
    column.bounds = {.minimum = minimum, .maximum = maximum};
    return {};
}

Result<void> read_numeric_levels(json::ObjectReader& r, Column& column) {
    THERIAC_TRY(numeric, r.optional_boolean("numeric_levels"));
    column.numeric_levels = numeric.value_or(false);
    if (!column.numeric_levels) return {};
    std::set<double> numbers;
    for (const std::string& level : column.levels) {
        const auto number = read_number(level);
        if (!number) return r.refuse("levels", "a level is no number");
        if (!numbers.insert(*number).second)
            return r.refuse("levels", "two levels are the same number");
    }
    return {};
}

Result<void> read_levels(json::ObjectReader& r, Column& column) {
    THERIAC_TRY(levels, r.texts("levels", Schema::kMaxLevels, Schema::kMaxNameBytes));
    if (levels.size() < 2) return r.refuse("levels", "at least two levels are needed");
    if (!std::ranges::all_of(levels, is_plain_name))
        return r.refuse("levels", "a level is empty or has a control character");
    if (std::set<std::string>(levels.begin(), levels.end()).size() != levels.size())
        return r.refuse("levels", "a level occurs twice");
    column.levels = levels;
    return read_numeric_levels(r, column);
}

Result<void> read_max_bytes(json::ObjectReader& r, Column& column) {
    THERIAC_TRY(max_bytes, r.u64("max_bytes", 1, kMaxTextBytes));
    column.max_bytes = max_bytes;
    return {};
}

bool has_numbers(const Column& column) {
    return column.kind == ColumnKind::number || column.kind == ColumnKind::integer
           || column.numeric_levels;
}

Result<void> read_missing(json::ObjectReader& r, Column& column) {
    if (!r.has("missing")) return {};
    THERIAC_TRY(values, r.array("missing", kMaxMissing));
    for (const json::Value& value : values) {
        if (const std::string* text = value.as_text(); text != nullptr && text->size() <= 40)
            column.missing.texts.push_back(*text);
        else if (const auto number = value.as_double(); number && has_numbers(column))
            column.missing.numbers.push_back(*number);
        else
            return r.refuse(
                "missing", "expected texts of at most 40 bytes, or numbers in a column of numbers");
    }
    const auto is_level = [&](const std::string& text) {
        return std::ranges::find(column.levels, text) != column.levels.end();
    };
    const auto is_numeric_level = [&](double number) {
        return column.numeric_levels && std::ranges::any_of(column.levels, [&](const auto& level) {
                   return read_number(level) == number;
               });
    };
    if (std::ranges::any_of(column.missing.texts, is_level)
        || std::ranges::any_of(column.missing.numbers, is_numeric_level))
        return r.refuse("missing", "a missing value is also a level");
    return {};
}

Result<void> read_details(json::ObjectReader& r, Column& column) {
    switch (column.kind) {
        case ColumnKind::category:
            return read_levels(r, column);
        case ColumnKind::text:
            return read_max_bytes(r, column);
        default:
            return read_bounds(r, column);
    }
}

Result<Column> read_column(json::ObjectReader& r) {
    Column column;
    THERIAC_TRY(column_name, r.text("name", Schema::kMaxNameBytes));
    if (!is_plain_name(column_name))
        return r.refuse("name", "must not be empty or have control characters");
    column.name = column_name;
    THERIAC_CHECK(read_kind(r, column));
    THERIAC_CHECK(read_details(r, column));
    THERIAC_TRY(description, r.optional_text("description", kMaxDescriptionBytes));
    column.description = description.value_or("");
    THERIAC_TRY(feature, r.optional_boolean("feature"));
    column.feature = feature.value_or(true);
    THERIAC_CHECK(read_missing(r, column));
    THERIAC_CHECK(r.finish());
    return column;
}

}  // namespace

std::string_view name(ColumnKind kind) {
    return kKinds.at(static_cast<std::size_t>(kind));
}

Result<Schema> Schema::from_json(const json::Value& value, const std::string& path) {
    json::ObjectReader r(value, path);
    THERIAC_CHECK(r.choice("format", {kFormat}));
    THERIAC_TRY(readers, r.objects("columns", kMaxColumns));
    THERIAC_CHECK(r.finish());
    if (readers.empty()) return r.refuse("columns", "at least one column is needed");
    Schema schema;
    std::set<std::string> names;
    for (json::ObjectReader& reader : readers) {
        THERIAC_TRY(column, read_column(reader));
        if (!names.insert(column.name).second)
            return reader.refuse("name", "an earlier column has this name");
        schema.columns_.push_back(std::move(column));
    }
    schema.document_ = value;
    return schema;
}

Result<Schema> Schema::parse(std::string_view text) {
    THERIAC_TRY(value, json::parse_canonical(text));
    return from_json(value);
}

std::optional<std::size_t> Schema::index_of(std::string_view column) const {
    const auto found = std::ranges::find(columns_, column, &Column::name);
    if (found == columns_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns_.begin());
}

}  // namespace theriac::learning
