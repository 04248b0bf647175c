#include "theriac/json/json.hpp"
#include "theriac/lab/consortium.hpp"
#include "theriac/plot/chart.hpp"

#include "html.hpp"
#include <fmt/format.h>

#include <algorithm>

namespace theriac::lab {

using consensus::NodeId;
using consensus::Summary;
using json::Value;

namespace {

constexpr std::size_t kShownPairs = 20;

const std::string& name_of(const Consortium& consortium, NodeId node) {
    return consortium.institutions[node].name;
}

std::string risk(double probability) {
    return fmt::format("{:.2e}", probability);
}

std::string time_of(const Summary& ms) {
    return ms.count == 0 ? "never" : fmt::format("{:.0f}", ms.median);
}

plot::BarChart finality_chart(const Plan& plan) {
    plot::BarChart out;
    out.title = "Time to finality, median";
    out.y.label = "ms";
    out.bars = {{"all up", {}}, {"with tolerated crashes", {}}};
    for (const ProtocolReport& protocol : plan.protocols) {
        out.categories.push_back(protocol.name);
        out.bars[0].values.push_back(protocol.finality_ms.median);
        out.bars[1].values.push_back(protocol.finality_with_faults_ms.median);
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
        plot::Series line{fmt::format("{} members", size), {}, plot::Mark::line};
        for (int i = 0; i <= 50; ++i) {
            const double p = i / 100.0;
            line.points.push_back({p, 1 - correctness(size, p, consensus::Tolerance::quorum)});
        }
        out.series.push_back(std::move(line));
    }
    return out;
}

void add_protocols(Page& page, const Plan& plan) {
    std::vector<std::vector<std::string>> rows;
    for (const ProtocolReport& p : plan.protocols)
        rows.push_back(
            {p.name,
             std::to_string(p.tolerates),
             time_of(p.finality_ms),
             p.finality_ms.count == 0 ? "" : fmt::format("{:.0f}", p.finality_ms.p95),
             time_of(p.finality_with_faults_ms),
             number(p.blocks_per_minute),
             risk(p.stall),
             risk(p.unsafe),
             p.remark});
    page.table(
        {"protocol",
         "tolerates",
         "final, ms (median)",
         "(95 %)",
         "with that many down",
         "blocks a minute",
         "P(stalls)",
         "P(breaks)",
         "remark"},
        rows);
}

std::vector<std::vector<std::string>> list_rows(const Consortium& consortium, const Plan& plan) {
    std::vector<std::vector<std::string>> rows;
    for (const ListReport& list : plan.lists)
        rows.push_back(
            {name_of(consortium, list.owner),
             std::to_string(list.size),
             risk(list.thwart),
             risk(list.thwart_bound),
             risk(list.stall),
             risk(list.fraud)});
    return rows;
}

std::vector<std::vector<std::string>> pair_rows(
    const Consortium& consortium, const Plan& plan, std::size_t most) {
    std::vector<std::vector<std::string>> rows;
    for (const PairReport& pair : plan.pairs) {
        if (rows.size() == most) break;
        rows.push_back(
            {name_of(consortium, pair.a) + " / " + name_of(consortium, pair.b),
             fmt::format("{} of {}", pair.common, pair.larger),
             pair.equation_3 ? "yes" : "no",
             std::to_string(pair.liars_to_fork),
             risk(pair.fork)});
    }
    return rows;
}

Value to_json(const Summary& s) {
    return Value::object(
        {{"count", s.count}, {"mean", s.mean}, {"median", s.median}, {"p95", s.p95}});
}

}  // namespace

std::string plan_html(const Consortium& consortium, const Plan& plan) {
    Page page(consortium.title);
    page.heading("Recommendation");
    for (const std::string& sentence : plan.recommendation)
        page.paragraph(sentence);
    page.heading("Protocols on this network");
    add_protocols(page, plan);
    page.chart(plot::svg(finality_chart(plan)));
    page.heading("Trust lists");
    page.paragraph(
        "P(thwarted): more members collude than a quorum of 80 % leaves room for; by the paper's "
        "stricter bound (n-1)/5 "
        "beside it. P(stalls): too few members answer. P(fraud): a quorum colludes.");
    page.table(
        {"institution", "members", "P(thwarted)", "by (n-1)/5", "P(stalls)", "P(fraud)"},
        list_rows(consortium, plan));
    page.chart(plot::svg(cartel_chart(plan)));
    page.heading("Pairs of trust lists, the weakest first");
    page.table(
        {"pair", "in common", "a fifth in common", "liars to fork", "P(fork)"},
        pair_rows(consortium, plan, kShownPairs));
    page.heading("Assumptions");
    page.paragraph(fmt::format(
        "Institutions fail and collude independently of each other, with the probabilities given. "
        "{} runs of each protocol, "
        "seed {}; latencies between regions are half of the average round trips that a large "
        "provider had in 2016.",
        consortium.runs,
        consortium.seed));
    return page.finish();
}

std::string plan_csv(const Consortium& consortium, const Plan& plan) {
    std::string out = csv_row(
        {"protocol",
         "tolerates",
         "finality_ms",
         "finality_p95_ms",
         "with_faults_ms",
         "stall",
         "unsafe"});
    for (const ProtocolReport& p : plan.protocols)
        out += csv_row(
            {p.name,
             std::to_string(p.tolerates),
             json::number_text(p.finality_ms.median),
             json::number_text(p.finality_ms.p95),
             json::number_text(p.finality_with_faults_ms.median),
             json::number_text(p.stall),
             json::number_text(p.unsafe)});
    out += "\r\n" + csv_row({"institution", "members", "thwart", "thwart_bound", "stall", "fraud"});
    for (const auto& row : list_rows(consortium, plan))
        out += csv_row(row);
    out += "\r\n" + csv_row({"pair", "common", "equation_3", "liars_to_fork", "fork"});
    for (const auto& row : pair_rows(consortium, plan, plan.pairs.size()))
        out += csv_row(row);
    return out;
}

Value to_json(const Consortium& consortium, const Plan& plan) {
    Value::Array protocols;
    for (const ProtocolReport& p : plan.protocols)
        protocols.push_back(Value::object(
            {{"name", p.name},
             {"tolerates", p.tolerates},
             {"finality_ms", to_json(p.finality_ms)},
             {"finality_with_faults_ms", to_json(p.finality_with_faults_ms)},
             {"stall", p.stall},
             {"unsafe", p.unsafe}}));
    Value::Array lists;
    for (const ListReport& l : plan.lists)
        lists.push_back(Value::object(
            {{"institution", name_of(consortium, l.owner)},
             {"members", l.size},
             {"thwart", l.thwart},
             {"thwart_bound", l.thwart_bound},
             {"stall", l.stall},
             {"fraud", l.fraud}}));
    Value out = Value::object(
        {{"title", consortium.title},
         {"protocols", std::move(protocols)},
         {"lists", std::move(lists)}});
    if (!plan.pairs.empty()) {
        const PairReport& weakest = plan.pairs.front();
        out.set(
            "weakest_pair",
            Value::object(
                {{"a", name_of(consortium, weakest.a)},
                 {"b", name_of(consortium, weakest.b)},
                 {"common", weakest.common},
                 {"larger", weakest.larger},
                 {"equation_3", weakest.equation_3},
                 {"liars_to_fork", weakest.liars_to_fork},
                 {"fork", weakest.fork}}));
    }
    Value::Array sentences;
    for (const std::string& sentence : plan.recommendation)
        sentences.emplace_back(sentence);
    out.set("recommendation", std::move(sentences));
    return out;
}

}  // namespace theriac::lab
