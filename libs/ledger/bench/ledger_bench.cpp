// Against a local node: THERIAC_ANVIL names the program.
#include "theriac/ledger/local_node.hpp"
#include "theriac/ledger/outbox.hpp"

#include <benchmark/benchmark.h>
#include <stdlib.h>

#include <memory>

namespace theriac::ledger {
namespace {

struct World {
    World() {
        std::string name = (std::filesystem::temp_directory_path() / "theriac-XXXXXX").string();
        directory = ::mkdtemp(name.data());
        const char* given = std::getenv("THERIAC_ANVIL");
        const auto anvil = find_anvil(given == nullptr ? "anvil" : given, {});
        if (!anvil) return;
        const auto funds = eth::U256::from_decimal("1000000000000000000000000").value();
        const LocalNetworkOptions options{
            .funded = {{.address = eth::address_of(key.public_key()), .wei = funds}},
            .gas_limit = 1'000'000'000};
        if (!create_network(directory / "network", *anvil, options, entropy)) return;
        node = std::make_unique<LocalNode>(LocalNode::start(directory / "network", *anvil).value());
        chain = std::make_unique<Chain>(Chain::connect(node->url(), node->chain_id()).value());
        outbox =
            std::make_unique<Outbox>(Outbox::open(directory / "outbox.db", *chain, key).value());
    }

    World(const World&) = delete;
    World& operator=(const World&) = delete;

    ~World() {
        outbox.reset();
        node.reset();
        std::error_code ignored;
        std::filesystem::remove_all(directory, ignored);
    }

    SystemEntropy entropy;
    crypto::SigningKey key = crypto::SigningKey::generate(entropy);
    std::filesystem::path directory;
    std::unique_ptr<LocalNode> node;
    std::unique_ptr<Chain> chain;
    std::unique_ptr<Outbox> outbox;
};

void bench_round_trip(benchmark::State& state) {
    const World world;
    if (!world.node) return state.SkipWithError("no anvil: set THERIAC_ANVIL");
    for (auto _ : state) {
        if (!world.chain->block_number()) state.SkipWithError("call failed");
    }
}

/// Transfers, all under way at once; one block a second.
void bench_submit(benchmark::State& state) {
    const World world;
    if (!world.node) return state.SkipWithError("no anvil: set THERIAC_ANVIL");
    std::uint64_t number = 0;
    for (auto _ : state) {
        std::vector<Intent> intents;
        for (std::int64_t i = 0; i < state.range(0); ++i)
            intents.push_back(
                {.id = std::to_string(++number),
                 .to = world.outbox->account(),
                 .gas_limit = 21'000});
        for (const auto& result : world.outbox->submit_all(intents))
            if (!result) state.SkipWithError("submission failed");
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * state.range(0));
}

BENCHMARK(bench_round_trip)->Name("ledger/rpc_round_trip")->UseRealTime();
BENCHMARK(bench_submit)
    ->Name("ledger/outbox_submit/transactions")
    ->Arg(1)
    ->Arg(100)
    ->Arg(2000)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace theriac::ledger
