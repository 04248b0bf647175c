#include "theriac/consensus/experiments.hpp"
#include "theriac/consensus/statistics.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using namespace theriac::consensus;

GossipRun of(std::uint32_t participants) {
    GossipRun run;
    run.world.participants = participants;
    run.network.regions = uniform_region(std::chrono::milliseconds(20));
    return run;
}

TEST(gossip, two_participants_agree_by_drawing) {
    const GossipOutcome out = run_gossip(of(2), 1);
    ASSERT_TRUE(out.rounds);
    EXPECT_EQ(out.distinct, 1U);
}

TEST(gossip, one_participant_agrees_with_itself) {
    EXPECT_EQ(run_gossip(of(1), 1).rounds, 1U);
}

// The figure's check at a size a test can pay for: rarely more than 20 rounds, always under 60.
TEST(gossip, sixty_four_participants_agree_in_few_rounds) {
    std::vector<double> rounds;
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        const GossipOutcome out = run_gossip(of(64), seed);
        ASSERT_TRUE(out.rounds) << "seed " << seed;
        rounds.push_back(*out.rounds);
    }
    const Summary summary = summarize(rounds);
    EXPECT_LE(summary.p95, 20);
    EXPECT_LT(summary.most, 60);
}

TEST(gossip, agreement_lasts_to_the_end_of_the_epoch) {
    const GossipOutcome out = run_gossip(of(50), 3, GossipEnd::epoch);
    ASSERT_TRUE(out.rounds);
    EXPECT_EQ(out.largest_share, 1);
    EXPECT_EQ(out.divergent, 0U);
}

TEST(gossip, bounded_tables_agree_too) {
    GossipRun run = of(1000);
    run.world.config.table = GossipTable::bounded;
    run.world.config.view = 128;
    run.world.config.rounds = 255;
    const GossipOutcome out = run_gossip(run, 1);
    ASSERT_TRUE(out.rounds);
}

TEST(gossip, pseudo_random_rings_serve_as_peers) {
    GossipRun run = of(200);
    run.world.config.rings = 8;
    EXPECT_TRUE(run_gossip(run, 1).rounds);
}

/// How many of 20 epochs end in disagreement when one participant favours a block of its own four
/// rounds before the end, too late for it to reach everybody.
int epochs_split_by_a_late_block(GossipRule rule) {
    GossipRun run = of(100);
    run.world.config.rounds = 30;
    run.world.config.rule = rule;
    run.world.strategies.resize(100);
    run.world.strategies[99] = late_introduction(26, 99);
    // Until then it does not show that block.
    run.world.first_favourite.resize(100);
    for (BlockId i = 0; i < 100; ++i)
        run.world.first_favourite[i] = i == 99 ? 0 : i;
    int split = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const GossipOutcome out = run_gossip(run, seed, GossipEnd::epoch);
        split += out.distinct > 1 ? 1 : 0;
    }
    return split;
}

TEST(gossip, largest_rule_is_split_by_a_late_block) {
    EXPECT_GE(epochs_split_by_a_late_block(GossipRule::largest), 15);
}

TEST(gossip, most_favoured_rule_survives_a_late_block) {
    EXPECT_EQ(epochs_split_by_a_late_block(GossipRule::most_favoured), 0);
}

TEST(gossip, colluders_win_more_often_than_their_share) {
    // 20 of 100 favour one block before the epoch begins.
    std::uint64_t wins = 0;
    constexpr std::uint64_t kRuns = 60;
    for (std::uint64_t seed = 1; seed <= kRuns; ++seed) {
        GossipRun run = of(100);
        run.world.first_favourite.resize(100);
        for (BlockId i = 0; i < 100; ++i)
            run.world.first_favourite[i] = i < 20 ? 0 : i;
        wins += run_gossip(run, seed).favourite == 0 ? 1U : 0U;
    }
    EXPECT_GT(wilson(wins, kRuns, 2).low, 0.2);
}

