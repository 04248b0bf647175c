// JSON-RPC 2.0 over HTTP to a ledger node. Everything the node says is hostile input.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/json/json.hpp"
#include "theriac/net/http_client.hpp"

#include <atomic>
#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace theriac::ledger {

/// What a node answers when it does not do what it was asked.
struct RpcError {
    std::int64_t code = 0;
    std::string message{};        ///< printable ASCII, at most 200 characters
    std::optional<Bytes> data{};  ///< what a reverted call returned; present though empty counts

    /// A contract undid the call: geth's code 3, or another code with data or the word (Besu).
    [[nodiscard]] bool is_revert() const;

    bool operator==(const RpcError&) const = default;
};

using RpcOutcome = std::expected<json::Value, RpcError>;

struct RpcCall {
    std::string method;
    json::Value params = json::Value::array();
};

struct RpcOptions {
    net::HttpClientOptions http{};
    json::Limits limits{
        .max_bytes = std::size_t{64} << 20U, .max_depth = 32, .max_values = 4'000'000};
    std::size_t max_batch = 200;  ///< calls in one request; more are sent in several
};

/// Reads the answer to one call.
///
/// @return Errc::malformed unless it is a JSON-RPC 2.0 response to `id`; Errc::too_large
Result<RpcOutcome> parse_rpc_response(
    std::string_view text, std::uint64_t id, const json::Limits& limits);

/// Reads the answers to `count` calls sent together under the ids from `first_id` on; they may come
/// in any order, and come back here in that of the calls.
Result<std::vector<RpcOutcome>> parse_rpc_batch(
    std::string_view text, std::uint64_t first_id, std::size_t count, const json::Limits& limits);

/// The failure as the rest of the program sees it: Errc::reverted, Errc::unsupported (unknown
/// method), Errc::invalid_argument, Errc::too_large (limit exceeded) or Errc::unavailable.
Error to_error(const RpcError& error, std::string_view doing);

/// Safe to use from several threads. Every call we make may be repeated without harm (a signed
/// transaction has one effect however often it is sent), so all are retried.
class RpcClient {
public:
    /// Opens no connection yet.
    ///
    /// @return Errc::denied for another machine, unless the options allow it
    static Result<RpcClient> create(const net::Url& url, RpcOptions options = {});

    /// @return Errc::unavailable or Errc::timeout naming the URL; Errc::malformed; Errc::too_large
    Result<RpcOutcome> attempt(std::string_view method, const json::Value& params);

    /// As `attempt`, with the node's refusal turned into an Error.
    Result<json::Value> call(std::string_view method, const json::Value& params);

    /// One outcome for each call.
    Result<std::vector<RpcOutcome>> batch(std::span<const RpcCall> calls);

    [[nodiscard]] const net::Url& url() const { return http_.base(); }

private:
    RpcClient(net::HttpClient http, RpcOptions options)
        : http_(std::move(http)), options_(options) {}

    Result<std::string> post(const json::Value& body);
    Result<std::vector<RpcOutcome>> one_batch(std::span<const RpcCall> calls);
    std::uint64_t take_ids(std::size_t count);
    [[nodiscard]] Error located(Error error) const;

    net::HttpClient http_;
    RpcOptions options_;
    std::unique_ptr<std::atomic<std::uint64_t>> next_id_ =
        std::make_unique<std::atomic<std::uint64_t>>(1);
};

}  // namespace theriac::ledger
