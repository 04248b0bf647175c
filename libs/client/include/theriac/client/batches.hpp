// Batches as the ledger names them, read from the store and recomputed. docs/formats/batch.md
#pragma once

#include "theriac/client/contract_views.hpp"
#include "theriac/client/relayer_client.hpp"
#include "theriac/protocol/batch.hpp"
#include "theriac/storage/blob_store.hpp"

#include <span>

namespace theriac::client {

/// The batch that `posted` names.
///
/// @return what the store returns, Errc::not_found above all; Errc::malformed;
/// Errc::unauthenticated
///         when its root or count is not the ledger's
Result<protocol::LeafBatch> read_leaf_batch(storage::BlobStore& store, const PostedBatch& posted);

/// As above; Errc::unauthenticated also when it is for another request.
Result<protocol::GrantBatch> read_grant_batch(
    storage::BlobStore& store, const PostedBatch& posted, const protocol::RequestId& request);

/// Holds what a relayer says it posted against the ledger and the store: the ledger has a batch of
/// that root, the store has its manifest, and in there stands everything that was handed in, with
/// its signature, and with the sealed share of a grant.
///
/// @param on_ledger  the batches that the ledger has, of the same kind
/// @return Errc::unauthenticated naming the lie; Errc::not_found when the manifest is kept back
Result<void> check_posted(
    std::span<const PostedBatch> on_ledger,
    storage::BlobStore& store,
    const TicketStatus& ticket,
    const protocol::LeafBatch& handed_in);
Result<void> check_posted(
    std::span<const PostedBatch> on_ledger,
    storage::BlobStore& store,
    const TicketStatus& ticket,
    const protocol::GrantBatch& handed_in);

}  // namespace theriac::client
