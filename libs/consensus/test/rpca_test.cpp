#include "theriac/consensus/experiments.hpp"
#include "theriac/consensus/rpca_theory.hpp"
#include "theriac/consensus/statistics.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace {

using namespace theriac::consensus;
using namespace std::chrono_literals;

/// `n` nodes that all trust one another, and a workload of `transactions` in period 0.
RpcaRun complete(std::uint32_t n, std::uint32_t transactions = 8, std::uint32_t periods = 1) {
    RpcaRun run;
    run.world.config.periods = periods;
    run.world.workload.resize(transactions);
    std::vector<NodeId> everybody(n);
    std::iota(everybody.begin(), everybody.end(), 0U);
    run.world.connect(std::vector<std::vector<NodeId>>(n, everybody));
    return run;
}

TEST(rpca, honest_nodes_close_one_ledger_with_every_transaction) {
    const RpcaOutcome out = run_rpca(complete(10), 1);
    EXPECT_EQ(out.finality.finalized, 1U);
    EXPECT_EQ(out.finality.forks, 0U);
    EXPECT_EQ(out.confirmed, 8U);
    // The window of 2 s, and four times half a second.
    EXPECT_EQ(out.finality.finality_ms.at(0), 4000);
}

TEST(rpca, from_perfect_disagreement_all_end_with_the_same_ledger) {
    // Each node hears of each transaction with an even chance: half propose yes, half no.
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        RpcaRun run = complete(25, 40);
        run.world.config.heard = Chance::of(0.5);
        const RpcaOutcome out = run_rpca(run, seed);
        EXPECT_EQ(out.finality.finalized, 1U) << "seed " << seed;
        EXPECT_EQ(out.finality.forks, 0U);
    }
}

TEST(rpca, transaction_that_fails_is_tried_again_in_the_next_period) {
    RpcaRun run = complete(10, 30, 3);
    run.world.config.heard = Chance::of(0.4);
    const RpcaOutcome out = run_rpca(run, 4);
    EXPECT_EQ(out.confirmed, 30U);
}

TEST(rpca, of_two_double_spends_one_is_applied_and_both_are_used_up) {
    RpcaRun run = complete(5, 2, 2);
    run.world.workload[0].conflict = run.world.workload[1].conflict = 7;
    const RpcaOutcome out = run_rpca(run, 1);
    EXPECT_EQ(out.confirmed, 1U);
    EXPECT_EQ(out.finality.finalized, 2U);
}

TEST(rpca, double_spend_order_is_canonical_not_the_callers) {
    std::vector<Transaction> workload(2);
    workload[0].conflict = workload[1].conflict = 1;
    LedgerStore store;
    const LedgerHash hash = store.close(LedgerStore::kGenesis, {0, 1}, workload);
    ASSERT_EQ(store.find(hash)->applied.size(), 1U);
    EXPECT_EQ(store.find(hash)->consumed.size(), 2U);
}

std::uint64_t confirmed_with(std::uint32_t n, std::uint32_t colluders, std::uint64_t* fraud) {
    RpcaRun run = complete(n, 4);
    run.world.workload[3].fraudulent = true;
    run.strategies.resize(n);
    for (std::uint32_t i = 0; i < colluders; ++i)
        run.strategies[i] = cartel();
    const RpcaOutcome out = run_rpca(run, 1);
    *fraud = out.fraud_confirmed;
    return out.confirmed;
}

TEST(rpca, cartel_up_to_a_fifth_is_tolerated_and_one_more_stops_progress) {
    std::uint64_t fraud = 0;
    EXPECT_EQ(confirmed_with(20, 4, &fraud), 3U);
    EXPECT_EQ(fraud, 0U);
    EXPECT_EQ(confirmed_with(20, 5, &fraud), 0U);  // weak correctness: nothing, but no fraud
    EXPECT_EQ(fraud, 0U);
}

TEST(rpca, fraud_needs_four_fifths_of_the_list) {
    std::uint64_t fraud = 0;
    confirmed_with(20, 15, &fraud);
    EXPECT_EQ(fraud, 0U);
    confirmed_with(20, 16, &fraud);  // 16 of 20 are the quorum of 80 %
    EXPECT_GT(fraud, 0U);
}

// Equation 2 against the protocol itself: 400 cartels drawn; z = 4, a false alarm in 16,000.
TEST(rpca, probability_that_a_cartel_thwarts_agrees_with_the_closed_form) {
    constexpr std::uint64_t kRuns = 400;
    constexpr std::uint32_t kNodes = 10;
    std::uint64_t held = 0;
    Random random(99);
    for (std::uint64_t i = 0; i < kRuns; ++i) {
        RpcaRun run = complete(kNodes, 1);
        run.strategies.resize(kNodes);
        std::uint32_t colluders = 0;
        for (auto& strategy : run.strategies) {
            if (!random.chance(Chance::of(0.15))) continue;
            strategy = cartel();
            ++colluders;
        }
        if (colluders == kNodes) continue;
        held += run_rpca(run, i).confirmed == 1 ? 1U : 0U;
    }
    EXPECT_TRUE(wilson(held, kRuns, 4).contains(correctness(kNodes, 0.15, Tolerance::quorum)));
}

TEST(rpca, slow_member_is_dropped_and_the_others_go_on) {
    RpcaRun run = complete(10, 4, 3);
    run.network.faults.resize(10);
    run.network.faults[9].extra_delay = 600ms;  // beyond the latency bound of half a second
    const RpcaOutcome out = run_rpca(run, 1);
    EXPECT_EQ(out.dropped, 9U);
    EXPECT_EQ(out.confirmed, 4U);
}

TEST(rpca, member_that_votes_no_on_everything_is_flagged) {
    RpcaRun run = complete(10, 12, 6);
    for (std::uint32_t i = 0; i < 12; ++i)
        run.world.workload[i].period = i / 2;
    run.strategies.resize(10);
    run.strategies[9] = always_no();
    const RpcaOutcome out = run_rpca(run, 1);
    EXPECT_EQ(out.dropped, 9U);
    EXPECT_EQ(out.confirmed, 12U);
}

TEST(rpca, partition_is_suspected_and_neither_side_closes_a_ledger) {
    RpcaRun run = complete(10, 4, 1);
    run.network.partitions = {{0s, 100s, {0, 0, 0, 0, 0, 0, 0, 1, 1, 1}}};
    const RpcaOutcome out = run_rpca(run, 1);
    EXPECT_EQ(out.finality.finalized, 0U);
    EXPECT_EQ(out.split_suspicions, 3U);  // those who hear less than half of their list
}

TEST(rpca, node_that_was_down_catches_up) {
    RpcaRun run = complete(10, 6, 4);
    for (std::uint32_t i = 0; i < 6; ++i)
        run.world.workload[i].period = i / 2;
    run.world.config.slow_limit = 0;
    run.network.faults.resize(10);
    run.network.faults[0].crash = 1s;
    run.network.faults[0].recover = 10s;
    std::vector<RpcaNode> nodes;
    for (NodeId i = 0; i < 10; ++i)
        nodes.emplace_back(run.world, i);
    Simulator simulator(std::move(nodes), run.network, 1, DecisionLog(std::vector<bool>(10, true)));
    simulator.run(30s);
    EXPECT_EQ(simulator.nodes()[0].last_closed(), simulator.nodes()[1].last_closed());
    EXPECT_EQ(simulator.nodes()[0].sequence(), 4U);
}

}  // namespace
