#include "verification.hpp"

#include "theriac/crypto/hash.hpp"

#include "tcb_assessment.hpp"

#include <algorithm>

namespace theriac::attestation {
namespace {

// What the QE report's REPORTDATA must be: a digest, then zeros.
ReportData binding_of(const Quote& quote) {
    const Hash256 digest =
        crypto::sha256({quote.attestation_key.view(), quote.qe.authentication_data});
    ReportData out;
    std::ranges::copy(digest.array(), out.mutable_view().begin());
    return out;
}

}  // namespace

Verification::Verification(
    const Inputs& in,
    const Collateral* collateral,
    const Evidence& evidence,
    const SignatureChecker& signatures,
    Checklist& list)
    : in_(in),
      collateral_(collateral),
      evidence_(evidence),
      signatures_(signatures),
      list_(list),
      td_(std::get_if<TdReport>(&evidence.quote.report)),
      measurement_(std::visit(
          [](const auto& report) { return measurement_of(report); }, evidence.quote.report)) {}

Result<VerifiedReport> Verification::run() {
    const bool completed = check_collateral() && check_module() && check_qe_report()
                           && check_binding() && check_qe_identity() && check_signature()
                           && assess_tcb() && check_policy();
    if (const auto& failure = list_.failure()) return fail(*failure);
    THERIAC_EXPECTS(completed);
    THERIAC_EXPECTS(tcb_.has_value() == (collateral_ != nullptr));
    Report report = std::visit([](const auto& r) { return Report(r); }, evidence_.quote.report);
    return VerifiedReport(
        in_.anchor.kind(), measurement_, std::move(report), evidence_.platform, std::move(tcb_));
}

bool Verification::check_module() {
    if (td_ == nullptr || !tcb_info_) return true;
    return list_.note("TDX module", expect_module(*tcb_info_, *td_));
}

bool Verification::check_qe_report() {
    const bool holds = signatures_.p256(
        evidence_.pck_key.view(),
        evidence_.quote.qe.report_bytes,
        evidence_.quote.qe.report_signature);
    return list_.note("QE report signature", expect_signature(holds, "the PCK"));
}

bool Verification::check_binding() {
    return list_.equal(
        "QE report data",
        Errc::unauthenticated,
        binding_of(evidence_.quote).hex(),
        evidence_.quote.qe.report.report_data.hex());
}

bool Verification::check_qe_identity() {
    if (!qe_identity_) return true;  // noted where the identity was read
    return list_.note("quoting enclave", expect_identity(*qe_identity_, evidence_.quote.qe.report));
}

bool Verification::check_signature() {
    const bool holds = signatures_.p256(
        evidence_.quote.attestation_key.view(),
        evidence_.quote.signed_part,
        evidence_.quote.signature);
    return list_.note("quote signature", expect_signature(holds, "the attestation key"));
}

bool Verification::assess_tcb() {
    if (!tcb_info_ || !qe_identity_) return true;
    auto tcb = assess(
        {.info = *tcb_info_,
         .identity = *qe_identity_,
         .platform = evidence_.platform,
         .quoting_enclave = evidence_.quote.qe.report,
         .td = td_});
    if (!tcb) return list_.note("TCB level", fail(std::move(tcb).error()));
    tcb_ = std::move(*tcb);
    return list_.note("TCB level", {});
}

}  // namespace theriac::attestation
