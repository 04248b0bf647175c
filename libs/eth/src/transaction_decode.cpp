#include "theriac/crypto/hash.hpp"
#include "theriac/eth/transaction.hpp"

#include "transaction_payload.hpp"

#include <limits>

namespace theriac::eth {

namespace {

constexpr std::uint64_t kMaxNonce = std::numeric_limits<std::uint64_t>::max() - 1;  // EIP-2681

struct Envelope {
    TransactionType type;
    ByteView list;
};

Result<Envelope> open_envelope(ByteView raw) {
    if (raw.empty()) return fail(Errc::malformed, "transaction: no bytes");
    if (raw[0] >= 0xc0) return Envelope{TransactionType::legacy, raw};
    if (raw[0] == 1) return Envelope{TransactionType::access_list, raw.subspan(1)};
    if (raw[0] == 2) return Envelope{TransactionType::dynamic_fee, raw.subspan(1)};
    return fail(
        Errc::unsupported, "transaction: expected type 1 or 2, got " + std::to_string(raw[0]));
}

Result<std::optional<Address>> read_to(rlp::ListReader& reader) {
    THERIAC_TRY(bytes, reader.bytes("to", Address::kSize));
    if (bytes.empty()) return std::nullopt;
    auto address = Address::from(bytes);
    if (!address) return fail(with_context("transaction.to", std::move(address).error()));
    return *address;
}

Result<AccessListEntry> read_access_list_entry(rlp::ListReader& reader) {
    AccessListEntry out;
    THERIAC_TRY(address, reader.fixed<Address>("address"));
    THERIAC_TRY(slots, reader.list("slots", std::numeric_limits<std::size_t>::max()));
    THERIAC_CHECK(reader.end());
    out.address = address;
    out.slots.reserve(slots.remaining());
    while (!slots.at_end()) {
        THERIAC_TRY(slot, slots.fixed<Hash256>());
        out.slots.push_back(slot);
    }
    return out;
}

Result<std::vector<AccessListEntry>> read_access_list(rlp::ListReader& reader) {
    std::vector<AccessListEntry> out;
    THERIAC_TRY(list, reader.list("accessList", std::numeric_limits<std::size_t>::max()));
    while (!list.at_end()) {
        THERIAC_TRY(inner, list.list({}, 2));
        THERIAC_TRY(entry, read_access_list_entry(inner));
        out.push_back(std::move(entry));
    }
    return out;
}

Result<Transaction> read_fields(rlp::ListReader& reader, TransactionType type) {
    Transaction out;
    if (type != TransactionType::legacy) {
        THERIAC_TRY(chain_id, reader.u64("chainId"));
        if (chain_id == 0) return fail(Errc::malformed, "transaction.chainId: expected a chain");
        out.chain_id = chain_id;
    }
    THERIAC_TRY(nonce, reader.u64("nonce", kMaxNonce));
    if (type == TransactionType::dynamic_fee) {
        THERIAC_TRY(priority, reader.u256("maxPriorityFeePerGas"));
        out.max_priority_fee_per_gas = priority;
    }
    THERIAC_TRY(fee, reader.u256("maxFeePerGas"));
    THERIAC_TRY(gas_limit, reader.u64("gasLimit"));
    THERIAC_TRY(to, read_to(reader));
    THERIAC_TRY(value, reader.u256("value"));
    THERIAC_TRY(data, reader.bytes("data", std::numeric_limits<std::size_t>::max()));
    if (type != TransactionType::legacy) {
        THERIAC_TRY(access_list, read_access_list(reader));
        out.access_list = std::move(access_list);
    }
    out.nonce = nonce;
    out.max_fee_per_gas = fee;
    if (type != TransactionType::dynamic_fee) out.max_priority_fee_per_gas = fee;
    out.gas_limit = gas_limit;
    out.to = to;
    out.value = value;
    out.data = to_bytes(data);
    return out;
}

Result<void> check_fees(const Transaction& tx) {
    if (tx.max_priority_fee_per_gas > tx.max_fee_per_gas)
        return fail(Errc::malformed, "transaction: the priority fee is above the fee");
    auto cost = checked_mul(tx.max_fee_per_gas, U256(tx.gas_limit));
    if (!cost) return fail(with_context("transaction: fee times gas", std::move(cost).error()));
    return {};
}

/// The parity of the nonce point; for a legacy transaction v also names the chain (EIP-155).
Result<std::uint8_t> read_recovery_id(
    rlp::ListReader& reader, TransactionType type, Transaction& tx) {
    if (type != TransactionType::legacy) {
        THERIAC_TRY(odd, reader.boolean("yParity"));
        return static_cast<std::uint8_t>(odd ? 1 : 0);
    }
    THERIAC_TRY(v, reader.u64("v"));
    if (v == 27 || v == 28) return static_cast<std::uint8_t>(v - 27);
    if (v < 37)
        return fail(
            Errc::malformed,
            "transaction.v: expected 27, 28 or a chain's, got " + std::to_string(v));
    tx.chain_id = (v - 35) / 2;
    return static_cast<std::uint8_t>((v - 35) % 2);
}

Result<crypto::RecoverableSignature> read_signature(
    rlp::ListReader& reader, TransactionType type, Transaction& tx) {
    THERIAC_TRY(recovery_id, read_recovery_id(reader, type, tx));
    THERIAC_TRY(r, reader.u256("r"));
    THERIAC_TRY(s, reader.u256("s"));
    return crypto::RecoverableSignature{.r = r.word(), .s = s.word(), .recovery_id = recovery_id};
}

}  // namespace

Result<RecoveredTransaction> decode_transaction(ByteView raw, std::size_t max_bytes) {
    THERIAC_TRY(envelope, open_envelope(raw));
    THERIAC_TRY(reader, rlp::ListReader::open("transaction", envelope.list, max_bytes));
    THERIAC_TRY(content, read_fields(reader, envelope.type));
    THERIAC_TRY(signature, read_signature(reader, envelope.type, content));
    THERIAC_CHECK(reader.end());
    THERIAC_CHECK(check_fees(content));
    auto key = crypto::recover(signing_hash(envelope.type, content), signature);
    if (!key) return fail(with_context("transaction: the signature", std::move(key).error()));
    RecoveredTransaction out;
    out.type_ = envelope.type;
    out.content_ = std::move(content);
    out.hash_ = crypto::keccak256(raw);
    out.sender_ = address_of(*key);
    return out;
}

}  // namespace theriac::eth
