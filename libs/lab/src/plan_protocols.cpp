#include "theriac/consensus/experiments.hpp"

#include "plan_parts.hpp"
#include "settings.hpp"

#include <algorithm>
#include <set>

namespace theriac::lab {

using namespace consensus;

namespace {

/// So many of `n`, drawn for this run.
std::vector<bool> draw(std::uint64_t count, std::size_t n, std::uint64_t seed) {
    Random random = Random::stream(seed, 0x646f776e);
    std::vector<bool> out(n);
    for (std::uint64_t left = std::min<std::uint64_t>(count, n); left > 0;) {
        const NodeId one = random.below(static_cast<std::uint32_t>(n));
        if (out[one]) continue;
        out[one] = true;
        --left;
    }
    return out;
}

NetworkConfig with_crashed(const Consortium& consortium, std::uint64_t count, std::uint64_t seed) {
    NetworkConfig out = consortium.network;
    if (count == 0) return out;
    const auto down = draw(count, consortium.institutions.size(), seed);
    out.faults.resize(down.size());
    for (std::size_t i = 0; i < down.size(); ++i) {
        if (down[i]) out.faults[i].crash = Time{};
    }
    return out;
}

/// @param simulate  (network, seed): times to finality in milliseconds
template <typename Simulate>
DownReport with_down(const Consortium& consortium, std::uint64_t down, Simulate simulate) {
    DownReport out{.down = down};
    std::vector<double> times;
    std::uint32_t settled = 0;
    for (std::uint32_t i = 0; i < consortium.runs; ++i) {
        const std::uint64_t seed = combine(consortium.seed, i);
        const std::vector<double> more = simulate(with_crashed(consortium, down, seed), seed);
        settled += more.empty() ? 0U : 1U;
        times.insert(times.end(), more.begin(), more.end());
    }
    out.finality_ms = summarize(std::move(times));
    out.settled = static_cast<double>(settled) / consortium.runs;
    return out;
}

/// None, one, half and all of the tolerated, one more, and as many as stop it.
template <typename Simulate>
void measure(
    ProtocolReport& report, const Consortium& consortium, std::uint64_t stops, Simulate simulate) {
    const std::uint64_t f = report.tolerates;
    for (const std::uint64_t down : std::set<std::uint64_t>{0, 1, (f + 1) / 2, f, f + 1, stops}) {
        if (down < consortium.institutions.size())
            report.downs.push_back(with_down(consortium, down, simulate));
    }
}

/// @param forks  (who lies, seed): heights that forked
template <typename Forks>
void measure_liars(ProtocolReport& report, const Consortium& consortium, Forks forks) {
    const std::size_t n = consortium.institutions.size();
    for (const std::uint64_t liars : {report.tolerates, report.tolerates + 1}) {
        if (liars == 0 || liars >= n) continue;
        std::uint32_t forked = 0;
        for (std::uint32_t i = 0; i < consortium.runs; ++i) {
            const std::uint64_t seed = combine(consortium.seed, i);
            forked += forks(draw(liars, n, seed), seed) > 0 ? 1U : 0U;
        }
        report.liars.push_back({liars, static_cast<double>(forked) / consortium.runs});
    }
}

std::uint64_t majority(std::uint64_t n) {
    return n / 2 + 1;
}

}  // namespace

ProtocolReport judge_qbft(const Consortium& consortium) {
    const auto n = static_cast<std::uint32_t>(consortium.institutions.size());
    const auto all = everybody(consortium);
    QbftConfig config;
    config.block_period = milliseconds(consortium.block_period_ms);
    config.block_bytes = consortium.block_bytes;
    const QbftWorld world = QbftWorld::of(n, config);
    ProtocolReport out;
    out.name = "QBFT";
    out.tolerates = world.tolerated();
    out.stall = at_least(n - world.quorum() + 1, of_members(consortium, all, &Institution::down));
    out.unsafe = at_least(out.tolerates + 1, of_members(consortium, all, &Institution::collusion));
    out.remark = "Every block is final at once. One list of validators for all.";
    measure(
        out,
        consortium,
        n - world.quorum() + 1,
        [&](const NetworkConfig& network, std::uint64_t seed) {
            return run_qbft({world, network}, seed).finality_ms;
        });
    measure_liars(out, consortium, [&](const std::vector<bool>& lies, std::uint64_t seed) {
        QbftRun run{world, consortium.network};
        for (std::size_t i = 0; i < lies.size(); ++i) {
            if (lies[i]) run.world.faults[i] = QbftFault::equivocates;
        }
        return run_qbft(run, seed).forks;
    });
    return out;
}

ProtocolReport judge_clique(const Consortium& consortium) {
    const auto n = static_cast<std::uint32_t>(consortium.institutions.size());
    const auto all = everybody(consortium);
    CliqueConfig config;
    config.block_period = milliseconds(consortium.block_period_ms);
    config.block_bytes = consortium.block_bytes;
    const CliqueWorld world = CliqueWorld::of(n, config);
    ProtocolReport out;
    out.name = "Clique";
    out.tolerates = n - majority(n);
    out.stall = at_least(out.tolerates + 1, of_members(consortium, all, &Institution::down));
    out.unsafe = at_least(majority(n), of_members(consortium, all, &Institution::collusion));
    out.remark = "No block is ever final: \"final\" here means that a majority has built on it.";
    measure(
        out, consortium, out.tolerates + 1, [&](const NetworkConfig& network, std::uint64_t seed) {
            return run_clique({world, network}, seed).finality.finality_ms;
        });
    return out;
}

ProtocolReport judge_rpca(const Consortium& consortium, const Plan& plan) {
    RpcaRun run;
    run.world.config.periods = 3;
    run.world.workload.resize(8);
    run.world.config.heard = Chance::of(0.5);
    std::vector<std::vector<NodeId>> lists;
    std::uint64_t smallest = consortium.institutions.size();
    for (const Institution& institution : consortium.institutions) {
        lists.push_back(institution.trusts);
        smallest = std::min<std::uint64_t>(smallest, institution.trusts.size());
    }
    run.world.connect(lists);
    ProtocolReport out;
    out.name = "RPCA";
    out.tolerates = tolerable(smallest, Tolerance::quorum);
    for (const ListReport& list : plan.lists)
        out.stall = std::max({out.stall, list.stall, list.thwart});
    for (const PairReport& pair : plan.pairs)
        out.unsafe = std::max(out.unsafe, pair.doubt);
    out.remark =
        "Each has its own trust list. P(breaks): that a fork is not excluded for the weakest pair.";
    measure(
        out, consortium, out.tolerates + 1, [&](const NetworkConfig& network, std::uint64_t seed) {
            run.network = network;
            return run_rpca(run, seed).finality.finality_ms;
        });
    run.network = consortium.network;
    measure_liars(out, consortium, [&](const std::vector<bool>& lies, std::uint64_t seed) {
        run.strategies.assign(lies.size(), nullptr);
        for (std::size_t i = 0; i < lies.size(); ++i) {
            if (lies[i]) run.strategies[i] = equivocator();
        }
        return run_rpca(run, seed).finality.forks;
    });
    return out;
}

ProtocolReport judge_gossip(const Consortium& consortium) {
    GossipRun run;
    run.world.participants = static_cast<std::uint32_t>(consortium.institutions.size());
    run.world.config.round = std::chrono::milliseconds(1000);
    run.world.config.rounds = kMaxRounds;
    ProtocolReport out;
    out.name = "Gossip";
    out.tolerates = 0;
    out.remark =
        "Agreement is probable, not certain; P(breaks): that a majority colludes. Made for "
        "thousands.";
    out.unsafe = at_least(
        majority(consortium.institutions.size()),
        of_members(consortium, everybody(consortium), &Institution::collusion));
    measure(
        out, consortium, out.tolerates + 1, [&](const NetworkConfig& network, std::uint64_t seed) {
            run.network = network;
            const GossipOutcome outcome = run_gossip(run, seed);
            return outcome.rounds ? std::vector<double>{*outcome.rounds * 1000.0}
                                  : std::vector<double>{};
        });
    return out;
}

}  // namespace theriac::lab
