#include "verification.hpp"

#include "theriac/crypto/hash.hpp"

#include "p256.hpp"
#include <fmt/format.h>

#include <algorithm>

namespace theriac::attestation {
namespace {

Result<PckExtension> platform_of(const Certificate& pck) {
    THERIAC_TRY(der, pck.extension(kSgxExtensionOid));
    return parse_pck_extension(der);
}

// What the QE report's REPORTDATA must be: a digest, then zeros.
ReportData binding_of(const Quote& quote) {
    const Hash256 digest =
        crypto::sha256({quote.attestation_key.view(), quote.qe.authentication_data});
    ReportData out;
    std::ranges::copy(digest.array(), out.mutable_view().begin());
    return out;
}

}  // namespace

void Verification::run() {
    completed_ = read_quote() && read_chain() && check_chain() && read_platform()
                 && check_collateral() && check_qe_report() && check_binding()
                 && check_qe_identity() && check_signature() && assess_tcb() && check_policy();
}

Result<VerifiedQuote> Verification::result() const {
    if (list_.failure()) return fail(*list_.failure());
    THERIAC_EXPECTS(completed_ && platform_ && tcb_.has_value() == (in_.collateral != nullptr));
    return VerifiedQuote(in_.anchor.kind(), quote_->report, *platform_, tcb_);
}

bool Verification::read_quote() {
    auto quote = parse_quote(in_.quote);
    if (!quote) return list_.note("quote", fail(quote.error())) && false;
    quote_ = *quote;
    return list_.note("quote", {});
}

bool Verification::read_chain() {
    const auto type = quote_->qe.data_type;
    const bool supported = type == QeCertification::kPckChainPem;
    list_.equal(
        "quote: certification data type", Errc::unsupported, QeCertification::kPckChainPem, type);
    if (!supported) return false;
    auto chain = parse_pck_chain(quote_->qe.data);
    if (!chain) return list_.note("PCK chain", fail(chain.error())) && false;
    chain_ = std::move(*chain);
    return true;
}

bool Verification::check_chain() {
    return list_.note("trust anchor", expect_root(chain_->root(), in_.anchor))
           && list_.note("PCK chain", verify_chain(chain_->certificates, in_.now));
}

bool Verification::read_platform() {
    auto key = chain_->leaf().public_key();
    if (!key) return list_.note("PCK certificate", fail(key.error())) && false;
    pck_key_ = *key;
    auto platform = platform_of(chain_->leaf());
    if (!platform) return list_.note("PCK certificate", fail(platform.error())) && false;
    platform_ = *platform;
    return list_.note("PCK certificate", {});
}

bool Verification::check_qe_report() {
    const bool holds = verify_p256(*pck_key_, quote_->qe.report_bytes, quote_->qe.report_signature);
    return list_.note("QE report signature", expect_signature(holds, "the PCK"));
}

bool Verification::check_binding() {
    return list_.equal(
        "QE report data",
        Errc::unauthenticated,
        binding_of(*quote_).hex(),
        quote_->qe.report.report_data.hex());
}

bool Verification::check_qe_identity() {
    if (!qe_identity_) return true;  // noted where the identity was read
    return list_.note("quoting enclave", expect_identity(*qe_identity_, quote_->qe.report));
}

bool Verification::check_signature() {
    const bool holds = verify_p256(quote_->attestation_key, quote_->signed_part, quote_->signature);
    return list_.note("quote signature", expect_signature(holds, "the attestation key"));
}

bool Verification::assess_tcb() {
    if (!tcb_info_ || !qe_identity_) return true;
    const TcbLevel* platform = find_level(*tcb_info_, *platform_);
    const QeLevel* qe = find_level(*qe_identity_, quote_->qe.report);
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
