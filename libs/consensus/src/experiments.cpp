#include "theriac/consensus/experiments.hpp"

#include <algorithm>

namespace theriac::consensus {

void DecisionLog::operator()(NodeId node, Time when, const Decision& decision) {
    if (!honest_[node]) return;
    Height& height = heights_[decision.height];
    height.values.insert(decision.value);
    height.times.push_back(when);
}

std::size_t DecisionLog::honest() const {
    return static_cast<std::size_t>(std::ranges::count(honest_, true));
}

std::uint64_t DecisionLog::forks() const {
    return static_cast<std::uint64_t>(std::ranges::count_if(
        heights_, [](const auto& entry) { return entry.second.values.size() > 1; }));
}

std::uint64_t DecisionLog::heights_decided_by_all() const {
    const std::size_t all = honest();
    return static_cast<std::uint64_t>(std::ranges::count_if(heights_, [&](const auto& entry) {
        return entry.second.values.size() == 1 && entry.second.times.size() >= all;
    }));
}

std::vector<Time> DecisionLog::times(std::size_t nodes) const {
    std::vector<Time> out;
    for (const auto& [height, at] : heights_) {
        if (nodes > 0 && at.times.size() >= nodes) out.push_back(at.times[nodes - 1]);
    }
    return out;
}

namespace {

/// `faulty` is about protocols; who is down for good at the start decides nothing either.
std::vector<bool> honest_nodes(const std::vector<bool>& faulty, const NetworkConfig& network) {
    std::vector<bool> out(faulty.size());
    for (std::size_t i = 0; i < faulty.size(); ++i) {
        const bool down = !network.faults.empty() && network.faults[i].crash.has_value();
        out[i] = !faulty[i] && !down;
    }
    return out;
}

FinalityOutcome outcome_of(const DecisionLog& log, const Traffic& traffic) {
    FinalityOutcome out;
    out.finalized = log.heights_decided_by_all();
    out.forks = log.forks();
    Time before{};
    // A height is final for the consortium when every honest member has it.
    for (const Time time : log.times(log.honest())) {
        out.finality_ms.push_back(to_milliseconds(time - before));
        before = std::max(before, time);
    }
    out.elapsed_seconds = to_seconds(before);
    out.traffic = traffic;
    return out;
}

}  // namespace

namespace {

double share_with_first_transaction(
    std::span<const RpcaNode> nodes, const std::vector<bool>& honest) {
    std::size_t yes = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const auto& position = nodes[i].position();
        yes += honest[i] && !position.empty() && position.front() == 0 ? 1U : 0U;
    }
    const auto all = std::ranges::count(honest, true);
    return static_cast<double>(yes) / static_cast<double>(std::max<std::ptrdiff_t>(all, 1));
}

/// What honest nodes hold at the end.
void count_ledgers(
    RpcaOutcome& out,
    const RpcaWorld& world,
    std::span<const RpcaNode> nodes,
    const std::vector<bool>& honest) {
    bool first = true;
    for (NodeId i = 0; i < honest.size(); ++i) {
        if (!honest[i]) continue;
        const RpcaNode& node = nodes[i];
        out.split_suspicions += node.suspects_split() ? 1U : 0U;
        for (const NodeId member : world.unl[i])
            out.dropped += node.dropped(member) != Dropped::no ? 1U : 0U;
        const auto* ledger = world.ledgers->find(node.last_closed());
        for (; ledger != nullptr; ledger = world.ledgers->find(ledger->previous)) {
            for (const TransactionId id : ledger->applied) {
                if (world.workload[id].fraudulent)
                    ++out.fraud_confirmed;
                else if (first)
                    ++out.confirmed;
            }
        }
        first = false;
    }
}

}  // namespace

RpcaOutcome run_rpca(const RpcaRun& run, std::uint64_t seed) {
    RpcaWorld world = run.world;
    world.seed = seed;
    world.ledgers = std::make_shared<LedgerStore>();
    std::vector<RpcaNode> nodes;
    std::vector<bool> faulty(world.unl.size());
    for (NodeId i = 0; i < world.unl.size(); ++i) {
        auto strategy = run.strategies.empty() ? nullptr : run.strategies[i];
        faulty[i] = strategy != nullptr;
        nodes.emplace_back(world, i, std::move(strategy));
    }
    const std::vector<bool> honest = honest_nodes(faulty, run.network);
    Simulator simulator(std::move(nodes), run.network, seed, DecisionLog(honest));
    RpcaOutcome out;
    Time at{};
    for (std::size_t round = 0; round <= world.config.thresholds.size(); ++round) {
        simulator.run(at);
        out.yes_by_round.push_back(share_with_first_transaction(simulator.nodes(), honest));
        at += round == 0 ? world.config.proposal_window : world.config.round;
    }
    simulator.run(world.period() * (static_cast<std::int64_t>(world.config.periods) + 1));
    out.finality = outcome_of(simulator.observer(), simulator.traffic());
    count_ledgers(out, world, simulator.nodes(), honest);
    return out;
}

