// The steps of a verification that read collateral.
#include "verification.hpp"

#include <algorithm>
#include <array>

namespace theriac::attestation {
namespace {

std::string_view to_text(Tee tee) {
    return tee == Tee::sgx ? "SGX" : "TDX";
}

}  // namespace

bool Verification::check_collateral() {
    if (collateral_ != nullptr) return check_revocation() && read_tcb_info() && read_qe_identity();
    if (in_.policy.missing_collateral == Rule::accept) {
        list_.skip("collateral", "none given: revocation and TCB status are unknown");
        return true;
    }
    return list_.note(
        "collateral",
        fail(Errc::denied, "expected collateral, got none; the policy does not do without"));
}

Result<void> Verification::expect_not_revoked() {
    const auto read = [&](ByteView der, const Certificate& issuer) -> Result<RevocationList> {
        THERIAC_TRY(list, RevocationList::parse(der));
        THERIAC_CHECK(list.verify(issuer, signatures_, in_.now));
        return list;
    };
    auto root_crl = read(collateral_->root_crl, evidence_.chain.root());
    if (!root_crl) return fail(with_context("root CRL", root_crl.error()));
    root_crl_ = *root_crl;
    auto pck_crl = read(collateral_->pck_crl, evidence_.chain.issuer());
    if (!pck_crl) return fail(with_context("PCK CRL", pck_crl.error()));
    if (root_crl->revokes(evidence_.chain.issuer()))
        return fail(Errc::unauthenticated, "PCK CA certificate is revoked");
    if (pck_crl->revokes(evidence_.chain.leaf()))
        return fail(Errc::unauthenticated, "PCK certificate is revoked");
    return {};
}

bool Verification::check_revocation() {
    return list_.note("revocation", expect_not_revoked());
}

Result<P256PublicKey> Verification::verified_signing_key(ByteView chain_pem) {
    if (!root_crl_) return fail(Errc::unauthenticated, "no root CRL that holds");
    if (chain_pem.size() > kMaxQuoteSize)
        return fail(Errc::too_large, "signing chain: over the limit");
    THERIAC_TRY(chain, SigningChain::parse(chain_pem));
    THERIAC_TRY(root, expect_root(chain.root(), in_.anchor));
    const std::array<const Certificate*, 2> certificates{&chain.signer(), &chain.root()};
    THERIAC_CHECK(verify_chain(certificates, root, signatures_, in_.now));
    if (root_crl_->revokes(chain.signer()))
        return fail(Errc::unauthenticated, "signing certificate is revoked");
    return chain.signer().p256_key();
}

Result<P256PublicKey> Verification::signing_key(ByteView chain_pem) {
    if (signing_key_ && std::ranges::equal(chain_pem, signing_chain_)) return *signing_key_;
    THERIAC_TRY(key, verified_signing_key(chain_pem));
    signing_chain_ = chain_pem;
    signing_key_ = key;
    return key;
}

Result<ByteView> Verification::signed_body(
    ByteView text, std::string_view member, ByteView chain_pem) {
    THERIAC_TRY(split, split_signed_json(text, member));
    THERIAC_TRY(key, signing_key(chain_pem));
    THERIAC_CHECK(expect_signature(
        signatures_.p256(key.view(), split.body, split.signature), "the TCB signer"));
    return split.body;
}

Result<TcbInfo> Verification::genuine_tcb_info() {
    THERIAC_TRY(body, signed_body(collateral_->tcb_info, "tcbInfo", collateral_->tcb_info_chain));
    THERIAC_TRY(info, parse_tcb_info(body));
    THERIAC_CHECK(expect_within(info.period, in_.now));
    if (info.tee != tee())
        return fail(
            Errc::unauthenticated,
            fmt::format("expected TCB info of {}, got that of the other kind", to_text(tee())));
    if (info.fmspc != evidence_.platform.fmspc || info.pce_id != evidence_.platform.pce_id)
        return fail(
            Errc::unauthenticated,
            fmt::format(
                "expected FMSPC {} and PCEID {} of the PCK certificate, got {} and {}",
                evidence_.platform.fmspc.hex(),
                evidence_.platform.pce_id.hex(),
                info.fmspc.hex(),
                info.pce_id.hex()));
    return info;
}

bool Verification::read_tcb_info() {
    auto info = genuine_tcb_info();
    if (!info) return list_.note("TCB info", fail(info.error()));
    tcb_info_ = std::move(*info);
    return list_.note("TCB info", {});
}

Result<QeIdentity> Verification::genuine_qe_identity() {
    THERIAC_TRY(
        body,
        signed_body(collateral_->qe_identity, "enclaveIdentity", collateral_->qe_identity_chain));
    THERIAC_TRY(identity, parse_qe_identity(body));
    THERIAC_CHECK(expect_within(identity.period, in_.now));
    if (identity.tee != tee())
        return fail(
            Errc::unauthenticated,
            fmt::format("expected id {}, got the other", tee() == Tee::sgx ? "QE" : "TD_QE"));
    return identity;
}

bool Verification::read_qe_identity() {
    auto identity = genuine_qe_identity();
    if (!identity) return list_.note("QE identity", fail(identity.error()));
    qe_identity_ = std::move(*identity);
    return list_.note("QE identity", {});
}

}  // namespace theriac::attestation
