#include "theriac/base/byte_reader.hpp"

#include <gtest/gtest.h>

namespace theriac {
namespace {

TEST(byte_reader, integers_come_back_as_appended) {
    Bytes bytes;
    append_u16_le(bytes, 0x0102);
    append_u32_le(bytes, 0x03040506);
    append_u64_le(bytes, 0x0708090a0b0c0d0e);
    append_u32_be(bytes, 0x0f101112);
    append_u64_be(bytes, 0x131415161718191a);
    EXPECT_EQ(to_hex(bytes), "0201060504030e0d0c0b0a0908070f101112131415161718191a");
    ByteReader reader(bytes);
    EXPECT_EQ(reader.u16_le().value(), 0x0102);
    EXPECT_EQ(reader.u32_le().value(), 0x03040506U);
    EXPECT_EQ(reader.u64_le().value(), 0x0708090a0b0c0d0eU);
    EXPECT_EQ(reader.u32_be().value(), 0x0f101112U);
    EXPECT_EQ(reader.u64_be().value(), 0x131415161718191aU);
    EXPECT_TRUE(reader.expect_end());
}

TEST(byte_reader, reading_past_the_end_is_rejected_and_consumes_nothing) {
    const Bytes bytes(3);
    ByteReader reader(bytes);
    EXPECT_EQ(reader.u32_le().error().code, Errc::malformed);
    EXPECT_EQ(reader.take(SIZE_MAX).error().code, Errc::malformed);
    EXPECT_EQ(reader.remaining(), 3U);
    EXPECT_EQ(reader.expect_end().error().code, Errc::malformed);
}

}  // namespace
}  // namespace theriac