namespace {

struct IgnoreDecisions {
    void operator()(NodeId, Time, const Decision&) const {}
};

/// Counts the favourites of all participants who follow the protocol and are not down for good.
class Favourites {
public:
    Favourites(const GossipWorld& world, const NetworkConfig& network)
        : votes_(world.participants), counts_(world.participants, true) {
        for (std::size_t i = 0; i < counts_.size(); ++i) {
            const bool faulty = !world.strategies.empty() && world.strategies[i];
            const bool down =
                !network.faults.empty() && network.faults[i].crash && !network.faults[i].recover;
            counts_[i] = !faulty && !down;
        }
    }

    void count(std::span<const GossipNode> nodes) {
        std::ranges::fill(votes_, 0U);
        counted_ = 0;
        for (NodeId i = 0; i < nodes.size(); ++i) {
            if (!counts_[i]) continue;
            ++votes_[nodes[i].favourite()];
            ++counted_;
        }
    }

    [[nodiscard]] BlockId first() const {
        return static_cast<BlockId>(std::ranges::max_element(votes_) - votes_.begin());
    }

    [[nodiscard]] std::uint32_t distinct() const {
        return static_cast<std::uint32_t>(
            std::ranges::count_if(votes_, [](std::uint32_t v) { return v > 0; }));
    }

    [[nodiscard]] double share() const {
        return static_cast<double>(votes_[first()]) / std::max(1U, counted_);
    }

private:
    std::vector<std::uint32_t> votes_;
    std::vector<bool> counts_;
    std::uint32_t counted_ = 0;
};

}  // namespace

GossipOutcome run_gossip(const GossipRun& run, std::uint64_t seed, GossipEnd end) {
    GossipWorld world = run.world;
    world.seed = seed;
    world.scratch = std::make_shared<GossipWorld::Scratch>();
    std::vector<GossipNode> nodes;
    nodes.reserve(world.participants);
    for (NodeId i = 0; i < world.participants; ++i)
        nodes.emplace_back(world, i);
    Simulator simulator(std::move(nodes), run.network, seed, IgnoreDecisions{});
    Favourites favourites(world, run.network);
    GossipOutcome out;
    // Round r of everybody ends before (r + 1) rounds have passed, whatever the phase.
    for (std::uint32_t round = 1; round < world.config.rounds; ++round) {
        simulator.run(world.config.round * (static_cast<std::int64_t>(round) + 1) - Duration(1));
        favourites.count(simulator.nodes());
        out.share_by_round.push_back(favourites.share());
        const bool agreed = favourites.distinct() == 1;
        if (agreed && !out.rounds) out.rounds = round;
        if (!agreed) out.rounds.reset();
        if (agreed && end == GossipEnd::agreement) break;
    }
    out.favourite = favourites.first();
    out.largest_share = favourites.share();
    out.distinct = favourites.distinct();
    for (const GossipNode& node : simulator.nodes()) {
        out.divergent += node.divergent();
        out.state_bytes += sizeof(GossipNode) + node.table_bytes();
    }
    out.traffic = simulator.traffic();
    return out;
}

FinalityOutcome run_qbft(const QbftRun& run, std::uint64_t seed) {
    std::vector<QbftNode> nodes;
    std::vector<bool> faulty;
    for (const NodeId i : run.world.validators) {
        nodes.emplace_back(run.world, i);
        faulty.push_back(run.world.faults[i] == QbftFault::equivocates);
    }
    Simulator simulator(
        std::move(nodes), run.network, seed, DecisionLog(honest_nodes(faulty, run.network)));
    simulator.run(run.limit);
    return outcome_of(simulator.observer(), simulator.traffic());
}

CliqueOutcome run_clique(CliqueRun run, std::uint64_t seed) {
    run.world.tree = std::make_shared<BlockTree>();
    std::vector<CliqueNode> nodes;
    for (const NodeId i : run.world.sealers)
        nodes.emplace_back(run.world, i);
    const std::vector<bool> faulty(nodes.size());
    Simulator simulator(
        std::move(nodes), run.network, seed, DecisionLog(honest_nodes(faulty, run.network)));
    simulator.run(run.limit);
    CliqueOutcome out;
    out.finality = outcome_of(simulator.observer(), simulator.traffic());
    out.blocks = run.world.tree->size() - 1;
    for (const CliqueNode& node : simulator.nodes())
        out.reorganised += node.reorganised();
    return out;
}

}  // namespace theriac::consensus
