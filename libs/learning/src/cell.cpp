#include "cell.hpp"

#include "theriac/json/json.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace theriac::learning {

namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

std::string got(const CsvField& field) {
    constexpr std::size_t shown = 40;
    const std::string text = json::to_utf8_lossy(field.text().substr(0, shown));
    return ", got \"" + text + (field.raw.size() > shown ? "…\"" : "\"");
}

std::string expected_number(const Column& column) {
    const std::string kind = column.kind == ColumnKind::integer ? "a whole number" : "a number";
    return "expected " + kind + " between " + json::number_text(column.bounds.minimum) + " and "
           + json::number_text(column.bounds.maximum);
}

std::string expected_level(const Column& column) {
    constexpr std::size_t shown = 8;
    std::string out = "expected one of ";
    for (std::size_t i = 0; i < std::min(shown, column.levels.size()); ++i)
        out += (i == 0 ? "\"" : ", \"") + column.levels[i] + "\"";
    if (column.levels.size() > shown) out += ", …";
    return out;
}

bool is_missing_text(const CsvField& field, const Column& column) {
    const auto& texts = column.missing.texts;
    return std::ranges::any_of(texts, [&](const std::string& t) { return field.raw == t; });
}

bool is_missing_number(double number, const Column& column) {
    return std::ranges::find(column.missing.numbers, number) != column.missing.numbers.end();
}

Result<double> read_numeric(const CsvField& field, const Column& column) {
    const auto number = read_number(field.raw);
    if (number && is_missing_number(*number, column)) return kMissing;
    const bool whole = column.kind == ColumnKind::integer;
    if (!number || !column.bounds.contain(*number) || (whole && std::trunc(*number) != *number))
        return fail(Errc::malformed, expected_number(column) + got(field));
    return *number + 0.0;  // minus zero becomes zero
}

// The level that is the same number as the field.
std::optional<double> numeric_level(double number, const Column& column) {
    for (std::size_t i = 0; i < column.levels.size(); ++i)
        if (read_number(column.levels[i]) == number) return static_cast<double>(i);
    return std::nullopt;
}

Result<double> read_numeric_level(const CsvField& field, const Column& column) {
    const auto number = read_number(field.raw);
    if (number && is_missing_number(*number, column)) return kMissing;
    const auto level = number ? numeric_level(*number, column) : std::nullopt;
    if (!level) return fail(Errc::malformed, expected_level(column) + got(field));
    return *level;
}

Result<double> read_level(const CsvField& field, const Column& column) {
    if (column.numeric_levels) return read_numeric_level(field, column);
    const auto at = std::ranges::find(column.levels, field.text());
    if (at == column.levels.end())
        return fail(Errc::malformed, expected_level(column) + got(field));
    return static_cast<double>(at - column.levels.begin());
}

Result<double> read_text(const CsvField& field, const Column& column) {
    const std::size_t size = field.text().size();
    if (size > column.max_bytes)
        return fail(
            Errc::too_large,
            "expected at most " + std::to_string(column.max_bytes) + " bytes of text, got "
                + std::to_string(size));
    return kMissing;
}

}  // namespace

std::optional<double> read_number(std::string_view text) {
    double value = 0;
    const char* end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || at != end || !std::isfinite(value)) return std::nullopt;
    return value;
}

Result<double> read_cell(const CsvField& field, const Column& column) {
    if (is_missing_text(field, column)) return kMissing;
    switch (column.kind) {
        case ColumnKind::category:
            return read_level(field, column);
        case ColumnKind::text:
            return read_text(field, column);
        default:
            return read_numeric(field, column);
    }
}

}  // namespace theriac::learning
