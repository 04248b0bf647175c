#include "tcb_info.hpp"

#include "theriac/json/json.hpp"

#include "tcb_levels.hpp"
#include <fmt/format.h>

#include <algorithm>

namespace theriac::attestation {
namespace {

constexpr std::uint64_t kMaxSvn = 0xff;
constexpr std::uint64_t kMaxPceSvn = 0xffff;

Result<std::uint8_t> read_svn(json::ObjectReader& in, std::string_view field) {
    THERIAC_TRY(svn, in.u64(field, 0, kMaxSvn));
    return static_cast<std::uint8_t>(svn);
}

// Version 2 names the components one by one.
Result<void> read_components_v2(json::ObjectReader& tcb, TcbLevel& level) {
    for (std::size_t i = 0; i < level.component_svns.size(); ++i) {
        THERIAC_TRY(svn, read_svn(tcb, fmt::format("sgxtcbcomp{:02}svn", i + 1)));
        level.component_svns.at(i) = svn;
    }
    return {};
}

Result<void> read_components_v3(json::ObjectReader& tcb, TcbLevel& level) {
    static constexpr std::string_view kField = "sgxtcbcomponents";
    THERIAC_TRY(components, tcb.objects(kField, level.component_svns.size()));
    if (components.size() != level.component_svns.size())
        return tcb.refuse(kField, fmt::format("expected 16 components, got {}", components.size()));
    for (std::size_t i = 0; i < components.size(); ++i) {
        THERIAC_TRY(svn, read_svn(components[i], "svn"));
        level.component_svns.at(i) = svn;
    }
    return {};
}

Result<TcbLevel> read_level(json::ObjectReader& in, std::uint64_t version) {
    TcbLevel level;
    THERIAC_TRY(tcb, in.object("tcb"));
    THERIAC_CHECK(version == 2 ? read_components_v2(tcb, level) : read_components_v3(tcb, level));
    THERIAC_TRY(pce_svn, tcb.u64("pcesvn", 0, kMaxPceSvn));
    level.pce_svn = static_cast<std::uint16_t>(pce_svn);
    THERIAC_TRY(status, read_status(in));
    level.status = status;
    THERIAC_TRY(advisories, read_advisories(in));
    level.advisories = std::move(advisories);
    return level;
}

Result<std::uint64_t> read_version(json::ObjectReader& in) {
    THERIAC_TRY(version, in.u64("version"));
    if (version != 2 && version != 3)
        return fail(Errc::unsupported, fmt::format("TCB info: version {}", version));
    if (version == 2) return version;  // has no id: it is SGX only
    THERIAC_TRY(id, in.text("id", 16));
    if (id != "SGX")
        return fail(Errc::unsupported, fmt::format("TCB info: expected id SGX, got {}", id));
    return version;
}

Result<TcbInfo> read_info(json::ObjectReader& in) {
    TcbInfo info;
    THERIAC_TRY(version, read_version(in));
    THERIAC_TRY(period, read_period(in));
    info.period = period;
    THERIAC_TRY(fmspc, read_hex<Fmspc>(in, "fmspc"));
    info.fmspc = fmspc;
    THERIAC_TRY(pce_id, read_hex<PceId>(in, "pceId"));
    info.pce_id = pce_id;
    // 0 is the comparison of components described in docs/formats/quote.md; no other is defined.
    THERIAC_CHECK(in.u64("tcbType", 0, 0));
    THERIAC_TRY(number, in.u64("tcbEvaluationDataNumber", 0, UINT32_MAX));
    info.evaluation_number = static_cast<std::uint32_t>(number);
    THERIAC_TRY(levels, in.objects("tcbLevels", kMaxTcbLevels));
    for (json::ObjectReader& level : levels) {
        THERIAC_TRY(read, read_level(level, version));
        info.levels.push_back(std::move(read));
    }
    return info;
}

bool reaches(const PckExtension& platform, const TcbLevel& level) {
    return platform.pce_svn >= level.pce_svn
           && std::ranges::equal(
               platform.component_svns, level.component_svns, std::ranges::greater_equal{});
}

}  // namespace

Result<TcbInfo> parse_tcb_info(ByteView body) {
    THERIAC_TRY(value, json::parse(as_text(body)));
    json::ObjectReader in(value, "tcbInfo");
    return read_info(in);
}

const TcbLevel* find_level(const TcbInfo& info, const PckExtension& platform) {
    const auto at = std::ranges::find_if(
        info.levels, [&](const TcbLevel& level) { return reaches(platform, level); });
    return at == info.levels.end() ? nullptr : &*at;
}

}  // namespace theriac::attestation
