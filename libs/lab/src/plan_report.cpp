#include "theriac/plot/chart.hpp"

#include "html.hpp"
#include "plan_parts.hpp"
#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace theriac::lab {

using consensus::NodeId;
using consensus::Summary;

namespace {

constexpr std::size_t kShownPairs = 20;

const std::string& name_of(const Consortium& consortium, NodeId node) {
    return consortium.institutions[node].name;
}

Cell risk(const Consortium& consortium, double probability) {
    const bool accepted = probability <= consortium.largest_risk;
    return {risk_text(probability), accepted ? Verdict::good : Verdict::bad};
}

std::string median_of(const Summary& ms) {
    return ms.count == 0 ? "never" : time_text(ms.median);
}

std::string percent(double share) {
    return fmt::format("{:.3g} %", share * 100);
}

plot::Chart downs_chart(const Plan& plan) {
    plot::Chart out;
    out.title = "Time to finality by the number of validators that are down";
    out.x = {.label = "validators down"};
    out.y = {.label = "median time to finality, s", .min = 0.0};
    for (const ProtocolReport& protocol : plan.protocols) {
        plot::Series line{protocol.name, {}, plot::Mark::line_and_dots};
        for (const DownReport& down : protocol.downs) {
            if (down.finality_ms.count == 0) continue;
            const auto x = static_cast<double>(down.down);
            line.points.push_back({x, down.finality_ms.median / 1000});
        }
        out.series.push_back(std::move(line));
    }
    return out;
}

plot::BarChart throughput_chart(const Plan& plan) {
    plot::BarChart out;
    out.title = "Blocks a minute";
    out.y.label = "blocks a minute";
    out.bars = {{"all up", {}}, {"as many down as tolerated", {}}};
    for (const ProtocolReport& protocol : plan.protocols) {
        out.categories.push_back(protocol.name);
        out.bars[0].values.push_back(protocol.with_down(0).blocks_per_minute());
        out.bars[1].values.push_back(protocol.with_down(protocol.tolerates).blocks_per_minute());
    }
    return out;
}

/// What equation 2 says of the consortium's lists, were each member as likely to collude as x.
plot::Chart cartel_chart(const Plan& plan) {
    plot::Chart out;
    out.title = "Probability that a cartel thwarts a trust list";
    out.x = {.label = "probability that a member colludes"};
    out.y = {.label = "probability", .min = 0.0, .max = 1.0};
    std::vector<std::uint64_t> sizes;
    for (const ListReport& list : plan.lists)
        sizes.push_back(list.size);
    std::ranges::sort(sizes);
    const auto repeated = std::ranges::unique(sizes);
    sizes.erase(repeated.begin(), repeated.end());
    constexpr std::size_t kMostLines = 8;
    sizes.resize(std::min(sizes.size(), kMostLines));
    for (const std::uint64_t size : sizes) {
        plot::Series line{fmt::format("of {}", size), {}, plot::Mark::line};
        for (int i = 0; i <= 50; ++i) {
            const double p = i / 100.0;
            line.points.push_back({p, 1 - correctness(size, p, consensus::Tolerance::quorum)});
        }
        out.series.push_back(std::move(line));
    }
    return out;
}

void add_members(Page& page, const Consortium& consortium) {
    std::vector<std::vector<Cell>> rows;
    for (const Institution& one : consortium.institutions)
        rows.push_back(
            {one.name,
             one.region,
             percent(one.collusion),
             percent(one.down),
             std::to_string(one.trusts.size())});
    page.table({"institution", "region", "joins a cartel", "is down", "trusts"}, rows);
}

void add_protocols(Page& page, const Consortium& consortium, const Plan& plan) {
    std::vector<std::vector<Cell>> rows;
    for (const ProtocolReport& p : plan.protocols) {
        const DownReport& usual = p.with_down(0);
        const DownReport& worst = p.with_down(p.tolerates);
        rows.push_back(
            {p.name,
             median_of(usual.finality_ms),
             usual.finality_ms.count == 0 ? "" : time_text(usual.finality_ms.p95),
             number(usual.blocks_per_minute()),
             std::to_string(p.tolerates),
             median_of(worst.finality_ms),
             risk(consortium, p.stall),
             risk(consortium, p.unsafe)});
    }
    page.table(
        {"protocol",
         "final after",
         "95 %",
         "blocks/min",
         "tolerates",
         "final then",
         "P(stalls)",
         "P(breaks)"},
        rows);
    std::vector<std::pair<std::string, std::string>> remarks;
    for (const ProtocolReport& p : plan.protocols)
        remarks.emplace_back(p.name, p.remark);
    page.terms(remarks);
}

void add_faults(Page& page, const Plan& plan) {
    std::vector<std::vector<Cell>> rows;
    for (const ProtocolReport& p : plan.protocols) {
        for (const DownReport& down : p.downs)
            rows.push_back(
                {p.name,
                 fmt::format("{} down", down.down),
                 percent(down.settled),
                 median_of(down.finality_ms),
                 down.finality_ms.count == 0 ? "" : time_text(down.finality_ms.p95),
                 number(down.blocks_per_minute()),
                 ""});
        for (const LiarReport& liar : p.liars)
            rows.push_back(
                {p.name,
                 fmt::format("{} lie", liar.liars),
                 "",
                 "",
                 "",
                 "",
                 {percent(liar.forked), liar.forked > 0 ? Verdict::bad : Verdict::good}});
    }
    page.table(
        {"protocol",
         "faults",
         "runs with a block",
         "final after",
         "95 %",
         "blocks/min",
         "runs forked"},
        rows);
}

void add_lists(Page& page, const Consortium& consortium, const Plan& plan) {
    std::vector<std::vector<Cell>> rows;
    for (const ListReport& list : plan.lists)
        rows.push_back(
            {name_of(consortium, list.owner),
             std::to_string(list.size),
             risk(consortium, list.thwart),
             risk(consortium, list.thwart_bound),
             risk(consortium, list.stall),
             risk(consortium, list.fraud)});
    page.table({"list of", "members", "P(thwarted)", "by (n-1)/5", "P(stalls)", "P(fraud)"}, rows);
}

bool alike(const PairReport& x, const PairReport& y) {
    return std::tie(x.common, x.larger, x.liars_to_fork, x.fork, x.liars_to_doubt, x.doubt)
           == std::tie(y.common, y.larger, y.liars_to_fork, y.fork, y.liars_to_doubt, y.doubt);
}

/// Pairs of which the same is to be said share a line.
void add_pairs(Page& page, const Consortium& consortium, const Plan& plan) {
    std::vector<std::vector<Cell>> rows;
    for (auto at = plan.pairs.begin(); at != plan.pairs.end() && rows.size() < kShownPairs;) {
        const PairReport& pair = *at;
        const auto next = std::find_if_not(
            at, plan.pairs.end(), [&](const PairReport& other) { return alike(pair, other); });
        std::string names = name_of(consortium, pair.a) + " / " + name_of(consortium, pair.b);
        if (next - at > 1) names += fmt::format(" and {} pairs more", next - at - 1);
        at = next;
        rows.push_back(
            {names,
             fmt::format("{} of {}", pair.common, pair.larger),
             pair.equation_3 ? "yes" : "no",
             std::to_string(pair.liars_to_fork),
             risk(consortium, pair.fork),
             std::to_string(pair.liars_to_doubt),
             risk(consortium, pair.doubt)});
    }
    page.table(
        {"pair of lists",
         "in common",
         "a fifth",
         "liars to fork",
         "P(fork)",
         "liars to doubt",
         "P(doubt)"},
        rows);
}

void add_terms(Page& page, const Consortium& consortium) {
    page.terms(
        {{"final", "No honest member will ever see another block in this place."},
         {"stalls", "No block becomes final until members come back. Nothing is lost."},
         {"breaks, forks",
          "Honest members take different blocks for final. This cannot be repaired "
          "by waiting."},
         {"tolerates",
          "So many members may fail in any way without harm to agreement (QBFT, RPCA), "
          "or may be down (Clique)."},
         {"trust list",
          "Whose word a member counts under RPCA; the other protocols have one list "
          "for all."},
         {"liars to fork, to doubt",
          "Members of both lists that must tell each side something "
          "else so that one ledger can fork; so that a fork over many "
          "ledgers is no longer excluded by proof."}});
    page.paragraph(fmt::format(
        "Assumed: institutions fail and collude independently of each other, with the "
        "probabilities "
        "given above; a shared provider, software or owner makes the real risk larger. Times are "
        "from {} simulated runs of each protocol with seed {}, in which those who are down or lie "
        "are drawn anew for each run. Latencies between regions are half of the average round "
        "trips "
        "between a large provider's regions in 2016. Not modelled: the cost of signatures and of "
        "executing transactions, and congestion inside the network.",
        consortium.runs,
        consortium.seed));
}

}  // namespace

