#include "theriac/ledger/chain.hpp"

#include "rpc_reader.hpp"

#include <algorithm>

namespace theriac::ledger {

namespace {

using json::Value;

constexpr std::size_t kMaxCallOutput = std::size_t{16} << 20U;
constexpr std::size_t kMaxCode = 49'152;  // twice EIP-170's limit, which chains may raise
constexpr std::size_t kMaxLogs = 2'000'000;
constexpr std::size_t kMaxInput = std::size_t{1} << 20U;  // a block has less

bool contains_any(const std::string& text, std::initializer_list<std::string_view> words) {
    std::string lower = text;
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    });
    return std::ranges::any_of(words, [&](std::string_view word) { return lower.contains(word); });
}

/// Nodes agree on the meaning but not on the words: geth, anvil, Besu.
std::optional<SendOutcome> outcome_of(const RpcError& error) {
    if (contains_any(error.message, {"already known", "already imported", "known transaction"}))
        return SendOutcome::already_known;
    if (contains_any(error.message, {"nonce too low", "nonce below", "nonce_too_low"}))
        return SendOutcome::nonce_used;
    if (contains_any(error.message, {"underpriced"})) return SendOutcome::underpriced;
    return std::nullopt;
}

/// What no waiting will mend; anything unknown may pass.
bool is_for_good(const RpcError& error) {
    return error.code == -32602
           || contains_any(
               error.message,
               {"insufficient funds",
                "intrinsic gas",
                "gas limit",
                "gas cap",
                "gas too low",
                "fee cap",
                "max fee",
                "chain id",
                "chainid",
                "not supported",
                "oversized",
                "size exceeds",
                "size limit",
                "invalid",
                "decode",
                "floor",
                "out of gas"});
}

Result<SendOutcome> read_send_outcome(const RpcOutcome& outcome) {
    if (outcome) return SendOutcome::accepted;
    if (const auto known = outcome_of(outcome.error())) return *known;
    if (!is_for_good(outcome.error())) return SendOutcome::try_later;
    return fail(Errc::denied, "the node refuses the transaction: " + outcome.error().message);
}

Result<std::optional<Receipt>> read_receipt_or_null(const Value& value, const Hash256& asked) {
    if (value.is_null()) return std::nullopt;
    THERIAC_TRY(receipt, read_receipt(value));
    if (receipt.transaction != asked)
        return fail(Errc::malformed, "receipt: is another transaction's");
    return receipt;
}

bool in_range(const Log& log, const LogFilter& filter) {
    return log.block.number >= filter.from_block && log.block.number <= filter.to_block;
}

}  // namespace

Result<Chain> Chain::connect_any(const net::Url& url, RevertNames names, RpcOptions options) {
    THERIAC_TRY(rpc, RpcClient::create(url, options));
    THERIAC_TRY(value, rpc.call("eth_chainId", Value::array()));
    THERIAC_TRY(id, quantity_u64(value, "eth_chainId"));
    return Chain(std::move(rpc), id, std::move(names));
}

Result<Chain> Chain::connect(
    const net::Url& url, std::uint64_t chain_id, RevertNames names, RpcOptions options) {
    THERIAC_TRY(chain, connect_any(url, std::move(names), options));
    if (chain.id() != chain_id)
        return fail(
            Errc::denied,
            "node at " + url.text() + ": expected chain " + std::to_string(chain_id)
                + ", it serves chain " + std::to_string(chain.id()));
    return chain;
}

Result<std::string> Chain::client_version() {
    THERIAC_TRY(value, rpc_.call("web3_clientVersion", Value::array()));
    const std::string* text = value.as_text();
    if (text == nullptr) return fail(Errc::malformed, "web3_clientVersion: expected text");
    std::string printable = text->substr(0, 200);
    std::ranges::replace_if(printable, [](char c) { return c < ' ' || c > '~'; }, '?');
    return printable;
}

Result<std::uint64_t> Chain::block_number() {
    THERIAC_TRY(value, rpc_.call("eth_blockNumber", Value::array()));
    return quantity_u64(value, "eth_blockNumber");
}

