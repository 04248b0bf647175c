#include "theriac/attestation/pck_extension.hpp"

#include <gtest/gtest.h>

namespace theriac::attestation {
namespace {

// Made for this test: components 1 to 15 and 200, PCESVN 300.
constexpr std::string_view kExtension =
    "308201c2301e060a2a864886f84d010d01010410aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa30820165"
    "060a2a864886f84d010d0102308201553010060b2a864886f84d010d0102010201013010060b2a86"
    "4886f84d010d0102020201023010060b2a864886f84d010d0102030201033010060b2a864886f84d"
    "010d0102040201043010060b2a864886f84d010d0102050201053010060b2a864886f84d010d0102"
    "060201063010060b2a864886f84d010d0102070201073010060b2a864886f84d010d010208020108"
    "3010060b2a864886f84d010d0102090201093010060b2a864886f84d010d01020a02010a3010060b"
    "2a864886f84d010d01020b02010b3010060b2a864886f84d010d01020c02010c3010060b2a864886"
    "f84d010d01020d02010d3010060b2a864886f84d010d01020e02010e3010060b2a864886f84d010d"
    "01020f02010f3011060b2a864886f84d010d010210020200c83011060b2a864886f84d010d010211"
    "0202012c301f060b2a864886f84d010d01021204100102030405060708090a0b0c0d0e0fc8301006"
    "0a2a864886f84d010d0103040200003014060a2a864886f84d010d0104040653494d000000300f06"
    "0a2a864886f84d010d01050a0100";

Bytes extension() {
    return from_hex(kExtension).value();
}

// The extension with the first occurrence of `from` replaced, both hexadecimal of one size.
Bytes with(std::string_view from, std::string_view to) {
    std::string text(kExtension);
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return from_hex(text.replace(at, from.size(), to)).value();
}

Errc refusal(const Bytes& der) {
    const auto parsed = parse_pck_extension(der);
    EXPECT_FALSE(parsed.has_value());
    return parsed ? Errc::internal : parsed.error().code;
}

TEST(pck_extension, is_read) {
    const PckExtension read = parse_pck_extension(extension()).value();
    EXPECT_EQ(read.ppid.hex(), "0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
    EXPECT_EQ(
        read.component_svns,
        (std::array<std::uint8_t, 16>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 200}));
    EXPECT_EQ(read.pce_svn, 300);
    EXPECT_EQ(read.pce_id.hex(), "0x0000");
    EXPECT_EQ(read.fmspc.hex(), "0x53494d000000");
}

TEST(pck_extension, entries_are_found_by_identifier_and_not_by_place) {
    // Components 1 and 2 change places by changing their identifiers.
    const Bytes swapped = with(
        "060b2a864886f84d010d0102010201013010060b2a864886f84d010d010202",
        "060b2a864886f84d010d0102020201013010060b2a864886f84d010d010201");
    EXPECT_EQ(parse_pck_extension(swapped).value().component_svns[0], 2);
    EXPECT_EQ(parse_pck_extension(swapped).value().component_svns[1], 1);
}

TEST(pck_extension, doubled_and_missing_entries_are_refused) {
    // Component 2 renamed to 1; PCEID and FMSPC renamed to entries nobody needs.
    EXPECT_EQ(
        refusal(with("060b2a864886f84d010d010202", "060b2a864886f84d010d010201")), Errc::malformed);
    EXPECT_EQ(
        refusal(with("060a2a864886f84d010d010304", "060a2a864886f84d010d010704")), Errc::malformed);
    EXPECT_EQ(
        refusal(with("060a2a864886f84d010d010404", "060a2a864886f84d010d010704")), Errc::malformed);
}

TEST(pck_extension, foreign_identifiers_are_refused) {
    EXPECT_EQ(
        refusal(with("060a2a864886f84d010d010304", "060a2b864886f84d010d010304")), Errc::malformed);
}

TEST(pck_extension, values_of_another_type_are_refused) {
    EXPECT_EQ(refusal(with("0103040200003014", "0103050200003014")), Errc::malformed);
}

TEST(pck_extension, every_truncation_and_every_addition_is_refused) {
    Bytes der = extension();
    for (std::size_t size = 0; size < der.size(); ++size)
        EXPECT_FALSE(parse_pck_extension(ByteView(der).first(size)).has_value()) << size;
    der.push_back(0);
    EXPECT_EQ(refusal(der), Errc::malformed);
}

}  // namespace
}  // namespace theriac::attestation
