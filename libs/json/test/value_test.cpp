#include "theriac/json/value.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace theriac::json {
namespace {

TEST(value, reading_as_another_kind_is_empty) {
    const Value text("1");
    EXPECT_FALSE(text.as_double());
    EXPECT_FALSE(text.as_i64());
    EXPECT_FALSE(text.as_boolean());
    EXPECT_EQ(text.as_array(), nullptr);
    EXPECT_EQ(text.find("a"), nullptr);
    EXPECT_FALSE(Value(true).as_double());
    EXPECT_FALSE(Value(-1).as_u64());
    EXPECT_FALSE(Value(UINT64_MAX).as_i64());
    EXPECT_FALSE(Value(0.5).as_i64());
}

TEST(value, pointers_to_characters_are_text_not_booleans) {
    EXPECT_EQ(Value("a").kind(), Kind::text);
    EXPECT_EQ(Value(true).kind(), Kind::boolean);
}

TEST(value, members_are_set_and_found) {
    Value object = Value::object({{"a", 1}});
    object.set("a", 2);
    object.set("b", "x");
    EXPECT_EQ(*object.find("a"), Value(2));
    EXPECT_EQ(*object.find("b")->as_text(), "x");
}

TEST(value_death_test, what_json_cannot_hold_stops_the_program) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    EXPECT_DEATH(static_cast<void>(Value(nan)), "broken contract");
    EXPECT_DEATH(static_cast<void>(Value(infinity)), "broken contract");
    EXPECT_DEATH(static_cast<void>(Value("\xff")), "broken contract");
    EXPECT_DEATH(Value::object({{"a", 1}, {"a", 2}}), "broken contract");
}

}  // namespace
}  // namespace theriac::json
