// What a quote carries, read but not verified.
#pragma once

#include "theriac/attestation/pck_extension.hpp"
#include "theriac/attestation/quote.hpp"

#include "checklist.hpp"
#include "pck_chain.hpp"

#include <optional>

namespace theriac::attestation {

/// What a verification is given besides collateral. All of it outlives the verification.
struct Inputs {
    ByteView evidence;
    const TrustAnchor& anchor;
    const Policy& policy;
    UnixTime now;
};

struct Evidence {
    Quote quote;
    PckChain chain;
    P256PublicKey pck_key;
    PckExtension platform;
};

/// Reads the quote and what its certificates say, and checks the chain up to the trust anchor: the
/// first steps of docs/formats/quote.md, each noted in `list`.
///
/// @param collateral  may be null; may have the chain of a quote that only names its platform
/// @return empty when there is nothing to go on with, or when `list` says to stop
std::optional<Evidence> read_evidence(
    const Inputs& in,
    const Collateral* collateral,
    const SignatureChecker& signatures,
    Checklist& list);

}  // namespace theriac::attestation
