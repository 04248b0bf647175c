// One answer of eth_getProof at a time, as public vectors have them.
#pragma once

#include "theriac/eth/trie.hpp"

#include <vector>

namespace theriac::eth::test {

/// The nodes without the one that says of a trie that it has no entries, as some nodes answer.
inline std::vector<Bytes> without_empty_root(std::vector<Bytes> nodes) {
    if (nodes.size() == 1 && nodes[0] == Bytes{0x80}) nodes.clear();
    return nodes;
}

inline Result<std::optional<ByteView>> verify_trie_proof(
    const Hash256& root, ByteView key, const std::vector<Bytes>& nodes) {
    TrieNodes path(nodes);
    THERIAC_TRY(value, path.find(root, key));
    THERIAC_CHECK(path.finish());
    return value;
}

inline Result<std::optional<Account>> verify_account_proof(
    const Hash256& state_root, const Address& address, const std::vector<Bytes>& nodes) {
    TrieNodes path(nodes);
    THERIAC_TRY(account, path.find_account(state_root, address));
    THERIAC_CHECK(path.finish());
    return account;
}

inline Result<U256> verify_storage_proof(
    const Hash256& storage_root, const Hash256& slot, const std::vector<Bytes>& nodes) {
    TrieNodes path(nodes);
    THERIAC_TRY(value, path.find_slot(storage_root, slot));
    THERIAC_CHECK(path.finish());
    return value;
}

}  // namespace theriac::eth::test
