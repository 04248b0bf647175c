// Where the keys of an indexed collection come from.
#pragma once

#include "theriac/client/owner_index.hpp"
#include "theriac/crypto/key_scheme.hpp"

namespace theriac::client {

inline crypto::CollectionOrigin origin_of(
    const IndexedCollection& collection, const Secret<32>& vault_seed) {
    return {
        vault_seed,
        collection.nonce,
        static_cast<std::uint32_t>(collection.leaf.statement.version)};
}

}  // namespace theriac::client
