#include "theriac/attestation/snp_report.hpp"

#include "theriac/attestation/collateral.hpp"
#include "theriac/attestation/verify.hpp"

#include <gtest/gtest.h>

namespace theriac::attestation {
namespace {

// All that a report of version 3 of a Milan processor must have.
Bytes report() {
    Bytes bytes(SnpReport::kSize);
    bytes[0] = 3;
    bytes[0x0a] = 0x02;  // policy, bit 17
    bytes[0x34] = 1;     // algorithm
    bytes[0x188] = 0x19;
    bytes[0x189] = 0x01;
    return bytes;
}

Errc refusal_with(std::size_t at, std::uint8_t value) {
    Bytes bytes = report();
    bytes.at(at) = value;
    const auto parsed = parse_snp_report(bytes);
    return parsed ? Errc::internal : parsed.error().code;
}

TEST(snp_report, smallest_is_read) {
    const Bytes bytes = report();
    const SnpReport found = parse_snp_report(bytes).value();
    EXPECT_EQ(found.product, SnpProduct::milan);
    EXPECT_EQ(found.signed_part.size(), 672U);
    EXPECT_FALSE(found.debug());
    EXPECT_FALSE(found.may_migrate());
}

TEST(snp_report, other_headers_are_refused) {
    EXPECT_EQ(refusal_with(0, 1), Errc::unsupported);         // version
    EXPECT_EQ(refusal_with(0, 6), Errc::unsupported);         // version
    EXPECT_EQ(refusal_with(0x0a, 0), Errc::malformed);        // policy bit 17
    EXPECT_EQ(refusal_with(0x34, 2), Errc::unsupported);      // algorithm
    EXPECT_EQ(refusal_with(0x48, 0x1c), Errc::unsupported);   // signed by no key
    EXPECT_EQ(refusal_with(0x48, 0x20), Errc::malformed);     // reserved bits
    EXPECT_EQ(refusal_with(0x188, 0x17), Errc::unsupported);  // family
    EXPECT_EQ(refusal_with(0x189, 0x20), Errc::unsupported);  // model
}

TEST(snp_report, reserved_bytes_must_be_zero) {
    for (const std::size_t at :
         {0x4cU,
          0x4fU,
          0x18bU,
          0x19fU,
          0x1ebU,
          0x1efU,
          0x1f8U,
          0x207U,
          0x208U,
          0x29fU,
          0x330U,
          0x49fU})
        EXPECT_EQ(refusal_with(at, 1), Errc::malformed) << at;
}

TEST(snp_report, version_2_names_no_processor) {
    Bytes bytes = report();
    bytes[0] = 2;
    EXPECT_EQ(parse_snp_report(bytes).error().code, Errc::malformed);  // reserved until then
    bytes[0x188] = bytes[0x189] = 0;
    EXPECT_FALSE(parse_snp_report(bytes).value().product.has_value());
}

TEST(snp_report, mitigations_are_of_version_5) {
    Bytes bytes = report();
    bytes[0] = 5;
    bytes[0x1f8] = 1;
    EXPECT_TRUE(parse_snp_report(bytes).has_value());
    bytes[0] = 4;
    EXPECT_EQ(parse_snp_report(bytes).error().code, Errc::malformed);
}

TEST(snp_report, has_one_size) {
    Bytes bytes = report();
    bytes.push_back(0);
    EXPECT_EQ(parse_snp_report(bytes).error().code, Errc::malformed);
    bytes.resize(SnpReport::kSize - 1);
    EXPECT_EQ(parse_snp_report(bytes).error().code, Errc::malformed);
}

TEST(snp_report, versions_of_turin_stand_elsewhere) {
    const SnpTcbBytes bytes({1, 2, 3, 4, 0, 0, 7, 8});
    const SnpTcb turin{.fmc = 1, .bootloader = 2, .tee = 3, .snp = 4, .microcode = 8};
    const SnpTcb milan{.fmc = 0, .bootloader = 1, .tee = 2, .snp = 7, .microcode = 8};
    EXPECT_EQ(decode_tcb(SnpProduct::turin, bytes), turin);
    EXPECT_EQ(decode_tcb(SnpProduct::milan, bytes), milan);
    EXPECT_EQ(decode_tcb(SnpProduct::genoa, bytes), milan);
}

TEST(snp_report, each_part_of_the_least_version_counts) {
    const SnpTcb five{.fmc = 5, .bootloader = 5, .tee = 5, .snp = 5, .microcode = 5};
    EXPECT_TRUE(reaches(five, five));
    for (std::uint8_t SnpTcb::* part :
         {&SnpTcb::fmc, &SnpTcb::bootloader, &SnpTcb::tee, &SnpTcb::snp, &SnpTcb::microcode}) {
        SnpTcb less = five;
        less.*part = 4;
        EXPECT_FALSE(reaches(less, five));
        EXPECT_TRUE(reaches(five, less));
    }
}

TEST(snp_report, measurement_covers_image_and_configuration) {
    const Bytes bytes = report();
    const Measurement plain = measurement_of(parse_snp_report(bytes).value());
    // FAMILY_ID, IMAGE_ID, MEASUREMENT, HOST_DATA, ID_KEY_DIGEST, AUTHOR_KEY_DIGEST.
    for (const std::size_t at : {0x10U, 0x20U, 0x90U, 0xc0U, 0xe0U, 0x110U}) {
        Bytes other = bytes;
        other[at] = 1;
        EXPECT_NE(measurement_of(parse_snp_report(other).value()), plain) << at;
    }
}

TEST(claims, report_and_quote_are_told_apart) {
    EXPECT_EQ(read_claims(report()).value().technology, Technology::sev_snp);
    EXPECT_EQ(read_claims({}).error().code, Errc::malformed);
    EXPECT_EQ(name(Technology::tdx), "TDX");
}

TEST(amd_collateral, encoding_reads_back) {
    const AmdCollateral given{
        .endorsement_key = {1}, .signer = {2, 2}, .root = {}, .revocation_list = {3}};
    const Bytes bytes = encode(given);
    const auto read = decode_amd_collateral(bytes).value();
    EXPECT_EQ(read.endorsement_key, given.endorsement_key);
    EXPECT_EQ(read.signer, given.signer);
    EXPECT_EQ(read.root, given.root);
    EXPECT_EQ(read.revocation_list, given.revocation_list);
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_FALSE(decode_amd_collateral(ByteView(bytes).first(size)).has_value()) << size;
}

TEST(extended_report, tables_that_lie_are_refused) {
    Bytes bytes = report();
    EXPECT_TRUE(split_extended_report(bytes).has_value());  // no table: no certificates
    bytes.resize(bytes.size() + 24);
    EXPECT_TRUE(split_extended_report(bytes).has_value());  // an empty table
    bytes[SnpReport::kSize + 16] = 24;                      // an entry that ends where it begins
    EXPECT_EQ(split_extended_report(bytes).error().code, Errc::malformed);  // and no last one
    bytes.resize(bytes.size() + 24);
    EXPECT_TRUE(split_extended_report(bytes).has_value());
    bytes[SnpReport::kSize + 23] = 0xff;  // a size past the end
    EXPECT_EQ(split_extended_report(bytes).error().code, Errc::malformed);
    EXPECT_EQ(split_extended_report(Bytes(100)).error().code, Errc::malformed);
}

}  // namespace
}  // namespace theriac::attestation
