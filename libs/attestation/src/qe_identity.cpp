#include "qe_identity.hpp"

#include "theriac/base/byte_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace theriac::attestation {
namespace {

constexpr std::uint64_t kVersion = 2;
constexpr std::size_t kMaxIdSize = 16;

enum Member : std::uint8_t {
    id,
    version,
    issued,
    next_update,
    number,
    misc_select,
    misc_select_mask,
    attributes,
    attributes_mask,
    mr_signer,
    isv_prod_id,
    levels,
    count,
};

struct Draft {
    QeIdentity identity;
    std::string id;
    std::uint64_t version = 0;
};

Result<void> take_id(JsonCursor& in, Draft& out) {
    THERIAC_TRY(text, in.text());
    if (text.size() > kMaxIdSize) return in.refuse("a shorter id");
    out.id = text;
    return {};
}

Result<void> take_levels(JsonCursor& in, Draft& out) {
    THERIAC_TRY(read, take_svn_levels(in));
    out.identity.levels = std::move(read);
    return {};
}

struct Field {
    std::string_view name;
    Result<void> (*take)(JsonCursor&, Draft&);
};

// In the order of `Member`.
constexpr std::array<Field, count> kFields{{
    {"id", take_id},
    {"version", [](auto& in, auto& o) { return take_number(in, o.version); }},
    {"issueDate", [](auto& in, auto& o) { return take_time(in, o.identity.period.from); }},
    {"nextUpdate", [](auto& in, auto& o) { return take_time(in, o.identity.period.until); }},
    {"tcbEvaluationDataNumber",
     [](auto& in, auto& o) { return take_number(in, o.identity.evaluation_number); }},
    {"miscselect", [](auto& in, auto& o) { return take_hex(in, o.identity.misc_select); }},
    {"miscselectMask", [](auto& in, auto& o) { return take_hex(in, o.identity.misc_select_mask); }},
    {"attributes", [](auto& in, auto& o) { return take_hex(in, o.identity.attributes); }},
    {"attributesMask", [](auto& in, auto& o) { return take_hex(in, o.identity.attributes_mask); }},
    {"mrsigner", [](auto& in, auto& o) { return take_hex(in, o.identity.mr_signer); }},
    {"isvprodid", [](auto& in, auto& o) { return take_number(in, o.identity.isv_prod_id); }},
    {"tcbLevels", take_levels},
}};

Result<Tee> kind_of(const Draft& draft) {
    if (draft.version != kVersion)
        return fail(Errc::unsupported, fmt::format("QE identity: version {}", draft.version));
    if (draft.id == "QE") return Tee::sgx;
    if (draft.id == "TD_QE") return Tee::tdx;
    return fail(
        Errc::unauthenticated,
        fmt::format("QE identity: expected id QE or TD_QE, got {}", draft.id));
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
    JsonCursor in(as_text(body));
    Draft draft;
    Members seen;
    const auto taken = in.object([&](std::string_view name) -> Result<void> {
        const auto field = std::ranges::find(kFields, name, &Field::name);
        if (field == kFields.end()) return in.skip();
        THERIAC_CHECK(seen.note(static_cast<std::size_t>(field - kFields.begin()), name));
        return field->take(in, draft);
    });
    THERIAC_CHECK(taken);
    THERIAC_CHECK(in.finish());
    THERIAC_CHECK(seen.expect_first(count, "QE identity"));
    THERIAC_TRY(tee, kind_of(draft));
    draft.identity.tee = tee;
    return std::move(draft.identity);
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

}  // namespace theriac::attestation
