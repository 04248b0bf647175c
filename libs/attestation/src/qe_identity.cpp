#include "qe_identity.hpp"

#include "theriac/base/byte_reader.hpp"
#include "theriac/json/json.hpp"

#include "tcb_levels.hpp"
#include <fmt/format.h>

#include <algorithm>

namespace theriac::attestation {
namespace {

constexpr std::uint64_t kVersion = 2;
constexpr std::uint64_t kMaxU16 = 0xffff;

Result<void> read_masks(json::ObjectReader& in, QeIdentity& out) {
    THERIAC_TRY(misc_select, read_hex<QeIdentity::MiscSelect>(in, "miscselect"));
    THERIAC_TRY(misc_select_mask, read_hex<QeIdentity::MiscSelect>(in, "miscselectMask"));
    THERIAC_TRY(attributes, read_hex<SgxAttributes>(in, "attributes"));
    THERIAC_TRY(attributes_mask, read_hex<SgxAttributes>(in, "attributesMask"));
    out.misc_select = misc_select;
    out.misc_select_mask = misc_select_mask;
    out.attributes = attributes;
    out.attributes_mask = attributes_mask;
    return {};
}

Result<QeLevel> read_level(json::ObjectReader& in) {
    THERIAC_TRY(tcb, in.object("tcb"));
    THERIAC_TRY(isv_svn, tcb.u64("isvsvn", 0, kMaxU16));
    THERIAC_TRY(status, read_status(in));
    THERIAC_TRY(advisories, read_advisories(in));
    return QeLevel{
        .isv_svn = static_cast<std::uint16_t>(isv_svn),
        .status = status,
        .advisories = std::move(advisories)};
}

Result<void> expect_kind(json::ObjectReader& in) {
    THERIAC_TRY(version, in.u64("version"));
    if (version != kVersion)
        return fail(Errc::unsupported, fmt::format("QE identity: version {}", version));
    THERIAC_TRY(id, in.text("id", 16));
    if (id != "QE")
        return fail(Errc::unauthenticated, fmt::format("QE identity: expected id QE, got {}", id));
    return {};
}

Result<QeIdentity> read_identity(json::ObjectReader& in) {
    QeIdentity out;
    THERIAC_CHECK(expect_kind(in));
    THERIAC_TRY(period, read_period(in));
    out.period = period;
    THERIAC_CHECK(read_masks(in, out));
    THERIAC_TRY(mr_signer, read_hex<SignerMeasurement>(in, "mrsigner"));
    out.mr_signer = mr_signer;
    THERIAC_TRY(isv_prod_id, in.u64("isvprodid", 0, kMaxU16));
    out.isv_prod_id = static_cast<std::uint16_t>(isv_prod_id);
    THERIAC_TRY(number, in.u64("tcbEvaluationDataNumber", 0, UINT32_MAX));
    out.evaluation_number = static_cast<std::uint32_t>(number);
    THERIAC_TRY(levels, in.objects("tcbLevels", kMaxTcbLevels));
    for (json::ObjectReader& level : levels) {
        THERIAC_TRY(read, read_level(level));
        out.levels.push_back(std::move(read));
    }
    return out;
}

template <typename Fixed>
Fixed masked(const Fixed& value, const Fixed& mask) {
    auto out = value.array();
    for (std::size_t i = 0; i < Fixed::kSize; ++i)
        out.at(i) &= mask.array().at(i);
    return Fixed(out);
}

template <typename T>
Result<void> expect_equal(std::string_view field, const T& expected, const T& found) {
    if (expected == found) return {};
    return fail(
        Errc::unauthenticated, fmt::format("{}: expected {}, got {}", field, expected, found));
}

QeIdentity::MiscSelect misc_select_bytes(const SgxReport& report) {
    Bytes bytes;
    append_u32_le(bytes, report.misc_select);
    return *QeIdentity::MiscSelect::from(bytes);
}

}  // namespace

Result<QeIdentity> parse_qe_identity(ByteView body) {
    THERIAC_TRY(value, json::parse(as_text(body)));
    json::ObjectReader in(value, "enclaveIdentity");
    return read_identity(in);
}

Result<void> expect_identity(const QeIdentity& identity, const SgxReport& report) {
    THERIAC_CHECK(expect_equal("MRSIGNER", identity.mr_signer.hex(), report.mr_signer.hex()));
    THERIAC_CHECK(expect_equal("ISVPRODID", identity.isv_prod_id, report.isv_prod_id));
    THERIAC_CHECK(expect_equal(
        "ATTRIBUTES",
        masked(identity.attributes, identity.attributes_mask).hex(),
        masked(report.attributes, identity.attributes_mask).hex()));
    return expect_equal(
        "MISCSELECT",
        masked(identity.misc_select, identity.misc_select_mask).hex(),
        masked(misc_select_bytes(report), identity.misc_select_mask).hex());
}

const QeLevel* find_level(const QeIdentity& identity, const SgxReport& report) {
    const auto at = std::ranges::find_if(
        identity.levels, [&](const QeLevel& level) { return report.isv_svn >= level.isv_svn; });
    return at == identity.levels.end() ? nullptr : &*at;
}

}  // namespace theriac::attestation
