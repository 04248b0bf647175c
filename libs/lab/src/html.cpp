#include "html.hpp"

#include <fmt/format.h>

#include <cmath>

namespace theriac::lab {

namespace {

constexpr auto kStyle =
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 "
    "1rem;color:#222}"
    "table{border-collapse:collapse;display:block;overflow-x:auto;font-size:14px}"
    "td,th{border-bottom:1px solid #ddd;padding:.25rem .6rem;text-align:right;white-space:nowrap}"
    "td:first-child,th:first-child{text-align:left}"
    "pre{background:#f6f6f6;padding:1rem;overflow-x:auto}svg{max-width:100%;height:auto}";

std::string row(const std::vector<std::string>& cells, std::string_view tag) {
    std::string out = "<tr>";
    for (const std::string& cell : cells)
        out += fmt::format("<{0}>{1}</{0}>", tag, plot::escape(cell));
    return out + "</tr>\n";
}

}  // namespace

Page::Page(const std::string& title)
    : out_(fmt::format(
          "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\">"
          "<meta name=\"viewport\" content=\"width=device-width\">"
          "<title>{0}</title><style>{1}</style>\n<h1>{0}</h1>\n",
          plot::escape(title),
          kStyle)) {}

void Page::heading(const std::string& text) {
    out_ += fmt::format("<h2>{}</h2>\n", plot::escape(text));
}

void Page::paragraph(const std::string& text) {
    out_ += fmt::format("<p>{}</p>\n", plot::escape(text));
}

void Page::listing(const std::string& text) {
    std::string lines;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines += plot::escape(text.substr(begin, end - begin)) + "\n";
        begin = end + 1;
    }
    out_ += fmt::format("<pre>{}</pre>\n", lines);
}

void Page::table(
    const std::vector<std::string>& head, const std::vector<std::vector<std::string>>& rows) {
    out_ += "<table>\n" + row(head, "th");
    for (const auto& cells : rows)
        out_ += row(cells, "td");
    out_ += "</table>\n";
}

void Page::chart(const std::string& svg) {
    out_ += "<figure>" + svg + "</figure>\n";
}

std::string Page::finish() const {
    return out_ + "</html>\n";
}

std::string number(double value) {
    if (!std::isfinite(value)) return "";
    const double size = std::abs(value);
    if (value == std::floor(value) && size < 1e9) return fmt::format("{:.0f}", value);
    if (size >= 1e5 && size < 1e9) return fmt::format("{:.0f}", value);
    return fmt::format("{:.4g}", value);
}

std::string csv_cell(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + "\"";
}

std::string csv_row(const std::vector<std::string>& cells) {
    std::string out;
    for (const std::string& cell : cells)
        out += (out.empty() ? "" : ",") + csv_cell(cell);
    return out + "\r\n";
}

}  // namespace theriac::lab
