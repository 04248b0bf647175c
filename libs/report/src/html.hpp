// Pieces of a page.
#pragma once

#include "theriac/json/value.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace theriac::report {

/// The value at a path of names; null where there is none.
const json::Value* find(const json::Value& from, std::initializer_list<std::string_view> path);

/// A value in a cell: text as it is, numbers with few digits, nothing as a dash. Escaped.
std::string cell(const json::Value* value);

/// A number with up to six significant digits.
std::string short_number(double value);

/// A table of rows of cells, which are HTML already; the first row is the head.
std::string table(const std::vector<std::vector<std::string>>& rows);

/// Names and values, one below the other; rows without a value are left out.
class Facts {
public:
    Facts& add(std::string_view name, const json::Value* value);

    [[nodiscard]] std::string html() const;

private:
    std::string rows_;
};

std::string section(std::string_view title, const std::string& content);

}  // namespace theriac::report
