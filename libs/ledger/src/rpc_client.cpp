#include "theriac/ledger/rpc_client.hpp"

namespace theriac::ledger {

namespace {

using json::Value;

Value request(std::uint64_t id, std::string_view method, const Value& params) {
    return Value::object({{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", params}});
}

}  // namespace

Result<RpcClient> RpcClient::create(const net::Url& url, RpcOptions options) {
    THERIAC_EXPECTS(options.max_batch > 0);
    options.http.max_response = options.limits.max_bytes;
    THERIAC_TRY(http, net::HttpClient::create(url, options.http));
    return RpcClient(std::move(http), options);
}

Error RpcClient::located(Error error) const {
    return with_context("node at " + url().text(), std::move(error));
}

std::uint64_t RpcClient::take_ids(std::size_t count) {
    return next_id_->fetch_add(count);
}

Result<std::string> RpcClient::post(const Value& body) {
    const std::string text = json::canonical(body);
    auto answer = http_.send(
        {.method = net::Method::post,
         .path = "",
         .body = as_bytes(text),
         .content_type = "application/json",
         .repeat = net::Repeat::idempotent});
    if (!answer) return fail(with_context("ledger node", std::move(answer).error()));
    if (answer->status != 200)
        return fail(located(
            {Errc::unavailable, "answered with HTTP status " + std::to_string(answer->status)}));
    return std::string(as_text(answer->body));
}

Result<RpcOutcome> RpcClient::attempt(std::string_view method, const Value& params) {
    const std::uint64_t id = take_ids(1);
    THERIAC_TRY(text, post(request(id, method, params)));
    auto outcome = parse_rpc_response(text, id, options_.limits);
    if (!outcome) return fail(located(with_context(method, std::move(outcome).error())));
    return outcome;
}

Result<Value> RpcClient::call(std::string_view method, const Value& params) {
    THERIAC_TRY(outcome, attempt(method, params));
    if (!outcome) return fail(located(to_error(outcome.error(), method)));
    return *std::move(outcome);
}

Result<std::vector<RpcOutcome>> RpcClient::batch(std::span<const RpcCall> calls) {
    std::vector<RpcOutcome> out;
    while (!calls.empty()) {
        const std::size_t count = std::min(calls.size(), options_.max_batch);
        THERIAC_TRY(part, one_batch(calls.first(count)));
        out.insert(
            out.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
        calls = calls.subspan(count);
    }
    return out;
}

Result<std::vector<RpcOutcome>> RpcClient::one_batch(std::span<const RpcCall> calls) {
    const std::uint64_t first = take_ids(calls.size());
    Value body = Value::array();
    for (std::size_t i = 0; i < calls.size(); ++i)
        body.push_back(request(first + i, calls[i].method, calls[i].params));
    THERIAC_TRY(text, post(body));
    auto outcomes = parse_rpc_batch(text, first, calls.size(), options_.limits);
    if (!outcomes) return fail(located(std::move(outcomes).error()));
    return outcomes;
}

}  // namespace theriac::ledger
