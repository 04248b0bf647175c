#include "theriac/attestation/quote.hpp"

#include "theriac/base/byte_reader.hpp"
#include "theriac/crypto/hash.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace theriac::attestation {
namespace {

constexpr std::uint16_t kFirstVersion = 3;
constexpr std::uint16_t kLastVersion = 5;
constexpr std::uint16_t kEcdsaP256 = 2;
constexpr std::uint32_t kSgx = 0;
constexpr std::uint32_t kTdx = 0x81;

// The only quoting enclave whose format this is: Intel's.
constexpr std::array<std::uint8_t, 16> kIntelQe{
    0x93, 0x9a, 0x72, 0x33, 0xf7, 0x9c, 0x4c, 0xa9, 0x94, 0x0a, 0x0d, 0xb3, 0x95, 0x7f, 0x06, 0x07};

// Certification data: 1 to 3 name the platform, 4 is a lone certificate, 5 the chain as PEM. From
// version 4 on, what vouches for the attestation key comes inside data of type 6.
constexpr std::uint16_t kFirstDataType = 1;
constexpr std::uint16_t kLastDataType = QeCertification::kPckChainPem;
constexpr std::uint16_t kQeReportData = 6;

// Body types of version 5.
constexpr std::uint16_t kSgxBody = 1;
constexpr std::uint16_t kTd10Body = 2;
constexpr std::uint16_t kTd15Body = 3;

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

// The header, and which kind of platform it names.
struct Start {
    QuoteHeader header;
    std::uint32_t tee_type = kSgx;
};

Result<std::uint32_t> take_tee_type(ByteReader& in, std::uint16_t version) {
    THERIAC_TRY(type, in.u32_le());
    if (version == kFirstVersion)
        THERIAC_CHECK(expect(Errc::malformed, "reserved bytes", kSgx, type));
    if (type != kSgx && type != kTdx)
        return fail(
            Errc::unsupported,
            fmt::format("TEE type: expected {:#x} or {:#x}, got {:#x}", kSgx, kTdx, type));
    return type;
}

Result<Start> parse_header(ByteReader& in) {
    Start start;
    QuoteHeader& header = start.header;
    THERIAC_TRY(version, in.u16_le());
    if (version < kFirstVersion || version > kLastVersion)
        return fail(
            Errc::unsupported,
            fmt::format(
                "version: expected {} to {}, got {}", kFirstVersion, kLastVersion, version));
    header.version = version;
    THERIAC_TRY(key_type, in.u16_le());
    THERIAC_CHECK(expect(Errc::unsupported, "attestation key type", kEcdsaP256, key_type));
    THERIAC_TRY(tee_type, take_tee_type(in, version));
    start.tee_type = tee_type;
    THERIAC_TRY(qe_svn, in.u16_le());
    THERIAC_TRY(pce_svn, in.u16_le());
    header.qe_svn = qe_svn;
    header.pce_svn = pce_svn;
    THERIAC_TRY(vendor, in.take(kIntelQe.size()));
    THERIAC_CHECK(
        expect(Errc::unsupported, "QE vendor", to_hex_prefixed(kIntelQe), to_hex_prefixed(vendor)));
    THERIAC_TRY(user_data, take_fixed<decltype(header.user_data)>(in));
    header.user_data = user_data;
    return start;
}

// What version 5 says of its body, in six bytes before it; until then version and TEE type say it.
Result<std::size_t> take_body_descriptor(ByteReader& in, const Start& start) {
    THERIAC_TRY(type, in.u16_le());
    THERIAC_TRY(size, in.u32_le());
    if (type < kSgxBody || type > kTd15Body)
        return fail(Errc::unsupported, fmt::format("body type: expected 1 to 3, got {}", type));
    if ((type == kSgxBody) != (start.tee_type == kSgx))
        return fail(
            Errc::malformed,
            fmt::format("body type {} does not go with TEE type {:#x}", type, start.tee_type));
    const std::size_t td_size = type == kTd10Body ? TdReport::kSize10 : TdReport::kSize15;
    const std::size_t expected = type == kSgxBody ? SgxReport::kSize : td_size;
    THERIAC_CHECK(expect<std::size_t>(Errc::malformed, "size of the body", expected, size));
    return expected;
}

Result<std::size_t> body_size(ByteReader& in, const Start& start) {
    if (start.header.version == kLastVersion) return take_body_descriptor(in, start);
    return start.tee_type == kSgx ? SgxReport::kSize : TdReport::kSize10;
}

Result<void> parse_body(ByteReader& in, const Start& start, Quote& quote) {
    THERIAC_TRY(size, body_size(in, start));
    THERIAC_TRY(bytes, in.take(size));
    if (start.tee_type == kSgx) {
        THERIAC_TRY(report, parse_sgx_report(bytes));
        quote.report = report;
    } else {
        THERIAC_TRY(report, parse_td_report(bytes));
        quote.report = report;
    }
    return {};
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

// The frame around the certification from version 4 on: it must reach exactly to the end.
Result<void> enter_outer_data(ByteReader& in) {
    THERIAC_TRY(type, in.u16_le());
    THERIAC_CHECK(expect(Errc::unsupported, "certification data type", kQeReportData, type));
    THERIAC_TRY(size, in.u32_le());
    return expect<std::size_t>(
        Errc::malformed, "size of outer certification data", in.remaining(), size);
}

Result<void> parse_signature_data(ByteView bytes, Quote& quote) {
    ByteReader in(bytes);
    THERIAC_TRY(signature, take_fixed<P256Signature>(in));
    quote.signature = signature;
    THERIAC_TRY(key, take_fixed<P256PublicKey>(in));
    quote.attestation_key = key;
    if (quote.header.version > kFirstVersion) THERIAC_CHECK(enter_outer_data(in));
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
    THERIAC_TRY(start, parse_header(in));
    quote.header = start.header;
    THERIAC_CHECK(parse_body(in, start, quote));
    quote.signed_part = bytes.first(in.offset());
    THERIAC_TRY(size, in.u32_le());
    THERIAC_TRY(signature_data, in.take(size));
    THERIAC_CHECK(parse_signature_data(signature_data, quote));
    THERIAC_CHECK(expect_padding(in.rest()));
    return quote;
}

template <typename Fixed>
Result<void> read_into(ByteReader& in, Fixed& out) {
    THERIAC_TRY(read, take_fixed<Fixed>(in));
    out = read;
    return {};
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

Result<TdReport> parse_td_report(ByteView bytes) {
    if (bytes.size() != TdReport::kSize10 && bytes.size() != TdReport::kSize15)
        return fail(
            Errc::malformed,
            fmt::format(
                "TD report: expected {} or {} bytes, got {}",
                TdReport::kSize10,
                TdReport::kSize15,
                bytes.size()));
    ByteReader in(bytes);
    TdReport out;
    THERIAC_CHECK(read_into(in, out.tee_tcb_svn));
    THERIAC_CHECK(read_into(in, out.mr_seam));
    THERIAC_CHECK(read_into(in, out.mr_signer_seam));
    THERIAC_CHECK(read_into(in, out.seam_attributes));
    THERIAC_CHECK(read_into(in, out.td_attributes));
    THERIAC_CHECK(read_into(in, out.xfam));
    THERIAC_CHECK(read_into(in, out.mr_td));
    THERIAC_CHECK(read_into(in, out.mr_config_id));
    THERIAC_CHECK(read_into(in, out.mr_owner));
    THERIAC_CHECK(read_into(in, out.mr_owner_config));
    for (Register384& rtmr : out.rtmr)
        THERIAC_CHECK(read_into(in, rtmr));
    THERIAC_CHECK(read_into(in, out.report_data));
    if (bytes.size() == TdReport::kSize10) return out;
    TdReport::Additional additional;
    THERIAC_CHECK(read_into(in, additional.tee_tcb_svn_2));
    THERIAC_CHECK(read_into(in, additional.mr_service_td));
    out.additional = additional;
    return out;
}

const ReportData& Quote::report_data() const {
    return std::visit([](const auto& r) -> const ReportData& { return r.report_data; }, report);
}

bool Quote::debug() const {
    return std::visit([](const auto& r) { return r.debug(); }, report);
}

Measurement measurement_of(const SgxReport& report) {
    return report.mr_enclave;
}

Measurement measurement_of(const TdReport& report) {
    const Hash256 digest = crypto::sha256(
        {as_bytes("theriac/tdx-measurement/v1"),
         report.mr_td.view(),
         report.mr_config_id.view(),
         report.mr_owner.view(),
         report.mr_owner_config.view(),
         report.rtmr[0].view(),
         report.rtmr[1].view(),
         report.rtmr[2].view(),
         report.rtmr[3].view()});
    return Measurement(digest.array());
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
