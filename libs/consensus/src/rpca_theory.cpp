#include "theriac/consensus/rpca_theory.hpp"

#include "theriac/base/result.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace theriac::consensus {

std::uint64_t tolerable(std::uint64_t n, Tolerance tolerance) {
    THERIAC_EXPECTS(n > 0);
    constexpr std::uint64_t kFifth = 5;
    switch (tolerance) {
        case Tolerance::bound:
            return (n - 1) / kFifth;
        case Tolerance::printed:
            return (n - 1 + kFifth - 1) / kFifth;
        case Tolerance::quorum:
            return n - votes_needed(n, 80);
    }
    return 0;
}

std::uint64_t fraud_needs(std::uint64_t n) {
    return (4 * n + 1 + 4) / 5;
}

namespace {

/// A product that may be far smaller than the smallest double on its way.
class Scaled {
public:
    void multiply(double factor) {
        int exponent = 0;
        mantissa_ = std::frexp(mantissa_ * factor, &exponent);
        exponent_ += exponent;
    }

    [[nodiscard]] double value() const { return std::ldexp(mantissa_, exponent_); }

private:
    double mantissa_ = 1;
    int exponent_ = 0;
};

}  // namespace

double binomial_cdf(std::uint64_t k, std::uint64_t n, double p) {
    THERIAC_EXPECTS(p >= 0 && p <= 1);
    if (k >= n || p == 0) return 1;
    if (p == 1) return 0;
    // Term after term, each from the one before: no factorials, and no function whose last bit
    // depends on the machine.
    Scaled term;
    for (std::uint64_t i = 0; i < n; ++i)
        term.multiply(1 - p);
    double sum = term.value();
    for (std::uint64_t i = 1; i <= k; ++i) {
        term.multiply(static_cast<double>(n - i + 1) / static_cast<double>(i));
        term.multiply(p / (1 - p));
        sum += term.value();
    }
    return std::min(sum, 1.0);
}

double correctness(std::uint64_t n, double p, Tolerance tolerance) {
    return binomial_cdf(tolerable(n, tolerance), n, p);
}

double poisson_binomial_cdf(std::uint64_t k, std::span<const double> probabilities) {
    std::vector<double> exactly = {1.0};  // exactly[i]: i of those seen so far
    for (const double p : probabilities) {
        THERIAC_EXPECTS(p >= 0 && p <= 1);
        exactly.push_back(0);
        for (std::size_t i = exactly.size() - 1; i > 0; --i)
            exactly[i] = exactly[i] * (1 - p) + exactly[i - 1] * p;
        exactly[0] *= 1 - p;
    }
    double sum = 0;
    for (std::size_t i = 0; i < exactly.size() && i <= k; ++i)
        sum += exactly[i];
    return std::min(sum, 1.0);
}

bool satisfies_equation_3(std::uint64_t a, std::uint64_t b, std::uint64_t common) {
    return 5 * common >= std::max(a, b);
}

bool can_fork(const ListPair& pair, std::uint64_t percent) {
    THERIAC_EXPECTS(pair.common <= std::min(pair.a, pair.b) && pair.liars <= pair.common);
    const auto missing = [&](std::uint64_t size) {
        const std::uint64_t needed = votes_needed(size, percent);
        const std::uint64_t sure = size - pair.common + pair.liars;
        return needed > sure ? needed - sure : 0;
    };
    return missing(pair.a) + missing(pair.b) <= pair.common - pair.liars;
}

std::uint64_t least_safe_overlap(std::uint64_t n, std::uint64_t liars, std::uint64_t percent) {
    for (std::uint64_t common = liars; common <= n; ++common) {
        if (!can_fork({n, n, common, liars}, percent)) return common;
    }
    return n + 1;
}

bool safe_over_time(const ListPair& pair, std::uint64_t percent) {
    THERIAC_EXPECTS(pair.common <= std::min(pair.a, pair.b) && pair.liars <= pair.common);
    const auto holds = [&](std::uint64_t a, std::uint64_t b) {
        const std::uint64_t missing = a - votes_needed(a, percent);
        return 2 * (pair.common - pair.liars) > b + 2 * missing;
    };
    return holds(pair.a, pair.b) && holds(pair.b, pair.a);
}

std::uint64_t least_lasting_overlap(std::uint64_t n, std::uint64_t liars, std::uint64_t percent) {
    for (std::uint64_t common = liars; common <= n; ++common) {
        if (safe_over_time({n, n, common, liars}, percent)) return common;
    }
    return n + 1;
}

}  // namespace theriac::consensus
