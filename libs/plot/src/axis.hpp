// From values to pixels along one axis, and where its ticks are.
#pragma once

#include "theriac/plot/chart.hpp"

#include <string>
#include <vector>

namespace theriac::plot {

/// The smallest and largest usable value seen.
class Extent {
public:
    explicit Extent(Scale scale) : scale_(scale) {}

    void add(double value);

    [[nodiscard]] bool empty() const { return low_ > high_; }

    [[nodiscard]] double low() const { return low_; }

    [[nodiscard]] double high() const { return high_; }

private:
    Scale scale_;
    double low_ = 1;
    double high_ = 0;
};

/// Whether a value has a place on such an axis.
bool usable(Scale scale, double value);

struct Tick {
    double value = 0;
    std::string label;
};

/// An axis with its ends decided.
class Ruler {
public:
    /// Ends as `axis` says, else from `extent`, rounded out to ticks; never empty.
    Ruler(const Axis& axis, const Extent& extent);

    /// Where `value` is between the ends: 0 at the low one, 1 at the high one; outside, beyond.
    [[nodiscard]] double place(double value) const;

    [[nodiscard]] bool usable(double value) const { return plot::usable(scale_, value); }

    [[nodiscard]] double low() const { return low_; }

    [[nodiscard]] double high() const { return high_; }

    [[nodiscard]] std::vector<Tick> ticks() const;

private:
    [[nodiscard]] std::vector<Tick> linear_ticks() const;
    [[nodiscard]] std::vector<Tick> decades() const;

    Scale scale_;
    double low_ = 0;
    double high_ = 1;
};

/// 1, 2 or 5 times a power of ten, so that `span` has about five of them; `span` above zero.
double nice_step(double span);

/// "12,500", "0.25", "3e-07": `value` with the digits that `step` makes worth showing.
std::string tick_label(double value, double step);

}  // namespace theriac::plot
