// From admitted collections to a sealed, signed-for result.
#pragma once

#include "theriac/base/secret.hpp"
#include "theriac/learning/spec.hpp"
#include "theriac/protocol/result_bundle.hpp"
#include "theriac/protocol/statements.hpp"

#include "admission.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace theriac::enclave {

struct Instance;

/// What a run was committed to.
struct RunFacts {
    const KnownRequest& request;
    const protocol::StartCommitment& commitment;
    std::string_view header_trust;
};

struct SealedResult {
    protocol::ResultStatement statement;
    Bytes ciphertext;
    std::vector<protocol::SealedOwnerReport> owner_reports;
};

/// 32 bytes that follow from the group's job secret, the run, the purpose and the message they
/// protect.
Secret<32> job_key(
    const Instance& instance, const RunFacts& run, std::string_view purpose, ByteView message);

/// Opens the collections, trains, writes model and card, and encrypts them to the researcher's key.
/// The same inputs give the same bytes on every instance of the group: all randomness follows from
/// the group's job secret, the request and the use root.
///
/// The plaintext of one collection is wiped before the next is opened; what stays is its rows.
///
/// A collection that does not open, or whose rows do not fit the schema, contributes nothing, and
/// its owner alone is told why.
///
/// @return Errc::denied when fewer owners than demanded have usable rows; Errc::internal, without
/// detail, when no model can
///         be fitted
Result<SealedResult> train_and_seal(
    const Instance& instance,
    const RunFacts& run,
    const learning::ModelSpec& spec,
    const eth::ProvenState& state,
    const OfferTerms& terms,
    std::span<const Offer* const> used);

}  // namespace theriac::enclave
