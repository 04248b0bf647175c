// Builds a small ledger state, account by account and slot by slot, and proves what is asked of it.
#pragma once

#include "theriac/eth/state_proof_builder.hpp"
#include "theriac/eth/storage_slot.hpp"
#include "theriac/eth/test/trie_builder.hpp"

#include <map>
#include <utility>
#include <vector>

namespace theriac::eth::test {

class StateBuilder {
public:
    using Slot = std::pair<Address, Hash256>;

    /// Number and time of the block that the proofs are under.
    Header header;

    /// Makes the account if there is none; 0 empties the slot.
    void set(const Address& account, const Hash256& slot, const U256& value) {
        storage_[account][slot] = value;
    }

    [[nodiscard]] U256 get(const Address& account, const Hash256& slot) const {
        const auto found = storage_.find(account);
        if (found == storage_.end() || !found->second.contains(slot)) return {};
        return found->second.at(slot);
    }

    /// A proof of exactly these slots. An account that was never set is proven not to exist, and
    /// its slots are left out.
    [[nodiscard]] StateProof prove(const std::vector<Slot>& slots) const {
        const SecureTrieBuilder accounts = account_trie();
        Header under = header;
        under.state_root = accounts.root();
        StateProofBuilder out(encode_header(under));
        std::map<Address, std::vector<Hash256>> wanted;
        for (const auto& [account, slot] : slots)
            wanted[account].push_back(slot);
        for (const auto& [account, asked] : wanted)
            out.add({account, accounts.prove(account.view()), prove_slots(account, asked)});
        return std::move(out).take();
    }

private:
    using Storage = std::map<Hash256, U256>;

    static SecureTrieBuilder storage_trie(const Storage& storage) {
        SecureTrieBuilder trie;
        for (const auto& [slot, value] : storage)
            if (value != U256())
                trie.put(slot.view(), rlp::encode_bytes(value.minimal_big_endian()));
        return trie;
    }

    [[nodiscard]] SecureTrieBuilder account_trie() const {
        SecureTrieBuilder trie;
        for (const auto& [account, storage] : storage_)
            trie.put(account.view(), account_value(storage_trie(storage).root()));
        return trie;
    }

    static Bytes account_value(const Hash256& storage_root) {
        rlp::Encoder e;
        e.list([&] {
            e.u64(1);
            e.u64(0);
            e.fixed(storage_root);
            e.fixed(crypto::keccak256(ByteView()));
        });
        return std::move(e).take();
    }

    [[nodiscard]] std::vector<SlotProof> prove_slots(
        const Address& account, const std::vector<Hash256>& asked) const {
        const auto found = storage_.find(account);
        if (found == storage_.end()) return {};
        const SecureTrieBuilder trie = storage_trie(found->second);
        std::vector<SlotProof> out;
        for (const Hash256& slot : asked)
            out.push_back({slot, trie.prove(slot.view())});
        return out;
    }

    std::map<Address, Storage> storage_;
};

}  // namespace theriac::eth::test
