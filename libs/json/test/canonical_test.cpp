#include "theriac/json/json.hpp"

#include <gtest/gtest.h>

#include <array>
#include <bit>

namespace theriac::json {
namespace {

struct NumberVector {
    std::uint64_t bits;
    std::string_view text;
};

// RFC 8785 appendix B, table 1; NaN and Infinity cannot be in a Value.
constexpr auto kAppendixB = std::to_array<NumberVector>({
    {0x0000000000000000, "0"},
    {0x8000000000000000, "0"},
    {0x0000000000000001, "5e-324"},
    {0x8000000000000001, "-5e-324"},
    {0x7fefffffffffffff, "1.7976931348623157e+308"},
    {0xffefffffffffffff, "-1.7976931348623157e+308"},
    {0x4340000000000000, "9007199254740992"},
    {0xc340000000000000, "-9007199254740992"},
    {0x4430000000000000, "295147905179352830000"},
    {0x44b52d02c7e14af5, "9.999999999999997e+22"},
    {0x44b52d02c7e14af6, "1e+23"},
    {0x44b52d02c7e14af7, "1.0000000000000001e+23"},
    {0x444b1ae4d6e2ef4e, "999999999999999700000"},
    {0x444b1ae4d6e2ef4f, "999999999999999900000"},
    {0x444b1ae4d6e2ef50, "1e+21"},
    {0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
    {0x3eb0c6f7a0b5ed8d, "0.000001"},
    {0x41b3de4355555553, "333333333.3333332"},
    {0x41b3de4355555554, "333333333.33333325"},
    {0x41b3de4355555555, "333333333.3333333"},
    {0x41b3de4355555556, "333333333.3333334"},
    {0x41b3de4355555557, "333333333.33333343"},
    {0xbecbf647612f3696, "-0.0000033333333333333333"},
    {0x43143ff3c1cb0959, "1424953923781206.2"},
});

TEST(rfc8785, appendix_b_numbers) {
    for (const auto& [bits, text] : kAppendixB) {
        const auto number = std::bit_cast<double>(bits);
        EXPECT_EQ(number_text(number), text);
        EXPECT_EQ(canonical(Value(number)), text);
        EXPECT_EQ(parse(text).value().as_double(), number) << text;
    }
}

// RFC 8785 section 3.2.4.
TEST(rfc8785, sample_object) {
    const auto value = parse(R"({
        "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
        "literals": [null, true, false]
    })");
    EXPECT_EQ(
        canonical(value.value()),
        R"({"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],)"
        "\"string\":\"\xe2\x82\xac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
}

// RFC 8785 section 3.2.3.
TEST(rfc8785, names_are_in_utf16_order) {
    const auto value = parse(R"({
        "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis"
    })");
    EXPECT_EQ(
        canonical(value.value()),
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\xc2\x80\":\"Control\","
        "\"\xc3\xb6\":\"Latin Small Letter O With Diaeresis\",\"\xe2\x82\xac\":\"Euro Sign\","
        "\"\xf0\x9f\x98\x80\":\"Emoji: Grinning Face\","
        "\"\xef\xac\xb3\":\"Hebrew Letter Dalet With Dagesh\"}");
}

TEST(canonical, integers_keep_all_digits) {
    EXPECT_EQ(canonical(Value(UINT64_MAX)), "18446744073709551615");
    EXPECT_EQ(canonical(Value(INT64_MIN)), "-9223372036854775808");
}

TEST(pretty, indents_by_two_and_ends_with_a_line_feed) {
    const Value value = Value::object(
        {{"b", Value::array()}, {"a", Value::array({1, Value::object({{"c", nullptr}})})}});
    EXPECT_EQ(
        pretty(value),
        "{\n  \"a\": [\n    1,\n    {\n      \"c\": null\n    }\n  ],\n  \"b\": []\n}\n");
    EXPECT_EQ(parse(pretty(value)).value(), value);
}

}  // namespace
}  // namespace theriac::json
