// Comma-separated values as RFC 4180 writes them, read strictly and in place.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace theriac::learning {

/// One field where it stands in the text, without the quotes around it.
struct CsvField {
    std::string_view raw;
    bool quoted = false;

    /// What the field says: in a quoted one, "" stands for ".
    [[nodiscard]] std::string text() const;
};

struct CsvRow {
    std::vector<CsvField> fields;
    std::string_view line;  ///< the whole row without its line end
};

/// Walks over `text`, which must outlive it and what it returns. A row ends with LF or CRLF; the
/// last may end with the text. Quotes only around a whole field; a bare CR is refused.
class CsvReader {
public:
    explicit CsvReader(std::string_view text, std::size_t max_field_bytes)
        : text_(text), max_field_bytes_(max_field_bytes) {}

    [[nodiscard]] bool at_end() const { return at_ == text_.size(); }

    /// The next row; there must be one (see `at_end`). Reuses the memory of `row`.
    ///
    /// @return Errc::malformed or Errc::too_large, "field 3: …", fields counted from 1
    Result<void> next(CsvRow& row);

private:
    Result<CsvField> field();
    Result<CsvField> quoted_field();
    Result<CsvField> plain_field();
    bool take_line_end();
    [[nodiscard]] bool at_field_end() const;

    std::string_view text_;
    std::size_t max_field_bytes_;
    std::size_t at_ = 0;
};

/// `text` as a field: quoted where it must be.
std::string csv_field(std::string_view text);

}  // namespace theriac::learning
