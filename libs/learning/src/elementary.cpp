#include "theriac/learning/elementary.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>

namespace theriac::learning {

namespace {

// ln 2 = high + low; the last 21 bits of `high` are zero, so that k * high is exact for |k| < 2^21
// (W. J. Cody and W. Waite, Software Manual for the Elementary Functions, 1980, chapter 6).
// NOLINTNEXTLINE(modernize-use-std-numbers): the upper part, not ln 2
constexpr double kLn2High = 0x1.62e42feep-1;
constexpr double kLn2Low = 0x1.a39ef35793c76p-33;

// 2^k for k within the normal range.
double power_of_two(int k) {
    return std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52U);
}

// e^r - 1 for |r| <= ln(2) / 2, by its Taylor series; the first term left out is below 2^-57.
double exp_minus_1_small(double r) {
    constexpr int terms = 14;
    double sum = 0;
    for (int n = terms; n >= 2; --n)
        sum = (1.0 + sum) * r / n;
    return r + (r * sum);
}

// log(1 + e) for 0 <= e <= 1 as 2 atanh(s) with s = e / (2 + e) <= 1/3; s^36 < 2^-57.
double log_1_plus_unit(double e) {
    const double s = e / (2.0 + e);
    const double square = s * s;
    double sum = 0;
    for (int n = 35; n >= 3; n -= 2)
        sum = (sum + 1.0 / n) * square;
    return 2.0 * (s + (s * sum));
}

// erf by a series of positive terms: Abramowitz and Stegun, 7.1.6. For 0 <= x < 2.
double erf_series(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; n < 60; ++n) {
        term = term * 2.0 * x * x / ((2 * n) + 1);
        sum += term;
    }
    return 2.0 * std::numbers::inv_sqrtpi * portable_exp(-x * x) * sum;
}

// erfc by a continued fraction: Abramowitz and Stegun, 7.1.14. For x >= 2.
double erfc_fraction(double x) {
    double below = x;
    for (int n = 80; n >= 1; --n)
        below = x + (0.5 * n / below);
    return std::numbers::inv_sqrtpi * portable_exp(-x * x) / below;
}

}  // namespace

double portable_exp(double x) {
    if (std::isnan(x)) return x;
    if (x > 709.78271289338397) return std::numeric_limits<double>::infinity();
    if (x < -745.13321910194122) return 0;
    const double k = std::floor((x * std::numbers::log2e) + 0.5);
    const double r = (x - (k * kLn2High)) - (k * kLn2Low);
    const double mantissa = 1.0 + exp_minus_1_small(r);
    // In two steps, because 2^k itself may be too large or too small for a double.
    const int half = static_cast<int>(k) / 2;
    return mantissa * power_of_two(half) * power_of_two(static_cast<int>(k) - half);
}

double softplus(double x) {
    const double rest = log_1_plus_unit(portable_exp(-std::abs(x)));
    return x > 0 ? x + rest : rest;
}

double logistic(double x) {
    const double e = portable_exp(-std::abs(x));
    return x >= 0 ? 1.0 / (1.0 + e) : e / (1.0 + e);
}

double portable_tanh(double x) {
    const double e = portable_exp(-2.0 * std::abs(x));
    return std::copysign((1.0 - e) / (1.0 + e), x);
}

double two_sided_p(double z) {
    const double x = std::abs(z) / std::numbers::sqrt2;
    if (x < 2.0) return 1.0 - erf_series(x);
    return erfc_fraction(x);
}

}  // namespace theriac::learning
