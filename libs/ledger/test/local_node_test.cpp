#include "theriac/storage/atomic_file.hpp"

#include "local_world.hpp"

namespace theriac::ledger {
namespace {

using LocalNodeTest = LocalWorld;

TEST_F(LocalNodeTest, serves_its_own_chain_and_no_known_keys) {
    EXPECT_GE(chain_->id(), 1ULL << 31U);
    EXPECT_NE(chain_->balance(account(), At::latest()).value(), eth::U256());
    // The first account of the phrase that every development node knows.
    const auto known = eth::parse_address("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266").value();
    EXPECT_EQ(chain_->balance(known, At::latest()).value(), eth::U256());
    EXPECT_EQ(
        chain_->rpc().call("eth_accounts", json::Value::array()).value(), json::Value::array());
    EXPECT_TRUE(chain_->client_version().value().starts_with("anvil/"));
}

TEST_F(LocalNodeTest, other_chain_id_is_denied) {
    EXPECT_EQ(Chain::connect(node_->url(), chain_->id() + 1).error().code, Errc::denied);
}

TEST_F(LocalNodeTest, second_node_on_the_directory_is_a_conflict) {
    EXPECT_EQ(LocalNode::start(directory(), anvil_).error().code, Errc::conflict);
    EXPECT_EQ(start_detached(directory(), anvil_).error().code, Errc::conflict);
}

TEST_F(LocalNodeTest, network_is_created_once) {
    EXPECT_EQ(create_network(directory(), anvil_, {}, entropy_).error().code, Errc::conflict);
}

TEST_F(LocalNodeTest, stopping_keeps_every_block) {
    const Block before = chain_->block(At::latest()).value();
    ASSERT_TRUE(node_->stop());
    start();
    EXPECT_EQ(chain_->block(At::block(before.id.number)).value().id, before.id);
}

TEST_F(LocalNodeTest, genesis_survives_a_crash) {
    const Block genesis = chain_->block(At::block(0)).value();
    crash_and_restart();
    EXPECT_EQ(chain_->block(At::block(0)).value().id, genesis.id);
    EXPECT_NE(chain_->balance(account(), At::latest()).value(), eth::U256());
}

TEST_F(LocalNodeTest, detached_node_is_found_and_stopped) {
    ASSERT_TRUE(node_->stop());
    EXPECT_EQ(running_node(directory()).value(), std::nullopt);
    const RunningNode node = start_detached(directory(), anvil_).value();
    EXPECT_TRUE(Chain::connect(node.url, node.chain_id));
    EXPECT_EQ(running_node(directory()).value()->process, node.process);
    EXPECT_EQ(LocalNode::start(directory(), anvil_).error().code, Errc::conflict);
    EXPECT_TRUE(stop_detached(directory()));
    EXPECT_EQ(stop_detached(directory()).error().code, Errc::not_found);
    EXPECT_FALSE(Chain::connect(node.url, node.chain_id));
}

TEST_F(LocalNodeTest, program_that_ends_at_once_is_unavailable_with_its_log) {
    ASSERT_TRUE(node_->stop());
    const Error error = LocalNode::start(directory(), "/bin/false").error();
    EXPECT_EQ(error.code, Errc::unavailable);
    EXPECT_NE(error.message.find("node.log"), std::string::npos);
}

TEST(local_node, directory_without_a_network_is_not_found) {
    const TemporaryDirectory dir;
    EXPECT_EQ(LocalNode::start(dir.path(), "/bin/false").error().code, Errc::not_found);
    EXPECT_EQ(stop_detached(dir.path()).error().code, Errc::not_found);
}

TEST(local_node, missing_anvil_is_not_found_and_says_how_to_get_it) {
    const Error error = find_anvil(std::nullopt, {"/nonexistent"}).error();
    EXPECT_EQ(error.code, Errc::not_found);
    EXPECT_NE(error.message.find("npm ci"), std::string::npos);
    EXPECT_EQ(find_anvil("/nonexistent/anvil", {}).error().code, Errc::not_found);
}

TEST(local_node, damaged_network_file_is_malformed) {
    const TemporaryDirectory dir;
    for (const char* text :
         {"",
          "{}",
          R"({"format":"theriac-local-network/2"})",
          R"({"format":"theriac-local-network/1","chain id":7,"port":1,"gas limit":12000000,)"
          R"("block time":1,"state interval":5,"funded":[],"more":1})"}) {
        ASSERT_TRUE(storage::write_file_atomic(dir / "network.json", as_bytes(text)));
        EXPECT_EQ(read_network(dir.path()).error().code, Errc::malformed) << text;
    }
}

}  // namespace
}  // namespace theriac::ledger
