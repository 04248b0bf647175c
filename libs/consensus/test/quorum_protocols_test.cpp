#include "theriac/consensus/experiments.hpp"

#include <gtest/gtest.h>

namespace {

using namespace theriac::consensus;
using namespace std::chrono_literals;

QbftRun qbft(std::uint32_t n) {
    QbftRun run;
    run.world = QbftWorld::of(n, {});
    return run;
}

CliqueRun clique(std::uint32_t n) {
    CliqueRun run;
    run.world = CliqueWorld::of(n, {});
    return run;
}

TEST(qbft, block_is_final_after_three_latencies) {
    const FinalityOutcome out = run_qbft(qbft(4), 1);
    EXPECT_EQ(out.finalized, 10U);
    EXPECT_EQ(out.forks, 0U);
    EXPECT_EQ(out.finality_ms.at(0), 1000 + 3 * 50);
}

TEST(qbft, f_crashed_validators_cost_time_and_no_more) {
    QbftRun run = qbft(7);
    run.network.faults.resize(7);
    run.network.faults[1].crash = 0s;
    run.network.faults[2].crash = 0s;
    const FinalityOutcome out = run_qbft(run, 1);
    EXPECT_EQ(out.finalized, 10U);
    EXPECT_GT(out.finality_ms.at(0), 4000);  // the first proposer is down: a round change
}

TEST(qbft, f_plus_one_crashed_validators_stop_it) {
    QbftRun run = qbft(4);
    run.network.faults.resize(4);
    run.network.faults[1].crash = 0s;
    run.network.faults[2].crash = 0s;
    const FinalityOutcome out = run_qbft(run, 1);
    EXPECT_EQ(out.finalized, 0U);
    EXPECT_EQ(out.forks, 0U);
}

TEST(qbft, recovers_from_a_partition) {
    QbftRun run = qbft(4);
    run.network.partitions = {{0s, 30s, {0, 0, 1, 1}}};
    const FinalityOutcome out = run_qbft(run, 1);
    EXPECT_EQ(out.finalized, 10U);
    EXPECT_EQ(out.forks, 0U);
}

TEST(qbft, equivocating_proposers_up_to_f_make_no_fork) {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        QbftRun run = qbft(7);
        run.world.faults[1] = run.world.faults[4] = QbftFault::equivocates;
        run.network.jitter = Chance::of(1);
        run.network.loss = Chance::of(0.02);
        EXPECT_EQ(run_qbft(run, seed).forks, 0U) << "seed " << seed;
    }
}

TEST(qbft, too_many_equivocators_fork_it) {
    std::uint64_t forks = 0;
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        QbftRun run = qbft(4);
        run.world.faults[1] = run.world.faults[2] = QbftFault::equivocates;
        run.network.jitter = Chance::of(1);
        forks += run_qbft(run, seed).forks;
    }
    EXPECT_GT(forks, 0U);
}

TEST(qbft, late_proposers_cost_time_and_no_block) {
    QbftRun run = qbft(4);
    run.world.faults[1] = QbftFault::proposes_late;
    const FinalityOutcome out = run_qbft(run, 1);
    EXPECT_EQ(out.finalized, 10U);
    EXPECT_EQ(out.finality_ms.at(0), 1000 + 3000 + 3 * 50);  // validator 1 proposes first
}

TEST(clique, blocks_settle_when_enough_sealers_built_on_them) {
    const CliqueOutcome out = run_clique(clique(4), 1);
    EXPECT_GE(out.finality.finalized, 20U);
    EXPECT_EQ(out.finality.forks, 0U);
    EXPECT_EQ(out.reorganised, 0U);
    // The first block settles when three more are sealed a period apart and have arrived.
    EXPECT_NEAR(out.finality.finality_ms.at(0), 4000, 300);
}

TEST(clique, crashed_minority_slows_it) {
    CliqueRun run = clique(5);
    run.network.faults.resize(5);
    run.network.faults[1].crash = 0s;
    const CliqueOutcome out = run_clique(run, 1);
    EXPECT_GE(out.finality.finalized, 20U);
    EXPECT_GT(out.finality.elapsed_seconds, 20);
}

TEST(clique, as_many_crashes_as_it_tolerates_still_let_blocks_settle) {
    CliqueRun run = clique(12);
    run.network.faults.resize(12);
    for (std::size_t i = 0; i < 5; ++i)
        run.network.faults[i].crash = 0s;
    EXPECT_GE(run_clique(run, 1).finality.finalized, 20U);
}

TEST(clique, crashed_half_stops_it) {
    CliqueRun run = clique(4);
    run.network.faults.resize(4);
    run.network.faults[1].crash = 0s;
    run.network.faults[2].crash = 0s;
    EXPECT_EQ(run_clique(run, 1).finality.finalized, 0U);
}

}  // namespace