Result<Block> Chain::block(const At& at) {
    THERIAC_TRY(value, rpc_.call("eth_getBlockByNumber", Value::array({at.text(), false})));
    if (value.is_null()) return fail(Errc::not_found, "block " + at.text() + ": does not exist");
    THERIAC_TRY(block, read_block(value));
    if (at.text().starts_with("0x") && eth::U256(block.id.number).quantity() != at.text())
        return fail(Errc::malformed, "block " + at.text() + ": the node sent another one");
    return block;
}

Result<Bytes> Chain::code(const eth::Address& address, const At& at) {
    THERIAC_TRY(value, rpc_.call("eth_getCode", Value::array({address.hex(), at.text()})));
    return data(value, "eth_getCode", kMaxCode);
}

Result<eth::U256> Chain::balance(const eth::Address& address, const At& at) {
    THERIAC_TRY(value, rpc_.call("eth_getBalance", Value::array({address.hex(), at.text()})));
    return quantity(value, "eth_getBalance");
}

Result<std::uint64_t> Chain::nonce(const eth::Address& address, const At& at) {
    THERIAC_TRY(
        value, rpc_.call("eth_getTransactionCount", Value::array({address.hex(), at.text()})));
    return quantity_u64(value, "eth_getTransactionCount");
}

Result<Value> Chain::call_or_revert(
    std::string_view method, const Value& params, const CallRequest& request) {
    THERIAC_TRY(outcome, rpc_.attempt(method, params));
    if (outcome) return *std::move(outcome);
    return fail(refusal(method, outcome.error(), request));
}

Error Chain::refusal(
    std::string_view method, const RpcError& error, const CallRequest& request) const {
    if (!error.is_revert()) return to_error(error, method);
    if (error.data) return {Errc::reverted, names_.text(*error.data, request.to)};
    return {Errc::reverted, error.message};
}

Result<Bytes> Chain::call(const CallRequest& request, const At& at) {
    THERIAC_TRY(
        value, call_or_revert("eth_call", Value::array({to_json(request), at.text()}), request));
    return data(value, "eth_call", kMaxCallOutput);
}

Result<std::vector<Bytes>> Chain::call_all(std::span<const CallRequest> requests, const At& at) {
    std::vector<RpcCall> calls;
    for (const CallRequest& request : requests)
        calls.push_back(
            {.method = "eth_call", .params = Value::array({to_json(request), at.text()})});
    THERIAC_TRY(outcomes, rpc_.batch(calls));
    std::vector<Bytes> out;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        if (!outcomes[i]) return fail(refusal(calls[i].method, outcomes[i].error(), requests[i]));
        THERIAC_TRY(returned, data(*outcomes[i], "eth_call", kMaxCallOutput));
        out.push_back(std::move(returned));
    }
    return out;
}

Result<std::uint64_t> Chain::estimate_gas(const CallRequest& request) {
    THERIAC_TRY(
        value, call_or_revert("eth_estimateGas", Value::array({to_json(request)}), request));
    return quantity_u64(value, "eth_estimateGas");
}

Result<Fees> Chain::suggest_fees(FeePolicy policy) {
    if (policy == FeePolicy::zero) return Fees{};
    THERIAC_TRY(
        value, rpc_.call("eth_feeHistory", Value::array({"0x1", "latest", Value::array()})));
    json::ObjectReader history(value, "eth_feeHistory");
    // The last entry is the next block's.
    THERIAC_TRY(base_fees, history.array("baseFeePerGas", 2));
    if (base_fees.empty()) return history.refuse("baseFeePerGas", "expected an entry");
    THERIAC_TRY(base_fee, quantity(base_fees.back(), "eth_feeHistory.baseFeePerGas"));
    THERIAC_TRY(tip_value, rpc_.call("eth_maxPriorityFeePerGas", Value::array()));
    THERIAC_TRY(tip, quantity(tip_value, "eth_maxPriorityFeePerGas"));
    THERIAC_TRY(doubled, checked_mul(base_fee, eth::U256(2)));
    THERIAC_TRY(max_fee, checked_add(doubled, tip));
    return Fees{.max_fee = max_fee, .priority_fee = tip};
}

Result<SendOutcome> Chain::send_raw(ByteView transaction) {
    THERIAC_TRY(
        outcome,
        rpc_.attempt("eth_sendRawTransaction", Value::array({to_hex_prefixed(transaction)})));
    return read_send_outcome(outcome);
}

