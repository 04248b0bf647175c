// Verifies attestation evidence offline: no network, no file, no clock.
#pragma once

#include "theriac/attestation/collateral.hpp"
#include "theriac/attestation/pck_extension.hpp"
#include "theriac/attestation/policy.hpp"
#include "theriac/attestation/quote.hpp"
#include "theriac/attestation/tcb_status.hpp"
#include "theriac/attestation/trust_anchor.hpp"
#include "theriac/base/ports.hpp"

#include <optional>
#include <string>
#include <vector>

namespace theriac::attestation {

/// Evidence that passed every check. Only `verify` makes one.
class VerifiedQuote {
public:
    /// Whose word this is. With `simulated`, nothing is known about any hardware.
    [[nodiscard]] AnchorKind trust_anchor() const { return anchor_; }

    [[nodiscard]] const Measurement& measurement() const { return report_.mr_enclave; }

    [[nodiscard]] const ReportData& report_data() const { return report_.report_data; }

    [[nodiscard]] const SgxReport& report() const { return report_; }

    [[nodiscard]] const PckExtension& platform() const { return platform_; }

    /// Empty when the policy accepted evidence without collateral.
    [[nodiscard]] const std::optional<TcbAssessment>& tcb() const { return tcb_; }

private:
    friend class Verification;

    VerifiedQuote(
        AnchorKind anchor,
        const SgxReport& report,
        const PckExtension& platform,
        std::optional<TcbAssessment> tcb)
        : anchor_(anchor), report_(report), platform_(platform), tcb_(std::move(tcb)) {}

    AnchorKind anchor_;
    SgxReport report_;
    PckExtension platform_;
    std::optional<TcbAssessment> tcb_;
};

/// Checks `quote` in the order of docs/formats/quote.md: layout, certificates up to `anchor`,
/// revocation, collateral, quoting enclave, signature, platform status, and then `policy`.
///
/// @param collateral  may be null; then only a policy that says so accepts the quote
/// @param now  judges certificates and collateral; inside an enclave, a proven block's time
/// @return the first check that fails, with what was expected and found: Errc::malformed,
///     too_large, unsupported; unauthenticated for a signature, chain or binding that does not
///     hold; expired for certificates and collateral; denied for what policy forbids
Result<VerifiedQuote> verify(
    ByteView quote,
    const Collateral* collateral,
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

}  // namespace theriac::attestation
