// What an owner's program remembers of the owner's collections: encrypted, small, and enough with
// the seed to open or grant any of them. docs/formats/owner-index.md.
#pragma once

#include "theriac/base/secret.hpp"
#include "theriac/crypto/key_scheme.hpp"
#include "theriac/protocol/batch.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace theriac::client {

struct IndexedCollection {
    crypto::CollectionNonce nonce;
    std::string label;  ///< the owner's own word for it, such as "row 17"; never leaves the index
    protocol::Signed<protocol::CollectionLeaf> leaf;
    std::optional<Hash256> batch_root;  ///< once the ledger has it

    [[nodiscard]] const protocol::CollectionId& id() const { return leaf.statement.collection; }
};

struct OwnerIndex {
    std::vector<IndexedCollection> collections;

    /// The collection with that id, or nullptr.
    [[nodiscard]] const IndexedCollection* find(const protocol::CollectionId& id) const;
};

/// AES-256-GCM under HKDF(seed, salt, "theriac/owner-index/v1"), a fresh salt each time.
Bytes seal_index(const OwnerIndex& index, const Secret<32>& vault_seed, Entropy& entropy);

/// @return Errc::unauthenticated for another seed or a changed byte
Result<OwnerIndex> open_index(ByteView sealed, const Secret<32>& vault_seed);

/// An empty index when the file does not exist.
Result<OwnerIndex> load_index(const std::filesystem::path& file, const Secret<32>& vault_seed);

/// Atomic and durable.
Result<void> save_index(
    const std::filesystem::path& file,
    const OwnerIndex& index,
    const Secret<32>& vault_seed,
    Entropy& entropy);

}  // namespace theriac::client
