#include "verification.hpp"

#include "theriac/crypto/hash.hpp"

#include "p256.hpp"
#include <fmt/format.h>

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

Result<VerifiedQuote> Verification::run() {
    const bool completed = check_collateral() && check_qe_report() && check_binding()
                           && check_qe_identity() && check_signature() && assess_tcb()
                           && check_policy();
    if (const auto& failure = list_.failure()) return fail(*failure);
    THERIAC_EXPECTS(completed);
    THERIAC_EXPECTS(tcb_.has_value() == (in_.collateral != nullptr));
    return VerifiedQuote(
        in_.anchor.kind(), evidence_.quote.report, evidence_.platform, std::move(tcb_));
}

bool Verification::check_qe_report() {
    const bool holds = verify_p256(
        evidence_.pck_key, evidence_.quote.qe.report_bytes, evidence_.quote.qe.report_signature);
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
    const bool holds = verify_p256(
        evidence_.quote.attestation_key, evidence_.quote.signed_part, evidence_.quote.signature);
    return list_.note("quote signature", expect_signature(holds, "the attestation key"));
}

bool Verification::assess_tcb() {
    if (!tcb_info_ || !qe_identity_) return true;
    const TcbLevel* platform = find_level(*tcb_info_, evidence_.platform);
    const QeLevel* qe = find_level(*qe_identity_, evidence_.quote.qe.report);
    if (platform == nullptr || qe == nullptr)
        return list_.note(
            "TCB level",
            fail(
                Errc::denied,
                fmt::format(
                    "expected a listed level, but the {} reaches none",
                    platform == nullptr ? "platform" : "quoting enclave")));
    TcbAssessment tcb{
        .status = converge(platform->status, qe->status),
        .advisories = platform->advisories,
        .evaluation_number =
            std::min(tcb_info_->evaluation_number, qe_identity_->evaluation_number)};
    tcb.advisories.insert(tcb.advisories.end(), qe->advisories.begin(), qe->advisories.end());
    std::ranges::sort(tcb.advisories);
    const auto repeated = std::ranges::unique(tcb.advisories);
    tcb.advisories.erase(repeated.begin(), repeated.end());
    tcb_ = std::move(tcb);
    return list_.note("TCB level", {});
}

}  // namespace theriac::attestation
