// A page of HTML that needs nothing from outside.
#pragma once

#include "theriac/plot/chart.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace theriac::lab {

/// How a cell or box is to be read, by colour and, for cells, by a sign.
enum class Verdict : std::uint8_t { none, good, bad };

struct Cell {
    // Not explicit, so that rows of plain texts stay readable.
    // NOLINTNEXTLINE(google-explicit-constructor,hicpp-explicit-conversions)
    Cell(std::string t, Verdict v = Verdict::none) : text(std::move(t)), verdict(v) {}

    // NOLINTNEXTLINE(google-explicit-constructor,hicpp-explicit-conversions)
    Cell(const char* t) : text(t) {}

    std::string text;
    Verdict verdict = Verdict::none;
};

/// Collects a page. Texts are escaped here; charts are SVG as `plot::svg` makes it.
class Page {
public:
    explicit Page(const std::string& title);

    void heading(const std::string& text);
    void paragraph(const std::string& text);
    /// A box; the first text stands out.
    void box(const std::vector<std::string>& texts, Verdict verdict);
    /// Terms and what they mean.
    void terms(const std::vector<std::pair<std::string, std::string>>& entries);
    void listing(const std::string& text);
    /// @param rows  as long as `head` each
    void table(const std::vector<std::string>& head, const std::vector<std::vector<Cell>>& rows);
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
