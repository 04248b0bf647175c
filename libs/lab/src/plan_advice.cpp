#include "theriac/consensus/qbft.hpp"

#include "plan_parts.hpp"
#include <fmt/format.h>

#include <cmath>
#include <numeric>
#include <optional>

namespace theriac::lab {

using namespace consensus;

std::string risk_text(double probability) {
    constexpr double kLeast = 1e-9;
    if (probability <= 0) return "0";
    if (probability < kLeast) return "below 1 in a billion";
    if (probability >= 0.01) return fmt::format("{:.3g} %", probability * 100);
    // Two digits, with separators: "1 in 8,300".
    const double exact = 1 / probability;
    const double unit = std::pow(10, std::floor(std::log10(exact)) - 1);
    std::string digits = fmt::format("{:.0f}", std::round(exact / unit) * unit);
    for (std::size_t at = digits.size(); at > 3; at -= 3)
        digits.insert(at - 3, ",");
    return "1 in " + digits;
}

std::string time_text(double ms) {
    return ms < 1000 ? fmt::format("{:.0f} ms", ms) : fmt::format("{:.1f} s", ms / 1000);
}

namespace {

double mean_of(const Consortium& consortium, double Institution::* field) {
    const auto all = of_members(consortium, everybody(consortium), field);
    return std::accumulate(all.begin(), all.end(), 0.0) / static_cast<double>(all.size());
}

/// How many validators with the average probabilities of these would keep the accepted risk under
/// QBFT, if any number up to 200 does.
std::optional<std::uint32_t> enough_validators(const Consortium& consortium) {
    const double collusion = mean_of(consortium, &Institution::collusion);
    const double down = mean_of(consortium, &Institution::down);
    constexpr std::uint32_t kMost = 200;
    for (auto n = static_cast<std::uint32_t>(consortium.institutions.size()); n <= kMost; ++n) {
        const QbftWorld world = QbftWorld::of(n, {});
        const double unsafe = 1 - binomial_cdf(world.tolerated(), n, collusion);
        const double stall = 1 - binomial_cdf(n - world.quorum(), n, down);
        if (std::max(unsafe, stall) <= consortium.largest_risk) return n;
    }
    return std::nullopt;
}

std::string with_faults(const ProtocolReport& qbft) {
    const DownReport& worst = qbft.with_down(qbft.tolerates);
    if (worst.finality_ms.count == 0) return "With that many down no block became final here.";
    return fmt::format(
        "With {} down a block took {} in the median and {} in the worst twentieth, because turns "
        "of those who are down are waited for.",
        qbft.tolerates,
        time_text(worst.finality_ms.median),
        time_text(worst.finality_ms.p95));
}

void recommend_qbft(const Consortium& consortium, Plan& plan) {
    const ProtocolReport& qbft = plan.protocols.front();
    const Summary& usual = qbft.with_down(0).finality_ms;
    plan.recommendation.push_back(
        fmt::format("Run QBFT with all {} validators.", consortium.institutions.size()));
    plan.recommendation.push_back(fmt::format(
        "A block is final after {} in the median ({} in the worst twentieth). Agreement holds with "
        "up to {} of them faulty in any way: more than that collude with probability {}, and too "
        "many are down at once with probability {}; you accept {}.",
        time_text(usual.median),
        time_text(usual.p95),
        qbft.tolerates,
        risk_text(qbft.unsafe),
        risk_text(qbft.stall),
        risk_text(consortium.largest_risk)));
    plan.recommendation.push_back(with_faults(qbft));
}

void recommend_more(const Consortium& consortium, Plan& plan) {
    const ProtocolReport& qbft = plan.protocols.front();
    plan.recommendation.push_back(fmt::format(
        "Do not start yet: no protocol here keeps the accepted risk of {}.",
        risk_text(consortium.largest_risk)));
    plan.recommendation.push_back(fmt::format(
        "The best of them is QBFT: agreement breaks with probability {}, and it stalls with "
        "probability {}.",
        risk_text(qbft.unsafe),
        risk_text(qbft.stall)));
    if (const auto enough = enough_validators(consortium))
        plan.recommendation.push_back(fmt::format(
            "{} validators would be enough, as reliable and as independent as these are on "
            "average; {} more than there are.",
            *enough,
            *enough - consortium.institutions.size()));
    else
        plan.recommendation.push_back(
            "More validators like these do not help: their probabilities of colluding or of being "
            "down are too high. Find more independent ones, run each of them more reliably, or "
            "accept more.");
}

std::string when(std::uint64_t liars, double probability) {
    if (liars == 0) return "even when nobody lies";
    return fmt::format(
        "when {} of these lie, which has probability {}", liars, risk_text(probability));
}

std::string shared_list(std::uint64_t larger) {
    const std::uint64_t least = least_lasting_overlap(larger, larger / 5, kQuorumPercent);
    if (least >= larger)
        return "If trust lists are to be used all the same, give everybody the same list.";
    return fmt::format(
        "If trust lists are to be used all the same, have all of them share at least {} members of "
        "{}, best the same list for all.",
        least,
        larger);
}

void recommend_lists(const Consortium& consortium, Plan& plan) {
    if (plan.pairs.empty()) return;
    const PairReport& weakest = plan.pairs.front();
    const std::string names =
        consortium.institutions[weakest.a].name + " and " + consortium.institutions[weakest.b].name;
    plan.recommendation.push_back(fmt::format(
        "The weakest pair of trust lists is that of {}, with {} members in common of {}: one "
        "ledger "
        "{}; over many ledgers a fork is not excluded {}.",
        names,
        weakest.common,
        weakest.larger,
        weakest.liars_to_fork > weakest.common
            ? "cannot fork whoever lies"
            : "can fork " + when(weakest.liars_to_fork, weakest.fork),
        when(weakest.liars_to_doubt, weakest.doubt)));
    if (weakest.equation_3 && weakest.liars_to_fork == 0)
        plan.recommendation.push_back(
            "That pair satisfies the Ripple paper's condition (a fifth in common) and can fork all "
            "the same, without anybody lying: the condition is not enough.");
    if (weakest.doubt > consortium.largest_risk)
        plan.recommendation.push_back(shared_list(weakest.larger));
}

}  // namespace

void recommend(const Consortium& consortium, Plan& plan) {
    const ProtocolReport& qbft = plan.protocols.front();
    constexpr std::size_t kFewest = 4;  // the fewest with which one may be faulty
    plan.sound = consortium.institutions.size() >= kFewest && qbft.unsafe <= consortium.largest_risk
                 && qbft.stall <= consortium.largest_risk;
    if (consortium.institutions.size() < kFewest)
        plan.recommendation.push_back(
            "Find more members: fewer than four validators tolerate no fault under QBFT.");
    else if (plan.sound)
        recommend_qbft(consortium, plan);
    else
        recommend_more(consortium, plan);
    recommend_lists(consortium, plan);
}

}  // namespace theriac::lab
