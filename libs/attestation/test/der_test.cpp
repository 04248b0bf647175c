#include "der.hpp"

#include <gtest/gtest.h>

namespace theriac::attestation {
namespace {

Bytes hex(std::string_view text) {
    return from_hex(text).value();
}

TEST(der, values_follow_one_another) {
    const Bytes bytes = hex("0201050403616263");
    DerReader in(bytes);
    EXPECT_EQ(in.expect_unsigned(10).value(), 5U);
    EXPECT_EQ(to_bytes(in.expect(DerTag::octet_string).value()), hex("616263"));
    EXPECT_TRUE(in.at_end());
    EXPECT_EQ(in.next().error().code, Errc::malformed);
}

TEST(der, long_lengths_are_read) {
    Bytes bytes = hex("048180");
    bytes.resize(3 + 0x80);
    DerReader in(bytes);
    EXPECT_EQ(in.expect(DerTag::octet_string).value().size(), 0x80U);
}

TEST(der, other_forms_are_refused) {
    for (const std::string_view text :
         {"",
          "04",
          "0401",
          "04810100",
          "0482008000",
          "048000",
          "04850000000001",
          "1f0100",
          "04840fffffff"}) {
        const Bytes bytes = hex(text);
        EXPECT_EQ(DerReader(bytes).next().error().code, Errc::malformed) << text;
    }
}

TEST(der, another_tag_is_refused) {
    const Bytes bytes = hex("020105");
    EXPECT_EQ(DerReader(bytes).expect(DerTag::sequence).error().code, Errc::malformed);
}

TEST(der, integers_are_unsigned_shortest_and_bounded) {
    const auto read = [](std::string_view text, std::uint32_t max) {
        const Bytes bytes = hex(text);
        return DerReader(bytes).expect_unsigned(max);
    };
    EXPECT_EQ(read("02020080", 0xff).value(), 0x80U);
    EXPECT_EQ(read("020500ffffffff", 0xffffffff).value(), 0xffffffffU);
    EXPECT_FALSE(read("020180", 0xff).has_value());            // negative
    EXPECT_FALSE(read("02020001", 0xff).has_value());          // not shortest
    EXPECT_FALSE(read("02020100", 0xff).has_value());          // over the bound
    EXPECT_FALSE(read("0200", 0xff).has_value());              // empty
    EXPECT_FALSE(read("0206000100000000", 0xff).has_value());  // too long
}

}  // namespace
}  // namespace theriac::attestation
