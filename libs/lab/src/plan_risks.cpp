#include "plan_parts.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <tuple>

namespace theriac::lab {

using namespace consensus;

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

std::vector<NodeId> everybody(const Consortium& consortium) {
    std::vector<NodeId> out(consortium.institutions.size());
    std::iota(out.begin(), out.end(), 0U);
    return out;
}

namespace {

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

/// The least number of liars among `pair.common` from which on `bad` holds; one more than all when
/// it never does.
template <typename Bad>
std::uint64_t least_liars(ListPair pair, Bad bad) {
    for (pair.liars = 0; pair.liars <= pair.common; ++pair.liars) {
        if (bad(pair)) return pair.liars;
    }
    return pair.common + 1;
}

PairReport judge_pair(const Consortium& consortium, NodeId a, NodeId b) {
    const auto& x = consortium.institutions[a].trusts;
    const auto& y = consortium.institutions[b].trusts;
    std::vector<NodeId> common;
    std::ranges::set_intersection(x, y, std::back_inserter(common));
    const ListPair pair{x.size(), y.size(), common.size(), 0};
    const auto forks = [](const ListPair& p) { return can_fork(p, kQuorumPercent); };
    const auto doubtful = [](const ListPair& p) { return !safe_over_time(p, kQuorumPercent); };
    PairReport out{
        .a = a,
        .b = b,
        .common = common.size(),
        .larger = std::max(x.size(), y.size()),
        .equation_3 = satisfies_equation_3(x.size(), y.size(), common.size()),
        .liars_to_fork = least_liars(pair, forks),
        .liars_to_doubt = least_liars(pair, doubtful)};
    const auto collusion = of_members(consortium, common, &Institution::collusion);
    out.fork = at_least(out.liars_to_fork, collusion);
    out.doubt = at_least(out.liars_to_doubt, collusion);
    return out;
}

}  // namespace

std::vector<ListReport> judge_lists(const Consortium& consortium) {
    std::vector<ListReport> out;
    for (NodeId i = 0; i < consortium.institutions.size(); ++i)
        out.push_back(judge_list(consortium, i));
    return out;
}

std::vector<PairReport> judge_pairs(const Consortium& consortium) {
    std::vector<PairReport> out;
    const auto n = static_cast<NodeId>(consortium.institutions.size());
    for (NodeId a = 0; a < n; ++a) {
        for (NodeId b = a + 1; b < n; ++b)
            out.push_back(judge_pair(consortium, a, b));
    }
    std::ranges::sort(out, [](const PairReport& x, const PairReport& y) {
        if (x.fork != y.fork) return x.fork > y.fork;
        if (x.doubt != y.doubt) return x.doubt > y.doubt;
        if (x.common * y.larger != y.common * x.larger)
            return x.common * y.larger < y.common * x.larger;
        return std::tie(x.a, x.b) < std::tie(y.a, y.b);
    });
    return out;
}

}  // namespace theriac::lab
