#include "html.hpp"

#include <fmt/format.h>

#include <cmath>

namespace theriac::lab {

namespace {

constexpr auto kStyle =
    "body{font:16px/1.5 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 "
    "1rem;color:#1c2430}h1{font-size:1.7rem;margin-bottom:.2rem}h2{margin-top:2.2rem;font-size:"
    "1.25rem;border-bottom:2px solid #e3e8ee;padding-bottom:.2rem}p{max-width:48rem}"
    "table{border-collapse:collapse;display:block;overflow-x:auto;font-size:14px;margin:1rem 0}"
    "td,th{border-bottom:1px solid #dde2e8;padding:.35rem .7rem;text-align:right;vertical-align:"
    "top;white-space:nowrap}th{font-weight:600;color:#55606e;vertical-align:bottom}"
    "td:first-child,th:first-child{text-align:left;font-weight:600}"
    "td.text,th.text{text-align:left;min-width:14rem;white-space:normal}"
    "td.good::before{content:'\\2713\\a0';color:#18794e}td.bad::before{content:'!\\a0'}"
    "td.bad{color:#b3261e;font-weight:600}"
    ".box{border-left:6px solid #8a94a3;background:#f6f8fa;padding:.6rem 1.2rem;margin:1rem 0}"
    ".box.good{border-color:#18794e;background:#eef8f2}"
    ".box.bad{border-color:#b3261e;background:#fdf1f0}"
    ".box p:first-child{font-size:1.2rem;font-weight:600}.box p{max-width:none;margin:.5rem 0}"
    "dt{font-weight:600}dd{margin:0 0 .5rem 1rem;max-width:46rem}figure{margin:1rem 0}"
    "pre{background:#f6f8fa;padding:1rem;overflow-x:auto}svg{max-width:100%;height:auto}"
    "@media print{h2{break-after:avoid}table,figure,.box{break-inside:avoid}}";

constexpr std::size_t kLongText = 32;  // characters, from which on a column reads as prose

/// " class=…" or nothing.
std::string class_of(const Cell& cell) {
    if (cell.verdict == Verdict::good) return " class=\"good\"";
    if (cell.verdict == Verdict::bad) return " class=\"bad\"";
    return cell.text.size() >= kLongText ? " class=\"text\"" : "";
}

std::string row(const std::vector<Cell>& cells, std::string_view tag) {
    std::string out = "<tr>";
    for (const Cell& cell : cells)
        out += fmt::format("<{0}{1}>{2}</{0}>", tag, class_of(cell), plot::escape(cell.text));
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

void Page::box(const std::vector<std::string>& texts, Verdict verdict) {
    const auto* kind = verdict == Verdict::good ? " good" : verdict == Verdict::bad ? " bad" : "";
    out_ += fmt::format("<div class=\"box{}\">", kind);
    for (const std::string& text : texts)
        paragraph(text);
    out_ += "</div>\n";
}

void Page::terms(const std::vector<std::pair<std::string, std::string>>& entries) {
    out_ += "<dl>\n";
    for (const auto& [term, meaning] : entries)
        out_ += fmt::format("<dt>{}</dt><dd>{}</dd>\n", plot::escape(term), plot::escape(meaning));
    out_ += "</dl>\n";
}

void Page::table(const std::vector<std::string>& head, const std::vector<std::vector<Cell>>& rows) {
    out_ += "<table>\n" + row({head.begin(), head.end()}, "th");
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
