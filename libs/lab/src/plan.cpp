#include "theriac/consensus/experiments.hpp"
#include "theriac/lab/consortium.hpp"

#include "settings.hpp"
#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace theriac::lab {

using namespace consensus;

namespace {

constexpr std::uint64_t kQuorumPercent = 80;

/// P[at least k] of independent events.
double at_least(std::uint64_t k, std::span<const double> probabilities) {
    return k == 0 ? 1 : 1 - poisson_binomial_cdf(k - 1, probabilities);
}

std::vector<double> of_members(
    const Consortium& consortium, std::span<const NodeId> members, double Institution::* field) {
    std::vector<double> out;
    for (const NodeId member : members)
        out.push_back(consortium.institutions[member].*field);
    return out;
}

ListReport judge_list(const Consortium& consortium, NodeId owner) {
    const auto& members = consortium.institutions[owner].trusts;
    const auto collusion = of_members(consortium, members, &Institution::collusion);
    const auto down = of_members(consortium, members, &Institution::down);
    const std::uint64_t n = members.size();
    return {
        .owner = owner,
        .size = n,
        .thwart = at_least(tolerable(n, Tolerance::quorum) + 1, collusion),
        .thwart_bound = at_least(tolerable(n, Tolerance::bound) + 1, collusion),
        .stall = at_least(tolerable(n, Tolerance::quorum) + 1, down),
        .fraud = at_least(votes_needed(n, kQuorumPercent), collusion)};
}

PairReport judge_pair(const Consortium& consortium, NodeId a, NodeId b) {
    const auto& x = consortium.institutions[a].trusts;
    const auto& y = consortium.institutions[b].trusts;
    std::vector<NodeId> common;
    std::ranges::set_intersection(x, y, std::back_inserter(common));
    PairReport out{
        .a = a,
        .b = b,
        .common = common.size(),
        .larger = std::max(x.size(), y.size()),
        .equation_3 = satisfies_equation_3(x.size(), y.size(), common.size()),
        .liars_to_fork = common.size() + 1};
    for (std::uint64_t liars = 0; liars <= common.size(); ++liars) {
        if (!can_fork({x.size(), y.size(), common.size(), liars}, kQuorumPercent)) continue;
        out.liars_to_fork = liars;
        break;
    }
    out.fork = at_least(out.liars_to_fork, of_members(consortium, common, &Institution::collusion));
    return out;
}

std::vector<PairReport> judge_pairs(const Consortium& consortium) {
    std::vector<PairReport> out;
    const auto n = static_cast<NodeId>(consortium.institutions.size());
    for (NodeId a = 0; a < n; ++a) {
        for (NodeId b = a + 1; b < n; ++b)
            out.push_back(judge_pair(consortium, a, b));
    }
    // The most probable fork first; between equals the smaller share in common.
    std::ranges::sort(out, [](const PairReport& x, const PairReport& y) {
        if (x.fork != y.fork) return x.fork > y.fork;
        if (x.common * y.larger != y.common * x.larger)
            return x.common * y.larger < y.common * x.larger;
        return std::tie(x.a, x.b) < std::tie(y.a, y.b);
    });
    return out;
}

std::vector<NodeId> everybody(const Consortium& consortium) {
    std::vector<NodeId> out(consortium.institutions.size());
    std::iota(out.begin(), out.end(), 0U);
    return out;
}

/// The first `count` institutions are down from the start.
NetworkConfig with_crashed(const Consortium& consortium, std::uint64_t count) {
    NetworkConfig out = consortium.network;
    out.faults.resize(consortium.institutions.size());
    for (std::uint64_t i = 0; i < count && i < out.faults.size(); ++i)
        out.faults[i].crash = Time{};
    return out;
}

void append(std::vector<double>& to, const std::vector<double>& more) {
    to.insert(to.end(), more.begin(), more.end());
}

/// All times to finality over the runs of `simulate(network, seed)`.
template <typename Simulate>
Summary finality(const Consortium& consortium, const NetworkConfig& network, Simulate simulate) {
    std::vector<double> times;
    for (std::uint32_t i = 0; i < consortium.runs; ++i)
        append(times, simulate(network, combine(consortium.seed, i)));
    return summarize(std::move(times));
}

/// Fills in both simulations and the rate.
template <typename Simulate>
void measure(ProtocolReport& report, const Consortium& consortium, Simulate simulate) {
    report.finality_ms = finality(consortium, consortium.network, simulate);
    report.finality_with_faults_ms =
        finality(consortium, with_crashed(consortium, report.tolerates), simulate);
    if (report.finality_ms.count > 0) report.blocks_per_minute = 60'000 / report.finality_ms.mean;
}

std::uint64_t majority(std::uint64_t n) {
    return n / 2 + 1;
}

ProtocolReport judge_qbft(const Consortium& consortium) {
    const auto n = static_cast<std::uint32_t>(consortium.institutions.size());
    const auto all = everybody(consortium);
    const auto world = [&] {
        QbftConfig config;
        config.block_period = milliseconds(consortium.block_period_ms);
        config.block_bytes = consortium.block_bytes;
        return QbftWorld::of(n, config);
    }();
    ProtocolReport out;
    out.name = "QBFT";
    out.tolerates = world.tolerated();
    out.stall = at_least(n - world.quorum() + 1, of_members(consortium, all, &Institution::down));
    out.unsafe = at_least(out.tolerates + 1, of_members(consortium, all, &Institution::collusion));
    out.remark = "every block is final at once; one list of validators for all";
    measure(out, consortium, [&](const NetworkConfig& network, std::uint64_t seed) {
        return run_qbft({world, network}, seed).finality_ms;
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
    out.remark = "no block is ever final; settled means that a majority has built on it";
    measure(out, consortium, [&](const NetworkConfig& network, std::uint64_t seed) {
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
    if (!plan.pairs.empty()) out.unsafe = plan.pairs.front().fork;
    out.remark = "each has its own list; risks are those of the weakest list and pair";
    measure(out, consortium, [&](const NetworkConfig& network, std::uint64_t seed) {
        run.network = network;
        return run_rpca(run, seed).finality.finality_ms;
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
    out.remark = "agreement is probable, not certain; made for very many participants";
    out.unsafe = at_least(
        majority(consortium.institutions.size()),
        of_members(consortium, everybody(consortium), &Institution::collusion));
    measure(out, consortium, [&](const NetworkConfig& network, std::uint64_t seed) {
        run.network = network;
        const GossipOutcome outcome = run_gossip(run, seed);
        return outcome.rounds ? std::vector<double>{*outcome.rounds * 1000.0}
                              : std::vector<double>{};
    });
    return out;
}

std::string percent(double probability) {
    return fmt::format("{:.3g} %", probability * 100);
}

void recommend_lists(const Consortium& consortium, Plan& plan) {
    if (plan.pairs.empty()) return;
    const PairReport& weakest = plan.pairs.front();
    const std::string names =
        consortium.institutions[weakest.a].name + " and " + consortium.institutions[weakest.b].name;
    plan.recommendation.push_back(fmt::format(
        "The weakest pair of trust lists is {}: {} members in common of {}; a fork needs {} of "
        "them to lie, with "
        "probability {}.",
        names,
        weakest.common,
        weakest.larger,
        weakest.liars_to_fork,
        percent(weakest.fork)));
    if (weakest.equation_3 && weakest.liars_to_fork == 0)
        plan.recommendation.push_back(
            "That pair satisfies the Ripple paper's condition (a fifth in common) and can fork all "
            "the same, "
            "without anybody lying: the condition is not enough.");
    if (weakest.fork > consortium.largest_risk)
        plan.recommendation.push_back(fmt::format(
            "With trust lists, have all of them share at least {} members of {}, best the same "
            "list for all.",
            least_safe_overlap(weakest.larger, weakest.larger / 5, kQuorumPercent),
            weakest.larger));
}

void recommend_protocol(const Consortium& consortium, Plan& plan) {
    const ProtocolReport& qbft = plan.protocols.front();
    const std::size_t n = consortium.institutions.size();
    const bool sound =
        qbft.unsafe <= consortium.largest_risk && qbft.stall <= consortium.largest_risk;
    if (n < 4)
        plan.recommendation.push_back(
            "Fewer than four validators tolerate no fault under any protocol here: find more.");
    else if (sound)
        plan.recommendation.push_back(fmt::format(
            "Run QBFT with all {} validators: it tolerates {} of any kind, and a block is final "
            "after {:.0f} ms in the median.",
            n,
            qbft.tolerates,
            qbft.finality_ms.median));
    else
        plan.recommendation.push_back(fmt::format(
            "No protocol here keeps the accepted risk of {}: with QBFT {} that agreement breaks "
            "and {} that it stalls. Add "
            "institutions that are independent of the others, or accept more.",
            percent(consortium.largest_risk),
            percent(qbft.unsafe),
            percent(qbft.stall)));
}

}  // namespace

Plan make_plan(
    const Consortium& consortium, const std::function<void(std::string_view)>& progress) {
    const auto say = [&](std::string_view what) {
        if (progress) progress(what);
    };
    Plan out;
    say("trust lists");
    for (NodeId i = 0; i < consortium.institutions.size(); ++i)
        out.lists.push_back(judge_list(consortium, i));
    out.pairs = judge_pairs(consortium);
    say("QBFT");
    out.protocols.push_back(judge_qbft(consortium));
    say("Clique");
    out.protocols.push_back(judge_clique(consortium));
    say("RPCA");
    out.protocols.push_back(judge_rpca(consortium, out));
    say("gossip");
    out.protocols.push_back(judge_gossip(consortium));
    recommend_protocol(consortium, out);
    recommend_lists(consortium, out);
    return out;
}

}  // namespace theriac::lab
