// An owner's index made anew: from the seed, the ledger's batches and the store.
#pragma once

#include "theriac/client/owner_index.hpp"
#include "theriac/client/session.hpp"

#include <string>
#include <vector>

namespace theriac::client {

/// What the ledger has of this owner, held against the index.
struct Recovered {
    struct Closed {
        protocol::CollectionId collection;
        std::string reason;
    };

    std::size_t found = 0;       ///< collections of this owner on the ledger
    std::size_t added = 0;       ///< of those, the index did not know
    std::size_t updated = 0;     ///< of those, the index knew an older version
    std::size_t checked = 0;     ///< collections whose keys were derived again and fit their leaf
    std::vector<Closed> closed;  ///< cannot be opened by seed and index
    std::vector<std::string> unread;  ///< batches whose manifest cannot be had, or is wrong
};

/// Reads every batch of leaves, takes the newest version of each of this owner's collections, and
/// derives its keys again; what fits goes into the index. Labels exist in the index alone: a
/// collection that was lost from it comes back with another.
///
/// @return what ledger and index file return; Errc::unauthenticated for a damaged index: move it
///         away first
Result<Recovered> recover_index(Session& session);

}  // namespace theriac::client
