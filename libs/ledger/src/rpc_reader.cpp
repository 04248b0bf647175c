#include "rpc_reader.hpp"

#include <algorithm>

namespace theriac::ledger {

namespace {

using json::ObjectReader;
using json::Value;

constexpr std::size_t kMaxLogData = std::size_t{1} << 20U;
constexpr std::size_t kMaxTopics = 4;

bool is_absent(const Value& object, std::string_view field) {
    const Value* value = object.find(field);
    return value == nullptr || value->is_null();
}

Result<std::string_view> text_of(const Value& value, std::string_view what) {
    if (const std::string* text = value.as_text()) return std::string_view(*text);
    return fail(
        Errc::malformed,
        std::string(what) + ": expected text, got " + std::string(name(value.kind())));
}

/// Sets the optional field where the node gives it.
template <typename T, typename Read>
Result<void> read_optional(
    const Value& object, std::string_view field, std::optional<T>& to, Read read) {
    if (is_absent(object, field)) return {};
    THERIAC_TRY(value, read(field));
    to = value;
    return {};
}

Result<void> read_fixed_fields(ObjectReader& r, eth::Header& header) {
    THERIAC_TRY(parent, r.fixed<Hash256>("parentHash"));
    THERIAC_TRY(ommers, r.fixed<Hash256>("sha3Uncles"));
    THERIAC_TRY(beneficiary, r.fixed<eth::Address>("miner"));
    THERIAC_TRY(state, r.fixed<Hash256>("stateRoot"));
    THERIAC_TRY(transactions, r.fixed<Hash256>("transactionsRoot"));
    THERIAC_TRY(receipts, r.fixed<Hash256>("receiptsRoot"));
    THERIAC_TRY(bloom, r.fixed<eth::LogsBloom>("logsBloom"));
    THERIAC_TRY(mix, r.fixed<Hash256>("mixHash"));
    THERIAC_TRY(nonce, r.fixed<eth::BlockNonce>("nonce"));
    THERIAC_TRY(extra, r.bytes_up_to("extraData", eth::kMaxHeaderSize));
    header.parent_hash = parent;
    header.ommers_hash = ommers;
    header.beneficiary = beneficiary;
    header.state_root = state;
    header.transactions_root = transactions;
    header.receipts_root = receipts;
    header.logs_bloom = bloom;
    header.mix_hash = mix;
    header.nonce = nonce;
    header.extra_data = std::move(extra);
    return {};
}

Result<void> read_quantities(ObjectReader& r, eth::Header& header) {
    THERIAC_TRY(difficulty, quantity(r, "difficulty"));
    THERIAC_TRY(number, quantity_u64(r, "number"));
    THERIAC_TRY(gas_limit, quantity_u64(r, "gasLimit"));
    THERIAC_TRY(gas_used, quantity_u64(r, "gasUsed"));
    THERIAC_TRY(timestamp, quantity_u64(r, "timestamp"));
    header.difficulty = difficulty;
    header.number = number;
    header.gas_limit = gas_limit;
    header.gas_used = gas_used;
    header.timestamp = {timestamp};
    return {};
}

Result<void> read_fork_fields(const Value& value, ObjectReader& r, eth::Header& header) {
    const auto big = [&](std::string_view field) { return quantity(r, field); };
    const auto number = [&](std::string_view field) { return quantity_u64(r, field); };
    const auto root = [&](std::string_view field) { return r.fixed<Hash256>(field); };
    THERIAC_CHECK(read_optional(value, "baseFeePerGas", header.base_fee_per_gas, big));
    THERIAC_CHECK(read_optional(value, "withdrawalsRoot", header.withdrawals_root, root));
    THERIAC_CHECK(read_optional(value, "blobGasUsed", header.blob_gas_used, number));
    THERIAC_CHECK(read_optional(value, "excessBlobGas", header.excess_blob_gas, number));
    THERIAC_CHECK(
        read_optional(value, "parentBeaconBlockRoot", header.parent_beacon_block_root, root));
    return read_optional(value, "requestsHash", header.requests_hash, root);
}

Result<Log> read_log(const Value& value, std::string path) {
    ObjectReader r(value, std::move(path));
    THERIAC_TRY(address, r.fixed<eth::Address>("address"));
    THERIAC_TRY(topics, r.array("topics", kMaxTopics));
    THERIAC_TRY(bytes, r.bytes_up_to("data", kMaxLogData));
    THERIAC_TRY(block_hash, r.fixed<Hash256>("blockHash"));
    THERIAC_TRY(number, quantity_u64(r, "blockNumber"));
    THERIAC_TRY(transaction, r.fixed<Hash256>("transactionHash"));
    THERIAC_TRY(index, quantity_u64(r, "logIndex"));
    Log log{
        .address = address,
        .topics = {},
        .data = std::move(bytes),
        .block = {.number = number, .hash = block_hash},
        .transaction = transaction,
        .index = index};
    for (const Value& topic : topics) {
        THERIAC_TRY(read, hash(topic, r.path_of("topics")));
        log.topics.push_back(read);
    }
    return log;
}

Value hashes_json(const std::vector<Hash256>& hashes) {
    if (hashes.empty()) return nullptr;
    Value out = Value::array();
    for (const Hash256& one : hashes)
        out.push_back(one.hex());
    return out;
}

}  // namespace

Result<eth::U256> quantity(const Value& value, std::string_view what) {
    THERIAC_TRY(text, text_of(value, what));
    auto number = eth::U256::from_quantity(text);
    if (!number) return fail(with_context(what, std::move(number).error()));
    return *number;
}

Result<std::uint64_t> quantity_u64(const Value& value, std::string_view what) {
    THERIAC_TRY(number, quantity(value, what));
    auto small = number.to_u64();
    if (!small) return fail(with_context(what, std::move(small).error()));
    return *small;
}

Result<eth::U256> quantity(ObjectReader& reader, std::string_view field) {
    THERIAC_TRY(value, reader.value(field));
    return quantity(*value, reader.path_of(field));
}

Result<std::uint64_t> quantity_u64(ObjectReader& reader, std::string_view field) {
    THERIAC_TRY(value, reader.value(field));
    return quantity_u64(*value, reader.path_of(field));
}

Result<Bytes> data(const Value& value, std::string_view what, std::size_t max_size) {
    THERIAC_TRY(text, text_of(value, what));
    if (!text.starts_with("0x"))
        return fail(Errc::malformed, std::string(what) + ": expected hexadecimal after 0x");
    if (text.size() > 2 + 2 * max_size)
        return fail(
            Errc::too_large,
            std::string(what) + ": more than " + std::to_string(max_size) + " bytes");
    auto bytes = from_hex(text);
    if (!bytes) return fail(with_context(what, std::move(bytes).error()));
    return bytes;
}

Result<Hash256> hash(const Value& value, std::string_view what) {
    THERIAC_TRY(bytes, data(value, what, Hash256::kSize));
    auto out = Hash256::from(bytes);
    if (!out) return fail(with_context(what, std::move(out).error()));
    return *out;
}

Result<Block> read_block(const Value& value) {
    ObjectReader r(value, "block");
    THERIAC_TRY(stated, r.fixed<Hash256>("hash"));
    Block block;
    THERIAC_CHECK(read_fixed_fields(r, block.header));
    THERIAC_CHECK(read_quantities(r, block.header));
    THERIAC_CHECK(read_fork_fields(value, r, block.header));
    block.rlp = eth::encode_header(block.header);
    // A field a later fork added without those before it would not be in the RLP: refused here too.
    const Hash256 computed = eth::hash_of(block.header);
    if (computed != stated)
        return fail(
            Errc::unauthenticated,
            "block " + std::to_string(block.header.number) + ": header has the hash "
                + computed.hex() + ", the node states " + stated.hex());
    block.id = {.number = block.header.number, .hash = computed};
    return block;
}

Result<Receipt> read_receipt(const Value& value) {
    ObjectReader r(value, "receipt");
    THERIAC_TRY(transaction, r.fixed<Hash256>("transactionHash"));
    THERIAC_TRY(block_hash, r.fixed<Hash256>("blockHash"));
    THERIAC_TRY(number, quantity_u64(r, "blockNumber"));
    THERIAC_TRY(status, quantity_u64(r, "status"));
    THERIAC_TRY(gas_used, quantity_u64(r, "gasUsed"));
    THERIAC_TRY(gas_price, quantity(r, "effectiveGasPrice"));
    if (status > 1) return r.refuse("status", "expected 0x0 or 0x1");
    Receipt receipt{
        .transaction = transaction,
        .block = {.number = number, .hash = block_hash},
        .success = status == 1,
        .gas_used = gas_used,
        .gas_price = gas_price,
        .contract = {},
        .logs = {}};
    if (!is_absent(value, "contractAddress")) {
        THERIAC_TRY(contract, r.fixed<eth::Address>("contractAddress"));
        receipt.contract = contract;
    }
    THERIAC_TRY(logs, r.value("logs"));
    THERIAC_TRY(read, read_logs(*logs, 100'000));
    receipt.logs = std::move(read);
    return receipt;
}

Result<std::vector<Log>> read_logs(const Value& value, std::size_t max_count) {
    const Value::Array* entries = value.as_array();
    if (entries == nullptr) return fail(Errc::malformed, "logs: expected an array");
    if (entries->size() > max_count)
        return fail(Errc::too_large, "logs: more than " + std::to_string(max_count) + " entries");
    std::vector<Log> out;
    out.reserve(entries->size());
    for (std::size_t i = 0; i < entries->size(); ++i) {
        THERIAC_TRY(log, read_log((*entries)[i], json::element_path("logs", i)));
        out.push_back(std::move(log));
    }
    return out;
}

Value to_json(const CallRequest& call) {
    Value out = Value::object({{"data", to_hex_prefixed(call.data)}});
    if (call.from) out.set("from", call.from->hex());
    if (call.to) out.set("to", call.to->hex());
    if (!call.value.is_zero()) out.set("value", call.value.quantity());
    return out;
}

Value to_json(const LogFilter& filter) {
    Value addresses = Value::array();
    for (const eth::Address& address : filter.addresses)
        addresses.push_back(address.hex());
    Value topics = Value::array();
    for (const auto& any_of : filter.topics)
        topics.push_back(hashes_json(any_of));
    return Value::object(
        {{"address", addresses},
         {"topics", topics},
         {"fromBlock", eth::U256(filter.from_block).quantity()},
         {"toBlock", eth::U256(filter.to_block).quantity()}});
}

}  // namespace theriac::ledger
