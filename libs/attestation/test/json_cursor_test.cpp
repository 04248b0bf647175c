#include "json_cursor.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace theriac::attestation {
namespace {

Result<void> skip_all(std::string_view text) {
    JsonCursor in(text);
    THERIAC_CHECK(in.skip());
    return in.finish();
}

TEST(json_cursor, members_and_elements_come_in_order) {
    JsonCursor in(R"( { "a" : 1 , "b" : [ "x", "y" ] } )");
    std::vector<std::string> found;
    const auto read = in.object([&](std::string_view name) -> Result<void> {
        found.emplace_back(name);
        if (name == "a") {
            THERIAC_TRY(number, in.number(9));
            found.push_back(std::to_string(number));
            return {};
        }
        return in.array([&]() -> Result<void> {
            THERIAC_TRY(text, in.text());
            found.emplace_back(text);
            return {};
        });
    });
    ASSERT_TRUE(read.has_value()) << read.error().message;
    EXPECT_TRUE(in.finish().has_value());
    EXPECT_EQ(found, (std::vector<std::string>{"a", "1", "b", "x", "y"}));
}

TEST(json_cursor, every_kind_of_value_can_be_skipped) {
    for (const std::string_view text :
         {"1", "-1.5e+3", "true", "null", R"("a\"b")", "[]", "{}", R"({"a":[1,{"b":{}}]})"})
        EXPECT_TRUE(skip_all(text).has_value()) << text;
}

TEST(json_cursor, broken_texts_are_refused) {
    for (const std::string_view text :
         {"",
          "{",
          "[",
          "[1",
          "[1,]",
          "[,1]",
          "{\"a\"}",
          "{\"a\":}",
          "{\"a\":1,}",
          "{1:1}",
          "\"a",
          "\"a\\\"",
          "]",
          "1 1",
          "[1]]",
          "{\"a\":1]"})
        EXPECT_EQ(skip_all(text).error().code, Errc::malformed) << text;
}

TEST(json_cursor, nesting_is_bounded) {
    const std::string most = std::string(16, '[') + std::string(16, ']');
    EXPECT_TRUE(skip_all(most).has_value());
    EXPECT_EQ(skip_all("[" + most + "]").error().code, Errc::malformed);
    std::string many = "[";  // not deep, only long
    for (int i = 0; i < 100; ++i)
        many += "[],{},";
    EXPECT_TRUE(skip_all(many + "1]").has_value());
}

TEST(json_cursor, numbers_are_whole_and_bounded) {
    EXPECT_EQ(JsonCursor("255").number(255).value(), 255U);
    EXPECT_EQ(JsonCursor("0").number(255).value(), 0U);
    for (const std::string_view text :
         {"256", "-1", "1.0", "1e1", "01", "", "a", "9999999999999999999"})
        EXPECT_EQ(JsonCursor(text).number(255).error().code, Errc::malformed) << text;
}

TEST(json_cursor, text_with_escapes_is_refused) {
    EXPECT_EQ(JsonCursor(R"("OS/VMM")").text().value(), "OS/VMM");
    EXPECT_EQ(JsonCursor(R"("a\u0041")").text().error().code, Errc::malformed);
    EXPECT_EQ(JsonCursor("\"a\nb\"").text().error().code, Errc::malformed);
}

}  // namespace
}  // namespace theriac::attestation
