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
    /// The consent counter that the ledger must reach, so that no grant for an earlier version
    /// holds; 0 when nothing is owed.
    std::uint64_t void_below = 0;
    std::vector<protocol::Signed<protocol::CollectionLeaf>> earlier{};  ///< versions replaced

    /// Its newest leaf is a tombstone.
    [[nodiscard]] bool is_deleted() const { return leaf.statement.record_count == 0; }

    [[nodiscard]] const protocol::CollectionId& id() const { return leaf.statement.collection; }
};

struct OwnerIndex {
    std::vector<IndexedCollection> collections;

    /// The collection with that id, or nullptr.
    [[nodiscard]] const IndexedCollection* find(const protocol::CollectionId& id) const;
    [[nodiscard]] IndexedCollection* find(const protocol::CollectionId& id);
};

/// The nonce of a collection of this owner: from the seed and the id, so that whoever has the seed
/// and the ledger's batches needs no index to open it.
crypto::CollectionNonce derive_nonce(
    const Secret<32>& vault_seed, const protocol::CollectionId& id);

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