/// How many of 15 epochs agree although 10 of 100 participants do this.
int agreed_in_spite_of(const std::shared_ptr<const GossipStrategy>& strategy) {
    GossipRun run = of(100);
    run.world.config.rounds = 30;
    run.world.strategies.resize(100);
    std::fill_n(run.world.strategies.begin() + 90, 10, strategy);
    int agreed = 0;
    for (std::uint64_t seed = 1; seed <= 15; ++seed) {
        const GossipOutcome out = run_gossip(run, seed, GossipEnd::epoch);
        agreed += out.distinct == 1 ? 1 : 0;
    }
    return agreed;
}

TEST(gossip, agrees_in_spite_of_a_tenth_that_is_silent_selective_or_two_faced) {
    EXPECT_EQ(agreed_in_spite_of(silence()), 15);
    EXPECT_EQ(agreed_in_spite_of(selective_gossip(50)), 15);
    EXPECT_EQ(agreed_in_spite_of(two_faces(0, 1)), 15);
}

TEST(gossip, counting_all_rows_in_lanes_chooses_as_uniformly_as_counting_one_by_one) {
    // Two participants that have heard of each other draw between two blocks, by either way of
    // counting; z = 4.
    constexpr std::uint64_t kRuns = 1'000;
    for (const bool all_count : {true, false}) {
        std::uint64_t first = 0;
        for (std::uint64_t seed = 1; seed <= kRuns; ++seed) {
            GossipRun run = of(2);
            if (!all_count) run.world.admitted = {true, true};
            first += run_gossip(run, seed).favourite == 0 ? 1U : 0U;
        }
        EXPECT_TRUE(wilson(first, kRuns, 4).contains(0.5)) << first;
    }
}

TEST(gossip, sybils_of_one_network_count_no_more_than_the_limit) {
    std::vector<std::uint32_t> addresses;
    for (std::uint32_t i = 0; i < 50; ++i)
        addresses.push_back((10U << 24U) | (i << 8U));  // each in its own /24
    for (std::uint32_t i = 0; i < 50; ++i)
        addresses.push_back((192U << 24U) | i);  // all in one
    const auto admitted = admit_by_address(addresses, 24, 2, 1);
    EXPECT_EQ(std::ranges::count(admitted, true), 52);
}

TEST(gossip, histories_of_agreeing_participants_are_equal_over_epochs) {
    GossipRun run = of(40);
    run.world.config.epochs = 3;
    run.world.config.rounds = 40;
    run.world.config.phase = GossipPhase::synchronous;
    std::vector<GossipNode> nodes;
    for (NodeId i = 0; i < 40; ++i)
        nodes.emplace_back(run.world, i);
    DecisionLog log(std::vector<bool>(40, true));
    Simulator simulator(std::move(nodes), run.network, 5, std::move(log));
    simulator.run(std::chrono::hours(1));
    EXPECT_EQ(simulator.observer().heights_decided_by_all(), 3U);
    EXPECT_EQ(simulator.observer().forks(), 0U);
}

TEST(gossip, same_seed_gives_the_same_run) {
    const GossipOutcome a = run_gossip(of(100), 7);
    const GossipOutcome b = run_gossip(of(100), 7);
    EXPECT_EQ(a.traffic, b.traffic);
    EXPECT_EQ(a.favourite, b.favourite);
    // These bits are the same for every compiler and machine.
    EXPECT_EQ(a.rounds, 10U);
    EXPECT_EQ(a.favourite, 29U);
    EXPECT_EQ(a.traffic.events, 3389U);
}

TEST(gossip, energy_grows_with_rounds_and_rows) {
    GossipEnergy e{.participants = 100, .rounds = 10, .peers = 1, .rows = 100};
    const double before = energy_per_block(e);
    e.rounds = 20;
    EXPECT_GT(energy_per_block(e), before);
}

}  // namespace
