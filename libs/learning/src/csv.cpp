#include "theriac/learning/csv.hpp"

namespace theriac::learning {

std::string CsvField::text() const {
    std::string out;
    out.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        out += raw[i];
        if (quoted && raw[i] == '"') ++i;  // its twin
    }
    return out;
}

bool CsvReader::at_field_end() const {
    if (at_end() || text_[at_] == ',' || text_[at_] == '\n') return true;
    return text_.substr(at_).starts_with("\r\n");
}

bool CsvReader::take_line_end() {
    if (at_end()) return true;
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("\r\n"))
        at_ += 2;
    else if (rest.starts_with('\n'))
        at_ += 1;
    else
        return false;
    return true;
}

Result<CsvField> CsvReader::quoted_field() {
    const std::size_t start = ++at_;
    for (;;) {
        at_ = text_.find('"', at_);
        if (at_ == std::string_view::npos) {
            at_ = text_.size();
            return fail(Errc::malformed, "a quoted field does not end");
        }
        ++at_;
        if (at_end() || text_[at_] != '"') break;
        ++at_;
    }
    if (!at_field_end()) return fail(Errc::malformed, "text after the closing quote");
    return CsvField{.raw = text_.substr(start, at_ - 1 - start), .quoted = true};
}

Result<CsvField> CsvReader::plain_field() {
    const std::size_t start = at_;
    at_ = std::min(text_.find_first_of(",\n\r\"", at_), text_.size());
    if (!at_field_end())
        return fail(
            Errc::malformed,
            text_[at_] == '"' ? "a quote inside a field without quotes"
                              : "a carriage return without a line feed");
    return CsvField{.raw = text_.substr(start, at_ - start), .quoted = false};
}

Result<CsvField> CsvReader::field() {
    const bool quoted = !at_end() && text_[at_] == '"';
    THERIAC_TRY(read, quoted ? quoted_field() : plain_field());
    if (read.raw.size() > max_field_bytes_)
        return fail(
            Errc::too_large,
            std::to_string(read.raw.size()) + " bytes, at most " + std::to_string(max_field_bytes_)
                + " allowed");
    return read;
}

Result<void> CsvReader::next(CsvRow& row) {
    THERIAC_EXPECTS(!at_end());
    row.fields.clear();
    const std::size_t start = at_;
    for (;;) {
        auto read = field();
        if (!read)
            return fail(with_context(
                "field " + std::to_string(row.fields.size() + 1), std::move(read).error()));
        row.fields.push_back(*read);
        row.line = text_.substr(start, at_ - start);
        if (take_line_end()) return {};
        ++at_;  // the comma
    }
}

std::string csv_field(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

}  // namespace theriac::learning
