// Searches for forks: that none is found where the lists satisfy what is proven, and that some are
// where they do not.
#include "theriac/consensus/experiments.hpp"
#include "theriac/consensus/rpca_theory.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace {

using namespace theriac::consensus;
using namespace std::chrono_literals;

LedgerHash close(LedgerStore& store, LedgerHash previous, TransactionId id) {
    static const std::vector<Transaction> kWorkload(100);
    return store.close(previous, {id}, kWorkload);
}

TEST(preferred_branch, is_followed_while_it_leads_by_more_than_those_unheard_of) {
    LedgerStore store;
    const LedgerHash genesis = LedgerStore::kGenesis;
    const LedgerHash a = close(store, genesis, 1);
    const LedgerHash b = close(store, genesis, 2);
    EXPECT_EQ(preferred_branch(store, genesis, std::vector<LedgerHash>{a, a, a, b, 0}), a);
    EXPECT_EQ(preferred_branch(store, genesis, std::vector<LedgerHash>{a, a, b, 0}), genesis);
    EXPECT_EQ(preferred_branch(store, genesis, std::vector<LedgerHash>{0, 0}), genesis);
}

TEST(preferred_branch, support_of_descendants_counts_and_the_deepest_sure_ledger_is_taken) {
    LedgerStore store;
    const LedgerHash genesis = LedgerStore::kGenesis;
    const LedgerHash a = close(store, genesis, 1);
    const LedgerHash b = close(store, genesis, 2);
    const LedgerHash a1 = close(store, a, 3);
    const LedgerHash a2 = close(store, a, 4);
    EXPECT_EQ(preferred_branch(store, genesis, std::vector<LedgerHash>{a1, a1, a1, a2, b}), a1);
    EXPECT_EQ(preferred_branch(store, genesis, std::vector<LedgerHash>{a1, a2, b, b, a1}), a);
}

TEST(preferred_branch, of_equals_that_everybody_has_spoken_on_the_larger_hash_leads) {
    LedgerStore store;
    const LedgerHash a = close(store, LedgerStore::kGenesis, 1);
    const LedgerHash b = close(store, LedgerStore::kGenesis, 2);
    const std::vector<LedgerHash> latest = {a, b, a, b};
    EXPECT_EQ(preferred_branch(store, LedgerStore::kGenesis, latest), std::max(a, b));
}

TEST(rpca_forks, lists_with_the_papers_overlap_fork) {
    // Nodes 0-3 and 4 are list A, nodes 4 and 5-8 list B: a fifth in common, as equation 3 asks.
    // Each side hears of one of two double-spends.
    RpcaRun run;
    run.world.workload.resize(2);
    run.world.workload[0].conflict = run.world.workload[1].conflict = 1;
    const std::vector<NodeId> a = {0, 1, 2, 3, 4};
    const std::vector<NodeId> b = {4, 5, 6, 7, 8};
    run.world.connect({a, a, a, a, a, b, b, b, b});
    run.world.config.heard = Chance::of(0.5);
    std::uint64_t forks = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed)
        forks += run_rpca(run, seed).finality.forks;
    EXPECT_GT(forks, 0U);
}

/// Random lists, faults and networks, and whether every pair of lists is safe over time.
struct Trial {
    RpcaRun run;
    bool proven = true;
};

bool all_pairs_proven(const RpcaWorld& world, std::uint64_t liars) {
    for (const auto& x : world.unl) {
        for (const auto& y : world.unl) {
            std::vector<NodeId> common;
            std::ranges::set_intersection(x, y, std::back_inserter(common));
            const auto lying = std::min<std::uint64_t>(liars, common.size());
            if (!safe_over_time({x.size(), y.size(), common.size(), lying}, 80)) return false;
        }
    }
    return true;
}

/// Two transactions in each of six periods, the first two of them double-spends, each heard of by
/// half of the nodes.
RpcaRun disputed(std::vector<std::vector<NodeId>> lists) {
    RpcaRun run;
    run.world.config.periods = 6;
    run.world.config.heard = Chance::of(0.5);
    run.world.workload.resize(12);
    for (std::uint32_t i = 0; i < 12; ++i)
        run.world.workload[i].period = i / 2;
    run.world.workload[0].conflict = run.world.workload[1].conflict = 1;
    run.world.connect(std::move(lists));
    return run;
}

