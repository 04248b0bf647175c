// The steps of a verification that apply the caller's policy, after all signatures.
#include "verification.hpp"
#include <fmt/ranges.h>

#include <algorithm>

namespace theriac::attestation {
namespace {

template <typename Listed>
bool contains(const std::vector<Listed>& list, const Listed& value) {
    return std::ranges::find(list, value) != list.end();
}

// "one of [a, b]"
template <typename Listed, typename ToText>
std::string one_of(const std::vector<Listed>& list, ToText to_text) {
    std::vector<std::string> texts;
    texts.reserve(list.size());
    for (const Listed& entry : list)
        texts.emplace_back(to_text(entry));
    return texts.size() == 1 ? texts.front() : fmt::format("one of [{}]", fmt::join(texts, ", "));
}

}  // namespace

bool Verification::check_policy() {
    return check_simulated() && check_debug() && check_tcb() && check_measurement()
           && check_isv_svn() && check_report_data();
}

bool Verification::check_simulated() {
    const bool accepted =
        in_.anchor.kind() != AnchorKind::simulated || in_.policy.simulated == Rule::accept;
    return list_.note(
        {.name = "policy: platform",
         .expected = in_.policy.simulated == Rule::accept ? "any" : "a real platform",
         .found = std::string(name(in_.anchor.kind())),
         .outcome = Checklist::outcome(accepted),
         .code = Errc::denied});
}

bool Verification::check_debug() {
    const bool accepted = !evidence_.quote.report.debug() || in_.policy.debug == Rule::accept;
    return list_.note(
        {.name = "quote: debug",
         .expected = in_.policy.debug == Rule::accept ? "any" : "a production enclave",
         .found = evidence_.quote.report.debug() ? "a debug enclave" : "a production enclave",
         .outcome = Checklist::outcome(accepted),
         .code = Errc::denied});
}

bool Verification::check_tcb() {
    if (!tcb_) return true;  // noted where collateral was missing or did not hold
    const bool accepted =
        tcb_->status != TcbStatus::revoked && contains(in_.policy.tcb_statuses, tcb_->status);
    const bool go_on = list_.note(
        {.name = "TCB status",
         .expected = one_of(in_.policy.tcb_statuses, [](TcbStatus s) { return name(s); }),
         .found = std::string(name(tcb_->status)),
         .outcome = Checklist::outcome(accepted),
         .code = Errc::denied});
    const auto minimum = in_.policy.minimum_tcb_evaluation_number;
    return go_on
           && list_.note(
               {.name = "TCB evaluation data number",
                .expected = fmt::format("at least {}", minimum),
                .found = fmt::format("{}", tcb_->evaluation_number),
                .outcome = Checklist::outcome(tcb_->evaluation_number >= minimum),
                .code = Errc::denied});
}

bool Verification::check_measurement() {
    const Measurement& found = evidence_.quote.report.mr_enclave;
    const auto* listed = std::get_if<std::vector<Measurement>>(&in_.policy.measurements);
    return list_.note(
        {.name = "quote: measurement",
         .expected = listed == nullptr
                         ? "any"
                         : one_of(*listed, [](const Measurement& m) { return m.hex(); }),
         .found = found.hex(),
         .outcome = Checklist::outcome(listed == nullptr || contains(*listed, found)),
         .code = Errc::denied});
}

bool Verification::check_isv_svn() {
    return list_.note(
        {.name = "quote: ISVSVN",
         .expected = fmt::format("at least {}", in_.policy.minimum_isv_svn),
         .found = fmt::format("{}", evidence_.quote.report.isv_svn),
         .outcome =
             Checklist::outcome(evidence_.quote.report.isv_svn >= in_.policy.minimum_isv_svn),
         .code = Errc::denied});
}

bool Verification::check_report_data() {
    const ReportData& found = evidence_.quote.report.report_data;
    const auto* expected = std::get_if<ReportData>(&in_.policy.report_data);
    return list_.note(
        {.name = "quote: report data",
         .expected = expected == nullptr ? "any" : expected->hex(),
         .found = found.hex(),
         .outcome = Checklist::outcome(expected == nullptr || *expected == found),
         .code = Errc::denied});
}

}  // namespace theriac::attestation
