#include "theriac/attestation/collateral_check.hpp"

#include "amd_certificates.hpp"
#include "pck_chain.hpp"
#include "qe_identity.hpp"
#include "signed_json.hpp"
#include "tcb_info.hpp"
#include <fmt/format.h>

#include <array>

namespace theriac::attestation {
namespace {

constexpr std::string_view kTcbInfo = "TCB info";
constexpr std::string_view kQeIdentity = "QE identity";
constexpr std::string_view kRootCrl = "root CRL";
constexpr std::string_view kPckCrl = "PCK CRL";
constexpr std::string_view kAmdList = "revocation list";

template <typename T>
Result<T> named(std::string_view part, Result<T> result) {
    if (result) return result;
    return fail(with_context(part, std::move(result).error()));
}

PartPeriod of(std::string_view part, const Period& period) {
    return {.part = std::string(part), .from = period.from, .until = period.until};
}

Result<Period> period_of_list(ByteView der, std::string_view part) {
    THERIAC_TRY(list, named(part, RevocationList::parse(der)));
    return list.period();
}

Result<Period> period_of_tcb_info(ByteView text) {
    THERIAC_TRY(split, split_signed_json(text, "tcbInfo"));
    THERIAC_TRY(info, parse_tcb_info(split.body));
    return info.period;
}

Result<Period> period_of_qe_identity(ByteView text) {
    THERIAC_TRY(split, split_signed_json(text, "enclaveIdentity"));
    THERIAC_TRY(identity, parse_qe_identity(split.body));
    return identity.period;
}

// The documents and the root's list, under one chain of two certificates.
class IntelCheck {
public:
    IntelCheck(const Collateral& collateral, const TrustAnchor& anchor, UnixTime now)
        : collateral_(collateral), anchor_(anchor), now_(now) {}

    [[nodiscard]] Result<void> run() const {
        THERIAC_CHECK(
            named(kTcbInfo, check(collateral_.tcb_info, "tcbInfo", collateral_.tcb_info_chain)));
        THERIAC_CHECK(named(
            kQeIdentity,
            check(collateral_.qe_identity, "enclaveIdentity", collateral_.qe_identity_chain)));
        THERIAC_TRY(all, periods(collateral_));
        for (const PartPeriod& part : all)
            THERIAC_CHECK(
                named(part.part, expect_within({.from = part.from, .until = part.until}, now_)));
        return {};
    }

private:
    [[nodiscard]] Result<void> check(
        ByteView text, std::string_view member, ByteView chain_pem) const {
        THERIAC_TRY(split, split_signed_json(text, member));
        THERIAC_TRY(chain, SigningChain::parse(chain_pem));
        THERIAC_TRY(root, expect_root(chain.root(), anchor_));
        const std::array<const Certificate*, 2> certificates{&chain.signer(), &chain.root()};
        THERIAC_CHECK(verify_chain(certificates, root, signatures_, now_));
        THERIAC_TRY(list, RevocationList::parse(collateral_.root_crl));
        THERIAC_CHECK(named(kRootCrl, list.verify(chain.root(), signatures_, now_)));
        if (list.revokes(chain.signer()))
            return fail(Errc::unauthenticated, "signing certificate is revoked");
        THERIAC_TRY(key, chain.signer().p256_key());
        return expect_signature(
            signatures_.p256(key.view(), split.body, split.signature), "the TCB signer");
    }

    const Collateral& collateral_;
    const TrustAnchor& anchor_;
    UnixTime now_;
    SignatureChecker signatures_;
};

}  // namespace

Result<std::vector<PartPeriod>> periods(const Collateral& collateral) {
    THERIAC_TRY(root_crl, period_of_list(collateral.root_crl, kRootCrl));
    THERIAC_TRY(pck_crl, period_of_list(collateral.pck_crl, kPckCrl));
    THERIAC_TRY(info, named(kTcbInfo, period_of_tcb_info(collateral.tcb_info)));
    THERIAC_TRY(identity, named(kQeIdentity, period_of_qe_identity(collateral.qe_identity)));
    return std::vector{
        of(kRootCrl, root_crl),
        of(kPckCrl, pck_crl),
        of(kTcbInfo, info),
        of(kQeIdentity, identity)};
}

Result<std::vector<PartPeriod>> periods(const AmdCollateral& collateral) {
    THERIAC_TRY(chain, AmdChain::parse(collateral));
    std::vector out{
        of("endorsement key certificate", chain.leaf().period()),
        of("ASK certificate", chain.signer().period()),
        of("ARK certificate", chain.root().period())};
    if (collateral.revocation_list.empty()) return out;
    THERIAC_TRY(list, period_of_list(collateral.revocation_list, kAmdList));
    out.push_back(of(kAmdList, list));
    return out;
}

Result<void> check_collateral(
    const Collateral& collateral, const TrustAnchor& anchor, UnixTime now) {
    return IntelCheck(collateral, anchor, now).run();
}

Result<void> check_collateral(
    const AmdCollateral& collateral, const TrustAnchor& anchor, UnixTime now) {
    const SignatureChecker signatures;
    THERIAC_TRY(chain, AmdChain::parse(collateral));
    THERIAC_TRY(root, expect_root(chain.root(), anchor));
    const std::array<const Certificate*, 3> certificates{
        &chain.leaf(), &chain.signer(), &chain.root()};
    THERIAC_CHECK(verify_chain(certificates, root, signatures, now));
    if (collateral.revocation_list.empty()) return {};
    THERIAC_TRY(list, named(kAmdList, RevocationList::parse(collateral.revocation_list)));
    THERIAC_CHECK(named(kAmdList, list.verify(chain.root(), signatures, now)));
    if (list.revokes(chain.signer()))
        return fail(Errc::unauthenticated, "the ASK certificate is revoked");
    return {};
}

Result<void> check_pck_crl(
    const Collateral& collateral, ByteView chain, const TrustAnchor& anchor, UnixTime now) {
    const SignatureChecker signatures;
    THERIAC_TRY(found, PckCaChain::parse(chain));
    THERIAC_TRY(root, expect_root(found.root(), anchor));
    const std::array<const Certificate*, 2> certificates{&found.issuer(), &found.root()};
    THERIAC_CHECK(named(kPckCrl, verify_chain(certificates, root, signatures, now)));
    THERIAC_TRY(root_list, RevocationList::parse(collateral.root_crl));
    THERIAC_CHECK(named(kRootCrl, root_list.verify(found.root(), signatures, now)));
    if (root_list.revokes(found.issuer()))
        return fail(Errc::unauthenticated, "PCK CA certificate is revoked");
    THERIAC_TRY(list, named(kPckCrl, RevocationList::parse(collateral.pck_crl)));
    return named(kPckCrl, list.verify(found.issuer(), signatures, now));
}

}  // namespace theriac::attestation
