#include "theriac/consensus/exhaustive.hpp"

#include "theriac/consensus/rpca.hpp"

#include <gtest/gtest.h>

#include <set>

namespace {

using namespace theriac::consensus;

/// One round of RPCA: everybody trusts everybody, each hears of one of two double-spends.
RpcaWorld one_round(std::uint32_t nodes) {
    RpcaWorld world;
    world.config.thresholds = {80};
    world.config.heard = Chance::of(0.5);
    world.config.slow_limit = world.config.flag_limit = 0;
    world.config.split_percent = 0;
    world.workload.resize(2);
    world.workload[0].conflict = world.workload[1].conflict = 1;
    world.seed = 5;
    std::vector<NodeId> everybody;
    for (NodeId i = 0; i < nodes; ++i)
        everybody.push_back(i);
    world.connect(std::vector<std::vector<NodeId>>(nodes, everybody));
    return world;
}

/// Proposals matter to the tally alone, validations to the judgement alone, once nothing is
/// dropped, flagged or suspected.
ExplorerRules<RpcaNode> rules() {
    using Kind = RpcaNode::Message::Kind;
    return {
        [](const RpcaNode::Message& m) { return m.kind == Kind::proposal ? 0U : 1U; },
        [](std::uint32_t tag) { return tag == 1 ? 0U : 1U; },  // tally, judgement
        [](const RpcaNode::Message& m) {
            return combine(m.hash, m.period * 2 + (m.kind == Kind::proposal ? 0U : 1U));
        }};
}

std::vector<RpcaNode> nodes_of(
    const RpcaWorld& world, const std::shared_ptr<const RpcaStrategy>& liar = nullptr) {
    std::vector<RpcaNode> out;
    for (NodeId i = 0; i < world.unl.size(); ++i)
        out.emplace_back(world, i, i == 0 ? liar : nullptr);
    return out;
}

/// The last closed ledgers of all nodes, in each final state.
using Outcomes = std::set<std::vector<LedgerHash>>;

Outcomes explore(
    const RpcaWorld& world,
    Reduction reduction,
    Explorer<RpcaNode>::Counts* counts,
    const std::shared_ptr<const RpcaStrategy>& liar = nullptr) {
    Outcomes out;
    Explorer<RpcaNode> explorer(rules(), reduction);
    *counts = explorer.explore(nodes_of(world, liar), [&](std::span<const RpcaNode> nodes) {
        std::vector<LedgerHash> closed;
        for (const RpcaNode& node : nodes)
            closed.push_back(node.last_closed());
        out.insert(closed);
    });
    return out;
}

bool has_fork(const std::vector<LedgerHash>& closed, bool first_is_honest) {
    std::set<LedgerHash> different;
    for (std::size_t i = first_is_honest ? 0 : 1; i < closed.size(); ++i) {
        if (closed[i] != LedgerStore::kGenesis) different.insert(closed[i]);
    }
    return different.size() > 1;
}

TEST(exhaustive, reduction_finds_every_final_state_that_full_exploration_finds) {
    for (const std::uint32_t nodes : {2U, 3U}) {
        const RpcaWorld world = one_round(nodes);
        Explorer<RpcaNode>::Counts full;
        Explorer<RpcaNode>::Counts reduced;
        EXPECT_EQ(
            explore(world, Reduction::none, &full),
            explore(world, Reduction::persistent, &reduced));
        EXPECT_EQ(full.finals, reduced.finals);
        EXPECT_LT(reduced.states, full.states);
    }
}

TEST(exhaustive, four_nodes_over_one_round_never_fork_in_any_order) {
    const RpcaWorld world = one_round(4);
    Explorer<RpcaNode>::Counts counts;
    const Outcomes outcomes = explore(world, Reduction::persistent, &counts);
    for (const auto& closed : outcomes)
        EXPECT_FALSE(has_fork(closed, true));
    EXPECT_GT(outcomes.size(), 1U);  // in some orders a ledger is closed, in some not
    RecordProperty("states", static_cast<int>(counts.states));
    RecordProperty("transitions", static_cast<int>(counts.transitions));
}

TEST(exhaustive, four_nodes_with_an_equivocator_never_fork_in_any_order) {
    const RpcaWorld world = one_round(4);
    Explorer<RpcaNode>::Counts counts;
    for (const auto& closed : explore(world, Reduction::persistent, &counts, equivocator()))
        EXPECT_FALSE(has_fork(closed, false));
}

TEST(exhaustive, lists_without_common_members_fork_in_some_order) {
    // What the explorer must be able to find: two pairs that have nothing in common.
    RpcaWorld world = one_round(4);
    world.connect({{0, 1}, {0, 1}, {2, 3}, {2, 3}});
    bool fork = false;
    for (world.seed = 1; world.seed <= 40 && !fork; ++world.seed) {
        world.ledgers = std::make_shared<LedgerStore>();
        Explorer<RpcaNode>::Counts counts;
        for (const auto& closed : explore(world, Reduction::persistent, &counts))
            fork |= has_fork(closed, true);
    }
    EXPECT_TRUE(fork);
}

}  // namespace
