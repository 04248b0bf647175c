#include "theriac/json/utf8.hpp"

#include <gtest/gtest.h>

namespace theriac::json {
namespace {

TEST(utf8, boundaries_of_every_length_are_valid) {
    for (const std::string_view text :
         {"\x7f",
          "\xc2\x80",
          "\xdf\xbf",
          "\xe0\xa0\x80",
          "\xed\x9f\xbf",
          "\xee\x80\x80",
          "\xef\xbf\xbf",
          "\xf0\x90\x80\x80",
          "\xf4\x8f\xbf\xbf"})
        EXPECT_TRUE(is_utf8(text));
}

TEST(utf8, what_is_one_past_a_boundary_is_not_valid) {
    for (const std::string_view text :
         {"\x80",
          "\xc1\xbf",
          "\xc2",
          "\xc2\x7f",
          "\xc2\xc0",
          "\xe0\x9f\xbf",
          "\xed\xa0\x80",
          "\xef\xbf",
          "\xf0\x8f\xbf\xbf",
          "\xf4\x90\x80\x80",
          "\xf5\x80\x80\x80",
          "\xff"})
        EXPECT_EQ(valid_utf8_prefix(text), 0U);
}

TEST(utf8, lossy_text_marks_each_bad_byte) {
    EXPECT_EQ(
        to_utf8_lossy("a\xff\xc3\xa9\xe2\x82"), "a\xef\xbf\xbd\xc3\xa9\xef\xbf\xbd\xef\xbf\xbd");
}

TEST(utf16_order, astral_characters_sort_below_the_private_use_area) {
    const Utf16Less less;
    const std::string_view astral = "\xf0\x9f\x98\x80";
    const std::string_view private_use = "\xee\x80\x80";
    const std::string_view below_surrogates = "\xed\x9f\xbf";
    EXPECT_TRUE(less(astral, private_use));
    EXPECT_FALSE(less(private_use, astral));
    EXPECT_TRUE(less(below_surrogates, astral));
    EXPECT_TRUE(less("a", "ab"));
    EXPECT_FALSE(less("a", "a"));
}

}  // namespace
}  // namespace theriac::json
