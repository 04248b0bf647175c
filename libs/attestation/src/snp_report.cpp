#include "theriac/attestation/snp_report.hpp"

#include "theriac/base/byte_reader.hpp"
#include "theriac/crypto/hash.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace theriac::attestation {
namespace {

constexpr std::uint32_t kFirstVersion = 2;
constexpr std::uint32_t kFirstWithProduct = 3;
constexpr std::uint32_t kFirstWithMitigations = 5;
constexpr std::uint32_t kLastVersion = 5;
constexpr std::uint32_t kEcdsaP384Sha384 = 1;
constexpr unsigned kPolicyMustBeOneBit = 17;
constexpr std::size_t kScalarField = 72;

template <typename Fixed>
Result<void> take(ByteReader& in, Fixed& out) {
    THERIAC_TRY(bytes, in.take(Fixed::kSize));
    THERIAC_TRY(fixed, Fixed::from(bytes));
    out = fixed;
    return {};
}

Result<void> take(ByteReader& in, std::uint32_t& out) {
    THERIAC_TRY(value, in.u32_le());
    out = value;
    return {};
}

Result<void> take(ByteReader& in, std::uint64_t& out) {
    THERIAC_TRY(value, in.u64_le());
    out = value;
    return {};
}

Result<void> expect_zeros(ByteReader& in, std::size_t count) {
    const std::size_t at = in.offset();
    THERIAC_TRY(bytes, in.take(count));
    if (std::ranges::all_of(bytes, [](std::uint8_t b) { return b == 0; })) return {};
    return fail(
        Errc::malformed,
        fmt::format("expected {} zero bytes at offset {:#x}, got others", count, at));
}

Result<void> take_start(ByteReader& in, SnpReport& out) {
    THERIAC_CHECK(take(in, out.version));
    if (out.version < kFirstVersion || out.version > kLastVersion)
        return fail(
            Errc::unsupported,
            fmt::format(
                "version: expected {} to {}, got {}", kFirstVersion, kLastVersion, out.version));
    THERIAC_CHECK(take(in, out.guest_svn));
    THERIAC_CHECK(take(in, out.policy));
    if ((out.policy >> kPolicyMustBeOneBit & 1) == 0)
        return fail(Errc::malformed, "policy: expected bit 17 set");
    THERIAC_CHECK(take(in, out.family_id));
    THERIAC_CHECK(take(in, out.image_id));
    THERIAC_CHECK(take(in, out.vmpl));
    std::uint32_t algorithm = 0;
    THERIAC_CHECK(take(in, algorithm));
    if (algorithm != kEcdsaP384Sha384)
        return fail(
            Errc::unsupported,
            fmt::format("signature algorithm: expected {}, got {}", kEcdsaP384Sha384, algorithm));
    return {};
}

// 0 AUTHOR_KEY_EN, 1 MASK_CHIP_KEY, 4:2 SIGNING_KEY, the rest reserved.
Result<void> take_key_information(ByteReader& in, SnpReport& out) {
    std::uint32_t information = 0;
    THERIAC_CHECK(take(in, information));
    static constexpr std::uint32_t kKnownBits = 0x1f;
    if ((information & ~kKnownBits) != 0)
        return fail(Errc::malformed, "key information: reserved bits are set");
    out.chip_is_masked = (information >> 1 & 1) != 0;
    const std::uint32_t key = information >> 2 & 7;
    if (key != 0 && key != 1)
        return fail(
            Errc::unsupported, fmt::format("signing key: expected VCEK or VLEK, got {}", key));
    out.signing_key = key == 0 ? SnpKey::vcek : SnpKey::vlek;
    return expect_zeros(in, 4);
}

Result<void> take_middle(ByteReader& in, SnpReport& out) {
    THERIAC_CHECK(take(in, out.current_tcb));
    THERIAC_CHECK(take(in, out.platform_info));
    THERIAC_CHECK(take_key_information(in, out));
    THERIAC_CHECK(take(in, out.report_data));
    THERIAC_CHECK(take(in, out.measurement));
    THERIAC_CHECK(take(in, out.host_data));
    THERIAC_CHECK(take(in, out.id_key_digest));
    THERIAC_CHECK(take(in, out.author_key_digest));
    THERIAC_CHECK(take(in, out.report_id));
    THERIAC_CHECK(in.take(32));  // REPORT_ID_MA
    return take(in, out.reported_tcb);
}

// AMD's own table, as in the certificates' issuers. Bergamo and Siena are of Genoa's line.
std::optional<SnpProduct> product_of(std::uint8_t family, std::uint8_t model) {
    static constexpr std::uint8_t kZen3And4 = 0x19;
    static constexpr std::uint8_t kZen5 = 0x1a;
    if (family == kZen3And4 && model <= 0x0f) return SnpProduct::milan;
    if (family == kZen3And4 && (model >> 4 == 0x1 || model >> 4 == 0xa)) return SnpProduct::genoa;
    if (family == kZen5 && model <= 0x11) return SnpProduct::turin;
    return std::nullopt;
}

Result<void> take_processor(ByteReader& in, SnpReport& out) {
    if (out.version < kFirstWithProduct) return expect_zeros(in, 24);
    THERIAC_TRY(family, in.u8());
    THERIAC_TRY(model, in.u8());
    THERIAC_CHECK(in.u8());  // stepping
    out.product = product_of(family, model);
    if (!out.product)
        return fail(
            Errc::unsupported,
            fmt::format("processor: family {:#x}, model {:#x} is not known", family, model));
    return expect_zeros(in, 21);
}

// Three version numbers and a reserved byte.
Result<void> pass_version(ByteReader& in) {
    THERIAC_CHECK(in.take(3));
    return expect_zeros(in, 1);
}

Result<void> take_end(ByteReader& in, SnpReport& out) {
    THERIAC_CHECK(take_processor(in, out));
    THERIAC_CHECK(take(in, out.chip_id));
    THERIAC_CHECK(take(in, out.committed_tcb));
    THERIAC_CHECK(pass_version(in));  // current
    THERIAC_CHECK(pass_version(in));  // committed
    THERIAC_CHECK(take(in, out.launch_tcb));
    if (out.version >= kFirstWithMitigations) {
        THERIAC_CHECK(in.take(16));
    } else {
        THERIAC_CHECK(expect_zeros(in, 16));
    }
    return expect_zeros(in, 152);
}

Result<SnpReport> parse_all(ByteView bytes) {
    if (bytes.size() != SnpReport::kSize)
        return fail(
            Errc::malformed,
            fmt::format("expected {} bytes, got {}", SnpReport::kSize, bytes.size()));
    ByteReader in(bytes);
    SnpReport out;
    THERIAC_CHECK(take_start(in, out));
    THERIAC_CHECK(take_middle(in, out));
    THERIAC_CHECK(take_end(in, out));
    THERIAC_EXPECTS(in.offset() == SnpReport::kSignedSize);
    out.signed_part = bytes.first(SnpReport::kSignedSize);
    THERIAC_TRY(r, in.take(kScalarField));
    out.signature_r = r;
    THERIAC_TRY(s, in.take(kScalarField));
    out.signature_s = s;
    // Not covered by the signature, so nothing may be said here.
    THERIAC_CHECK(expect_zeros(in, in.remaining()));
    return out;
}

}  // namespace

