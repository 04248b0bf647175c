#include "tcb_info.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace theriac::attestation {
namespace {

constexpr std::size_t kMaxModules = 64;
constexpr std::size_t kMaxIdSize = 16;

// Members of a level, as `Members` counts them; kStatusMember is the first.
enum LevelMember : std::uint8_t { level_tcb = kStatusMember + 1, level_count };

enum TcbMember : std::uint8_t { tcb_pce_svn, tcb_sgx, tcb_tdx };

enum InfoMember : std::uint8_t {
    info_version,
    info_issued,
    info_next,
    info_fmspc,
    info_pce_id,
    info_type,
    info_number,
    info_levels,
    info_required,
    info_id = info_required,
    info_module,
    info_modules,
};

Result<void> take_component(JsonCursor& in, std::uint8_t& out) {
    bool found = false;
    const auto taken = in.object([&](std::string_view name) {
        if (name != "svn") return in.skip();
        found = true;
        return take_number(in, out);
    });
    THERIAC_CHECK(taken);
    if (!found) return in.refuse("svn of a component");
    return {};
}

Result<void> take_components(JsonCursor& in, ComponentSvns& out) {
    std::size_t count = 0;
    const auto taken = in.array([&]() -> Result<void> {
        if (count == out.size()) return in.refuse("16 components");
        return take_component(in, out.at(count++));
    });
    THERIAC_CHECK(taken);
    if (count != out.size()) return in.refuse("16 components");
    return {};
}

// The components of version 2, one by one: "sgxtcbcomp01svn". Which, or empty for another name.
std::optional<std::size_t> component_of(std::string_view name) {
    static constexpr std::string_view kBefore = "sgxtcbcomp";
    static constexpr std::string_view kAfter = "svn";
    if (name.size() != kBefore.size() + 2 + kAfter.size() || !name.starts_with(kBefore)
        || !name.ends_with(kAfter))
        return std::nullopt;
    const int number = 10 * (name[kBefore.size()] - '0') + (name[kBefore.size() + 1] - '0');
    if (number < 1 || number > 16) return std::nullopt;
    return static_cast<std::size_t>(number - 1);
}

Result<void> take_tcb(JsonCursor& in, TcbLevel& out, Members& seen) {
    Members lone;  // of version 2
    const auto taken = in.object([&](std::string_view name) -> Result<void> {
        if (const auto component = component_of(name)) {
            THERIAC_CHECK(lone.note(*component, name));
            return take_number(in, out.sgx.at(*component));
        }
        if (name == "pcesvn") {
            THERIAC_CHECK(seen.note(tcb_pce_svn, name));
            return take_number(in, out.pce_svn);
        }
        if (name == "sgxtcbcomponents") {
            THERIAC_CHECK(seen.note(tcb_sgx, name));
            return take_components(in, out.sgx);
        }
        if (name == "tdxtcbcomponents") {
            THERIAC_CHECK(seen.note(tcb_tdx, name));
            return take_components(in, out.tdx);
        }
        return in.skip();
    });
    THERIAC_CHECK(taken);
    if (seen.has(tcb_sgx)) return {};
    THERIAC_CHECK(lone.expect_first(out.sgx.size(), "tcb of a level"));
    return seen.note(tcb_sgx, "sgxtcbcomponents");
}

struct ReadLevel {
    TcbLevel level;
    bool has_tdx = false;
};

Result<ReadLevel> take_level(JsonCursor& in) {
    ReadLevel out;
    Members seen;
    Members tcb;
    const auto taken = in.object([&](std::string_view name) -> Result<void> {
        if (name != "tcb") return take_verdict_member(in, name, out.level.verdict, seen);
        THERIAC_CHECK(seen.note(level_tcb, name));
        return take_tcb(in, out.level, tcb);
    });
    THERIAC_CHECK(taken);
    THERIAC_CHECK(seen.expect_first(level_count, "level"));
    THERIAC_CHECK(tcb.expect_first(tcb_tdx, "tcb of a level"));
    out.has_tdx = tcb.has(tcb_tdx);
    return out;
}

// Takes a member of a module's description, when it is one.
Result<void> take_module_member(
    JsonCursor& in, std::string_view name, TdxModule& out, Members& seen) {
    if (name == "mrsigner") {
        THERIAC_CHECK(seen.note(0, name));
        return take_hex(in, out.mr_signer);
    }
    if (name == "attributes") {
        THERIAC_CHECK(seen.note(1, name));
        return take_hex(in, out.attributes);
    }
    if (name == "attributesMask") {
        THERIAC_CHECK(seen.note(2, name));
        return take_hex(in, out.attributes_mask);
    }
    return in.skip();
}

constexpr std::size_t kModuleMembers = 3;
constexpr std::size_t kModuleId = 3;
constexpr std::size_t kModuleLevels = 4;

Result<TdxModule> take_module(JsonCursor& in) {
    TdxModule out;
    Members seen;
    const auto taken =
        in.object([&](std::string_view name) { return take_module_member(in, name, out, seen); });
    THERIAC_CHECK(taken);
    THERIAC_CHECK(seen.expect_first(kModuleMembers, "tdxModule"));
    return out;
}

Result<void> take_id(JsonCursor& in, std::string& out) {
    THERIAC_TRY(text, in.text());
    if (text.size() > kMaxIdSize) return in.refuse("a shorter id");
    out = text;
    return {};
}

Result<TdxModuleIdentity> take_module_identity(JsonCursor& in) {
    TdxModuleIdentity out;
    Members seen;
    const auto taken = in.object([&](std::string_view name) -> Result<void> {
        if (name == "id") {
            THERIAC_CHECK(seen.note(kModuleId, name));
            return take_id(in, out.id);
        }
        if (name != "tcbLevels") return take_module_member(in, name, out.module, seen);
        THERIAC_CHECK(seen.note(kModuleLevels, name));
        THERIAC_TRY(levels, take_svn_levels(in));
        out.levels = std::move(levels);
        return {};
    });
    THERIAC_CHECK(taken);
    THERIAC_CHECK(seen.expect_first(kModuleLevels + 1, "TDX module identity"));
    return out;
}

// Everything that the document says, before it is seen whether it is of one piece.
struct Draft {
    TcbInfo info;
    Members seen;
    std::uint64_t version = 0;
    std::string id;
    bool all_levels_have_tdx = true;
};

Result<void> take_levels(JsonCursor& in, Draft& out) {
    return in.array([&]() -> Result<void> {
        if (out.info.levels.size() == kMaxTcbLevels) return in.refuse("fewer levels");
        THERIAC_TRY(read, take_level(in));
        out.info.levels.push_back(std::move(read.level));
        out.all_levels_have_tdx = out.all_levels_have_tdx && read.has_tdx;
        return {};
    });
}

Result<void> take_modules(JsonCursor& in, Draft& out) {
    return in.array([&]() -> Result<void> {
        if (out.info.modules.size() == kMaxModules) return in.refuse("fewer TDX modules");
        THERIAC_TRY(module, take_module_identity(in));
        out.info.modules.push_back(std::move(module));
        return {};
    });
}

Result<void> take_version(JsonCursor& in, Draft& out) {
    THERIAC_TRY(version, in.number(UINT32_MAX));
    out.version = version;
    return {};
}

Result<void> take_tcb_type(JsonCursor& in, Draft&) {
    // 0 is the comparison of components described in docs/formats/quote.md; no other is defined.
    THERIAC_CHECK(in.number(0));
    return {};
}

Result<void> take_tdx_module(JsonCursor& in, Draft& out) {
    THERIAC_TRY(module, take_module(in));
    out.info.module = module;
    return {};
}

struct Field {
    std::string_view name;
    InfoMember member;
    Result<void> (*take)(JsonCursor&, Draft&);
};

constexpr std::array<Field, 11> kFields{{
    {"version", info_version, take_version},
    {"issueDate", info_issued, [](auto& in, auto& o) { return take_time(in, o.info.period.from); }},
    {"nextUpdate", info_next, [](auto& in, auto& o) { return take_time(in, o.info.period.until); }},
    {"fmspc", info_fmspc, [](auto& in, auto& o) { return take_hex(in, o.info.fmspc); }},
    {"pceId", info_pce_id, [](auto& in, auto& o) { return take_hex(in, o.info.pce_id); }},
    {"tcbType", info_type, take_tcb_type},
    {"tcbEvaluationDataNumber",
     info_number,
     [](auto& in, auto& o) { return take_number(in, o.info.evaluation_number); }},
    {"tcbLevels", info_levels, take_levels},
    {"id", info_id, [](auto& in, auto& o) { return take_id(in, o.id); }},
    {"tdxModule", info_module, take_tdx_module},
    {"tdxModuleIdentities", info_modules, take_modules},
}};

Result<void> take_member(JsonCursor& in, std::string_view name, Draft& out) {
    const auto field = std::ranges::find(kFields, name, &Field::name);
    if (field == kFields.end()) return in.skip();
    THERIAC_CHECK(out.seen.note(field->member, name));
    return field->take(in, out);
}

// Version 2 has no id: it is of SGX only.
Result<Tee> kind_of(const Draft& draft) {
    if (draft.version != 2 && draft.version != 3)
        return fail(Errc::unsupported, fmt::format("version {}", draft.version));
    if (draft.version == 2 || draft.id == "SGX") return Tee::sgx;
    if (draft.id != "TDX")
        return fail(Errc::unsupported, fmt::format("expected id SGX or TDX, got {}", draft.id));
    if (!draft.all_levels_have_tdx)
        return fail(Errc::malformed, "a level of TDX without tdxtcbcomponents");
    return Tee::tdx;
}

Result<TcbInfo> read_info(ByteView body) {
    JsonCursor in(as_text(body));
    Draft draft;
    const auto taken =
        in.object([&](std::string_view name) { return take_member(in, name, draft); });
    THERIAC_CHECK(taken);
    THERIAC_CHECK(in.finish());
    if (!draft.seen.has(info_version)) return fail(Errc::malformed, "version is missing");
    THERIAC_TRY(tee, kind_of(draft));
    THERIAC_CHECK(draft.seen.expect_first(info_required, "tcbInfo"));
    draft.info.tee = tee;
    return std::move(draft.info);
}

bool reaches(const PckExtension& platform, const TcbLevel& level) {
    return platform.pce_svn >= level.pce_svn
           && std::ranges::equal(platform.component_svns, level.sgx, std::ranges::greater_equal{});
}

bool reaches(const TeeTcbSvn& svn, const TcbLevel& level) {
    const std::ptrdiff_t first = svn.array()[1] > 0 ? 2 : 0;
    return std::equal(
        svn.array().begin() + first,
        svn.array().end(),
        level.tdx.begin() + first,
        std::ranges::greater_equal{});
}

}  // namespace

Result<TcbInfo> parse_tcb_info(ByteView body) {
    auto info = read_info(body);
    if (!info) return fail(with_context("TCB info", std::move(info).error()));
    return info;
}

const TcbLevel* find_level(const TcbInfo& info, const PckExtension& platform) {
    const auto at = std::ranges::find_if(
        info.levels, [&](const TcbLevel& level) { return reaches(platform, level); });
    return at == info.levels.end() ? nullptr : &*at;
}

const TcbLevel* find_level(
    const TcbInfo& info, const PckExtension& platform, const TeeTcbSvn& svn) {
    const auto at = std::ranges::find_if(info.levels, [&](const TcbLevel& level) {
        return reaches(platform, level) && reaches(svn, level);
    });
    return at == info.levels.end() ? nullptr : &*at;
}

const TdxModuleIdentity* find_module(const TcbInfo& info, std::uint8_t version) {
    const std::string id = fmt::format("TDX_{:02X}", version);
    const auto at = std::ranges::find(info.modules, id, &TdxModuleIdentity::id);
    return at == info.modules.end() ? nullptr : &*at;
}

}  // namespace theriac::attestation
