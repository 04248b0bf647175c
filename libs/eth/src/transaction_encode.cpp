#include "theriac/crypto/hash.hpp"
#include "theriac/eth/transaction.hpp"

#include "transaction_payload.hpp"

#include <array>
#include <limits>

namespace theriac::eth {

namespace {

void write_access_list(rlp::Encoder& e, const std::vector<AccessListEntry>& entries) {
    e.list([&] {
        for (const AccessListEntry& entry : entries)
            e.list([&] {
                e.fixed(entry.address);
                e.list([&] {
                    for (const Hash256& slot : entry.slots)
                        e.fixed(slot);
                });
            });
    });
}

/// The type byte before the list (EIP-2718); a legacy transaction has none.
Bytes envelope(TransactionType type, ByteView list) {
    if (type == TransactionType::legacy) return to_bytes(list);
    const std::array<std::uint8_t, 1> first{static_cast<std::uint8_t>(type)};
    return concat({first, list});
}

}  // namespace

void write_fields(rlp::Encoder& e, TransactionType type, const Transaction& tx) {
    if (type != TransactionType::legacy) e.u64(tx.chain_id);
    e.u64(tx.nonce);
    if (type == TransactionType::dynamic_fee) e.u256(tx.max_priority_fee_per_gas);
    e.u256(tx.max_fee_per_gas);
    e.u64(tx.gas_limit);
    e.bytes(tx.to ? tx.to->view() : ByteView());
    e.u256(tx.value);
    e.bytes(tx.data);
    if (type != TransactionType::legacy) write_access_list(e, tx.access_list);
}

Hash256 signing_hash(TransactionType type, const Transaction& tx) {
    rlp::Encoder e;
    e.list([&] {
        write_fields(e, type, tx);
        if (type != TransactionType::legacy || tx.chain_id == 0) return;
        e.u64(tx.chain_id);  // EIP-155
        e.u64(0);
        e.u64(0);
    });
    return crypto::keccak256(envelope(type, e.view()));
}

Hash256 signing_hash(const Transaction& transaction) {
    return signing_hash(TransactionType::dynamic_fee, transaction);
}

SignedTransaction sign(const Transaction& transaction, const crypto::SigningKey& key) {
    THERIAC_EXPECTS(transaction.chain_id != 0);
    THERIAC_EXPECTS(transaction.nonce < std::numeric_limits<std::uint64_t>::max());
    const crypto::RecoverableSignature signature = key.sign(signing_hash(transaction));
    THERIAC_EXPECTS(signature.recovery_id <= 1);  // 2 and 3 need an r that nobody can find
    rlp::Encoder e;
    e.list([&] {
        write_fields(e, TransactionType::dynamic_fee, transaction);
        e.u64(signature.recovery_id);
        e.u256(U256::from_word(signature.r));
        e.u256(U256::from_word(signature.s));
    });
    SignedTransaction out{.raw = envelope(TransactionType::dynamic_fee, e.view()), .hash = {}};
    out.hash = crypto::keccak256(out.raw);
    return out;
}

}  // namespace theriac::eth
