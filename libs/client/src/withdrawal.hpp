// What follows a new version or a tombstone: grants for what it replaced end, its blobs go.
#pragma once

#include "theriac/client/owner_index.hpp"
#include "theriac/client/session.hpp"

namespace theriac::client {

/// Raises the consent counter of every collection that owes it, so that no grant for an earlier
/// version holds any more; asks the ledger whether that is so; saves `index`.
Result<void> withdraw_replaced(Session& session, OwnerIndex& index);

}  // namespace theriac::client
