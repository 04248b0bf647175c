// Proofs that a ledger's state holds a value, or holds none.
//
// The state is a Merkle-Patricia trie: nodes name their children by keccak-256, the root stands in
// the block's header. A proof is the nodes from the root down along the key; a node below 32 bytes
// stands inside its parent and is not in the list. See the Yellow Paper, appendix D.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/eth/address.hpp"
#include "theriac/eth/u256.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>

namespace theriac::eth {

/// The root of a trie without entries: keccak-256 of the RLP of no bytes, 80.
inline constexpr Hash256 kEmptyTrieRoot({0x56, 0xe8, 0x1f, 0x17, 0x1b, 0xcc, 0x55, 0xa6,
                                         0xff, 0x83, 0x45, 0xe6, 0x92, 0xc0, 0xf8, 0x6e,
                                         0x5b, 0x48, 0xe0, 0x1b, 0x99, 0x6c, 0xad, 0xc0,
                                         0x01, 0x62, 0x2f, 0xb5, 0xe3, 0x63, 0xb4, 0x21});

/// What the state says of an account that exists.
struct Account {
    std::uint64_t nonce = 0;
    U256 balance;  ///< wei
    Hash256 storage_root;
    Hash256 code_hash;

    bool operator==(const Account&) const = default;
};

/// The nodes that prove any number of keys of any number of tries: each node once, in the order in
/// which the searches, made one after the other, first meet them. No other list passes: a node that
/// is left out, left over, repeated or out of its turn is refused, by `find` or by `finish`.
class TrieNodes {
public:
    /// @param nodes  outlives this
    explicit TrieNodes(std::span<const Bytes> nodes) : rest_(nodes) {}

    /// The value under `key` in the trie with this root, or nothing when the nodes show that there
    /// is none. The view is into the nodes. The trie without entries needs no node.
    ///
    /// @param key  as the trie has it; in a state trie that is a hash
    /// @return Errc::unauthenticated when the next node has not the hash its parent names, or there
    ///         is none; Errc::malformed when a node is none
    Result<std::optional<ByteView>> find(const Hash256& root, ByteView key);

    /// The account, or nothing when the nodes show that there is none.
    ///
    /// @return as `find`
    Result<std::optional<Account>> find_account(const Hash256& state_root, const Address& address);

    /// The value of a storage slot; 0 when the nodes show that nothing is stored.
    ///
    /// @return as `find`
    Result<U256> find_slot(const Hash256& storage_root, const Hash256& slot);

    /// Whether every node was met.
    ///
    /// @return Errc::unauthenticated when one is left over
    [[nodiscard]] Result<void> finish() const;

    /// The node with this hash: one that was met before, or else the next of the list.
    ///
    /// @return as `find`
    Result<ByteView> node(const Hash256& hash);

private:
    std::span<const Bytes> rest_;  ///< not met yet
    std::map<Hash256, ByteView> met_;
};

}  // namespace theriac::eth