Result<std::vector<Result<SendOutcome>>> Chain::send_raw(std::span<const Bytes> transactions) {
    std::vector<RpcCall> calls;
    for (const Bytes& raw : transactions)
        calls.push_back(
            {.method = "eth_sendRawTransaction", .params = Value::array({to_hex_prefixed(raw)})});
    THERIAC_TRY(outcomes, rpc_.batch(calls));
    std::vector<Result<SendOutcome>> out;
    out.reserve(outcomes.size());
    for (const RpcOutcome& outcome : outcomes)
        out.push_back(read_send_outcome(outcome));
    return out;
}

Result<Bytes> Chain::transaction_input(const Hash256& transaction) {
    THERIAC_TRY(value, rpc_.call("eth_getTransactionByHash", Value::array({transaction.hex()})));
    if (value.is_null())
        return fail(Errc::not_found, "transaction " + transaction.hex() + ": the node has none");
    json::ObjectReader from(value, "eth_getTransactionByHash");
    return from.bytes_up_to("input", kMaxInput);
}

Result<std::optional<Receipt>> Chain::receipt(const Hash256& transaction) {
    THERIAC_TRY(value, rpc_.call("eth_getTransactionReceipt", Value::array({transaction.hex()})));
    return read_receipt_or_null(value, transaction);
}

Result<std::vector<std::optional<Receipt>>> Chain::receipts(std::span<const Hash256> transactions) {
    std::vector<RpcCall> calls;
    for (const Hash256& transaction : transactions)
        calls.push_back(
            {.method = "eth_getTransactionReceipt", .params = Value::array({transaction.hex()})});
    THERIAC_TRY(outcomes, rpc_.batch(calls));
    std::vector<std::optional<Receipt>> out;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        if (!outcomes[i]) return fail(to_error(outcomes[i].error(), calls[i].method));
        THERIAC_TRY(receipt, read_receipt_or_null(*outcomes[i], transactions[i]));
        out.push_back(std::move(receipt));
    }
    return out;
}

/// Nothing when a shorter range may succeed: nodes say "too many" in many ways, or by their
/// silence.
Result<std::optional<Value>> Chain::logs_page(const LogFilter& filter, bool divisible) {
    auto outcome = rpc_.attempt("eth_getLogs", Value::array({to_json(filter)}));
    if (!outcome) {
        const Errc code = outcome.error().code;
        if (divisible && (code == Errc::timeout || code == Errc::too_large)) return std::nullopt;
        return fail(std::move(outcome).error());
    }
    if (*outcome) return **std::move(outcome);
    if (divisible) return std::nullopt;
    return fail(to_error(outcome->error(), "eth_getLogs"));
}

Result<std::vector<Log>> Chain::logs(const LogFilter& filter, std::uint64_t page) {
    THERIAC_EXPECTS(page > 0);
    std::vector<Log> out;
    LogFilter part = filter;
    for (std::uint64_t from = filter.from_block; from <= filter.to_block;) {
        part.from_block = from;
        part.to_block = std::min(filter.to_block, from + (page - 1));
        THERIAC_TRY(value, logs_page(part, page > 1));
        if (!value) {
            page /= 2;
            continue;
        }
        THERIAC_TRY(logs, read_logs(*value, kMaxLogs - out.size()));
        if (!std::ranges::all_of(logs, [&](const Log& log) { return in_range(log, part); }))
            return fail(Errc::malformed, "eth_getLogs: an entry of a block not asked for");
        std::ranges::move(logs, std::back_inserter(out));
        if (part.to_block == filter.to_block) break;
        from = part.to_block + 1;
    }
    return out;
}

std::string Chain::revert_reason(const CallRequest& request, const Receipt& receipt) {
    if (receipt.block.number == 0) return "reverted";
    const auto repeated = call(request, At::block(receipt.block.number - 1));
    if (repeated) return "reverted, but not when repeated on the block before (out of gas?)";
    if (repeated.error().code == Errc::reverted) return repeated.error().message;
    return "reverted; the reason is no longer known (" + repeated.error().message + ")";
}

}  // namespace theriac::ledger
