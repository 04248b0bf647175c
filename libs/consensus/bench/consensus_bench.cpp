// Events a second of the simulator on a plain message pattern, and of each protocol.
#include "theriac/consensus/experiments.hpp"

#include <benchmark/benchmark.h>

#include <numeric>

namespace {

using namespace theriac::consensus;

/// Each node holds tokens; who gets one sends it on to a random node. As many messages are on the
/// wire as there are tokens. The pattern that docs/benchmarks.md measures SimGrid with.
struct Token {
    struct Message {
        std::uint32_t hops = 0;
    };

    template <typename Env>
    void start(Env& env) {
        for (std::uint32_t i = 0; i < tokens; ++i)
            env.send(env.random().below(nodes), {1}, {});
    }

    template <typename Env>
    void on_message(Env& env, NodeId, const Message& message, Body) {
        if (message.hops < hops) env.send(env.random().below(nodes), {message.hops + 1}, {});
    }

    template <typename Env>
    void on_timer(Env&, std::uint32_t) {}

    std::uint32_t nodes = 0;
    std::uint32_t tokens = 1;
    std::uint32_t hops = 0;
};

struct Ignore {
    void operator()(NodeId, Time, const Decision&) const {}
};

void token_passing(benchmark::State& state) {
    const auto nodes = static_cast<std::uint32_t>(state.range(0));
    NetworkConfig network;
    network.jitter = Chance::of(1);
    std::uint64_t events = 0;
    for (auto _ : state) {
        const std::vector<Token> all(nodes, Token{nodes, 1, 100});
        Simulator simulator(all, network, 1, Ignore{});
        simulator.run(std::chrono::hours(1));
        events += simulator.traffic().events;
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(events));
}

BENCHMARK(token_passing)
    ->Name("consensus/events/token_passing/nodes")
    ->Arg(1'000)
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Unit(benchmark::kMillisecond);

void rpca_period(benchmark::State& state) {
    const auto nodes = static_cast<std::uint32_t>(state.range(0));
    RpcaRun run;
    run.world.workload.resize(8);
    std::vector<NodeId> everybody(nodes);
    std::iota(everybody.begin(), everybody.end(), 0U);
    run.world.connect(std::vector<std::vector<NodeId>>(nodes, everybody));
    std::uint64_t events = 0;
    for (auto _ : state)
        events += run_rpca(run, 1).finality.traffic.events;
    state.SetItemsProcessed(static_cast<std::int64_t>(events));
}

BENCHMARK(rpca_period)
    ->Name("consensus/rpca/period/nodes")
    ->Arg(20)
    ->Arg(200)
    ->Unit(benchmark::kMillisecond);

void qbft_heights(benchmark::State& state) {
    QbftRun run;
    run.world = QbftWorld::of(static_cast<std::uint32_t>(state.range(0)), {});
    std::uint64_t events = 0;
    for (auto _ : state)
        events += run_qbft(run, 1).traffic.events;
    state.SetItemsProcessed(static_cast<std::int64_t>(events));
}

BENCHMARK(qbft_heights)
    ->Name("consensus/qbft/ten_heights/validators")
    ->Arg(10)
    ->Arg(64)
    ->Unit(benchmark::kMillisecond);

void gossip(benchmark::State& state, GossipTable table) {
    GossipRun run;
    run.world.participants = static_cast<std::uint32_t>(state.range(0));
    run.world.config.table = table;
    run.world.config.view = 64;
    run.world.config.rounds = kMaxRounds;
    run.network.regions = uniform_region(std::chrono::milliseconds(20));
    std::uint64_t events = 0;
    double bytes = 0;
    for (auto _ : state) {
        const GossipOutcome out = run_gossip(run, 1);
        events += out.traffic.events;
        bytes = static_cast<double>(out.state_bytes) / static_cast<double>(state.range(0));
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(events));
    state.counters["bytes_per_node"] = bytes;
}

BENCHMARK_CAPTURE(gossip, full, GossipTable::full)
    ->Name("consensus/gossip/full/participants")
    ->Arg(256)
    ->Arg(1024)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(gossip, bounded, GossipTable::bounded)
    ->Name("consensus/gossip/bounded/participants")
    ->Arg(1024)
    ->Arg(65'536)
    ->Unit(benchmark::kMillisecond);

}  // namespace
