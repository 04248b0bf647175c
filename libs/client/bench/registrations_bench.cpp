// Registering collections on a local chain: what a relayer does with leaves that owners signed, at
// several sizes of a batch. A batch of one is one transaction for each collection, on the same
// chain. THERIAC_ANVIL names the node's program. docs/benchmarks.md.
#include "theriac/client/contract_calls.hpp"
#include "theriac/client/deploy.hpp"
#include "theriac/ledger/local_node.hpp"
#include "theriac/ledger/outbox.hpp"
#include "theriac/protocol/batch.hpp"
#include "theriac/protocol/chain_state.hpp"
#include "theriac/storage/file_blob_store.hpp"

#include <benchmark/benchmark.h>
#include <stdlib.h>

#include <memory>

namespace theriac::client {
namespace {

using SignedLeaf = protocol::Signed<protocol::CollectionLeaf>;

/// A chain with the contracts, whose governor is a relayer too, and a store.
class World {
public:
    World() {
        std::string name = (std::filesystem::temp_directory_path() / "theriac-XXXXXX").string();
        directory_ = ::mkdtemp(name.data());
        const char* given = std::getenv("THERIAC_ANVIL");
        const auto anvil = ledger::find_anvil(given == nullptr ? "anvil" : given, {});
        if (!anvil) return;
        const auto funds = eth::U256::from_decimal("1000000000000000000000000").value();
        const eth::Address account = eth::address_of(key_.public_key());
        const auto made = ledger::create_network(
            directory_ / "network",
            *anvil,
            {.funded = {{.address = account, .wei = funds}}},
            entropy_);
        THERIAC_EXPECTS(made.has_value());
        node_ = std::make_unique<ledger::LocalNode>(
            ledger::LocalNode::start(directory_ / "network", *anvil).value());
        chain_ = std::make_unique<ledger::Chain>(
            ledger::Chain::connect(node_->url(), node_->chain_id()).value());
        outbox_ = std::make_unique<ledger::Outbox>(
            ledger::Outbox::open(directory_ / "outbox.db", *chain_, key_).value());
        store_ = std::make_unique<storage::FileBlobStore>(
            storage::FileBlobStore::open(directory_ / "blobs").value());
        deployment_ =
            deploy_contracts(*chain_, *outbox_, account, "bench", 0, stop_).value().deployment;
        const ContractCall role = grant_roles(deployment_, account, protocol::kRoleRelayer);
        THERIAC_EXPECTS(outbox_->submit({.id = "role", .to = role.to, .data = role.data}));
    }

    World(const World&) = delete;
    World& operator=(const World&) = delete;

    ~World() {
        outbox_.reset();
        node_.reset();
        std::error_code ignored;
        std::filesystem::remove_all(directory_, ignored);
    }

    [[nodiscard]] bool has_node() const { return node_ != nullptr; }

    /// What an owner signs: another leaf each time.
    SignedLeaf leaf() {
        protocol::CollectionLeaf leaf;
        leaf.owner = eth::address_of(owner_.public_key());
        entropy_.fill(leaf.collection.mutable_view());
        leaf.data_type = "wdbc";
        leaf.record_count = 1;
        leaf.timestamp = {1'700'000'000};
        const auto point = owner_.public_key().compressed();
        leaf.masked_key = point;
        leaf.mask_point = point;
        return protocol::sign(deployment_, owner_, leaf);
    }

    /// The relayer's part of one batch but for the transaction: signatures, manifest, root.
    ledger::Intent prepare(const protocol::LeafBatch& batch) {
        for (const SignedLeaf& one : batch.leaves)
            THERIAC_EXPECTS(protocol::check_signer(
                "leaf",
                protocol::digest(deployment_, one.statement),
                one.signature,
                one.statement.owner));
        const auto manifest = store_->put(protocol::encode(batch)).value();
        const Hash256 root = crypto::ledger_root(batch.statement_hashes());
        const auto count = static_cast<std::uint32_t>(batch.leaves.size());
        const ContractCall call = register_batch(deployment_, root, manifest, count);
        return {.id = root.hex(), .to = call.to, .data = call.data};
    }

    /// @return gas of all transactions
    std::uint64_t submit(const std::vector<ledger::Intent>& intents) {
        std::uint64_t gas = 0;
        for (const auto& receipt : outbox_->submit_all(intents)) {
            THERIAC_EXPECTS(receipt.has_value());
            gas += receipt->gas_used;
        }
        return gas;
    }

private:
    SystemEntropy entropy_;
    crypto::SigningKey key_ = crypto::SigningKey::generate(entropy_);
    crypto::SigningKey owner_ = crypto::SigningKey::generate(entropy_);
    net::StopFlag stop_;
    std::filesystem::path directory_;
    protocol::Deployment deployment_{};
    std::unique_ptr<ledger::LocalNode> node_;
    std::unique_ptr<ledger::Chain> chain_;
    std::unique_ptr<ledger::Outbox> outbox_;
    std::unique_ptr<storage::FileBlobStore> store_;
};

std::vector<protocol::LeafBatch> signed_batches(
    World& world, std::int64_t size, std::int64_t count) {
    std::vector<protocol::LeafBatch> out(static_cast<std::size_t>(count));
    for (protocol::LeafBatch& batch : out)
        for (std::int64_t i = 0; i < size; ++i)
            batch.leaves.push_back(world.leaf());
    return out;
}

void register_leaves(benchmark::State& state) {
    World world;
    if (!world.has_node()) return state.SkipWithError("no anvil: set THERIAC_ANVIL");
    std::uint64_t gas = 0;
    std::int64_t leaves = 0;
    for (auto _ : state) {
        state.PauseTiming();
        const auto batches = signed_batches(world, state.range(0), state.range(1));
        state.ResumeTiming();
        std::vector<ledger::Intent> intents;
        for (const protocol::LeafBatch& batch : batches)
            intents.push_back(world.prepare(batch));
        gas += world.submit(intents);
        leaves += state.range(0) * state.range(1);
    }
    state.SetItemsProcessed(leaves);
    state.counters["gas_per_leaf"] = static_cast<double>(gas) / static_cast<double>(leaves);
}

BENCHMARK(register_leaves)
    ->Name("client/register")
    ->ArgNames({"leaves", "batches"})
    ->Args({1, 300})
    ->Args({100, 30})
    ->Args({1000, 10})
    ->Iterations(1)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace theriac::client
