// Changing what one lent: a successor version replaces a collection, a tombstone ends it.
//
// Each step first goes into the index, then withdraws every grant given for what is replaced (the
// consent counter rises), then reaches the ledger as a leaf. Killed anywhere, `finish_registration`
// completes it.
#pragma once

#include "theriac/client/collections.hpp"

#include <optional>
#include <span>

namespace theriac::client {

/// What replaces what.
struct Modification {
    protocol::CollectionId collection;
    /// Counted from 1: the record that the table's only row replaces. None: the table's rows
    /// replace all records.
    std::optional<std::size_t> record;
    ByteView csv;
    const learning::Schema& schema;
};

struct Changed {
    std::uint64_t version = 0;  ///< of the new leaf
    std::size_t records = 0;    ///< 0: the collection is deleted
    std::vector<TicketStatus> batches;
};

/// The successor is encrypted under a key of its own.
///
/// @return Errc::malformed with row and column; Errc::not_found, also for a deleted collection;
///         Errc::conflict while an earlier step is not finished
Result<Changed> modify_collection(
    Session& session, const TrustedEnclave& enclave, const Modification& modification);

/// A successor without that record, counted from 1; of the last one a tombstone.
Result<Changed> delete_record(
    Session& session,
    const TrustedEnclave& enclave,
    const protocol::CollectionId& collection,
    std::size_t record);

/// A tombstone each. Those deleted before are passed over.
Result<std::vector<TicketStatus>> delete_collections(
    Session& session, std::span<const protocol::CollectionId> collections);

struct Erased {
    std::size_t blobs = 0;  ///< the store says that it removed them
    /// Why some of it is still in the store; Errc::unsupported where the store removes nothing.
    std::optional<Error> kept;
};

/// Has the store remove records and manifests of every version that was replaced. A replaced
/// version whose successor is not registered yet stays.
Result<Erased> erase_replaced(Session& session);

}  // namespace theriac::client
