#include "relayer_intake.hpp"

#include "theriac/json/json.hpp"
#include "theriac/protocol/batch.hpp"
#include "theriac/protocol/statement_codec.hpp"

#include <algorithm>
#include <array>

namespace theriac::host {

namespace {

using client::TicketStatus;
using json::Value;
using protocol::Deployment;

constexpr std::string_view kPrefix = "/v1/";
constexpr std::string_view kTicketPrefix = "/v1/tickets/";
constexpr std::string_view kStatusPath = "/v1/status";
constexpr std::array<std::string_view, 9> kKinds = {
    "leaves",
    "grants",
    "registration",
    "revocation",
    "request",
    "cancellation",
    "acknowledgement",
    "complaint",
    "review",
};
constexpr std::array<std::string_view, 4> kStates = {"queued", "submitted", "done", "failed"};

template <typename Statement, typename SignerOf>
Result<void> check_one(
    const Deployment& deployment, std::string_view kind, ByteView body, SignerOf signer_of) {
    THERIAC_TRY(read, protocol::decode_signed<Statement>(kind, body));
    return protocol::check_signer(
        kind,
        protocol::digest(deployment, read.statement),
        read.signature,
        signer_of(read.statement));
}

// The contract looks the researcher up; here only the form is checked.
template <typename Statement>
Result<void> check_form(std::string_view kind, ByteView body) {
    THERIAC_CHECK(protocol::decode_signed<Statement>(kind, body));
    return {};
}

Result<void> check_leaves(const Deployment& deployment, ByteView body) {
    THERIAC_TRY(batch, protocol::decode_leaf_batch(body));
    if (batch.leaves.empty()) return fail(Errc::malformed, "leaves: there are none");
    for (const auto& leaf : batch.leaves)
        THERIAC_CHECK(protocol::check_signer(
            "leaf",
            protocol::digest(deployment, leaf.statement),
            leaf.signature,
            leaf.statement.owner));
    return {};
}

Result<void> check_grants(const Deployment& deployment, ByteView body) {
    THERIAC_TRY(batch, protocol::decode_grant_batch(body));
    if (batch.grants.empty()) return fail(Errc::malformed, "grants: there are none");
    for (const auto& sealed : batch.grants) {
        const protocol::Grant& grant = sealed.grant.statement;
        if (grant.request != batch.request)
            return fail(Errc::malformed, "grants: one is for another request");
        THERIAC_CHECK(protocol::check_signer(
            "grant", protocol::digest(deployment, grant), sealed.grant.signature, grant.owner));
    }
    return {};
}

int http_status(Errc code) {
    switch (code) {
        case Errc::not_found:
            return 404;
        case Errc::unauthenticated:
        case Errc::denied:
            return 403;
        case Errc::too_large:
            return 413;
        case Errc::io:
        case Errc::disk_full:
        case Errc::internal:
            return 500;
        default:
            return 400;
    }
}

net::HttpResponse json_response(int status, const Value& value) {
    return {status, to_bytes(as_bytes(json::canonical(value))), "application/json"};
}

Value error_json(const Error& error) {
    return Value::object({
        {"code", name(error.code)},
        {"message", json::to_utf8_lossy(error.message)},
    });
}

net::HttpResponse refusal(const Error& error) {
    return json_response(http_status(error.code), Value::object({{"error", error_json(error)}}));
}

Value to_json(const TicketStatus& status) {
    Value out = Value::object({{"state", kStates.at(static_cast<std::size_t>(status.state))}});
    if (status.transaction) out.set("transaction", status.transaction->hex());
    if (status.block != 0) out.set("block", status.block);
    if (status.gas != 0) out.set("gas", status.gas);
    if (status.root) out.set("root", status.root->hex());
    if (status.manifest) out.set("manifest", status.manifest->hex());
    if (status.count != 0) out.set("count", status.count);
    if (status.error) out.set("error", error_json(*status.error));
    return out;
}

Result<net::HttpResponse> answer_get(RelayerQueue& queue, std::string_view path) {
    if (path == kStatusPath) return json_response(200, Value::object({{"service", "relayer"}}));
    THERIAC_TRY(ticket, client::Ticket::from_hex(path.substr(kTicketPrefix.size())));
    THERIAC_TRY(status, queue.status(ticket));
    return json_response(200, to_json(status));
}

Result<net::HttpResponse> answer_post(
    const Deployment& deployment,
    RelayerQueue& queue,
    std::uint64_t now_ms,
    const net::ServerRequest& request) {
    const std::string_view kind = request.path.substr(kPrefix.size());
    THERIAC_CHECK(check_statement(deployment, kind, request.body));
    const client::Ticket ticket = client::ticket_of(kind, request.body);
    THERIAC_CHECK(queue.accept({ticket, std::string(kind), to_bytes(request.body), now_ms}));
    return json_response(202, Value::object({{"ticket", ticket.hex()}}));
}

// The methods that a path has, as the field Allow lists them; empty where there is no such path.
std::string_view methods_at(std::string_view path) {
    if (path == kStatusPath || path.starts_with(kTicketPrefix)) return "GET, HEAD";
    if (!path.starts_with(kPrefix)) return "";
    const bool kind = std::ranges::find(kKinds, path.substr(kPrefix.size())) != kKinds.end();
    return kind ? "POST" : "";
}

bool is_among(net::Method method, std::string_view allow) {
    return allow.contains(net::name(method));
}

}  // namespace

Result<void> check_statement(const Deployment& deployment, std::string_view kind, ByteView body) {
    if (kind == "leaves") return check_leaves(deployment, body);
    if (kind == "grants") return check_grants(deployment, body);
    if (kind == "registration")
        return check_one<protocol::Registration>(
            deployment, kind, body, [](const auto& s) { return s.member; });
    if (kind == "revocation")
        return check_one<protocol::Revocation>(
            deployment, kind, body, [](const auto& s) { return s.owner; });
    if (kind == "request")
        return check_one<protocol::DataRequest>(
            deployment, kind, body, [](const auto& s) { return s.researcher; });
    if (kind == "cancellation") return check_form<protocol::Cancellation>(kind, body);
    if (kind == "acknowledgement") return check_form<protocol::Acknowledgement>(kind, body);
    if (kind == "complaint") return check_form<protocol::Complaint>(kind, body);
    if (kind == "review")
        return check_one<protocol::Review>(
            deployment, kind, body, [](const auto& s) { return s.reviewer; });
    return fail(
        Errc::not_found, "relayer: no kind of statement is called \"" + std::string(kind) + "\"");
}

net::HttpResponse answer_relayer_request(
    const Deployment& deployment,
    RelayerQueue& queue,
    std::uint64_t now_ms,
    const net::ServerRequest& request) {
    const std::string_view allow = methods_at(request.path);
    if (allow.empty()) return refusal({Errc::not_found, "relayer: there is nothing at this path"});
    if (!is_among(request.method, allow)) return net::method_not_allowed(allow);
    const bool post = request.method == net::Method::post;
    auto answer =
        post ? answer_post(deployment, queue, now_ms, request) : answer_get(queue, request.path);
    return answer ? *std::move(answer) : refusal(answer.error());
}

}  // namespace theriac::host
