// A table read from CSV bytes and checked, field by field, against its schema.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/result.hpp"
#include "theriac/base/secret.hpp"
#include "theriac/learning/schema.hpp"
#include "theriac/learning/wiping.hpp"

#include <cmath>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace theriac::learning {

/// Passing one is Errc::too_large.
struct TableLimits {
    std::size_t max_bytes = std::size_t{256} << 20U;
    std::size_t max_rows = 10'000'000;
    std::size_t max_field_bytes = 4096;
};

/// Rows of records. Its memory is wiped at its end.
///
/// A value is a double: the number, or the index of the level in a category; NaN where the value is
/// missing, and in columns of text, which are checked but not kept apart from the row's bytes.
class Table {
public:
    /// Reads a header and at least one row. The header has exactly the schema's names, in any
    /// order.
    ///
    /// @param csv  RFC 4180 with LF or CRLF, UTF-8 without byte-order mark, numbers with a decimal
    ///             point whatever the locale
    /// @return Errc::malformed or Errc::too_large with the row (the first after the header is 1),
    ///         the column, what was expected and what was found:
    ///         row 17, column "mean radius": expected a number between 0 and 100, got "abc".
    ///         The message may quote the record, so it is for the record's owner alone.
    static Result<Table> parse(ByteView csv, const Schema& schema, const TableLimits& limits = {});

    [[nodiscard]] std::size_t rows() const { return lines_.size(); }

    [[nodiscard]] std::size_t columns() const { return values_.size(); }

    /// @param column  in the order of the schema
    [[nodiscard]] std::span<const double> column(std::size_t column) const {
        return values_.at(column);
    }

    /// The header and rows `first` to `first + count - 1` as CSV: what one record holds. Fields are
    /// the bytes they were read from; lines end with LF.
    [[nodiscard]] SecretBytes csv(std::size_t first, std::size_t count) const;

private:
    struct Line {
        std::size_t offset = 0;
        std::size_t size = 0;
    };

    Table() = default;

    [[nodiscard]] ByteView bytes_of(Line line) const {
        return source_.reveal().subspan(line.offset, line.size);
    }

    friend class TableParser;

    SecretBytes source_;
    Line header_;
    std::vector<Line> lines_;
    std::vector<SecretDoubles> values_;
};

inline bool is_missing(double value) {
    return std::isnan(value);
}

/// `row 17, column "mean radius"`
std::string cell_name(std::size_t row_from_1, const Column& column);

}  // namespace theriac::learning
