#include "local_world.hpp"

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

TEST_F(ChainTest, unknown_transaction_has_no_receipt) {
    EXPECT_EQ(chain_->receipt(Hash256()).value(), std::nullopt);
}

TEST_F(ChainTest, garbage_transaction_is_denied) {
    EXPECT_EQ(chain_->send_raw(Bytes{2, 0xc0}).error().code, Errc::denied);
}

}  // namespace
}  // namespace theriac::ledger