std::string plan_html(const Consortium& consortium, const Plan& plan) {
    Page page(consortium.title);
    page.paragraph(fmt::format(
        "A plan for a ledger of {} institutions. Accepted: a probability of {} of any one failure.",
        consortium.institutions.size(),
        risk_text(consortium.largest_risk)));
    page.heading("Recommendation");
    page.box(plan.recommendation, plan.sound ? Verdict::good : Verdict::bad);
    page.heading("Protocols compared on this network");
    page.paragraph(
        "\"Final then\" is the median when as many validators are down as the protocol tolerates. "
        "P(stalls), P(breaks): probabilities by the numbers given for each institution; a sign "
        "marks what is within and what is beyond the accepted risk.");
    add_protocols(page, consortium, plan);
    page.chart(plot::svg(downs_chart(plan)));
    page.chart(plot::svg(throughput_chart(plan)));
    page.heading("What faults do");
    page.paragraph(
        "Down: does not answer from the start. Lie: tell different members different things. A "
        "protocol without a row for liars here has no model of them.");
    add_faults(page, plan);
    page.heading("Trust lists, for the Ripple protocol");
    page.paragraph(
        "P(thwarted): more members collude than a quorum of 80 % leaves room for; by the paper's "
        "stricter bound (n-1)/5 beside it. P(stalls): too few members answer. P(fraud): a quorum "
        "colludes.");
    add_lists(page, consortium, plan);
    page.chart(plot::svg(cartel_chart(plan)));
    page.heading("Pairs of lists, the weakest first");
    add_pairs(page, consortium, plan);
    page.heading("Who was asked about");
    add_members(page, consortium);
    page.heading("Terms and assumptions");
    add_terms(page, consortium);
    return page.finish();
}

}  // namespace theriac::lab
