#include "theriac/attestation/verify.hpp"

#include "evidence.hpp"
#include "verification.hpp"

namespace theriac::attestation {
namespace {

Result<VerifiedQuote> run(const Inputs& in, Checklist& list) {
    const auto evidence = read_evidence(in, list);
    if (evidence) return Verification(in, *evidence, list).run();
    const auto& failure = list.failure();
    return fail(failure.value_or(Error{.code = Errc::internal, .message = "quote: not read"}));
}

}  // namespace

Result<VerifiedQuote> verify(
    ByteView quote,
    const Collateral* collateral,
    const TrustAnchor& anchor,
    const Policy& policy,
    UnixTime now) {
    Checklist list(Mode::until_first_failure);
    return run(
        {.quote = quote, .collateral = collateral, .anchor = anchor, .policy = policy, .now = now},
        list);
}

std::vector<Check> explain(
    ByteView quote,
    const Collateral* collateral,
    const TrustAnchor& anchor,
    const Policy& policy,
    UnixTime now) {
    Checklist list(Mode::all);
    [[maybe_unused]] const auto result = run(
        {.quote = quote, .collateral = collateral, .anchor = anchor, .policy = policy, .now = now},
        list);
    return std::move(list).take();
}

}  // namespace theriac::attestation
