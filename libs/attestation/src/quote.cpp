#include "theriac/attestation/quote.hpp"

#include "theriac/base/byte_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace theriac::attestation {
namespace {

constexpr std::size_t kHeaderSize = 48;
constexpr std::uint16_t kVersion = 3;
constexpr std::uint16_t kEcdsaP256 = 2;

// The only quoting enclave whose format this is: Intel's.
constexpr std::array<std::uint8_t, 16> kIntelQe{
    0x93, 0x9a, 0x72, 0x33, 0xf7, 0x9c, 0x4c, 0xa9, 0x94, 0x0a, 0x0d, 0xb3, 0x95, 0x7f, 0x06, 0x07};

// Certification data: 1 to 3 name the platform, 4 is a lone certificate, 5 the chain as PEM. Others
// belong to later versions.
constexpr std::uint16_t kFirstDataType = 1;
constexpr std::uint16_t kLastDataType = QeCertification::kPckChainPem;

template <typename Fixed>
Result<Fixed> take_fixed(ByteReader& in) {
    THERIAC_TRY(bytes, in.take(Fixed::kSize));
    return Fixed::from(bytes);
}

template <typename Found>
Result<void> expect(Errc code, std::string_view field, Found expected, Found found) {
    if (expected == found) return {};
    return fail(code, fmt::format("{}: expected {}, got {}", field, expected, found));
}

Result<QuoteHeader> parse_header(ByteReader& in) {
    QuoteHeader header;
    THERIAC_TRY(version, in.u16_le());
    THERIAC_CHECK(expect(Errc::unsupported, "version", kVersion, version));
    header.version = version;
    THERIAC_TRY(key_type, in.u16_le());
    THERIAC_CHECK(expect(Errc::unsupported, "attestation key type", kEcdsaP256, key_type));
    THERIAC_TRY(reserved, in.u32_le());
    THERIAC_CHECK(expect(Errc::malformed, "reserved bytes", 0U, reserved));
    THERIAC_TRY(qe_svn, in.u16_le());
    THERIAC_TRY(pce_svn, in.u16_le());
    header.qe_svn = qe_svn;
    header.pce_svn = pce_svn;
    THERIAC_TRY(vendor, in.take(kIntelQe.size()));
    THERIAC_CHECK(
        expect(Errc::unsupported, "QE vendor", to_hex_prefixed(kIntelQe), to_hex_prefixed(vendor)));
    THERIAC_TRY(user_data, take_fixed<decltype(header.user_data)>(in));
    header.user_data = user_data;
    return header;
}

Result<QeCertification> parse_certification(ByteReader& in) {
    QeCertification qe;
    THERIAC_TRY(report_bytes, in.take(SgxReport::kSize));
    qe.report_bytes = report_bytes;
    THERIAC_TRY(report, parse_sgx_report(report_bytes));
    qe.report = report;
    THERIAC_TRY(signature, take_fixed<P256Signature>(in));
    qe.report_signature = signature;
    THERIAC_TRY(authentication_size, in.u16_le());
    THERIAC_TRY(authentication_data, in.take(authentication_size));
    qe.authentication_data = authentication_data;
    THERIAC_TRY(type, in.u16_le());
    if (type < kFirstDataType || type > kLastDataType)
        return fail(
            Errc::unsupported,
            fmt::format(
                "certification data type: expected {} to {}, got {}",
                kFirstDataType,
                kLastDataType,
                type));
    qe.data_type = type;
    THERIAC_TRY(size, in.u32_le());
    THERIAC_CHECK(
        expect<std::size_t>(Errc::malformed, "size of certification data", in.remaining(), size));
    THERIAC_TRY(data, in.take(size));
    qe.data = data;
    return qe;
}

Result<void> parse_signature_data(ByteView bytes, Quote& quote) {
    ByteReader in(bytes);
    THERIAC_TRY(signature, take_fixed<P256Signature>(in));
    quote.signature = signature;
    THERIAC_TRY(key, take_fixed<P256PublicKey>(in));
    quote.attestation_key = key;
    THERIAC_TRY(qe, parse_certification(in));
    quote.qe = qe;
    return in.expect_end();
}

Result<void> expect_padding(ByteView rest) {
    if (std::ranges::all_of(rest, [](std::uint8_t byte) { return byte == 0; })) return {};
    return fail(
        Errc::malformed,
        fmt::format(
            "expected only zeros after the signature data, got {} other bytes", rest.size()));
}

Result<Quote> parse_all(ByteView bytes) {
    ByteReader in(bytes);
    Quote quote;
    THERIAC_TRY(header, parse_header(in));
    quote.header = header;
    THERIAC_TRY(report_bytes, in.take(SgxReport::kSize));
    THERIAC_TRY(report, parse_sgx_report(report_bytes));
    quote.report = report;
    quote.signed_part = bytes.first(kHeaderSize + SgxReport::kSize);
    THERIAC_TRY(size, in.u32_le());
    THERIAC_TRY(signature_data, in.take(size));
    THERIAC_CHECK(parse_signature_data(signature_data, quote));
    THERIAC_CHECK(expect_padding(in.rest()));
    return quote;
}

}  // namespace

Result<SgxReport> parse_sgx_report(ByteView bytes) {
    if (bytes.size() != SgxReport::kSize)
        return fail(
            Errc::malformed,
            fmt::format("SGX report: expected {} bytes, got {}", SgxReport::kSize, bytes.size()));
    ByteReader in(bytes);
    // Reserved bytes, and the fields that no policy here reads, are skipped: the hardware sets them
    // and the signature covers them. Offsets: docs/formats/quote.md.
    THERIAC_TRY(cpu_svn, take_fixed<CpuSvn>(in));
    THERIAC_TRY(misc_select, in.u32_le());
    THERIAC_CHECK(in.take(12 + 16));
    THERIAC_TRY(attributes, take_fixed<SgxAttributes>(in));
    THERIAC_TRY(mr_enclave, take_fixed<Measurement>(in));
    THERIAC_CHECK(in.take(32));
    THERIAC_TRY(mr_signer, take_fixed<SignerMeasurement>(in));
    THERIAC_CHECK(in.take(32 + 64));
    THERIAC_TRY(isv_prod_id, in.u16_le());
    THERIAC_TRY(isv_svn, in.u16_le());
    THERIAC_TRY(config_svn, in.u16_le());
    THERIAC_CHECK(in.take(42 + 16));
    THERIAC_TRY(report_data, take_fixed<ReportData>(in));
    return SgxReport{
        .cpu_svn = cpu_svn,
        .misc_select = misc_select,
        .attributes = attributes,
        .mr_enclave = mr_enclave,
        .mr_signer = mr_signer,
        .isv_prod_id = isv_prod_id,
        .isv_svn = isv_svn,
        .config_svn = config_svn,
        .report_data = report_data};
}

Result<Quote> parse_quote(ByteView bytes) {
    if (bytes.size() > kMaxQuoteSize)
        return fail(
            Errc::too_large,
            fmt::format("quote: expected at most {} bytes, got {}", kMaxQuoteSize, bytes.size()));
    auto quote = parse_all(bytes);
    if (!quote) return fail(with_context("quote", std::move(quote).error()));
    return quote;
}

}  // namespace theriac::attestation
