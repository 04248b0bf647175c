#include "snp_verification.hpp"

#include "pck_chain.hpp"
#include "policy_checks.hpp"

#include <algorithm>
#include <array>

namespace theriac::attestation {
namespace {

constexpr std::size_t kScalarSize = 48;

// Big-endian; empty when the number needs more than the 384 bits of the curve.
std::optional<std::array<std::uint8_t, kScalarSize>> to_scalar(ByteView little_endian) {
    const ByteView beyond = little_endian.subspan(kScalarSize);
    if (!std::ranges::all_of(beyond, [](std::uint8_t b) { return b == 0; })) return std::nullopt;
    std::array<std::uint8_t, kScalarSize> out{};
    std::ranges::reverse_copy(little_endian.first(kScalarSize), out.begin());
    return out;
}

std::string to_text(const SnpTcb& tcb) {
    return fmt::format(
        "FMC {}, bootloader {}, TEE {}, SNP {}, microcode {}",
        tcb.fmc,
        tcb.bootloader,
        tcb.tee,
        tcb.snp,
        tcb.microcode);
}

std::string_view to_text(SnpKey key) {
    return key == SnpKey::vcek ? "VCEK" : "VLEK";
}

}  // namespace

Result<VerifiedReport> SnpVerification::run() {
    const bool completed = read_report() && read_chain() && check_chain() && check_revocation()
                           && check_key() && check_signature() && check_platform()
                           && check_policy();
    if (const auto& failure = list_.failure()) return fail(*failure);
    THERIAC_EXPECTS(completed);
    SnpReport report = *report_;
    report.product = chain_->product();
    report.signed_part = report.signature_r = report.signature_s = {};  // of bytes not ours
    return VerifiedReport(
        in_.anchor.kind(), measurement_of(report), report, std::nullopt, std::nullopt);
}

bool SnpVerification::read_report() {
    auto report = parse_snp_report(in_.evidence);
    list_.note("report", report ? Result<void>() : fail(report.error()));
    if (report) report_ = *report;
    return report.has_value();
}

bool SnpVerification::read_chain() {
    auto chain = AmdChain::parse(collateral_);
    if (chain) {
        chain_ = std::move(*chain);
        return true;
    }
    list_.note("certificate chain", fail(std::move(chain).error()));
    return false;
}

bool SnpVerification::check_chain() {
    const auto root = expect_root(chain_->root(), in_.anchor);
    const bool trusted = list_.note("trust anchor", root ? Result<void>() : fail(root.error()));
    const std::array<const Certificate*, 3> certificates{
        &chain_->leaf(), &chain_->signer(), &chain_->root()};
    return trusted
           && list_.note(
               "certificate chain",
               verify_chain(certificates, root.value_or(Root::key_pinned), signatures_, in_.now));
}

Result<void> SnpVerification::expect_not_revoked() const {
    THERIAC_TRY(list, RevocationList::parse(collateral_.revocation_list));
    THERIAC_CHECK(list.verify(chain_->root(), signatures_, in_.now));
    if (list.revokes(chain_->signer()))
        return fail(Errc::unauthenticated, "the ASK certificate is revoked");
    return {};
}

bool SnpVerification::check_revocation() {
    if (!collateral_.revocation_list.empty()) return list_.note("revocation", expect_not_revoked());
    if (in_.policy.missing_revocation_list == Rule::accept) {
        list_.skip("revocation", "no list given: nothing is known of revocation");
        return true;
    }
    return list_.note(
        "revocation",
        fail(Errc::denied, "expected AMD's revocation list, got none; the policy demands it"));
}

bool SnpVerification::check_key() {
    return list_.equal(
        "report: signing key",
        Errc::unauthenticated,
        to_text(chain_->key()),
        to_text(report_->signing_key));
}

Result<void> SnpVerification::expect_genuine() const {
    const PublicKey& key = chain_->leaf().public_key();
    if (key.kind != PublicKey::Kind::p384)
        return fail(Errc::unsupported, "expected an endorsement key on P-384");
    const auto r = to_scalar(report_->signature_r);
    const auto s = to_scalar(report_->signature_s);
    const bool holds = r && s && signatures_.p384(key.point, report_->signed_part, *r, *s);
    return expect_signature(holds, "the endorsement key");
}

bool SnpVerification::check_signature() {
    return list_.note("report signature", expect_genuine());
}

Result<void> SnpVerification::expect_chip(const AmdExtensions& certified) const {
    // Under a VLEK a report names no processor; a VCEK's may be told not to. The signature says by
    // itself which processor it was.
    if (!certified.chip_id || report_->chip_is_masked) return {};
    if (report_->chip_id == *certified.chip_id) return {};
    return fail(
        Errc::unauthenticated,
        fmt::format(
            "CHIP_ID: expected {}, got {}", certified.chip_id->hex(), report_->chip_id.hex()));
}

Result<void> SnpVerification::expect_platform() const {
    const SnpProduct product = chain_->product();
    if (report_->product && *report_->product != product)
        return fail(
            Errc::unauthenticated,
            fmt::format(
                "product: expected {} of the certificate, got {}",
                name(product),
                name(*report_->product)));
    THERIAC_TRY(certified, read_amd_extensions(chain_->leaf(), product));
    if (certified.tcb != report_->reported_tcb)
        return fail(
            Errc::unauthenticated,
            fmt::format(
                "REPORTED_TCB: expected {} of the certificate, got {}",
                certified.tcb.hex(),
                report_->reported_tcb.hex()));
    return expect_chip(certified);
}

bool SnpVerification::check_platform() {
    return list_.note("platform", expect_platform());
}

bool SnpVerification::check_policy() {
    return check_simulated(list_, in_.policy, in_.anchor.kind())
           && check_debug(list_, in_.policy, report_->debug()) && check_migration() && check_tcb()
           && check_vmpl() && check_measurement(list_, in_.policy, measurement_of(*report_))
           && check_guest_svn() && check_report_data(list_, in_.policy, report_->report_data);
}

bool SnpVerification::check_migration() {
    const bool accepted = !report_->may_migrate() || in_.policy.migration == Rule::accept;
    return list_.note(
        {.name = "report: migration",
         .expected = in_.policy.migration == Rule::accept ? "any" : "a guest that stays",
         .found = report_->may_migrate() ? "a guest that an agent may move" : "a guest that stays",
         .outcome = Checklist::outcome(accepted),
         .code = Errc::denied});
}

bool SnpVerification::check_tcb() {
    const SnpTcb found = decode_tcb(chain_->product(), report_->reported_tcb);
    return list_.note(
        {.name = "TCB version",
         .expected = "at least " + to_text(in_.policy.minimum_snp_tcb),
         .found = to_text(found),
         .outcome = Checklist::outcome(reaches(found, in_.policy.minimum_snp_tcb)),
         .code = Errc::denied});
}

bool SnpVerification::check_vmpl() {
    const auto* expected = std::get_if<std::uint32_t>(&in_.policy.vmpl);
    return list_.note(
        {.name = "report: VMPL",
         .expected = expected == nullptr ? "any" : fmt::format("{}", *expected),
         .found = fmt::format("{}", report_->vmpl),
         .outcome = Checklist::outcome(expected == nullptr || *expected == report_->vmpl),
         .code = Errc::denied});
}

bool SnpVerification::check_guest_svn() {
    const std::uint32_t minimum = in_.policy.minimum_isv_svn;
    return list_.note(
        {.name = "report: GUEST_SVN",
         .expected = fmt::format("at least {}", minimum),
         .found = fmt::format("{}", report_->guest_svn),
         .outcome = Checklist::outcome(report_->guest_svn >= minimum),
         .code = Errc::denied});
}

}  // namespace theriac::attestation
