// Proofs that a ledger's state holds a value, or holds none: eth_getProof (EIP-1186).
//
// The state is a Merkle-Patricia trie: nodes name their children by keccak-256, the root stands in
// the block's header. A proof is the nodes from the root down along the key, in that order; a node
// below 32 bytes stands inside its parent and is not in the list.
// See the Yellow Paper, appendix D.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/eth/address.hpp"
#include "theriac/eth/u256.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace theriac::eth {

/// The root of a trie without entries: keccak-256 of the RLP of no bytes, 80.
inline constexpr Hash256 kEmptyTrieRoot({0x56, 0xe8, 0x1f, 0x17, 0x1b, 0xcc, 0x55, 0xa6,
                                         0xff, 0x83, 0x45, 0xe6, 0x92, 0xc0, 0xf8, 0x6e,
                                         0x5b, 0x48, 0xe0, 0x1b, 0x99, 0x6c, 0xad, 0xc0,
                                         0x01, 0x62, 0x2f, 0xb5, 0xe3, 0x63, 0xb4, 0x21});

/// The value under `key` in the trie with this root, or nothing when the proof shows that there is
/// none. The view is into `nodes`.
///
/// @param key  as the trie has it; in a state trie that is a hash
/// @return Errc::unauthenticated when a node has not the hash its parent names, the proof ends
///         early, or a node is left over; Errc::malformed when a node is none
Result<std::optional<ByteView>> verify_trie_proof(
    const Hash256& root, ByteView key, std::span<const Bytes> nodes);

/// What the state says of an account that exists.
struct Account {
    std::uint64_t nonce = 0;
    U256 balance;  ///< wei
    Hash256 storage_root;
    Hash256 code_hash;

    bool operator==(const Account&) const = default;
};

/// The account, or nothing when the proof shows that there is none.
///
/// @return as verify_trie_proof
Result<std::optional<Account>> verify_account_proof(
    const Hash256& state_root, const Address& address, std::span<const Bytes> nodes);

/// The value of a storage slot; 0 when the proof shows that nothing is stored.
///
/// @return as verify_trie_proof
Result<U256> verify_storage_proof(
    const Hash256& storage_root, const Hash256& slot, std::span<const Bytes> nodes);

}  // namespace theriac::eth
