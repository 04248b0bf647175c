#include "theriac/base/result.hpp"
#include "theriac/json/json.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace theriac::json {

namespace {

// value = 0.<digits> * 10^point, digits without leading or trailing zeros.
struct Decimal {
    std::string digits;
    int point = 0;
};

// The shortest decimal that reads back to `number`, which is positive.
Decimal shortest(double number) {
    std::array<char, 32> buffer{};
    const auto end =
        std::to_chars(buffer.begin(), buffer.end(), number, std::chars_format::scientific).ptr;
    const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    const std::size_t e = text.find('e');
    Decimal out;
    for (const char c : text.substr(0, e))
        if (c != '.') out.digits += c;
    const std::size_t exponent = e + (text[e + 1] == '+' ? 2 : 1);
    std::from_chars(text.data() + exponent, text.data() + text.size(), out.point);
    ++out.point;
    return out;
}

std::string with_exponent(const std::string& digits, int exponent) {
    std::string out = digits.substr(0, 1);
    if (digits.size() > 1) out += "." + digits.substr(1);
    return out + (exponent < 0 ? "e-" : "e+") + std::to_string(std::abs(exponent));
}

// ECMA-262 (2024) section 6.1.6.1.20, steps 6 to 10; `point` is the n of the text.
std::string layout(const Decimal& decimal) {
    const auto& [digits, point] = decimal;
    const int count = static_cast<int>(digits.size());
    if (point > 21 || point <= -6) return with_exponent(digits, point - 1);
    std::string out = digits;
    if (point <= 0)
        out.insert(0, static_cast<std::size_t>(2 - point), '0')[1] = '.';
    else if (point >= count)
        out.append(static_cast<std::size_t>(point - count), '0');
    else
        out.insert(static_cast<std::size_t>(point), 1, '.');
    return out;
}

}  // namespace

std::string number_text(double number) {
    THERIAC_EXPECTS(std::isfinite(number));
    if (number == 0) return "0";
    std::string out = layout(shortest(std::abs(number)));
    if (number < 0) out.insert(out.begin(), '-');
    return out;
}

}  // namespace theriac::json
