#include "theriac/attestation/verify.hpp"

#include "evidence.hpp"
#include "snp_verification.hpp"
#include "verification.hpp"

namespace theriac::attestation {
namespace {

Result<VerifiedReport> run(const Inputs& in, const Collateral* collateral, Checklist& list) {
    const SignatureChecker signatures;
    const auto evidence = read_evidence(in, collateral, signatures, list);
    if (evidence) return Verification(in, collateral, *evidence, signatures, list).run();
    const auto& failure = list.failure();
    return fail(failure.value_or(Error{.code = Errc::internal, .message = "quote: not read"}));
}

Result<VerifiedReport> run(const Inputs& in, const AmdCollateral& collateral, Checklist& list) {
    const SignatureChecker signatures;
    return SnpVerification(in, collateral, signatures, list).run();
}

template <typename Given>
Result<VerifiedReport> verify_any(const Inputs& in, const Given& collateral) {
    Checklist list(Mode::until_first_failure);
    return run(in, collateral, list);
}

template <typename Given>
std::vector<Check> explain_any(const Inputs& in, const Given& collateral) {
    Checklist list(Mode::all);
    [[maybe_unused]] const auto result = run(in, collateral, list);
    return std::move(list).take();
}

template <typename R>
Claims claims_of(Technology technology, const R& report) {
    return {
        .technology = technology,
        .measurement = measurement_of(report),
        .report_data = report.report_data,
        .report = report};
}

}  // namespace

std::string_view name(Technology technology) {
    switch (technology) {
        case Technology::sgx:
            return "SGX";
        case Technology::tdx:
            return "TDX";
        case Technology::sev_snp:
            break;
    }
    return "SEV-SNP";
}

Technology VerifiedReport::technology() const {
    if (std::holds_alternative<SgxReport>(report_)) return Technology::sgx;
    return std::holds_alternative<TdReport>(report_) ? Technology::tdx : Technology::sev_snp;
}

const ReportData& VerifiedReport::report_data() const {
    return std::visit([](const auto& r) -> const ReportData& { return r.report_data; }, report_);
}

Result<VerifiedReport> verify(
    ByteView quote,
    const Collateral* collateral,
    const TrustAnchor& anchor,
    const Policy& policy,
    UnixTime now) {
    return verify_any(
        {.evidence = quote, .anchor = anchor, .policy = policy, .now = now}, collateral);
}

Result<VerifiedReport> verify(
    ByteView report,
    const AmdCollateral& collateral,
    const TrustAnchor& anchor,
    const Policy& policy,
    UnixTime now) {
    return verify_any(
        {.evidence = report, .anchor = anchor, .policy = policy, .now = now}, collateral);
}

std::vector<Check> explain(
    ByteView quote,
    const Collateral* collateral,
    const TrustAnchor& anchor,
    const Policy& policy,
    UnixTime now) {
    return explain_any(
        {.evidence = quote, .anchor = anchor, .policy = policy, .now = now}, collateral);
}

std::vector<Check> explain(
    ByteView report,
    const AmdCollateral& collateral,
    const TrustAnchor& anchor,
    const Policy& policy,
    UnixTime now) {
    return explain_any(
        {.evidence = report, .anchor = anchor, .policy = policy, .now = now}, collateral);
}

// A report begins with its version in four bytes; a quote with its version in two, and the kind of
// its key, which is not 0, in two more.
bool looks_like_snp_report(ByteView evidence) {
    return evidence.size() >= SnpReport::kSize && evidence[2] == 0 && evidence[3] == 0;
}

Result<Claims> read_claims(ByteView evidence) {
    if (looks_like_snp_report(evidence)) {
        THERIAC_TRY(report, parse_snp_report(evidence.first(SnpReport::kSize)));
        return claims_of(Technology::sev_snp, report);
    }
    THERIAC_TRY(quote, parse_quote(evidence));
    return std::visit(
        [&](const auto& report) {
            return claims_of(quote.is_tdx() ? Technology::tdx : Technology::sgx, report);
        },
        quote.report);
}

}  // namespace theriac::attestation
