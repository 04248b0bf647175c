// A ledger for one test: an anvil in a directory of its own, and an account with coins.
#pragma once

#include "theriac/base/test/temporary_directory.hpp"
#include "theriac/ledger/chain.hpp"
#include "theriac/ledger/local_node.hpp"
#include "theriac/ledger/outbox.hpp"

#include "counter_contract.hpp"
#include <gtest/gtest.h>

#include <cstdlib>
#include <memory>

namespace theriac::ledger {

using theriac::test::TemporaryDirectory;

inline Result<std::filesystem::path> test_anvil() {
    if (const char* given = std::getenv("THERIAC_ANVIL")) return find_anvil(given, {});
    const char* source = std::getenv("THERIAC_SOURCE_DIR");
    return find_anvil(
        std::nullopt, {std::filesystem::path(source != nullptr ? source : ".") / "contracts"});
}

class LocalWorld : public testing::Test {
protected:
    void SetUp() override {
        const auto anvil = test_anvil();
        if (!anvil) GTEST_SKIP() << "not run: " << anvil.error().message;
        anvil_ = *anvil;
        const auto funds = eth::U256::from_decimal("1000000000000000000000").value();
        const auto network = create_network(
            directory(),
            anvil_,
            {.funded = {{.address = account(), .wei = funds}}, .state_interval = interval_},
            entropy_);
        ASSERT_TRUE(network) << network.error().message;
        start();
    }

    std::filesystem::path directory() const { return temporary_ / "network"; }

    eth::Address account() const { return eth::address_of(key_.public_key()); }

    void start() {
        auto node = LocalNode::start(directory(), anvil_);
        ASSERT_TRUE(node) << node.error().message;
        node_ = std::make_unique<LocalNode>(*std::move(node));
        // The port stays the same over a restart, and so the connection's owner may live on.
        if (chain_ && chain_->rpc().url() == node_->url()) return;
        chain_ = std::make_unique<Chain>(
            Chain::connect(node_->url(), node_->chain_id(), names()).value());
    }

    /// Ends the node without warning, and starts it from what it had on the disk.
    void crash_and_restart() {
        node_->crash();
        start();
    }

    static RevertNames names() {
        RevertNames out;
        out.add("Counter", counter::kRefused);
        return out;
    }

    Outbox open_outbox(OutboxOptions options = {}) {
        return Outbox::open(temporary_ / "outbox.db", *chain_, key_, options).value();
    }

    eth::Address deploy(Outbox& outbox) {
        const auto receipt =
            outbox.submit({.id = "deploy", .data = counter::creation_code()}).value();
        return receipt.contract.value();
    }

    std::uint64_t total(const eth::Address& contract) {
        const Bytes out =
            chain_
                ->call(
                    {.to = contract, .data = eth::abi::encode_call(counter::kTotal, {}).value()},
                    At::latest())
                .value();
        return eth::abi::decode("(uint256)", out).value()[0].u256().to_u64().value();
    }

    TemporaryDirectory temporary_;
    std::chrono::seconds interval_{600};  // so that a crash loses all blocks since the start
    SystemEntropy entropy_;
    crypto::SigningKey key_ = crypto::SigningKey::generate(entropy_);
    std::filesystem::path anvil_;
    std::unique_ptr<LocalNode> node_;
    std::unique_ptr<Chain> chain_;
};

}  // namespace theriac::ledger
