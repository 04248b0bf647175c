#include "theriac/attestation/tcb_status.hpp"

#include "tcb_levels.hpp"
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace theriac::attestation {
namespace {

using enum TcbStatus;

constexpr std::array<std::pair<TcbStatus, std::string_view>, 7> kNames{{
    {up_to_date, "UpToDate"},
    {sw_hardening_needed, "SWHardeningNeeded"},
    {configuration_needed, "ConfigurationNeeded"},
    {configuration_and_sw_hardening_needed, "ConfigurationAndSWHardeningNeeded"},
    {out_of_date, "OutOfDate"},
    {out_of_date_configuration_needed, "OutOfDateConfigurationNeeded"},
    {revoked, "Revoked"},
}};

constexpr std::size_t kMaxAdvisories = 256;
constexpr std::size_t kMaxAdvisorySize = 64;
constexpr std::size_t kMaxStatusSize = 64;

bool needs_configuration(TcbStatus status) {
    return status == configuration_needed || status == configuration_and_sw_hardening_needed
           || status == out_of_date_configuration_needed;
}

}  // namespace

std::string_view name(TcbStatus status) {
    return std::ranges::find(kNames, status, &std::pair<TcbStatus, std::string_view>::first)
        ->second;
}

Result<TcbStatus> tcb_status_from(std::string_view text) {
    const auto at =
        std::ranges::find(kNames, text, &std::pair<TcbStatus, std::string_view>::second);
    if (at == kNames.end()) return fail(Errc::malformed, "expected a TCB status, got another word");
    return at->first;
}

TcbStatus converge(TcbStatus platform, TcbStatus qe) {
    if (platform == revoked || qe == revoked) return revoked;
    if (qe == up_to_date) return platform;
    // A QE is listed as UpToDate, OutOfDate or Revoked; any other word is read as OutOfDate.
    return needs_configuration(platform) ? out_of_date_configuration_needed : out_of_date;
}

Result<TcbStatus> read_status(json::ObjectReader& in) {
    static constexpr std::string_view kField = "tcbStatus";
    THERIAC_TRY(text, in.text(kField, kMaxStatusSize));
    auto status = tcb_status_from(text);
    if (!status) return in.refuse(kField, status.error().message);
    return status;
}

Result<std::vector<std::string>> read_advisories(json::ObjectReader& in) {
    static constexpr std::string_view kField = "advisoryIDs";
    if (!in.has(kField)) return std::vector<std::string>{};
    return in.texts(kField, kMaxAdvisories, kMaxAdvisorySize);
}

}  // namespace theriac::attestation
