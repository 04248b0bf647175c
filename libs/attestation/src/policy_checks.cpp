#include "policy_checks.hpp"

#include <algorithm>

namespace theriac::attestation {

bool check_simulated(Checklist& list, const Policy& policy, AnchorKind anchor) {
    const bool accepted = anchor != AnchorKind::simulated || policy.simulated == Rule::accept;
    return list.note(
        {.name = "policy: platform",
         .expected = policy.simulated == Rule::accept ? "any" : "a real platform",
         .found = std::string(name(anchor)),
         .outcome = Checklist::outcome(accepted),
         .code = Errc::denied});
}

bool check_debug(Checklist& list, const Policy& policy, bool found) {
    return list.note(
        {.name = "quote: debug",
         .expected = policy.debug == Rule::accept ? "any" : "a production enclave",
         .found = found ? "a debug enclave" : "a production enclave",
         .outcome = Checklist::outcome(!found || policy.debug == Rule::accept),
         .code = Errc::denied});
}

bool check_measurement(Checklist& list, const Policy& policy, const Measurement& found) {
    const auto* listed = std::get_if<std::vector<Measurement>>(&policy.measurements);
    const bool accepted = listed == nullptr || std::ranges::find(*listed, found) != listed->end();
    return list.note(
        {.name = "quote: measurement",
         .expected = listed == nullptr
                         ? "any"
                         : one_of(*listed, [](const Measurement& m) { return m.hex(); }),
         .found = found.hex(),
         .outcome = Checklist::outcome(accepted),
         .code = Errc::denied});
}

bool check_report_data(Checklist& list, const Policy& policy, const ReportData& found) {
    const auto* expected = std::get_if<ReportData>(&policy.report_data);
    return list.note(
        {.name = "quote: report data",
         .expected = expected == nullptr ? "any" : expected->hex(),
         .found = found.hex(),
         .outcome = Checklist::outcome(expected == nullptr || *expected == found),
         .code = Errc::denied});
}

}  // namespace theriac::attestation
