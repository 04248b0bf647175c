// A page of HTML that needs nothing from outside.
#pragma once

#include "theriac/plot/chart.hpp"

#include <string>
#include <vector>

namespace theriac::lab {

/// Collects a page. Texts are escaped here; charts are SVG as `plot::svg` makes it.
class Page {
public:
    explicit Page(const std::string& title);

    void heading(const std::string& text);
    void paragraph(const std::string& text);
    void listing(const std::string& text);
    /// @param rows  as long as `head` each
    void table(
        const std::vector<std::string>& head, const std::vector<std::vector<std::string>>& rows);
    void chart(const std::string& svg);

    [[nodiscard]] std::string finish() const;

private:
    std::string out_;
};

/// "12", "0.25", "1.3e-07": four significant digits, and no exponent for what is read easily
/// without.
std::string number(double value);

/// A cell of CSV, quoted where RFC 4180 asks for it.
std::string csv_cell(const std::string& text);

/// Cells joined, with a line end.
std::string csv_row(const std::vector<std::string>& cells);

}  // namespace theriac::lab
