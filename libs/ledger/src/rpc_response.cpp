#include "theriac/ledger/rpc_client.hpp"

#include <algorithm>

namespace theriac::ledger {

namespace {

using json::Value;

constexpr std::size_t kMaxMessage = 200;
constexpr std::int64_t kRevertCode = 3;  // geth, anvil: an error with data
constexpr std::int64_t kInvalidRequest = -32600;
constexpr std::int64_t kMethodNotFound = -32601;
constexpr std::int64_t kInvalidParams = -32602;
constexpr std::int64_t kLimitExceeded = -32005;  // EIP-1474

std::unexpected<Error> bad(std::string_view why) {
    return fail(Errc::malformed, "JSON-RPC response: " + std::string(why));
}

std::string printable(std::string_view text) {
    std::string out(text.substr(0, kMaxMessage));
    std::ranges::replace_if(out, [](char c) { return c < ' ' || c > '~'; }, '?');
    return out;
}

/// Nodes put revert data at different depths: "0x…" (geth), {"data": "0x…"} (some proxies), or
/// "Reverted 0x…" (Besu, older Parity).
std::optional<Bytes> revert_data(const Value* value, int depth = 0) {
    if (value == nullptr || depth > 3) return std::nullopt;
    if (const std::string* text = value->as_text()) {
        const std::size_t start = text->find("0x");
        if (start == std::string::npos) return std::nullopt;
        auto bytes = from_hex(std::string_view(*text).substr(start));
        return bytes ? std::optional(*std::move(bytes)) : std::nullopt;
    }
    return revert_data(value->find("data"), depth + 1);
}

Result<RpcError> read_error(const Value& error) {
    const Value* code = error.find("code");
    const Value* message = error.find("message");
    if (code == nullptr || !code->as_i64()) return bad("error.code: expected a whole number");
    if (message == nullptr || message->as_text() == nullptr)
        return bad("error.message: expected text");
    return RpcError{
        .code = *code->as_i64(),
        .message = printable(*message->as_text()),
        .data = revert_data(error.find("data"))};
}

/// The outcome in one response object whose id has been checked.
Result<RpcOutcome> read_outcome(const Value& response) {
    const Value* version = response.find("jsonrpc");
    if (version == nullptr || version->as_text() == nullptr || *version->as_text() != "2.0")
        return bad("jsonrpc: expected \"2.0\"");
    const Value* result = response.find("result");
    const Value* error = response.find("error");
    // Besu and others send "error": null beside a result.
    if (error != nullptr && error->is_null() && result != nullptr) error = nullptr;
    if ((result == nullptr) == (error == nullptr)) return bad("expected either result or error");
    if (result != nullptr) return RpcOutcome(*result);
    THERIAC_TRY(read, read_error(*error));
    return RpcOutcome(std::unexpected(std::move(read)));
}

std::optional<std::uint64_t> id_of(const Value& response) {
    const Value* id = response.find("id");
    return id == nullptr ? std::nullopt : id->as_u64();
}

/// A node that could not read a request answers it with the id null: the only case in which the id
/// may differ, and never with a result.
Result<RpcOutcome> read_without_id(const Value& response) {
    const Value* id = response.find("id");
    const Value* error = response.find("error");
    if (id == nullptr || !id->is_null() || error == nullptr || error->is_null())
        return bad("another id than asked for");
    THERIAC_TRY(read, read_error(*error));
    return RpcOutcome(std::unexpected(std::move(read)));
}

}  // namespace

bool RpcError::is_revert() const {
    if (code == kRevertCode) return true;
    if (code == kInvalidRequest || code == kMethodNotFound || code == kInvalidParams) return false;
    return data.has_value() || message.contains("revert");
}

Error to_error(const RpcError& error, std::string_view doing) {
    const std::string message =
        std::string(doing) + ": node error " + std::to_string(error.code) + ": " + error.message;
    if (error.is_revert()) return {Errc::reverted, message};
    if (error.code == kMethodNotFound) return {Errc::unsupported, message};
    if (error.code == kInvalidParams || error.code == kInvalidRequest)
        return {Errc::invalid_argument, message};
    if (error.code == kLimitExceeded) return {Errc::too_large, message};
    return {Errc::unavailable, message};
}

Result<RpcOutcome> parse_rpc_response(
    std::string_view text, std::uint64_t id, const json::Limits& limits) {
    THERIAC_TRY(response, json::parse(text, limits));
    if (response.as_object() == nullptr) return bad("expected an object");
    if (id_of(response) != id) return read_without_id(response);
    return read_outcome(response);
}

Result<std::vector<RpcOutcome>> parse_rpc_batch(
    std::string_view text, std::uint64_t first_id, std::size_t count, const json::Limits& limits) {
    THERIAC_TRY(parsed, json::parse(text, limits));
    const Value::Array* responses = parsed.as_array();
    if (responses == nullptr) {
        THERIAC_TRY(refusal, read_without_id(parsed));
        return fail(to_error(refusal.error(), "batch"));
    }
    if (responses->size() != count)
        return bad(
            "expected " + std::to_string(count) + " answers, got "
            + std::to_string(responses->size()));
    std::vector<std::optional<RpcOutcome>> found(count);
    for (const Value& response : *responses) {
        const auto id = id_of(response);
        if (!id || *id < first_id || *id - first_id >= count) return bad("an id not asked for");
        auto& place = found[*id - first_id];
        if (place) return bad("an id twice");
        THERIAC_TRY(outcome, read_outcome(response));
        place = std::move(outcome);
    }
    std::vector<RpcOutcome> out;
    out.reserve(count);
    for (auto& outcome : found)
        out.push_back(*std::move(outcome));  // all are there: as many distinct ids as places
    return out;
}

}  // namespace theriac::ledger
