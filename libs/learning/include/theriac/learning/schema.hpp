// What a table must look like: its columns with unit, bounds or levels, and missing values.
#pragma once

#include "theriac/base/result.hpp"
#include "theriac/json/value.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace theriac::learning {

enum class ColumnKind : std::uint8_t { number, integer, category, text };

/// "number", "integer", "category" or "text".
std::string_view name(ColumnKind kind);

/// Both ends belong to it.
struct Bounds {
    double minimum = 0;
    double maximum = 0;

    [[nodiscard]] bool contain(double value) const { return value >= minimum && value <= maximum; }
};

/// What stands for "not known": a field with exactly one of these texts, or with one of these
/// numbers however it is written.
struct MissingValues {
    std::vector<std::string> texts;
    std::vector<double> numbers;
};

struct Column {
    std::string name;
    ColumnKind kind = ColumnKind::number;
    std::string unit;                 ///< UCUM where there is one; number and integer
    std::string description;          ///< for people; may be empty
    Bounds bounds;                    ///< number and integer; public, never learned from data
    std::vector<std::string> levels;  ///< category; public; the first is the reference level
    bool numeric_levels = false;      ///< a field is the level that is the same number: 4.0 is 4
    bool feature = true;              ///< false: no spec may use it as a feature
    std::size_t max_bytes = 0;        ///< text
    MissingValues missing;
};

/// Whether the schema declares what stands for a missing value.
inline bool may_be_missing(const Column& column) {
    return !column.missing.texts.empty() || !column.missing.numbers.empty();
}

/// A table's columns, checked: at least one, distinct names, bounds and levels that make sense.
///
/// @see docs/formats/table-schema.md
class Schema {
public:
    static constexpr std::size_t kMaxColumns = 4096;
    static constexpr std::size_t kMaxNameBytes = 200;
    static constexpr std::size_t kMaxLevels = 256;

    /// @param path  where the value stands, for messages: "spec.schema"
    /// @return Errc::malformed or Errc::too_large, naming the path
    static Result<Schema> from_json(const json::Value& value, const std::string& path = "schema");

    /// @param text  canonical JSON (RFC 8785)
    static Result<Schema> parse(std::string_view text);

    [[nodiscard]] const json::Value& to_json() const { return document_; }

    [[nodiscard]] const std::vector<Column>& columns() const { return columns_; }

    [[nodiscard]] std::optional<std::size_t> index_of(std::string_view column) const;

private:
    Schema() = default;

    json::Value document_;
    std::vector<Column> columns_;
};

}  // namespace theriac::learning
