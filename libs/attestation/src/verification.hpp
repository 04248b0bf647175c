// One verification of a quote: its inputs, what it has learned so far, and its steps in order.
#pragma once

#include "theriac/attestation/verify.hpp"

#include "checklist.hpp"
#include "evidence.hpp"
#include "qe_identity.hpp"
#include "tcb_info.hpp"

#include <optional>

namespace theriac::attestation {

/// Goes through the steps that follow on `read_evidence`, and notes each in the list.
class Verification {
public:
    /// Each parameter outlives the verification.
    Verification(
        const Inputs& in,
        const Collateral* collateral,
        const Evidence& evidence,
        const SignatureChecker& signatures,
        Checklist& list);

    /// Runs the steps, once.
    ///
    /// @return the report, when no check in the list failed; else its first failure
    Result<VerifiedReport> run();

private:
    // Each step returns whether to go on. docs/formats/quote.md numbers them in this order.
    bool check_collateral();
    bool check_module();
    bool check_qe_report();
    bool check_binding();
    bool check_qe_identity();
    bool check_signature();
    bool assess_tcb();
    bool check_policy();

    // Parts of check_collateral.
    bool check_revocation();
    bool read_tcb_info();
    bool read_qe_identity();
    Result<void> expect_not_revoked();
    Result<P256PublicKey> verified_signing_key(ByteView chain_pem);
    Result<P256PublicKey> signing_key(ByteView chain_pem);
    Result<ByteView> signed_body(ByteView text, std::string_view member, ByteView chain_pem);
    Result<TcbInfo> genuine_tcb_info();
    Result<QeIdentity> genuine_qe_identity();

    // Parts of check_policy.
    bool check_tcb();
    bool check_isv_svn();

    [[nodiscard]] Tee tee() const { return td_ == nullptr ? Tee::sgx : Tee::tdx; }

    const Inputs& in_;
    const Collateral* collateral_;
    const Evidence& evidence_;
    const SignatureChecker& signatures_;
    Checklist& list_;

    const TdReport* td_;  // null for SGX
    Measurement measurement_;
    std::optional<RevocationList> root_crl_;
    ByteView signing_chain_;  // the one verified last: both documents usually come with the same
    std::optional<P256PublicKey> signing_key_;  // its leaf's
    std::optional<TcbInfo> tcb_info_;
    std::optional<QeIdentity> qe_identity_;
    std::optional<TcbAssessment> tcb_;
};

}  // namespace theriac::attestation
