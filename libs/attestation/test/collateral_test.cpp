#include "theriac/attestation/collateral.hpp"

#include <gtest/gtest.h>

namespace theriac::attestation {
namespace {

const Collateral kSmall{
    .root_crl = {1},
    .pck_crl = {2, 2},
    .tcb_info = {},
    .tcb_info_chain = {3},
    .qe_identity = {4},
    .qe_identity_chain = {5}};

// docs/formats/collateral.md
constexpr std::string_view kSmallHex =
    "746865726961632f636f6c6c61746572616c2f7631"
    "0100000001"
    "020000000202"
    "00000000"
    "0100000003"
    "0100000004"
    "0100000005";

TEST(collateral, is_written_as_documented) {
    EXPECT_EQ(to_hex(encode(kSmall)), kSmallHex);
}

TEST(collateral, reads_back) {
    const Collateral read = decode_collateral(encode(kSmall)).value();
    EXPECT_EQ(read.root_crl, kSmall.root_crl);
    EXPECT_EQ(read.pck_crl, kSmall.pck_crl);
    EXPECT_EQ(read.tcb_info, kSmall.tcb_info);
    EXPECT_EQ(read.tcb_info_chain, kSmall.tcb_info_chain);
    EXPECT_EQ(read.qe_identity, kSmall.qe_identity);
    EXPECT_EQ(read.qe_identity_chain, kSmall.qe_identity_chain);
}

TEST(collateral, every_truncation_and_every_addition_is_refused) {
    Bytes bytes = encode(kSmall);
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_EQ(decode_collateral(ByteView(bytes).first(size)).error().code, Errc::malformed);
    bytes.push_back(0);
    EXPECT_EQ(decode_collateral(bytes).error().code, Errc::malformed);
}

TEST(collateral, another_version_is_refused) {
    Bytes bytes = encode(kSmall);
    bytes[20] = '2';
    EXPECT_EQ(decode_collateral(bytes).error().code, Errc::malformed);
}

TEST(collateral, part_over_its_limit_is_too_large) {
    Bytes bytes = encode(Collateral{});
    bytes[21 + 2] = 0x11;  // a first part of 0x110000 bytes
    EXPECT_EQ(decode_collateral(bytes).error().code, Errc::too_large);
}

}  // namespace
}  // namespace theriac::attestation
