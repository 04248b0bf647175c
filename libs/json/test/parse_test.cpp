#include "theriac/json/json.hpp"

#include <gtest/gtest.h>

namespace theriac::json {
namespace {

Error refusal(std::string_view text, const Limits& limits = {}) {
    const auto got = parse(text, limits);
    return got ? Error{Errc::internal, "accepted"} : got.error();
}

TEST(json_parse, every_kind_of_value_is_read) {
    const Value expected = Value::object(
        {{"a", Value::array({1, 2.5, -7, true, false, Value(), "x\xc3\xa9\n"})},
         {"b", Value::object()}});
    EXPECT_EQ(
        parse(R"( {"b":{}, "a":[1, 2.5, -7, true, false, null, "x\u00e9\n"]} )").value(), expected);
}

TEST(json_parse, integers_of_64_bits_are_exact) {
    EXPECT_EQ(parse("18446744073709551615").value().as_u64(), UINT64_MAX);
    EXPECT_EQ(parse("-9223372036854775808").value().as_i64(), INT64_MIN);
    EXPECT_EQ(parse("9007199254740993").value().as_u64(), 9007199254740993U);
}

TEST(json_parse, whole_doubles_are_integers) {
    for (const auto* text : {"1", "1.0", "1e0", "10e-1"})
        EXPECT_EQ(parse(text).value(), Value(1)) << text;
    EXPECT_EQ(parse("-0.0").value(), Value(0));
}

TEST(json_parse, faults_are_named_with_line_and_column) {
    EXPECT_EQ(
        refusal("{\"a\":1,\n \"b\" 2}"),
        (Error{
            Errc::malformed,
            "line 2, column 6: syntax error while parsing object separator - unexpected number "
            "literal; expected ':'"}));
    EXPECT_EQ(
        refusal("{\"a\":1,\n \"a\":2}"),
        (Error{Errc::malformed, "line 2, column 4: this name occurs twice in its object"}));
}

TEST(json_parse, message_does_not_repeat_the_text) {
    EXPECT_EQ(refusal("[\"Jane Doe\" x]").message.find("Jane"), std::string::npos);
}

TEST(json_parse, text_outside_the_grammar_is_rejected) {
    for (const std::string_view text :
         {"",          " ",          "nul",         "01",
          "1.",        ".5",         "+1",          "0x10",
          "NaN",       "Infinity",   "-Infinity",   "1e",
          "[1,]",      "{\"a\":1,}", "{a:1}",       "{'a':1}",
          "[1 2]",     "[1",         "\"a",         "\"\\x\"",
          "\"\t\"",    "1 2",        "{} x",        "// c\n1",
          "/* c */ 1", "[1]]",       "\"\\ud800\"", "\"\\udc00\\ud800\"",
          "\"\\u12\"", "--1"})
        EXPECT_EQ(refusal(text).code, Errc::malformed) << text;
}

TEST(json_parse, number_past_the_range_of_a_double_is_rejected) {
    EXPECT_EQ(refusal("[1e400]"), (Error{Errc::malformed, "line 1, column 6: number too large"}));
}

TEST(json_parse, bytes_that_are_not_utf8_are_rejected) {
    for (const std::string_view text :
         {"\"\xff\"", "\"\xc0\xaf\"", "\"\xed\xa0\x80\"", "\"\xf4\x90\x80\x80\"", "\"\xe2\x82\""})
        EXPECT_EQ(refusal(text).code, Errc::malformed);
}

TEST(json_parse, noncharacters_are_rejected) {
    for (const std::string_view text :
         {"\"\\uffff\"",
          "\"\\ufdd0\"",
          "\"\xef\xbf\xbe\"",
          "{\"\\ufffe\":1}",
          "\"\\ud83f\\udfff\""})
        EXPECT_EQ(refusal(text).code, Errc::malformed) << text;
    EXPECT_TRUE(parse("\"\\ufffd\\ufdcf\\ufdf0\""));
}

TEST(json_parse, byte_order_mark_and_nul_are_rejected) {
    EXPECT_EQ(refusal("\xef\xbb\xbf{}").code, Errc::malformed);
    EXPECT_EQ(refusal(std::string_view("1\0garbage", 9)).code, Errc::malformed);
    EXPECT_EQ(refusal(std::string_view("1\0", 2)).code, Errc::malformed);
}

TEST(json_parse, same_name_written_in_two_ways_is_a_duplicate) {
    EXPECT_EQ(refusal("{\"a\":1,\"\\u0061\":2}").code, Errc::malformed);
}

TEST(json_parse, limits_hold_exactly) {
    EXPECT_TRUE(parse("[[]]", {.max_bytes = 4, .max_depth = 2, .max_values = 2}));
    EXPECT_EQ(refusal("[[]]", {.max_bytes = 3}).code, Errc::too_large);
    EXPECT_EQ(refusal("[[]]", {.max_depth = 1}).code, Errc::too_large);
    EXPECT_EQ(refusal("[[]]", {.max_values = 1}).code, Errc::too_large);
    EXPECT_EQ(refusal(std::string(100'000, '[')).code, Errc::too_large);
}

TEST(json_parse_canonical, canonical_text_is_accepted) {
    EXPECT_TRUE(parse_canonical(R"({"a":[1,2.5],"b":"x"})"));
}

TEST(json_parse_canonical, any_other_spelling_is_rejected) {
    for (const std::string_view text :
         {"{ }",
          "{}\n",
          "{\"b\":1,\"a\":2}",
          "1.0",
          "1e2",
          "-0",
          "\"\\u0061\"",
          "\"\\/\"",
          "9007199254740993",
          "[18446744073709551615]"})
        EXPECT_EQ(parse_canonical(text).error().code, Errc::malformed) << text;
    EXPECT_EQ(
        parse_canonical("{\"a\": 1}").error().message,
        "line 1, column 6: JSON text is not canonical (RFC 8785)");
}

TEST(json_parse_canonical, large_doubles_are_accepted) {
    for (const std::string_view text :
         {"9007199254740992", "9223372036854776000", "1.5e+21", "123456789012345680000"})
        EXPECT_TRUE(parse_canonical(text)) << text;
}

}  // namespace
}  // namespace theriac::json
