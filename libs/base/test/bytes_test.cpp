#include "theriac/base/bytes.hpp"

#include <gtest/gtest.h>

namespace theriac {
namespace {

TEST(hex, every_byte_value_round_trips) {
    Bytes all(256);
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = static_cast<std::uint8_t>(i);
    EXPECT_EQ(from_hex(to_hex(all)).value(), all);
    EXPECT_EQ(from_hex(to_hex_prefixed(all)).value(), all);
}

TEST(hex, odd_number_of_digits_is_rejected) {
    EXPECT_EQ(from_hex("0x123").error().code, Errc::malformed);
}

TEST(hex, other_character_is_rejected_with_its_position) {
    const auto got = from_hex("00zz");
    ASSERT_FALSE(got);
    EXPECT_EQ(got.error(), (Error{Errc::malformed, "not a hexadecimal digit near position 2"}));
}

TEST(fixed_bytes, wrong_size_is_rejected) {
    const Bytes short_by_one(31);
    EXPECT_EQ(Hash256::from(short_by_one).error().message, "expected 32 bytes, got 31");
}

TEST(errc, exit_codes_are_distinct_and_leave_zero_and_one_free) {
    for (int i = 0; i <= static_cast<int>(Errc::internal); ++i) {
        EXPECT_EQ(exit_code(static_cast<Errc>(i)), i + 2);
        EXPECT_FALSE(name(static_cast<Errc>(i)).empty());
    }
}

}  // namespace
}  // namespace theriac
