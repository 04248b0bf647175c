#include "tcb_levels.hpp"

#include "signed_json.hpp"
#include <fmt/format.h>

#include <algorithm>

namespace theriac::attestation {
namespace {

constexpr std::size_t kMaxAdvisories = 256;
constexpr std::size_t kMaxAdvisorySize = 64;
constexpr std::size_t kMaxDateSize = 32;
constexpr std::size_t kTcbMember = 1;

Result<void> take_status(JsonCursor& in, TcbStatus& out) {
    THERIAC_TRY(text, in.text());
    const auto status = tcb_status_from(text);
    if (!status) return in.refuse("a TCB status");
    out = *status;
    return {};
}

Result<void> take_advisories(JsonCursor& in, std::vector<std::string>& out) {
    return in.array([&]() -> Result<void> {
        THERIAC_TRY(text, in.text());
        if (out.size() == kMaxAdvisories || text.size() > kMaxAdvisorySize)
            return in.refuse("fewer and shorter advisories");
        out.emplace_back(text);
        return {};
    });
}

Result<void> take_date(JsonCursor& in, std::string& out) {
    THERIAC_TRY(text, in.text());
    if (text.size() > kMaxDateSize) return in.refuse("a date");
    out = text;
    return {};
}

Result<void> take_isv_svn(JsonCursor& in, SvnLevel& out) {
    bool found = false;
    const auto taken = in.object([&](std::string_view name) {
        if (name != "isvsvn") return in.skip();
        found = true;
        return take_number(in, out.isv_svn);
    });
    THERIAC_CHECK(taken);
    if (!found) return in.refuse("isvsvn in tcb");
    return {};
}

Result<SvnLevel> take_svn_level(JsonCursor& in) {
    SvnLevel out;
    Members seen;
    const auto taken = in.object([&](std::string_view name) -> Result<void> {
        if (name != "tcb") return take_verdict_member(in, name, out.verdict, seen);
        THERIAC_CHECK(seen.note(kTcbMember, name));
        return take_isv_svn(in, out);
    });
    THERIAC_CHECK(taken);
    THERIAC_CHECK(seen.expect_first(kTcbMember + 1, "level"));
    return out;
}

}  // namespace

Result<void> take_verdict_member(
    JsonCursor& in, std::string_view name, LevelVerdict& out, Members& seen) {
    if (name == "tcbStatus") {
        THERIAC_CHECK(seen.note(kStatusMember, name));
        return take_status(in, out.status);
    }
    if (name == "tcbDate") return take_date(in, out.date);
    if (name == "advisoryIDs") return take_advisories(in, out.advisories);
    return in.skip();
}

Result<std::vector<SvnLevel>> take_svn_levels(JsonCursor& in) {
    std::vector<SvnLevel> out;
    const auto taken = in.array([&]() -> Result<void> {
        if (out.size() == kMaxTcbLevels) return in.refuse("fewer levels");
        THERIAC_TRY(level, take_svn_level(in));
        out.push_back(std::move(level));
        return {};
    });
    THERIAC_CHECK(taken);
    return out;
}

const SvnLevel* find_level(const std::vector<SvnLevel>& levels, std::uint32_t isv_svn) {
    const auto at = std::ranges::find_if(
        levels, [&](const SvnLevel& level) { return isv_svn >= level.isv_svn; });
    return at == levels.end() ? nullptr : &*at;
}

}  // namespace theriac::attestation
