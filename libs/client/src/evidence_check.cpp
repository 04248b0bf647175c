#include "theriac/client/evidence_check.hpp"

namespace theriac::client {

namespace {

using attestation::AnchorKind;
using attestation::Policy;
using attestation::TrustAnchor;
using attestation::VerifiedReport;

Policy policy_for(const Anchor& anchor, const EvidenceDemand& demand) {
    Policy policy;
    policy.measurements = std::vector{demand.measurement};
    policy.report_data = demand.report_data;
    if (anchor.kind == AnchorKind::simulated) policy.simulated = attestation::Rule::accept;
    if (!anchor.amd) return policy;
    policy.minimum_snp_tcb = anchor.amd->minimum_tcb;
    policy.missing_revocation_list = anchor.amd->missing_revocation_list;
    return policy;
}

Result<VerifiedReport> verify_report(
    const Anchor& anchor, const EvidenceDemand& demand, ByteView evidence, UnixTime now) {
    THERIAC_TRY(split, attestation::split_extended_report(evidence));
    const AmdTrust& amd = *anchor.amd;
    const attestation::AmdCollateral collateral{
        .endorsement_key = std::move(split.certificates.endorsement_key),
        .signer = amd.signer,
        .root = amd.root,
        .revocation_list = amd.revocation_list};
    if (collateral.endorsement_key.empty())
        return fail(
            Errc::malformed,
            "expected the endorsement key's certificate in the table after the report, got none; "
            "its runner must fetch it from AMD and put it there");
    return attestation::verify(
        split.report, collateral, TrustAnchor::amd(amd.product), policy_for(anchor, demand), now);
}

Result<TrustAnchor> root_of(const Anchor& anchor) {
    if (anchor.kind == AnchorKind::intel) return TrustAnchor::intel();
    return TrustAnchor::simulated(as_bytes(anchor.root_certificate));
}

Result<VerifiedReport> verify_quote(
    const Anchor& anchor, const EvidenceDemand& demand, ByteView evidence, UnixTime now) {
    THERIAC_TRY(root, root_of(anchor));
    const auto* collateral = anchor.collateral ? &*anchor.collateral : nullptr;
    return attestation::verify(evidence, collateral, root, policy_for(anchor, demand), now);
}

std::string_view missing_anchor(bool is_report) {
    return is_report ? "enclave: evidence: an SEV-SNP report, and the network file names no anchor "
                       "of AMD's"
                     : "enclave: evidence: a quote, and the network file names no anchor of "
                       "Intel's or of a simulated platform";
}

}  // namespace

Result<AnchorKind> check_evidence(
    const std::vector<Anchor>& anchors,
    const EvidenceDemand& demand,
    ByteView evidence,
    UnixTime now) {
    const bool is_report = attestation::looks_like_snp_report(evidence);
    Error reason{Errc::denied, std::string(missing_anchor(is_report))};
    for (const Anchor& anchor : anchors) {
        if (anchor.amd.has_value() != is_report) continue;
        auto verified = is_report ? verify_report(anchor, demand, evidence, now)
                                  : verify_quote(anchor, demand, evidence, now);
        if (verified) return verified->trust_anchor();
        reason = with_context("enclave: evidence", std::move(verified).error());
    }
    return fail(std::move(reason));
}

}  // namespace theriac::client
