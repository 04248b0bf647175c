// One verification of an SEV-SNP report: its inputs, what it has learned so far, and its steps.
#pragma once

#include "theriac/attestation/verify.hpp"

#include "amd_certificates.hpp"
#include "checklist.hpp"
#include "evidence.hpp"

#include <optional>

namespace theriac::attestation {

class SnpVerification {
public:
    /// Each parameter outlives the verification.
    SnpVerification(
        const Inputs& in,
        const AmdCollateral& collateral,
        const SignatureChecker& signatures,
        Checklist& list)
        : in_(in), collateral_(collateral), signatures_(signatures), list_(list) {}

    /// Runs the steps, once.
    ///
    /// @return the report, when no check in the list failed; else its first failure
    Result<VerifiedReport> run();

private:
    // Each step returns whether to go on. docs/formats/snp-report.md numbers them in this order.
    bool read_report();
    bool read_chain();
    bool check_chain();
    bool check_revocation();
    bool check_key();
    bool check_signature();
    bool check_platform();
    bool check_policy();

    [[nodiscard]] Result<void> expect_not_revoked() const;
    [[nodiscard]] Result<void> expect_platform() const;
    [[nodiscard]] Result<void> expect_chip(const AmdExtensions& certified) const;
    [[nodiscard]] Result<void> expect_genuine() const;
    bool check_tcb();
    bool check_vmpl();
    bool check_migration();
    bool check_guest_svn();

    const Inputs& in_;
    const AmdCollateral& collateral_;
    const SignatureChecker& signatures_;
    Checklist& list_;

    std::optional<SnpReport> report_;
    std::optional<AmdChain> chain_;
};

}  // namespace theriac::attestation
