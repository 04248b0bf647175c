// The steps of a quote's verification that apply the caller's policy, after all signatures.
#include "policy_checks.hpp"
#include "verification.hpp"

#include <algorithm>

namespace theriac::attestation {

bool Verification::check_policy() {
    const Quote& quote = evidence_.quote;
    return check_simulated(list_, in_.policy, in_.anchor.kind())
           && check_debug(list_, in_.policy, quote.debug()) && check_tcb()
           && check_measurement(list_, in_.policy, measurement_) && check_isv_svn()
           && check_report_data(list_, in_.policy, quote.report_data());
}

bool Verification::check_tcb() {
    if (!tcb_) return true;  // noted where collateral was missing or did not hold
    const auto& accepted = in_.policy.tcb_statuses;
    const bool is_accepted = tcb_->status != TcbStatus::revoked
                             && std::ranges::find(accepted, tcb_->status) != accepted.end();
    const bool go_on = list_.note(
        {.name = "TCB status",
         .expected = one_of(accepted, [](TcbStatus s) { return name(s); }),
         .found = std::string(name(tcb_->status)),
         .outcome = Checklist::outcome(is_accepted),
         .code = Errc::denied});
    const auto minimum = in_.policy.minimum_tcb_evaluation_number;
    const auto found = std::min(tcb_->evaluation_number, tcb_->qe_evaluation_number);
    return go_on
           && list_.note(
               {.name = "TCB evaluation data number",
                .expected = fmt::format("at least {}", minimum),
                .found = fmt::format("{}", found),
                .outcome = Checklist::outcome(found >= minimum),
                .code = Errc::denied});
}

bool Verification::check_isv_svn() {
    const auto* sgx = std::get_if<SgxReport>(&evidence_.quote.report);
    const std::uint32_t minimum = in_.policy.minimum_isv_svn;
    if (sgx == nullptr && minimum == 0) return true;
    const bool reached = sgx != nullptr && sgx->isv_svn >= minimum;
    return list_.note(
        {.name = "quote: ISVSVN",
         .expected = fmt::format("at least {}", minimum),
         .found = sgx == nullptr ? "none, as in every TDX guest" : fmt::format("{}", sgx->isv_svn),
         .outcome = Checklist::outcome(reached),
         .code = Errc::denied});
}

}  // namespace theriac::attestation
