#include "theriac/ledger/rpc_client.hpp"

#include "theriac/ledger/chain.hpp"
#include "theriac/net/http_server.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

namespace theriac::ledger {
namespace {

using json::Value;

constexpr json::Limits kLimits{};

Errc refusal(std::string_view text) {
    return parse_rpc_response(text, 7, kLimits).error().code;
}

TEST(rpc_response, result_is_returned) {
    const auto outcome =
        parse_rpc_response(R"({"jsonrpc":"2.0","id":7,"result":{"a":1}})", 7, kLimits).value();
    EXPECT_EQ(outcome.value(), Value::object({{"a", 1}}));
}

TEST(rpc_response, null_is_a_result) {
    const auto outcome =
        parse_rpc_response(R"({"jsonrpc":"2.0","id":7,"result":null})", 7, kLimits).value();
    EXPECT_TRUE(outcome.value().is_null());
}

TEST(rpc_response, every_departure_from_the_form_is_malformed) {
    for (const char* text :
         {"",
          "[]",
          "null",
          R"({"jsonrpc":"2.0","result":1})",
          R"({"jsonrpc":"2.0","id":8,"result":1})",
          R"({"jsonrpc":"2.0","id":"7","result":1})",
          R"({"jsonrpc":"2.0","id":7.5,"result":1})",
          R"({"jsonrpc":"2.0","id":null,"result":1})",
          R"({"jsonrpc":"1.0","id":7,"result":1})",
          R"({"jsonrpc":2.0,"id":7,"result":1})",
          R"({"id":7,"result":1})",
          R"({"jsonrpc":"2.0","id":7})",
          R"({"jsonrpc":"2.0","id":7,"result":1,"error":{"code":1,"message":"x"}})",
          R"({"jsonrpc":"2.0","id":7,"error":null})",
          R"({"jsonrpc":"2.0","id":7,"error":"no"})",
          R"({"jsonrpc":"2.0","id":7,"error":{"message":"x"}})",
          R"({"jsonrpc":"2.0","id":7,"error":{"code":"1","message":"x"}})",
          R"({"jsonrpc":"2.0","id":7,"error":{"code":1}})",
          R"({"jsonrpc":"2.0","id":7,"result":1}x)",
          R"({"jsonrpc":"2.0","id":7,"result":1,"result":2})"})
        EXPECT_EQ(refusal(text), Errc::malformed) << text;
}

TEST(rpc_response, depth_and_size_have_limits) {
    const std::string deep = R"({"jsonrpc":"2.0","id":7,"result":)" + std::string(100, '[')
                             + std::string(100, ']') + "}";
    EXPECT_EQ(refusal(deep), Errc::too_large);
    const std::string large =
        R"({"jsonrpc":"2.0","id":7,"result":")" + std::string(2 << 20U, 'a') + "\"}";
    EXPECT_EQ(refusal(large), Errc::too_large);
}

TEST(rpc_response, revert_data_is_found_where_nodes_put_it) {
    const Bytes expected{0xc7, 0x24, 0xb9, 0x0e};
    for (const char* data :
         {R"("0xc724b90e")",
          R"({"data":"0xc724b90e"})",
          R"("Reverted 0xc724b90e")",
          R"({"data":{"data":"0xc724b90e"}})"}) {
        const auto outcome =
            parse_rpc_response(
                R"({"jsonrpc":"2.0","id":7,"error":{"code":3,"message":"m","data":)"
                    + std::string(data) + "}}",
                7,
                kLimits)
                .value();
        EXPECT_EQ(outcome.error().data, expected) << data;
        EXPECT_EQ(to_error(outcome.error(), "call").code, Errc::reverted);
    }
}

TEST(rpc_response, message_is_cut_and_made_printable) {
    const auto outcome =
        parse_rpc_response(
            R"({"jsonrpc":"2.0","id":7,"error":{"code":-32000,"message":"a\u001b[31m\n)"
                + std::string(500, 'x') + "\"}}",
            7,
            kLimits)
            .value();
    EXPECT_EQ(outcome.error().message.size(), 200U);
    EXPECT_TRUE(outcome.error().message.starts_with("a?[31m?xxx"));
}

TEST(rpc_response, codes_have_kinds) {
    const auto kind = [](std::int64_t code) { return to_error({.code = code}, "x").code; };
    EXPECT_EQ(kind(3), Errc::reverted);
    EXPECT_EQ(kind(-32601), Errc::unsupported);
    EXPECT_EQ(kind(-32602), Errc::invalid_argument);
    EXPECT_EQ(kind(-32005), Errc::too_large);
    EXPECT_EQ(kind(-32000), Errc::unavailable);
}

TEST(rpc_batch, answers_come_back_in_the_order_of_the_calls) {
    const auto outcomes =
        parse_rpc_batch(
            R"([{"jsonrpc":"2.0","id":8,"result":"b"},{"jsonrpc":"2.0","id":7,"result":"a"}])",
            7,
            2,
            kLimits)
            .value();
    EXPECT_EQ(outcomes[0].value(), Value("a"));
    EXPECT_EQ(outcomes[1].value(), Value("b"));
}

TEST(rpc_batch, missing_double_and_foreign_answers_are_malformed) {
    for (const char* text :
         {R"([])",
          R"([{"jsonrpc":"2.0","id":7,"result":1}])",
          R"([{"jsonrpc":"2.0","id":7,"result":1},{"jsonrpc":"2.0","id":7,"result":1}])",
          R"([{"jsonrpc":"2.0","id":7,"result":1},{"jsonrpc":"2.0","id":9,"result":1}])",
          R"([{"jsonrpc":"2.0","id":7,"result":1},{"jsonrpc":"2.0","id":6,"result":1}])",
          R"([{"jsonrpc":"2.0","id":7,"result":1},{"jsonrpc":"2.0","id":8}])",
          R"({"jsonrpc":"2.0","id":7,"result":1})"})
        EXPECT_EQ(parse_rpc_batch(text, 7, 2, kLimits).error().code, Errc::malformed) << text;
}

// A node that means harm ------------------------------------------------------------------------

struct HostileNode {
    explicit HostileNode(net::Handler handler)
        : server(net::HttpServer::start({}, std::move(handler)).value()),
          client(RpcClient::create(
                     server.url(),
                     {.http = {.read_timeout = std::chrono::milliseconds(200), .attempts = 1},
                      .limits = {.max_bytes = 10'000}})
                     .value()) {}

    Error error() { return client.call("eth_chainId", Value::array()).error(); }

    net::HttpServer server;
    RpcClient client;
};

net::Handler answers(std::string text) {
    return [text](const net::ServerRequest&) { return net::text_response(200, text); };
}

TEST(hostile_node, garbage_is_malformed_and_names_the_node) {
    HostileNode node(answers("\x01\xff not json"));
    const Error error = node.error();
    EXPECT_EQ(error.code, Errc::malformed);
    EXPECT_NE(error.message.find(node.server.url().text()), std::string::npos);
}

TEST(hostile_node, huge_body_is_too_large) {
    HostileNode node(answers(std::string(20'000, ' ')));
    EXPECT_EQ(node.error().code, Errc::too_large);
}

TEST(hostile_node, other_id_is_malformed) {
    HostileNode node(answers(R"({"jsonrpc":"2.0","id":99,"result":"0x1"})"));
    EXPECT_EQ(node.error().code, Errc::malformed);
}

TEST(hostile_node, http_error_is_unavailable) {
    HostileNode node([](const net::ServerRequest&) { return net::text_response(503, "busy"); });
    EXPECT_EQ(node.error().code, Errc::unavailable);
}

TEST(hostile_node, silence_is_a_timeout) {
    HostileNode node([](const net::ServerRequest&) {
        std::this_thread::sleep_for(std::chrono::milliseconds(600));
        return net::text_response(200, "late");
    });
    EXPECT_EQ(node.error().code, Errc::timeout);
}

TEST(hostile_node, absent_node_is_unavailable) {
    HostileNode node(answers(""));
    node.server.stop();
    EXPECT_EQ(node.error().code, Errc::unavailable);
}

/// Answers every call with the same result, under the right id.
net::Handler results(std::string result) {
    return [result](const net::ServerRequest& request) {
        const Value call = json::parse(as_text(request.body)).value();
        const Value id = call.as_array() != nullptr ? Value(nullptr) : *call.find("id");
        return net::text_response(
            200,
            R"({"jsonrpc":"2.0","id":)" + json::canonical(id) + R"(,"result":)" + result + "}");
    };
}

Chain chain_of(const net::HttpServer& server, std::uint64_t id) {
    return Chain::connect(server.url(), id).value();
}

TEST(hostile_node, other_chain_is_denied) {
    const auto server = net::HttpServer::start({}, results(R"("0x5")")).value();
    EXPECT_EQ(Chain::connect(server.url(), 6).error().code, Errc::denied);
    EXPECT_TRUE(Chain::connect(server.url(), 5));
}

TEST(hostile_node, quantities_must_be_canonical) {
    for (const char* result :
         {R"("0x05")",
          R"("5")",
          R"("0x")",
          R"(5)",
          R"("0xg")",
          R"(null)",
          R"([])",
          R"("0x10000000000000000")"}) {
        const auto server = net::HttpServer::start({}, results(result)).value();
        const auto chain = Chain::connect_any(server.url());
        ASSERT_FALSE(chain) << result;
        EXPECT_TRUE(chain.error().code == Errc::malformed || chain.error().code == Errc::too_large)
            << result;
    }
}

TEST(hostile_node, wrong_kinds_are_malformed) {
    const auto server = net::HttpServer::start({}, results(R"("0x5")")).value();
    Chain chain = chain_of(server, 5);
    EXPECT_EQ(chain.block(At::latest()).error().code, Errc::malformed);
    EXPECT_EQ(chain.receipt(Hash256()).error().code, Errc::malformed);
    EXPECT_EQ(chain.logs({}).error().code, Errc::malformed);
    EXPECT_EQ(chain.code({}, At::latest()).error().code, Errc::malformed);
    EXPECT_EQ(chain.suggest_fees(FeePolicy::dynamic).error().code, Errc::malformed);
}

}  // namespace
}  // namespace theriac::ledger
