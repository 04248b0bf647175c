// Telling an owner, and nobody else, why a collection's content could not be used, and what the
// owner's rows changed.
#pragma once

#include "theriac/json/value.hpp"

#include "training.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace theriac::enclave {

struct RefusedCollection {
    protocol::CollectionId collection;
    std::string reason;  ///< may quote the record
};

/// What one owner alone is told.
struct OwnerNewsItem {
    std::vector<RefusedCollection> refused;
    std::optional<json::Value> contribution;  ///< what the owner's rows changed for the others
};

using OwnerNews = std::map<eth::Address, OwnerNewsItem>;

/// One report for each owner there is news for, encrypted to the key the owner registered. Padded
/// to a multiple of 4096 bytes, so that its size says little.
///
/// @return what reading the owner's key from `state` returns
Result<std::vector<protocol::SealedOwnerReport>> seal_owner_reports(
    const Instance& instance,
    const RunFacts& run,
    const eth::ProvenState& state,
    const OwnerNews& news);

/// Blob address of the index of these reports; zero when there are none.
crypto::BlobAddress owner_report_index_address(
    const std::vector<protocol::SealedOwnerReport>& reports);

}  // namespace theriac::enclave
