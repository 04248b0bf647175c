#include "theriac/attestation/tcb_status.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace theriac::attestation {
namespace {

using enum TcbStatus;

constexpr std::array<std::pair<TcbStatus, std::string_view>, 9> kNames{{
    {up_to_date, "UpToDate"},
    {sw_hardening_needed, "SWHardeningNeeded"},
    {configuration_needed, "ConfigurationNeeded"},
    {configuration_and_sw_hardening_needed, "ConfigurationAndSWHardeningNeeded"},
    {out_of_date, "OutOfDate"},
    {out_of_date_configuration_needed, "OutOfDateConfigurationNeeded"},
    {td_relaunch_advised, "TDRelaunchAdvised"},
    {td_relaunch_advised_configuration_needed, "TDRelaunchAdvisedConfigurationNeeded"},
    {revoked, "Revoked"},
}};

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

bool needs_configuration(TcbStatus status) {
    return status == configuration_needed || status == configuration_and_sw_hardening_needed
           || status == out_of_date_configuration_needed
           || status == td_relaunch_advised_configuration_needed;
}

TcbStatus converge(TcbStatus platform, TcbStatus part) {
    if (platform == revoked || part == revoked) return revoked;
    if (part == up_to_date) return platform;
    // Parts are listed as UpToDate, OutOfDate or Revoked; any other word is read as OutOfDate.
    return needs_configuration(platform) ? out_of_date_configuration_needed : out_of_date;
}

}  // namespace theriac::attestation
