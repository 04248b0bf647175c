// Whose word a participant believes: roots of evidence, with what their makers publish.
// docs/formats/network.md.
#pragma once

#include "theriac/attestation/collateral.hpp"
#include "theriac/attestation/policy.hpp"
#include "theriac/attestation/trust_anchor.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace theriac::client {

/// What goes with AMD's root of one product. The endorsement key's certificate comes with the
/// evidence.
struct AmdTrust {
    attestation::SnpProduct product = attestation::SnpProduct::milan;
    attestation::SnpTcb minimum_tcb;  ///< AMD has no list of platform statuses: this stands for it
    Bytes signer;                     ///< ASK or ASVK certificate, DER or PEM
    Bytes root;                       ///< ARK certificate, likewise; its key is pinned
    Bytes revocation_list;            ///< DER; empty only where the next field accepts that
    attestation::Rule missing_revocation_list = attestation::Rule::refuse;
};

/// A root that evidence is believed under, and what its manufacturer publishes beside it.
struct Anchor {
    attestation::AnchorKind kind = attestation::AnchorKind::intel;
    std::string root_certificate;  ///< PEM, of a simulated platform; empty for the real ones, which
                                   ///< are pinned in the program
    std::optional<attestation::Collateral> collateral{};
    std::optional<AmdTrust> amd{};  ///< for AMD, and only then
};

/// One anchor as JSON, as `anchor.json` holds it.
std::string encode(const Anchor& anchor);

/// @return Errc::malformed, naming the field
Result<Anchor> decode_anchor(std::string_view text);

}  // namespace theriac::client
