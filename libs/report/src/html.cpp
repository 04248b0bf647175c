#include "html.hpp"

#include "theriac/plot/chart.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace theriac::report {

const json::Value* find(const json::Value& from, std::initializer_list<std::string_view> path) {
    const json::Value* at = &from;
    for (const std::string_view name : path)
        if (at = at->find(name); at == nullptr) return nullptr;
    return at;
}

std::string short_number(double value) {
    std::array<char, 40> buffer{};
    const auto end =
        std::to_chars(buffer.begin(), buffer.end(), value, std::chars_format::general, 6).ptr;
    return {buffer.begin(), end};
}

std::string cell(const json::Value* value) {
    if (value == nullptr || value->is_null()) return "–";
    if (const std::string* text = value->as_text(); text != nullptr) return plot::escape(*text);
    if (const auto number = value->as_double()) {
        const bool whole = std::trunc(*number) == *number && std::abs(*number) < 1e15;
        return whole ? std::to_string(static_cast<long long>(*number)) : short_number(*number);
    }
    if (const auto yes = value->as_boolean()) return *yes ? "yes" : "no";
    const json::Value::Array* elements = value->as_array();
    if (elements == nullptr) return "–";
    std::string out;
    for (const json::Value& one : *elements)
        if (const std::string* text = one.as_text(); text != nullptr)
            out += (out.empty() ? "" : ", ") + plot::escape(*text);
    return out.empty() ? "–" : out;
}

std::string table(const std::vector<std::vector<std::string>>& rows) {
    std::string out = "<table>\n";
    std::string_view tag = "th";
    for (const auto& row : rows) {
        out += "<tr>";
        for (const std::string& one : row)
            out.append("<").append(tag).append(">").append(one).append("</").append(tag).append(
                ">");
        out += "</tr>\n";
        tag = "td";
    }
    return out + "</table>\n";
}

Facts& Facts::add(std::string_view name, const json::Value* value) {
    if (value != nullptr)
        rows_.append("<dt>").append(name).append("</dt><dd>").append(cell(value)).append("</dd>\n");
    return *this;
}

std::string Facts::html() const {
    return rows_.empty() ? "" : "<dl>\n" + rows_ + "</dl>\n";
}

std::string section(std::string_view title, const std::string& content) {
    if (content.empty()) return {};
    return "<section>\n<h2>" + std::string(title) + "</h2>\n" + content + "</section>\n";
}

}  // namespace theriac::report
