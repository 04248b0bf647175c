#include "theriac/attestation/quote.hpp"

#include "theriac/crypto/hash.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace theriac::attestation {
namespace {

// The example of docs/formats/quote.md: made by a simulated platform, so that it may be kept here.
Bytes example() {
    const char* source = std::getenv("THERIAC_SOURCE_DIR");
    const std::string folder = source == nullptr ? "." : source;
    std::ifstream in(
        folder + "/libs/attestation/fuzz/corpus/quote_fuzz/simulated.quote", std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

Errc refusal(const Bytes& bytes) {
    const auto parsed = parse_quote(bytes);
    EXPECT_FALSE(parsed.has_value());
    return parsed ? Errc::internal : parsed.error().code;
}

// The refusal of the example with `value` at `offset`.
Errc refusal_with(std::size_t offset, std::uint8_t value) {
    Bytes bytes = example();
    EXPECT_NE(bytes.at(offset), value);
    bytes.at(offset) = value;
    return refusal(bytes);
}

constexpr std::size_t kSignatureDataSizeAt = 432;
constexpr std::size_t kAuthenticationSizeAt = 436 + 576;
constexpr std::size_t kDataTypeAt = kAuthenticationSizeAt + 2 + 32;
constexpr std::size_t kDataSizeAt = kDataTypeAt + 2;

TEST(quote, example_of_the_document_is_the_one_kept) {
    EXPECT_EQ(
        crypto::sha256(example()).hex(),
        "0x9d067e4becab73fc26465905575587115506e6a7b11e9cc2c172cd83cb183299");
}

TEST(quote, example_of_the_document_is_read) {
    const Bytes bytes = example();
    const Quote quote = parse_quote(bytes).value();
    EXPECT_EQ(quote.header.version, 3);
    EXPECT_EQ(quote.header.qe_svn, 1);
    EXPECT_EQ(quote.header.pce_svn, 13);
    const auto& report = std::get<SgxReport>(quote.report);
    EXPECT_EQ(report.mr_enclave.array()[31], 1);
    EXPECT_EQ(report.report_data.array()[63], 2);
    EXPECT_EQ(report.isv_svn, 1);
    EXPECT_FALSE(quote.debug());
    EXPECT_FALSE(quote.is_tdx());
    EXPECT_EQ(quote.signed_part.size(), 432U);
    EXPECT_EQ(quote.qe.report.isv_prod_id, 1);
    EXPECT_EQ(as_text(quote.qe.authentication_data), "THERIAC SIMULATED PLATFORM - DEV");
    EXPECT_EQ(quote.qe.data_type, QeCertification::kPckChainPem);
    EXPECT_TRUE(as_text(quote.qe.data).starts_with("-----BEGIN CERTIFICATE-----\n"));
}

TEST(quote, other_headers_are_refused) {
    EXPECT_EQ(refusal_with(0, 2), Errc::unsupported);      // version
    EXPECT_EQ(refusal_with(1, 1), Errc::unsupported);      // version, high byte
    EXPECT_EQ(refusal_with(2, 3), Errc::unsupported);      // key type
    EXPECT_EQ(refusal_with(4, 0x81), Errc::malformed);     // reserved; TDX in later versions
    EXPECT_EQ(refusal_with(12, 0x94), Errc::unsupported);  // vendor
}

TEST(quote, lengths_that_do_not_agree_are_refused) {
    const Bytes bytes = example();
    for (const std::size_t at :
         {kSignatureDataSizeAt, kSignatureDataSizeAt + 3, kDataSizeAt, kDataSizeAt + 3}) {
        EXPECT_EQ(refusal_with(at, static_cast<std::uint8_t>(bytes[at] + 1)), Errc::malformed)
            << at;
        EXPECT_EQ(refusal_with(at, static_cast<std::uint8_t>(bytes[at] - 1)), Errc::malformed)
            << at;
    }
}

TEST(quote, size_of_authentication_data_moves_what_follows) {
    // One byte more or less, and the kind of certification data is read from the wrong place.
    EXPECT_EQ(refusal_with(kAuthenticationSizeAt, 31), Errc::unsupported);
    EXPECT_EQ(refusal_with(kAuthenticationSizeAt, 33), Errc::unsupported);
    EXPECT_EQ(refusal_with(kAuthenticationSizeAt + 1, 0xff), Errc::malformed);  // past the end
}

TEST(quote, certification_data_of_later_versions_is_refused) {
    EXPECT_EQ(refusal_with(kDataTypeAt, 0), Errc::unsupported);
    EXPECT_EQ(refusal_with(kDataTypeAt, 6), Errc::unsupported);
    EXPECT_EQ(refusal_with(kDataTypeAt, 7), Errc::unsupported);
    EXPECT_EQ(refusal_with(kDataTypeAt + 1, 1), Errc::unsupported);
}

TEST(quote, certification_data_without_certificates_is_read_but_told_apart) {
    Bytes bytes = example();
    bytes.at(kDataTypeAt) = 1;
    EXPECT_EQ(parse_quote(bytes).value().qe.data_type, 1);
}

TEST(quote, size_has_a_limit) {
    Bytes bytes = example();
    bytes.resize(kMaxQuoteSize);
    EXPECT_TRUE(parse_quote(bytes).has_value());
    bytes.push_back(0);
    EXPECT_EQ(refusal(bytes), Errc::too_large);
}

TEST(quote, every_truncation_is_refused) {
    const Bytes bytes = example();
    for (std::size_t size = 0; size < bytes.size(); ++size)
        ASSERT_EQ(parse_quote(ByteView(bytes).first(size)).error().code, Errc::malformed) << size;
}

TEST(quote, other_bytes_after_the_end_are_refused) {
    Bytes bytes = example();
    bytes.resize(bytes.size() + 8);
    bytes.back() = 0x0a;
    EXPECT_EQ(refusal(bytes), Errc::malformed);
}

TEST(td_report, has_two_sizes) {
    EXPECT_FALSE(parse_td_report(Bytes(584)).value().additional.has_value());
    EXPECT_TRUE(parse_td_report(Bytes(648)).value().additional.has_value());
    for (const std::size_t size : {0U, 384U, 583U, 585U, 647U, 649U})
        EXPECT_EQ(parse_td_report(Bytes(size)).error().code, Errc::malformed) << size;
}

TEST(td_report, any_flag_of_the_first_byte_means_debug) {
    EXPECT_FALSE(parse_td_report(Bytes(584)).value().debug());
    for (unsigned bit = 0; bit < 8; ++bit) {
        Bytes bytes(584);
        bytes[120] = static_cast<std::uint8_t>(1U << bit);
        EXPECT_TRUE(parse_td_report(bytes).value().debug()) << bit;
    }
}

TEST(td_report, measurement_covers_each_register) {
    const Measurement zero = measurement_of(parse_td_report(Bytes(584)).value());
    // MRTD, MRCONFIGID, MROWNER, MROWNERCONFIG, RTMR0 to RTMR3.
    for (const std::size_t at : {136U, 184U, 232U, 280U, 328U, 376U, 424U, 472U}) {
        Bytes bytes(584);
        bytes[at] = 1;
        EXPECT_NE(measurement_of(parse_td_report(bytes).value()), zero) << at;
    }
    Bytes other_data(584);
    other_data[520] = 1;  // REPORTDATA is no code
    EXPECT_EQ(measurement_of(parse_td_report(other_data).value()), zero);
}

TEST(sgx_report, has_one_size) {
    EXPECT_TRUE(parse_sgx_report(Bytes(384)).has_value());
    EXPECT_EQ(parse_sgx_report(Bytes(383)).error().code, Errc::malformed);
    EXPECT_EQ(parse_sgx_report(Bytes(385)).error().code, Errc::malformed);
}

TEST(sgx_report, debug_is_the_second_flag) {
    for (unsigned bit = 0; bit < 8; ++bit) {
        Bytes bytes(384);
        bytes[48] = static_cast<std::uint8_t>(1U << bit);
        EXPECT_EQ(parse_sgx_report(bytes).value().debug(), bit == 1);
    }
}

}  // namespace
}  // namespace theriac::attestation
