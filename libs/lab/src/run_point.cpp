#include "theriac/consensus/rpca_theory.hpp"
#include "theriac/consensus/statistics.hpp"
#include "theriac/lab/experiment.hpp"

#include "settings.hpp"

namespace theriac::lab {

using namespace consensus;

namespace {

template <typename Number>
double real(Number number) {
    return static_cast<double>(number);
}

void add_finality(Metrics& out, const FinalityOutcome& finality) {
    out.emplace_back("finalized", real(finality.finalized));
    out.emplace_back("forks", real(finality.forks));
    const Summary times = summarize(finality.finality_ms);
    if (times.count > 0) {
        out.emplace_back("finality_ms", times.mean);
        out.emplace_back("finality_p95_ms", times.p95);
        out.emplace_back("blocks_per_minute", 60 * real(times.count) / finality.elapsed_seconds);
    }
    out.emplace_back("messages", real(finality.traffic.messages));
    out.emplace_back("megabytes", real(finality.traffic.bytes) / 1e6);
}

Metrics run(const CartelSettings& settings, std::uint64_t seed) {
    Random random = Random::stream(seed, 0x636172);
    const Chance collusion = Chance::of(settings.collusion);
    const std::uint64_t limit = tolerable(settings.members, Tolerance::bound);
    std::uint64_t thwarted = 0;
    for (std::uint32_t draw = 0; draw < settings.draws; ++draw) {
        std::uint64_t colluders = 0;
        for (std::uint64_t i = 0; i < settings.members; ++i)
            colluders += random.chance(collusion) ? 1U : 0U;
        thwarted += colluders > limit ? 1U : 0U;
    }
    const auto p = [&](Tolerance t) {
        return 1 - correctness(settings.members, settings.collusion, t);
    };
    return {
        {"thwarted_simulated", real(thwarted) / real(settings.draws)},
        {"thwarted_bound", p(Tolerance::bound)},
        {"thwarted_printed", p(Tolerance::printed)},
        {"thwarted_quorum", p(Tolerance::quorum)}};
}

void draw_lists(RpcaSettings& settings, Random& random) {
    const auto nodes = static_cast<std::uint32_t>(settings.run.world.unl.size());
    // Lists that fall into parts are drawn again: two members each hardly ever do.
    constexpr int kTries = 1000;
    std::vector<std::vector<NodeId>> lists;
    for (int i = 0; i < kTries; ++i) {
        lists.assign(nodes, {});
        for (auto& list : lists) {
            for (std::uint32_t j = 0; j < settings.random_list; ++j)
                list.push_back(random.below(nodes));
        }
        if (connected(lists)) break;
    }
    settings.run.world.connect(lists);
}

Metrics run(RpcaSettings settings, std::uint64_t seed) {
    Random random = Random::stream(seed, 0x72706361);
    if (settings.random_list != 0) draw_lists(settings, random);
    const auto nodes = static_cast<std::uint32_t>(settings.run.world.unl.size());
    const auto strategy = strategy_named(settings.strategy, nodes);
    settings.run.strategies.resize(nodes);
    std::uint32_t colluders = 0;
    for (NodeId i = 0; i < nodes; ++i) {
        if (i >= settings.colluders && !random.chance(Chance::of(settings.collusion))) continue;
        settings.run.strategies[i] = strategy;
        ++colluders;
    }
    const RpcaOutcome outcome = run_rpca(settings.run, seed);
    Metrics out = {
        {"colluders", real(colluders)},
        {"confirmed", real(outcome.confirmed)},
        {"fraud_confirmed", real(outcome.fraud_confirmed)},
        {"dropped", real(outcome.dropped)},
        {"split_suspicions", real(outcome.split_suspicions)}};
    add_finality(out, outcome.finality);
    for (std::size_t i = 0; i < outcome.yes_by_round.size(); ++i)
        out.emplace_back("yes_round_" + std::to_string(i), outcome.yes_by_round[i]);
    return out;
}

/// The first so many participants in one network of 2^16 addresses, each other in its own.
std::vector<std::uint32_t> addresses_of(std::uint32_t participants, std::uint32_t in_one) {
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < participants; ++i)
        out.push_back(i < in_one ? i : (i - in_one + 1) << 16U);
    return out;
}

Metrics run(GossipSettings settings, std::uint64_t seed) {
    if (settings.sybils.limit != 0) {
        GossipWorld& world = settings.run.world;
        const auto addresses = addresses_of(world.participants, settings.sybils.identities);
        world.admitted = admit_by_address(addresses, 16, settings.sybils.limit, seed);
    }
    const GossipOutcome outcome = run_gossip(settings.run, seed, settings.end);
    Metrics out;
    if (outcome.rounds) out.emplace_back("rounds", *outcome.rounds);
    out.emplace_back("agreed", outcome.rounds ? 1 : 0);
    out.emplace_back("largest_share", outcome.largest_share);
    out.emplace_back("distinct", outcome.distinct);
    out.emplace_back("colluders_won", outcome.favourite == 0 ? 1 : 0);
    out.emplace_back("events", real(outcome.traffic.events));
    out.emplace_back("megabytes", real(outcome.traffic.bytes) / 1e6);
    const GossipWorld& world = settings.run.world;
    const bool full = world.config.table == GossipTable::full;
    out.emplace_back("bytes_per_participant", real(outcome.state_bytes) / real(world.participants));
    const GossipEnergy energy{
        .participants = real(world.participants),
        .rounds = real(outcome.share_by_round.size()),
        .peers = real(world.config.peers),
        .rows = real(full ? world.participants : world.config.view)};
    out.emplace_back("joules_per_block", energy_per_block(energy));
    return out;
}

Metrics run(const QbftSettings& settings, std::uint64_t seed) {
    Metrics out;
    add_finality(out, run_qbft(settings.run, seed));
    return out;
}

Metrics run(const CliqueSettings& settings, std::uint64_t seed) {
    const CliqueOutcome outcome = run_clique(settings.run, seed);
    Metrics out;
    add_finality(out, outcome.finality);
    out.emplace_back("blocks", real(outcome.blocks));
    out.emplace_back("reorganised", real(outcome.reorganised));
    return out;
}

}  // namespace

Metrics run_point(const Point& point, std::uint64_t seed) {
    const auto settings = read_settings(point.settings);
    THERIAC_EXPECTS(settings.has_value());  // an Experiment has only points that were read
    return std::visit([&](const auto& one) { return run(one, seed); }, *settings);
}

}  // namespace theriac::lab
