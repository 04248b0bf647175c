#include "theriac/attestation/verify.hpp"

#include "verification.hpp"

namespace theriac::attestation {

Result<VerifiedQuote> verify(
    ByteView quote,
    const Collateral* collateral,
    const TrustAnchor& anchor,
    const Policy& policy,
    UnixTime now) {
    Verification verification(
        {.quote = quote, .collateral = collateral, .anchor = anchor, .policy = policy, .now = now},
        Mode::until_first_failure);
    verification.run();
    return verification.result();
}

std::vector<Check> explain(
    ByteView quote,
    const Collateral* collateral,
    const TrustAnchor& anchor,
    const Policy& policy,
    UnixTime now) {
    Verification verification(
        {.quote = quote, .collateral = collateral, .anchor = anchor, .policy = policy, .now = now},
        Mode::all);
    verification.run();
    return std::move(verification).take_checks();
}

}  // namespace theriac::attestation
