// Verifies attestation evidence offline: no network, no file, no clock.
#pragma once

#include "theriac/attestation/collateral.hpp"
#include "theriac/attestation/pck_extension.hpp"
#include "theriac/attestation/policy.hpp"
#include "theriac/attestation/quote.hpp"
#include "theriac/attestation/snp_report.hpp"
#include "theriac/attestation/tcb_status.hpp"
#include "theriac/attestation/trust_anchor.hpp"
#include "theriac/base/ports.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace theriac::attestation {

/// The kinds of platform.
enum class Technology : std::uint8_t { sgx, tdx, sev_snp };

/// "SGX", "TDX" or "SEV-SNP".
std::string_view name(Technology technology);

/// What the platform says of the code, in the form of its kind.
using Report = std::variant<SgxReport, TdReport, SnpReport>;

/// Evidence that passed every check. Only `verify` makes one.
class VerifiedReport {
public:
    /// Whose word this is. With `simulated`, nothing is known about any hardware.
    [[nodiscard]] AnchorKind trust_anchor() const { return anchor_; }

    [[nodiscard]] Technology technology() const;

    /// What policies and the ledger name the code by.
    [[nodiscard]] const Measurement& measurement() const { return measurement_; }

    [[nodiscard]] const ReportData& report_data() const;

    [[nodiscard]] const Report& report() const { return report_; }

    /// What Intel wrote about the platform; empty for SEV-SNP.
    [[nodiscard]] const std::optional<PckExtension>& platform() const { return platform_; }

    /// Empty for SEV-SNP, and when the policy accepted evidence without collateral.
    [[nodiscard]] const std::optional<TcbAssessment>& tcb() const { return tcb_; }

private:
    friend class Verification;
    friend class SnpVerification;

    VerifiedReport(
        AnchorKind anchor,
        const Measurement& measurement,
        Report report,
        std::optional<PckExtension> platform,
        std::optional<TcbAssessment> tcb)
        : anchor_(anchor),
          measurement_(measurement),
          report_(std::move(report)),
          platform_(std::move(platform)),
          tcb_(std::move(tcb)) {}

    AnchorKind anchor_;
    Measurement measurement_;
    Report report_;
    std::optional<PckExtension> platform_;
    std::optional<TcbAssessment> tcb_;
};

/// Checks an SGX or TDX `quote` in the order of docs/formats/quote.md: layout, certificates up to
/// `anchor`, revocation, collateral, quoting enclave, signature, platform status, and then
/// `policy`.
///
/// @param collateral  may be null; then only a policy that says so accepts the quote
/// @param now  judges certificates and collateral; inside an enclave, a proven block's time
/// @return the first check that fails, with what was expected and found: Errc::malformed,
///     too_large, unsupported; unauthenticated for a signature, chain or binding that does not
///     hold; expired for certificates and collateral; denied for what policy forbids
Result<VerifiedReport> verify(
    ByteView quote,
    const Collateral* collateral,
    const TrustAnchor& anchor,
    const Policy& policy,
    UnixTime now);

/// Checks an SEV-SNP `report` in the order of docs/formats/snp-report.md. As above. The views in
/// the SnpReport of the result are empty.
Result<VerifiedReport> verify(
    ByteView report,
    const AmdCollateral& collateral,
    const TrustAnchor& anchor,
    const Policy& policy,
    UnixTime now);

/// One line of an explanation.
struct Check {
    enum class Outcome : std::uint8_t { passed, failed, skipped };

    std::string name;      ///< for example "report data"
    std::string expected;  ///< may be empty when the name says it
    std::string found;
    Outcome outcome = Outcome::failed;
    Errc code = Errc::unauthenticated;  ///< what `verify` would fail with
};

/// Every check that can be made of `quote`, also after the first that fails, in the order of
/// `verify`. For people to read; a program decides by `verify`.
std::vector<Check> explain(
    ByteView quote,
    const Collateral* collateral,
    const TrustAnchor& anchor,
    const Policy& policy,
    UnixTime now);

std::vector<Check> explain(
    ByteView report,
    const AmdCollateral& collateral,
    const TrustAnchor& anchor,
    const Policy& policy,
    UnixTime now);

/// What evidence says, whether or not it is true.
struct Claims {
    Technology technology = Technology::sgx;
    Measurement measurement;
    ReportData report_data;
    Report report;
};

/// Reads evidence of any kind without verifying anything: for those who made it themselves, and for
/// people to read. An SEV-SNP report may be an extended one.
///
/// @return what parse_quote and parse_snp_report return
Result<Claims> read_claims(ByteView evidence);

/// True when `evidence` begins as an SEV-SNP report does; else it can only be a quote.
bool looks_like_snp_report(ByteView evidence);

}  // namespace theriac::attestation
