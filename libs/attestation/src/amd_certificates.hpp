// The certificates that SEV-SNP reports come with.
#pragma once

#include "theriac/attestation/collateral.hpp"
#include "theriac/attestation/snp_report.hpp"

#include "x509.hpp"

namespace theriac::attestation {

/// Endorsement key (VCEK or VLEK), the signing key of its line (ASK or ASVK), root (ARK). Not yet
/// verified.
class AmdChain {
public:
    /// @return Errc::malformed or unsupported when one is no certificate of the kind;
    ///     Errc::unauthenticated unless they have the names of one product's chain
    static Result<AmdChain> parse(const AmdCollateral& collateral);

    [[nodiscard]] const Certificate& leaf() const { return leaf_; }

    [[nodiscard]] const Certificate& signer() const { return signer_; }

    [[nodiscard]] const Certificate& root() const { return root_; }

    /// By the signer's name.
    [[nodiscard]] SnpProduct product() const { return product_; }

    /// By the names.
    [[nodiscard]] SnpKey key() const { return key_; }

private:
    AmdChain(Certificate leaf, Certificate signer, Certificate root)
        : leaf_(std::move(leaf)), signer_(std::move(signer)), root_(std::move(root)) {}

    Result<void> read_names();

    Certificate leaf_;
    Certificate signer_;
    Certificate root_;
    SnpProduct product_ = SnpProduct::milan;
    SnpKey key_ = SnpKey::none;
};

/// What AMD wrote about a platform into the certificate of its key.
struct AmdExtensions {
    SnpTcbBytes tcb;                   ///< in the layout of a report
    std::optional<SnpChipId> chip_id;  ///< of a VCEK
};

/// @return Errc::malformed or not_found when an extension is missing or out of form;
///     Errc::unauthenticated when the certificate names another product
/// @see AMD 57230 "VCEK certificate and KDS interface specification", table 8
Result<AmdExtensions> read_amd_extensions(const Certificate& leaf, SnpProduct product);

}  // namespace theriac::attestation