/// Loss, delays beyond the latency bound, and three partitions at random times.
void make_unruly(NetworkConfig& network, std::size_t nodes, Random& random) {
    network.loss = Chance::of(random.below(30) / 100.0);
    network.jitter = Chance::of(1);
    network.regions = uniform_region(Duration(1 + random.below(400'000)));
    for (int i = 0; i < 3; ++i) {
        Partition partition;
        partition.begin = std::chrono::milliseconds(random.below(24'000));
        partition.end = partition.begin + std::chrono::milliseconds(random.below(5'000));
        for (std::size_t node = 0; node < nodes; ++node)
            partition.side.push_back(static_cast<std::uint8_t>(random.below(2)));
        network.partitions.push_back(std::move(partition));
    }
}

Trial draw_trial(std::uint64_t seed) {
    Random random = Random::stream(seed, 0x666f726b);
    const std::uint32_t n = 8 + random.below(6);
    std::vector<NodeId> everybody(n);
    std::iota(everybody.begin(), everybody.end(), 0U);
    std::vector<std::vector<NodeId>> lists(n, everybody);
    for (auto& list : lists) {
        if (random.below(2) == 0) std::erase(list, random.below(n));  // itself it keeps anyway
    }
    Trial trial{disputed(std::move(lists))};
    RpcaRun& run = trial.run;
    const std::uint32_t liars = random.below(3);
    run.strategies.resize(n);
    for (std::uint32_t i = 0; i < liars; ++i)
        run.strategies[random.below(n)] = random.below(2) == 0 ? equivocator() : cartel();
    make_unruly(run.network, n, random);
    trial.proven = all_pairs_proven(run.world, liars);
    return trial;
}

TEST(rpca_forks, none_under_the_proven_condition_whatever_goes_wrong) {
    int tried = 0;
    std::uint64_t closed = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const Trial trial = draw_trial(seed);
        if (!trial.proven) continue;
        ++tried;
        const FinalityOutcome out = run_rpca(trial.run, seed).finality;
        EXPECT_EQ(out.forks, 0U) << "seed " << seed;
        closed += out.finalized;
    }
    EXPECT_GT(tried, 80);
    EXPECT_GT(closed, 50U);  // they do agree, in spite of all
}

/// Of 150 unruly runs with two lists of ten and so many common members, those that fork.
int forked_of_150(std::uint32_t common) {
    std::vector<NodeId> a(10);
    std::vector<NodeId> b(10);
    std::iota(a.begin(), a.end(), 0U);
    std::iota(b.begin(), b.end(), 10 - common);
    std::vector<std::vector<NodeId>> lists(20 - common, b);
    std::fill_n(lists.begin(), 10, a);
    RpcaRun run = disputed(std::move(lists));
    run.world.config.slow_limit = 0;
    run.world.config.split_percent = 20;
    int forked = 0;
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        Random random = Random::stream(seed, 0x6f7665726c6170);
        run.network = {};
        make_unruly(run.network, 20 - common, random);
        forked += run_rpca(run, seed).finality.forks > 0 ? 1 : 0;
    }
    return forked;
}

// With five of ten in common no single ledger can fork, and all the same the nodes end on different
// branches; from eight on, where the condition of Chase and MacBrough holds, none does.
TEST(rpca_forks, overlap_that_is_enough_for_one_ledger_is_not_enough_for_several) {
    EXPECT_FALSE(can_fork({10, 10, 5, 0}, 80));
    EXPECT_FALSE(safe_over_time({10, 10, 5, 0}, 80));
    EXPECT_GT(forked_of_150(5), 0);
    EXPECT_TRUE(safe_over_time({10, 10, 8, 0}, 80));
    EXPECT_EQ(forked_of_150(8), 0);
}

// The paper drops slow nodes from the list without saying of what the quorum then is a share.
TEST(rpca_forks, quorum_of_active_members_alone_forks_where_delays_make_nodes_drop_each_other) {
    std::uint64_t forks = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        Trial trial = draw_trial(seed);
        if (!trial.proven) continue;
        trial.run.world.config.quorum_of = QuorumOf::active;
        forks += run_rpca(trial.run, seed).finality.forks;
    }
    EXPECT_GT(forks, 0U);
}

}  // namespace
