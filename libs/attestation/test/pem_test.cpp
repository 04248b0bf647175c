#include "pem.hpp"

#include <gtest/gtest.h>

namespace theriac::attestation {
namespace {

// Not certificates: the PEM reader does not look inside.
const std::string kBegin = "-----BEGIN CERTIFICATE-----\n";
const std::string kEnd = "-----END CERTIFICATE-----\n";

Result<std::vector<Bytes>> decode(const std::string& text, std::size_t max_count = 3) {
    return decode_pem_certificates(as_bytes(text), max_count);
}

std::string hex_of(const std::string& body) {
    const auto decoded = decode(kBegin + body + kEnd);
    if (!decoded) return std::string(name(decoded.error().code));
    return decoded->size() == 1 ? to_hex(decoded->front()) : "not one";
}

// RFC 4648, section 10.
TEST(rfc4648_vectors, base64) {
    EXPECT_EQ(hex_of("Zg==\n"), "66");
    EXPECT_EQ(hex_of("Zm8=\n"), "666f");
    EXPECT_EQ(hex_of("Zm9v\n"), "666f6f");
    EXPECT_EQ(hex_of("Zm9vYg==\n"), "666f6f62");
    EXPECT_EQ(hex_of("Zm9vYmFy\n"), "666f6f626172");
}

TEST(pem, several_certificates_come_in_order) {
    const auto decoded = decode(kBegin + "AAAA\n" + kEnd + kBegin + "BBBB\n" + kEnd).value();
    EXPECT_EQ(decoded, (std::vector<Bytes>{{0, 0, 0}, {0x04, 0x10, 0x41}}));
}

TEST(pem, nothing_is_no_certificates) {
    EXPECT_TRUE(decode("").value().empty());
}

TEST(pem, last_newline_may_be_missing_and_one_zero_byte_may_follow) {
    const std::string text = kBegin + "AAAA\n" + kEnd;
    EXPECT_TRUE(decode(text.substr(0, text.size() - 1)).has_value());
    EXPECT_TRUE(decode(text + '\0').has_value());
    EXPECT_EQ(decode(text + '\0' + '\0').error().code, Errc::malformed);
    EXPECT_EQ(decode(text + "\n").error().code, Errc::malformed);
}

TEST(pem, text_around_certificates_is_refused) {
    const std::string text = kBegin + "AAAA\n" + kEnd;
    EXPECT_EQ(decode("x\n" + text).error().code, Errc::malformed);
    EXPECT_EQ(decode(text + "x").error().code, Errc::malformed);
    EXPECT_EQ(decode(text + " " + text).error().code, Errc::malformed);
}

TEST(pem, second_way_to_write_the_same_bytes_is_refused) {
    EXPECT_EQ(hex_of("Zh==\n"), "malformed");        // unused bits set
    EXPECT_EQ(hex_of("Zm9=\n"), "malformed");        // likewise
    EXPECT_EQ(hex_of("AA\nAA\n"), "malformed");      // groups broken
    EXPECT_EQ(hex_of("AAAA\nAAAA\n"), "malformed");  // short line in the middle
    EXPECT_EQ(hex_of("AAAA\r\n"), "malformed");
    EXPECT_EQ(hex_of("AA==AAAA\n"), "malformed");
    EXPECT_EQ(hex_of("=AAA\n"), "malformed");
    EXPECT_EQ(hex_of("A===\n"), "malformed");
    EXPECT_EQ(hex_of("AA-_\n"), "malformed");
    EXPECT_EQ(hex_of("\n"), "malformed");
    EXPECT_EQ(hex_of(""), "malformed");
}

TEST(pem, lines_have_64_characters) {
    const std::string full(64, 'A');
    EXPECT_EQ(hex_of(full + "\nAAAA\n").size(), 2U * (48 + 3));
    EXPECT_EQ(hex_of(full + "AAAA\n"), "malformed");
}

TEST(pem, more_certificates_than_allowed_are_too_large) {
    const std::string text = kBegin + "AAAA\n" + kEnd;
    EXPECT_TRUE(decode(text + text, 2).has_value());
    EXPECT_EQ(decode(text + text + text, 2).error().code, Errc::too_large);
}

TEST(pem, every_truncation_but_of_the_last_newline_is_refused) {
    const std::string text = kBegin + "AAAA\n" + kEnd;
    for (std::size_t size = 1; size + 1 < text.size(); ++size)
        EXPECT_EQ(decode(text.substr(0, size)).error().code, Errc::malformed) << size;
}

}  // namespace
}  // namespace theriac::attestation
