// Telling an owner, and nobody else, why a collection's content could not be used.
#pragma once

#include "training.hpp"

#include <string>
#include <vector>

namespace theriac::enclave {

struct RefusedCollection {
    eth::Address owner;
    protocol::CollectionId collection;
    std::string reason;  ///< may quote the record
};

/// One report for each owner with a refused collection, encrypted to the key the owner registered.
/// Padded to a multiple of 4096 bytes, so that its size says little.
///
/// @return what reading the owner's key from `state` returns
Result<std::vector<protocol::SealedOwnerReport>> seal_owner_reports(
    const Instance& instance,
    const RunFacts& run,
    const eth::ProvenState& state,
    const std::vector<RefusedCollection>& refused);

/// Blob address of the index of these reports; zero when there are none.
crypto::BlobAddress owner_report_index_address(
    const std::vector<protocol::SealedOwnerReport>& reports);

}  // namespace theriac::enclave
