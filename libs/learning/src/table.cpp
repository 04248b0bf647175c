#include "theriac/learning/table.hpp"

#include "theriac/json/utf8.hpp"
#include "theriac/learning/csv.hpp"

#include "cell.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace theriac::learning {

namespace {

std::string quoted(std::string_view name) {
    return "\"" + json::to_utf8_lossy(name.substr(0, Schema::kMaxNameBytes)) + "\"";
}

Result<void> check_text(std::string_view text, const TableLimits& limits) {
    if (text.size() > limits.max_bytes)
        return fail(
            Errc::too_large,
            "table of " + std::to_string(text.size()) + " bytes, at most "
                + std::to_string(limits.max_bytes) + " are read");
    if (text.starts_with("\xef\xbb\xbf"))
        return fail(Errc::malformed, "table starts with a byte-order mark; save it without one");
    const std::size_t good = json::valid_utf8_prefix(text);
    if (good != text.size())
        return fail(Errc::malformed, "table is not UTF-8 at byte " + std::to_string(good + 1));
    if (text.empty()) return fail(Errc::malformed, "table is empty; expected a header row");
    return {};
}

}  // namespace

std::string cell_name(std::size_t row_from_1, const Column& column) {
    return "row " + std::to_string(row_from_1) + ", column " + quoted(column.name);
}

/// Fills a Table row by row.
class TableParser {
public:
    TableParser(std::string_view text, const Schema& schema, const TableLimits& limits)
        : text_(text), schema_(schema), limits_(limits), reader_(text, limits.max_field_bytes) {}

    Result<Table> run() && {
        table_.source_ = SecretBytes(to_bytes(as_bytes(text_)));
        THERIAC_CHECK(read_header());
        reserve();
        while (!reader_.at_end())
            THERIAC_CHECK(read_row());
        if (table_.rows() == 0) return fail(Errc::malformed, "table has a header but no row");
        return std::move(table_);
    }

private:
    Result<void> read_header() {
        if (auto read = reader_.next(row_); !read)
            return fail(with_context("header", std::move(read).error()));
        table_.header_ = line();
        std::set<std::string> seen;
        for (const CsvField& field : row_.fields) {
            const std::string name = field.text();
            const auto index = schema_.index_of(name);
            if (!index) return fail(Errc::malformed, "header: surplus column " + quoted(name));
            if (!seen.insert(name).second)
                return fail(Errc::malformed, "header: column " + quoted(name) + " occurs twice");
            columns_.push_back(*index);
        }
        return check_complete(seen);
    }

    Result<void> check_complete(const std::set<std::string>& seen) const {
        for (const Column& column : schema_.columns())
            if (!seen.contains(column.name))
                return fail(Errc::malformed, "header: missing column " + quoted(column.name));
        return {};
    }

    // Once, so that growing leaves no copies behind.
    void reserve() {
        const auto lines = static_cast<std::size_t>(std::ranges::count(text_, '\n')) + 1;
        const std::size_t rows = std::min(lines, limits_.max_rows);
        table_.lines_.reserve(rows);
        table_.values_.resize(columns_.size());
        for (SecretDoubles& values : table_.values_)
            values.reserve(rows);
    }

    Result<void> read_row() {
        const std::size_t number = table_.rows() + 1;
        const std::string where = "row " + std::to_string(number);
        if (number > limits_.max_rows)
            return fail(
                Errc::too_large,
                "table has more than " + std::to_string(limits_.max_rows) + " rows");
        if (auto read = reader_.next(row_); !read)
            return fail(with_context(where, std::move(read).error()));
        if (row_.fields.size() != columns_.size())
            return fail(
                Errc::malformed,
                where + ": expected " + std::to_string(columns_.size()) + " fields, got "
                    + std::to_string(row_.fields.size()));
        THERIAC_CHECK(read_cells(number));
        table_.lines_.push_back(line());
        return {};
    }

    Result<void> read_cells(std::size_t number) {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const Column& column = schema_.columns()[columns_[i]];
            auto value = read_cell(row_.fields[i], column);
            if (!value)
                return fail(with_context(cell_name(number, column), std::move(value).error()));
            table_.values_[columns_[i]].push_back(*value);
        }
        return {};
    }

    [[nodiscard]] Table::Line line() const {
        return {
            .offset = static_cast<std::size_t>(row_.line.data() - text_.data()),
            .size = row_.line.size()};
    }

    std::string_view text_;
    const Schema& schema_;
    const TableLimits& limits_;
    CsvReader reader_;
    CsvRow row_;
    std::vector<std::size_t> columns_;  // of the schema, in the order of the header
    Table table_;
};

Result<Table> Table::parse(ByteView csv, const Schema& schema, const TableLimits& limits) {
    const std::string_view text = as_text(csv);
    THERIAC_CHECK(check_text(text, limits));
    return TableParser(text, schema, limits).run();
}

SecretBytes Table::csv(std::size_t first, std::size_t count) const {
    THERIAC_EXPECTS(count > 0 && first <= rows() && count <= rows() - first);
    const std::span<const Line> wanted = std::span(lines_).subspan(first, count);
    std::size_t size = header_.size + 1;
    for (const Line& line : wanted)
        size += line.size + 1;
    Bytes out;
    out.reserve(size);
    append(out, bytes_of(header_));
    out.push_back('\n');
    for (const Line& line : wanted) {
        append(out, bytes_of(line));
        out.push_back('\n');
    }
    return SecretBytes(std::move(out));
}

}  // namespace theriac::learning
