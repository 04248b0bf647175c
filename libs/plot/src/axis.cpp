#include "axis.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace theriac::plot {

namespace {

// Whole, finite and of a sensible size: what the arithmetic on ticks below can be trusted with.
constexpr double kLargest = 1e100;
constexpr double kSmallestLog = 1e-100;

std::string with_separators(std::string digits) {
    const std::size_t start = digits.starts_with('-') ? 1 : 0;
    std::size_t end = std::min(digits.find('.'), digits.size());
    while (end > start + 3) {
        end -= 3;
        digits.insert(end, ",");
    }
    return digits;
}

/// The decimals that tell multiples of `step` apart.
int decimals_of(double step) {
    return std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9)));
}

std::string decade_label(int exponent) {
    constexpr int kLongest = 6;
    if (exponent > kLongest || exponent < -4) return fmt::format("1e{}", exponent);
    return tick_label(std::pow(10.0, exponent), std::pow(10.0, exponent));
}

}  // namespace

bool usable(Scale scale, double value) {
    if (!std::isfinite(value) || std::abs(value) > kLargest) return false;
    return scale == Scale::linear || value >= kSmallestLog;
}

void Extent::add(double value) {
    if (!usable(scale_, value)) return;
    const bool first = empty();
    low_ = first ? value : std::min(low_, value);
    high_ = first ? value : std::max(high_, value);
}

double nice_step(double span) {
    constexpr double kWanted = 5;
    const double raw = span / kWanted;
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    const double lead = raw / power;
    // The geometric means between 1, 2, 5 and 10.
    if (lead < std::numbers::sqrt2) return power;
    if (lead < std::sqrt(10.0)) return 2 * power;
    return lead < std::sqrt(50.0) ? 5 * power : 10 * power;
}

std::string tick_label(double value, double step) {
    if (value == 0) return "0";
    const double size = std::abs(value);
    if (size >= 1e9 || size < 1e-4) return fmt::format("{:.4g}", value);
    return with_separators(fmt::format("{:.{}f}", value, decimals_of(step)));
}

Ruler::Ruler(const Axis& axis, const Extent& extent) : scale_(axis.scale) {
    const double start = scale_ == Scale::linear ? 0 : 1;
    low_ = extent.empty() ? start : extent.low();
    high_ = extent.empty() ? 1 + 9 * start : extent.high();
    if (axis.min && usable(*axis.min)) low_ = *axis.min;
    if (axis.max && usable(*axis.max)) high_ = *axis.max;
    if (scale_ == Scale::logarithmic) {
        if (high_ <= low_) high_ = low_ * 10;
        if (!axis.min) low_ = std::pow(10.0, std::floor(std::log10(low_) + 1e-9));
        if (!axis.max) high_ = std::pow(10.0, std::ceil(std::log10(high_) - 1e-9));
        return;
    }
    if (high_ <= low_) high_ = low_ + std::max(1.0, std::abs(low_));
    const double step = nice_step(high_ - low_);
    if (!axis.min) low_ = std::floor(low_ / step + 1e-9) * step;
    if (!axis.max) high_ = std::ceil(high_ / step - 1e-9) * step;
}

double Ruler::place(double value) const {
    if (scale_ == Scale::linear) return (value - low_) / (high_ - low_);
    return (std::log10(value) - std::log10(low_)) / (std::log10(high_) - std::log10(low_));
}

std::vector<Tick> Ruler::ticks() const {
    return scale_ == Scale::linear ? linear_ticks() : decades();
}

std::vector<Tick> Ruler::linear_ticks() const {
    const double step = nice_step(high_ - low_);
    const double first = std::ceil(low_ / step - 1e-9);
    const double last = std::floor(high_ / step + 1e-9);
    std::vector<Tick> out;
    // Counted by a whole number: fewer than twenty whatever the ends are.
    const int count = static_cast<int>(std::clamp(last - first, 0.0, 20.0));
    for (int i = 0; i <= count; ++i) {
        const double value = (first + i) * step;
        out.push_back({value, tick_label(value, step)});
    }
    return out;
}

std::vector<Tick> Ruler::decades() const {
    const int first = static_cast<int>(std::ceil(std::log10(low_) - 1e-9));
    const int last = static_cast<int>(std::floor(std::log10(high_) + 1e-9));
    constexpr int kMost = 10;
    const int stride = std::max(1, (last - first + kMost) / kMost);
    std::vector<Tick> out;
    for (int exponent = first; exponent <= last; exponent += stride)
        out.push_back({std::pow(10.0, exponent), decade_label(exponent)});
    return out;
}

}  // namespace theriac::plot
