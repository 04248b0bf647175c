// A state of two accounts and one proof of it: the vector of docs/formats/state-proof.md.
#pragma once

#include "theriac/eth/state_proof_builder.hpp"
#include "theriac/eth/storage_slot.hpp"
#include "theriac/eth/test/trie_builder.hpp"

namespace theriac::eth::test {

inline Address address_with(std::uint8_t byte) {
    std::array<std::uint8_t, 20> bytes{};
    bytes.fill(byte);
    return Address(bytes);
}

inline const Address kContract = address_with(0x11);
inline const Address kPerson = address_with(0x22);
inline const Address kNobody = address_with(0x33);

/// Slot 0 holds 7, slot 1 holds 2^255; slot 2 holds nothing.
inline SecureTrieBuilder small_storage() {
    SecureTrieBuilder trie;
    U256::Word high{};
    high[0] = 0x80;
    trie.put(slot_at(0).view(), rlp::encode_bytes(Bytes{7}));
    trie.put(slot_at(1).view(), rlp::encode_bytes(high));
    return trie;
}

inline Bytes account_value(
    std::uint64_t nonce, std::uint64_t balance, const Hash256& storage_root) {
    rlp::Encoder e;
    e.list([&] {
        e.u64(nonce);
        e.u64(balance);
        e.fixed(storage_root);
        e.fixed(crypto::keccak256(ByteView()));
    });
    return std::move(e).take();
}

inline SecureTrieBuilder small_accounts() {
    SecureTrieBuilder trie;
    trie.put(kContract.view(), account_value(1, 0, small_storage().root()));
    trie.put(kPerson.view(), account_value(3, 1'000, kEmptyTrieRoot));
    return trie;
}

inline Header small_header() {
    Header h;
    h.state_root = small_accounts().root();
    h.number = 300;
    h.timestamp = {1'700'000'000};
    h.base_fee_per_gas = U256(7);
    return h;
}

/// The contract with slots 0 to 2, and an account that does not exist.
inline StateProof small_proof() {
    StateProofBuilder out(encode_header(small_header()));
    AccountProof contract{kContract, small_accounts().prove(kContract.view()), {}};
    for (std::uint64_t i = 0; i < 3; ++i)
        contract.slots.push_back({slot_at(i), small_storage().prove(slot_at(i).view())});
    out.add(contract);
    out.add({kNobody, small_accounts().prove(kNobody.view()), {}});
    return std::move(out).take();
}

}  // namespace theriac::eth::test
