#include "theriac/eth/storage_slot.hpp"
#include "theriac/net/http_server.hpp"

#include "local_world.hpp"

#include <functional>

namespace theriac::ledger {
namespace {

using ChainTest = LocalWorld;

TEST_F(ChainTest, every_header_has_the_hash_the_node_states) {
    const Block genesis = chain_->block(At::block(0)).value();
    const Block first = chain_->block(At::block(1)).value();
    EXPECT_EQ(first.header.parent_hash, genesis.id.hash);
    EXPECT_EQ(eth::decode_header(first.rlp).value(), first.header);
}

TEST_F(ChainTest, block_to_come_is_not_found) {
    EXPECT_EQ(chain_->block(At::block(1'000'000)).error().code, Errc::not_found);
}

TEST_F(ChainTest, reverted_call_and_estimate_are_named) {
    Outbox outbox = open_outbox();
    const CallRequest request{
        .from = account(), .to = deploy(outbox), .data = counter::call(counter::kRefuse, 9)};
    for (const Error& error :
         {chain_->call(request, At::latest()).error(), chain_->estimate_gas(request).error()}) {
        EXPECT_EQ(error.code, Errc::reverted);
        EXPECT_EQ(error.message, "Counter: Refused(9)");
    }
}

TEST_F(ChainTest, code_is_what_was_deployed) {
    Outbox outbox = open_outbox();
    const eth::Address contract = deploy(outbox);
    EXPECT_EQ(chain_->code(contract, At::latest()).value(), counter::runtime());
    EXPECT_TRUE(chain_->code(account(), At::latest()).value().empty());
}

TEST_F(ChainTest, logs_of_many_pages_come_in_order) {
    Outbox outbox = open_outbox();
    const eth::Address contract = deploy(outbox);
    std::vector<Intent> intents;
    for (std::uint64_t i = 0; i < 20; ++i)
        intents.push_back(
            {.id = "add " + std::to_string(i),
             .to = contract,
             .data = counter::call(counter::kAdd, i),
             .gas_limit = 100'000});
    for (const auto& result : outbox.submit_all(intents))
        ASSERT_TRUE(result) << result.error().message;
    const LogFilter filter{.addresses = {contract}, .to_block = chain_->block_number().value()};
    const auto logs = chain_->logs(filter, 1).value();
    ASSERT_EQ(logs.size(), 20U);
    for (std::uint64_t i = 0; i < 20; ++i)
        EXPECT_EQ(eth::abi::decode("(uint256)", logs[i].data).value()[0].u64(), i);
    EXPECT_EQ(chain_->logs(filter, 1'000'000).value(), logs);
}

TEST_F(ChainTest, storage_is_proven_under_the_header) {
    Outbox outbox = open_outbox();
    const eth::Address contract = deploy(outbox);
    const Receipt receipt =
        outbox.submit({.id = "add", .to = contract, .data = counter::call(counter::kAdd, 7)})
            .value();
    const Hash256 slot = eth::slot_at(0);
    const eth::Address nobody({9});
    const std::vector<AccountSlots> asked{
        {.address = contract, .slots = {slot, eth::slot_at(1)}}, {.address = nobody}};
    const ProvenProof proven = chain_->prove(asked, At::block(receipt.block.number)).value();
    EXPECT_EQ(proven.state.block_hash(), receipt.block.hash);
    EXPECT_EQ(proven.state.storage(contract, slot).value(), eth::U256(7));
    EXPECT_EQ(proven.state.storage(contract, eth::slot_at(1)).value(), eth::U256());
    EXPECT_EQ(proven.state.account(nobody).error().code, Errc::not_found);
    // And before the transaction there was nothing.
    const ProvenProof before = chain_->prove(asked, At::block(receipt.block.number - 1)).value();
    EXPECT_EQ(before.state.storage(contract, slot).value(), eth::U256());
}

TEST_F(ChainTest, slots_of_many_answers_make_one_proof) {
    Outbox outbox = open_outbox();
    const eth::Address contract = deploy(outbox);
    ASSERT_TRUE(
        outbox.submit({.id = "add", .to = contract, .data = counter::call(counter::kAdd, 7)}));
    AccountSlots asked{.address = contract};
    for (std::uint64_t i = 0; i < 2'500; ++i)
        asked.slots.push_back(eth::slot_at(i));
    const std::vector<AccountSlots> both{asked, {.address = account()}};
    const ProvenProof proven = chain_->prove(both, At::latest()).value();
    EXPECT_EQ(proven.proof.accounts, both);
    EXPECT_EQ(proven.state.storage(contract, eth::slot_at(0)).value(), eth::U256(7));
    EXPECT_EQ(proven.state.storage(contract, eth::slot_at(2'499)).value(), eth::U256());
    EXPECT_EQ(eth::decode_state_proof(eth::encode_state_proof(proven.proof)).value(), proven.proof);
}

/// Whether the changed proof still shows state of the same block.
bool still_accepted(const eth::StateProof& changed, const Hash256& block_hash) {
    const auto state = eth::verify_state(changed);
    return state && state->block_hash() == block_hash;
}

TEST_F(ChainTest, every_changed_byte_of_a_proof_of_the_node_is_refused) {
    Outbox outbox = open_outbox();
    const eth::Address contract = deploy(outbox);
    ASSERT_TRUE(
        outbox.submit({.id = "add", .to = contract, .data = counter::call(counter::kAdd, 7)}));
    const std::vector<AccountSlots> asked{
        {.address = contract, .slots = {eth::slot_at(0), eth::slot_at(1)}},
        {.address = account()},
        {.address = eth::Address({9})}};
    eth::StateProof proof = chain_->prove(asked, At::latest()).value().proof;
    const Hash256 block_hash = eth::verify_state(proof).value().block_hash();
    std::vector<Bytes*> parts{&proof.header_rlp};
    for (Bytes& node : proof.nodes)
        parts.push_back(&node);
    for (Bytes* part : parts)
        for (std::size_t i = 0; i < part->size(); ++i) {
            const auto mask = static_cast<std::uint8_t>(1 + i % 255);
            (*part)[i] ^= mask;
            ASSERT_FALSE(still_accepted(proof, block_hash)) << i;
            (*part)[i] ^= mask;
        }
    EXPECT_TRUE(still_accepted(proof, block_hash));
}

/// Passes everything on to the node, but its blocks and proofs through `change`.
net::HttpServer meddler(RpcClient& node, const std::function<void(json::Value&)>& change) {
    return net::HttpServer::start(
               {},
               [&node, change](const net::ServerRequest& request) {
                   const json::Value asked = json::parse(as_text(request.body)).value();
                   const bool batch = asked.as_array() != nullptr;
                   const json::Value& call = batch ? asked.as_array()->front() : asked;
                   const std::string& method = *call.find("method")->as_text();
                   json::Value result = node.call(method, *call.find("params")).value();
                   if (result.as_object() != nullptr) change(result);
                   json::Value answer = json::Value::object(
                       {{"jsonrpc", "2.0"}, {"id", *call.find("id")}, {"result", result}});
                   if (batch) answer = json::Value::array({answer});
                   return net::text_response(200, json::canonical(answer));
               })
        .value();
}

/// The same text with another last digit.
std::string with_other_digit(std::string text) {
    text.back() = text.back() == '1' ? '2' : '1';
    return text;
}

TEST_F(ChainTest, header_with_any_other_field_is_unauthenticated) {
    for (const char* field :
         {"hash",
          "parentHash",
          "sha3Uncles",
          "miner",
          "stateRoot",
          "transactionsRoot",
          "receiptsRoot",
          "logsBloom",
          "difficulty",
          "gasLimit",
          "gasUsed",
          "timestamp",
          "mixHash",
          "nonce",
          "baseFeePerGas",
          "withdrawalsRoot",
          "blobGasUsed",
          "excessBlobGas",
          "parentBeaconBlockRoot",
          "requestsHash"}) {
        const auto server = meddler(chain_->rpc(), [&](json::Value& block) {
            block.set(field, with_other_digit(*block.find(field)->as_text()));
        });
        Chain chain = Chain::connect(server.url(), chain_->id()).value();
        EXPECT_EQ(chain.block(At::block(1)).error().code, Errc::unauthenticated) << field;
    }
}

TEST_F(ChainTest, other_block_than_asked_for_is_malformed) {
    const json::Value genesis =
        chain_->rpc().call("eth_getBlockByNumber", json::Value::array({"0x0", false})).value();
    const auto server = meddler(chain_->rpc(), [&](json::Value& block) { block = genesis; });
    Chain chain = Chain::connect(server.url(), chain_->id()).value();
    EXPECT_EQ(chain.block(At::block(1)).error().code, Errc::malformed);
}

TEST_F(ChainTest, proof_that_does_not_hold_is_unauthenticated) {
    const auto server = meddler(chain_->rpc(), [](json::Value& result) {
        if (const json::Value* nodes = result.find("accountProof")) {
            json::Value changed = json::Value::array();
            for (const json::Value& node : *nodes->as_array())
                changed.push_back(with_other_digit(*node.as_text()));
            result.set("accountProof", changed);
        }
    });
    Chain chain = Chain::connect(server.url(), chain_->id()).value();
    const AccountSlots asked{.address = account()};
    EXPECT_EQ(chain.prove(std::span(&asked, 1), At::latest()).error().code, Errc::unauthenticated);
}

TEST_F(ChainTest, unknown_transaction_has_no_receipt) {
    EXPECT_EQ(chain_->receipt(Hash256()).value(), std::nullopt);
}

TEST_F(ChainTest, garbage_transaction_is_denied) {
    EXPECT_EQ(chain_->send_raw(Bytes{2, 0xc0}).error().code, Errc::denied);
}

}  // namespace
}  // namespace theriac::ledger
