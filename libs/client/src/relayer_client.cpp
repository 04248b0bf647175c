#include "theriac/client/relayer_client.hpp"

#include "theriac/crypto/hash.hpp"
#include "theriac/json/json.hpp"
#include "theriac/json/object_reader.hpp"
#include "theriac/net/url.hpp"

#include <array>
#include <thread>

namespace theriac::client {

namespace {

using json::ObjectReader;

constexpr std::chrono::milliseconds kPoll{100};

Result<json::Value> parse_reply(const net::HttpResponse& response) {
    auto value = json::parse(as_text(response.body));
    if (!value) return fail(with_context("relayer: reply is not JSON", std::move(value).error()));
    return value;
}

Error read_error(ObjectReader from) {
    const auto code = from.text("code", 64);
    const auto message = from.text("message", 4096);
    if (!code || !message) return {Errc::unavailable, "relayer: refused without saying why"};
    for (int i = 0; i <= static_cast<int>(Errc::internal); ++i) {
        const auto known = static_cast<Errc>(i);
        if (name(known) == *code) return {known, *message};
    }
    return {Errc::internal, *message};
}

// A refusal is a JSON object with an error; anything else that is not a success is the service's
// fault.
Result<json::Value> accept(const net::HttpResponse& response, int wanted) {
    THERIAC_TRY(value, parse_reply(response));
    if (response.status == wanted) return value;
    ObjectReader from(value, "relayer");
    if (from.has("error")) {
        THERIAC_TRY(error, from.object("error"));
        return fail(read_error(std::move(error)));
    }
    return fail(
        Errc::unavailable, "relayer: answered with status " + std::to_string(response.status));
}

Result<TicketStatus::State> read_state(ObjectReader& from) {
    constexpr std::array<std::string_view, 4> kNames = {"queued", "submitted", "done", "failed"};
    THERIAC_TRY(text, from.choice("state", {"queued", "submitted", "done", "failed"}));
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (kNames[i] == text) return static_cast<TicketStatus::State>(i);
    }
    return fail(Errc::internal, "relayer: unknown state");
}

template <typename T>
Result<std::optional<T>> optional_fixed(ObjectReader& from, std::string_view field) {
    THERIAC_TRY(bytes, from.optional_bytes(field, T::kSize));
    if (!bytes) return std::optional<T>{};
    THERIAC_TRY(value, T::from(*bytes));
    return std::optional<T>(value);
}

Result<TicketStatus> read_status(const json::Value& value) {
    ObjectReader from(value, "ticket");
    TicketStatus out;
    THERIAC_TRY(state, read_state(from));
    THERIAC_TRY(transaction, optional_fixed<Hash256>(from, "transaction"));
    THERIAC_TRY(block, from.optional_u64("block"));
    THERIAC_TRY(gas, from.optional_u64("gas"));
    THERIAC_TRY(root, optional_fixed<Hash256>(from, "root"));
    THERIAC_TRY(manifest, optional_fixed<crypto::BlobAddress>(from, "manifest"));
    THERIAC_TRY(count, from.optional_u64("count"));
    THERIAC_TRY(error, from.optional_object("error"));
    out.state = state;
    out.transaction = transaction;
    out.block = block.value_or(0);
    out.gas = gas.value_or(0);
    out.root = root;
    out.manifest = manifest;
    out.count = static_cast<std::uint32_t>(count.value_or(0));
    if (error) out.error = read_error(*std::move(error));
    return out;
}

}  // namespace

Ticket ticket_of(std::string_view kind, ByteView body) {
    const std::array<std::uint8_t, 1> separator{0};
    return Ticket(crypto::keccak256({as_bytes(kind), separator, body}).array());
}

RelayerClient::RelayerClient(net::HttpClient http) : http_(std::move(http)) {}

Result<RelayerClient> RelayerClient::create(std::string_view url) {
    THERIAC_TRY(parsed, net::parse_url(url));
    THERIAC_TRY(http, net::HttpClient::create(std::move(parsed), {.reach = net::Reach::anywhere}));
    return RelayerClient(std::move(http));
}

Result<Ticket> RelayerClient::submit(std::string_view kind, ByteView body) {
    THERIAC_TRY(
        response,
        http_.send(
            {.method = net::Method::post,
             .path = "/v1/" + std::string(kind),
             .body = body,
             .repeat = net::Repeat::idempotent}));
    THERIAC_TRY(value, accept(response, 202));
    ObjectReader from(value, "relayer");
    THERIAC_TRY(ticket, from.fixed<Ticket>("ticket"));
    if (ticket != ticket_of(kind, body))
        return fail(Errc::unauthenticated, "relayer: gave a ticket for something else");
    return ticket;
}

Result<TicketStatus> RelayerClient::status(const Ticket& ticket) {
    THERIAC_TRY(
        response,
        http_.send({.path = "/v1/tickets/" + ticket.hex(), .repeat = net::Repeat::idempotent}));
    THERIAC_TRY(value, accept(response, 200));
    return read_status(value);
}

Result<TicketStatus> RelayerClient::wait(
    const Ticket& ticket, std::chrono::seconds limit, const std::function<bool()>& stop) {
    const auto end = std::chrono::steady_clock::now() + limit;
    while (true) {
        THERIAC_TRY(found, status(ticket));
        if (found.state == TicketStatus::State::done) return found;
        if (found.state == TicketStatus::State::failed)
            return fail(found.error.value_or(Error{Errc::internal, "relayer: failed"}));
        if (stop && stop())
            return fail(
                Errc::interrupted, "stopped while ticket " + ticket.hex() + " is under way");
        if (std::chrono::steady_clock::now() > end)
            return fail(
                Errc::timeout,
                "relayer: ticket " + ticket.hex() + " is not done after "
                    + std::to_string(limit.count()) + " s; it stays queued, ask again later");
        std::this_thread::sleep_for(kPoll);
    }
}

}  // namespace theriac::client
