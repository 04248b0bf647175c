// What a quote carries, read but not verified.
#pragma once

#include "theriac/attestation/pck_extension.hpp"
#include "theriac/attestation/quote.hpp"

#include "checklist.hpp"
#include "pck_chain.hpp"

#include <optional>

namespace theriac::attestation {

/// What a verification is given. All of it outlives the verification.
struct Inputs {
    ByteView quote;
    const Collateral* collateral = nullptr;
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
/// @return empty when there is nothing to go on with, or when `list` says to stop
std::optional<Evidence> read_evidence(const Inputs& in, Checklist& list);

}  // namespace theriac::attestation
