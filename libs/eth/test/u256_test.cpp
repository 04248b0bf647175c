#include "theriac/eth/u256.hpp"

#include <gtest/gtest.h>

namespace theriac::eth {
namespace {

constexpr std::string_view kMaxDecimal =
    "115792089237316195423570985008687907853269984665640564039457584007913129639935";

U256 decimal(std::string_view text) {
    return U256::from_decimal(text).value();
}

TEST(u256, quantity_round_trips) {
    for (const std::string text :
         {"0x0", "0x1", "0x1f", "0xde0b6b3a7640000", "0x10000000000000000"})
        EXPECT_EQ(U256::from_quantity(text).value().quantity(), text);
    const std::string max = "0x" + std::string(64, 'f');
    EXPECT_EQ(U256::from_quantity(max).value(), U256::max());
    EXPECT_EQ(U256::max().quantity(), max);
}

TEST(u256, quantity_of_another_form_is_rejected) {
    for (const std::string text :
         {"", "0", "0x", "1f", "0x00", "0x01", "0xg", "-0x1", "0X1", " 0x1"})
        EXPECT_EQ(U256::from_quantity(text).error().code, Errc::malformed) << text;
    EXPECT_EQ(U256::from_quantity("0x1" + std::string(64, '0')).error().code, Errc::malformed);
}

TEST(u256, decimal_round_trips) {
    for (const std::string text : {"0", "7", "18446744073709551616", "1000000000000000000000"})
        EXPECT_EQ(decimal(text).decimal(), text);
    EXPECT_EQ(decimal(kMaxDecimal), U256::max());
    EXPECT_EQ(U256::max().decimal(), kMaxDecimal);
}

TEST(u256, decimal_of_another_form_is_rejected) {
    for (const std::string text : {"", "01", "+1", "-1", "1 ", "0x1", "1e3"})
        EXPECT_EQ(U256::from_decimal(text).error().code, Errc::malformed) << text;
}

TEST(u256, decimal_of_2_to_the_256_is_too_large) {
    const auto got = U256::from_decimal(
        "115792089237316195423570985008687907853269984665640564039457584007913129639936");
    EXPECT_EQ(got.error().code, Errc::too_large);
}

TEST(u256, big_endian_bytes_are_read_and_written_minimal) {
    const Bytes bytes = from_hex("0x000102030405060708090a").value();
    const U256 value = U256::from_big_endian(bytes).value();
    EXPECT_EQ(to_hex(value.minimal_big_endian()), "0102030405060708090a");
    EXPECT_EQ(U256::from_word(value.word()), value);
    EXPECT_TRUE(U256().minimal_big_endian().empty());
    EXPECT_EQ(U256::from_big_endian(Bytes(33)).error().code, Errc::too_large);
}

TEST(u256, order_is_numeric_across_limbs) {
    EXPECT_LT(U256(~0ULL), decimal("18446744073709551616"));
    EXPECT_LT(U256(2), U256(3));
    EXPECT_LT(decimal("18446744073709551616"), U256::max());
}

TEST(u256, sum_carries_and_refuses_overflow) {
    EXPECT_EQ(checked_add(U256(~0ULL), U256(1)).value(), decimal("18446744073709551616"));
    EXPECT_EQ(checked_add(U256::max(), U256(1)).error().code, Errc::too_large);
    EXPECT_EQ(wrapping_add(U256::max(), U256(1)), U256());
}

TEST(u256, difference_borrows_and_refuses_to_go_below_zero) {
    EXPECT_EQ(checked_sub(decimal("18446744073709551616"), U256(1)).value(), U256(~0ULL));
    EXPECT_EQ(checked_sub(U256::max(), U256::max()).value(), U256());
    const auto below = checked_sub(U256(1), U256(2));
    EXPECT_EQ(below.error(), (Error{Errc::too_large, "cannot subtract 2 from 1"}));
}

TEST(u256, product_is_exact_and_refuses_overflow) {
    const U256 two_to_128 = decimal("340282366920938463463374607431768211456");
    const U256 below = checked_sub(two_to_128, U256(1)).value();
    EXPECT_EQ(
        checked_mul(below, below).value().decimal(),
        "115792089237316195423570985008687907852589419931798687112530834793049593217025");
    EXPECT_EQ(checked_mul(two_to_128, two_to_128).error().code, Errc::too_large);
    EXPECT_EQ(checked_mul(U256::max(), U256(1)).value(), U256::max());
    EXPECT_EQ(checked_mul(U256(1), U256::max()).value(), U256::max());
    EXPECT_EQ(checked_mul(U256::max(), U256(2)).error().code, Errc::too_large);
    EXPECT_EQ(checked_mul(U256(2), U256::max()).error().code, Errc::too_large);
    EXPECT_EQ(checked_mul(U256::max(), U256()).value(), U256());
}

TEST(u256, division_gives_quotient_and_remainder) {
    const auto got = checked_div(decimal("1000000000000000000001"), 1'000'000'000).value();
    EXPECT_EQ(got.quotient, decimal("1000000000000"));
    EXPECT_EQ(got.remainder, 1U);
    EXPECT_EQ(checked_div(U256(1), 0).error().code, Errc::invalid_argument);
}

TEST(u256, narrowing_keeps_what_fits_64_bits) {
    EXPECT_EQ(U256(~0ULL).to_u64().value(), ~0ULL);
    EXPECT_EQ(decimal("18446744073709551616").to_u64().error().code, Errc::too_large);
    EXPECT_EQ(U256().bit_length(), 0U);
    EXPECT_EQ(U256(256).bit_length(), 9U);
    EXPECT_EQ(U256::max().bit_length(), 256U);
}

}  // namespace
}  // namespace theriac::eth
