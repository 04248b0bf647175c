#include "canvas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace theriac::plot {

namespace {

// Okabe and Ito's palette, told apart by the colour-blind too; black is kept for text.
constexpr std::array<std::string_view, 8> kColours = {
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f7f7f", "#b2a000"};

constexpr double kLetter = 6.4;  // about the width of a letter at 12 pixels
constexpr double kLegendRow = 18;
constexpr std::size_t kLongestName = 40;

double legend_width(const std::vector<LegendEntry>& legend) {
    std::size_t longest = 0;
    for (const auto& entry : legend)
        longest = std::max(longest, std::min(entry.name.size(), kLongestName));
    return legend.empty() ? 16 : 44 + kLetter * static_cast<double>(longest);
}

std::string text(double x, double y, std::string_view anchor, const std::string& words) {
    return fmt::format(
        R"(<text x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text>)", x, y, anchor, escape(words));
}

}  // namespace

std::string_view colour(std::size_t n) {
    return kColours.at(n % kColours.size());
}

std::string escape(const std::string& text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            case '\n':
            case '\t':
                out += ' ';
                break;
            default:
                if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
                    out += "\xef\xbf\xbd";
                else
                    out += c;
        }
    }
    return out;
}

Canvas::Canvas(Size size, const Labels& labels, std::vector<LegendEntry> legend)
    : size_(size), labels_(labels), legend_(std::move(legend)) {
    constexpr double kLeastPlot = 40;
    left_ = 72;
    top_ = labels.title.empty() ? 16 : 40;
    right_ = std::max(left_ + kLeastPlot, size.width - legend_width(legend_));
    bottom_ = std::max(top_ + kLeastPlot, size.height - 52.0);
}

void Canvas::x_tick(double place, const std::string& label) {
    grid_ += fmt::format(R"(<path d="M{0:.1f} {1:.1f}V{2:.1f}"/>)", x(place), top_, bottom_ + 4);
    outside_ += text(x(place), bottom_ + 18, "middle", label);
}

void Canvas::y_tick(double place, const std::string& label) {
    grid_ += fmt::format(R"(<path d="M{:.1f} {:.1f}H{:.1f}"/>)", left_ - 4, y(place), right_);
    outside_ += text(left_ - 8, y(place) + 4, "end", label);
}

std::string Canvas::legend() const {
    std::string out;
    double row = top_ + 6;
    for (const auto& entry : legend_) {
        out += fmt::format(
            R"svg(<g transform="translate({:.1f} {:.1f})">{}{}</g>)svg",
            right_ + 12,
            row,
            entry.swatch,
            text(24, 9, "start", entry.name));
        row += kLegendRow;
    }
    return out;
}

std::string Canvas::finish() const {
    std::string out = fmt::format(
        R"(<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{0}" height="{1}" )"
        R"(viewBox="0 0 {0} {1}" font-family="system-ui, sans-serif" font-size="12" fill="#222">)",
        size_.width,
        size_.height);
    out += fmt::format("<title>{}</title>", escape(labels_.title));
    out += R"(<rect width="100%" height="100%" fill="#fff"/>)";
    out += fmt::format(R"(<g stroke="#ddd" fill="none">{}</g>)", grid_);
    // A nested viewport cuts off what reaches beyond the axes, and needs no id.
    out += fmt::format(
        R"(<svg x="{0:.1f}" y="{1:.1f}" width="{2:.1f}" height="{3:.1f}" )"
        R"(viewBox="{0:.1f} {1:.1f} {2:.1f} {3:.1f}">{4}</svg>)",
        left_,
        top_,
        plot_width(),
        plot_height(),
        inside_);
    out += fmt::format(
        R"(<path d="M{:.1f} {:.1f}V{:.1f}H{:.1f}" stroke="#222" fill="none"/>)",
        left_,
        top_,
        bottom_,
        right_);
    out += outside_ + legend();
    out += fmt::format(
        R"(<text x="{:.1f}" y="24" font-size="15" font-weight="600">{}</text>)",
        left_,
        escape(labels_.title));
    out += text((left_ + right_) / 2, bottom_ + 40, "middle", labels_.x);
    out += fmt::format(
        R"svg(<text transform="translate(16 {:.1f}) rotate(-90)" text-anchor="middle">{}</text>)svg",
        (top_ + bottom_) / 2,
        escape(labels_.y));
    return out + "</svg>\n";
}

}  // namespace theriac::plot