std::string_view name(SnpProduct product) {
    switch (product) {
        case SnpProduct::milan:
            return "Milan";
        case SnpProduct::genoa:
            return "Genoa";
        case SnpProduct::turin:
            break;
    }
    return "Turin";
}

SnpTcb decode_tcb(SnpProduct product, const SnpTcbBytes& bytes) {
    const auto& b = bytes.array();
    if (product == SnpProduct::turin)
        return {.fmc = b[0], .bootloader = b[1], .tee = b[2], .snp = b[3], .microcode = b[7]};
    return {.fmc = 0, .bootloader = b[0], .tee = b[1], .snp = b[6], .microcode = b[7]};
}

bool reaches(const SnpTcb& platform, const SnpTcb& least) {
    return platform.fmc >= least.fmc && platform.bootloader >= least.bootloader
           && platform.tee >= least.tee && platform.snp >= least.snp
           && platform.microcode >= least.microcode;
}

Result<SnpReport> parse_snp_report(ByteView bytes) {
    auto report = parse_all(bytes);
    if (!report) return fail(with_context("report", std::move(report).error()));
    return report;
}

Measurement measurement_of(const SnpReport& report) {
    const Hash256 digest = crypto::sha256(
        {as_bytes("theriac/snp-measurement/v1"),
         report.measurement.view(),
         report.host_data.view(),
         report.id_key_digest.view(),
         report.author_key_digest.view(),
         report.family_id.view(),
         report.image_id.view()});
    return Measurement(digest.array());
}

}  // namespace theriac::attestation
