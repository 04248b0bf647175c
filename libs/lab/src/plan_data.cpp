#include "theriac/json/json.hpp"

#include "html.hpp"
#include "plan_parts.hpp"
#include <fmt/format.h>

namespace theriac::lab {

using consensus::NodeId;
using consensus::Summary;
using json::Value;

namespace {

const std::string& name_of(const Consortium& consortium, NodeId node) {
    return consortium.institutions[node].name;
}

std::string cell(double value) {
    return json::number_text(value);
}

std::string cell(std::uint64_t value) {
    return std::to_string(value);
}

Value to_json(const Summary& s) {
    return Value::object(
        {{"count", s.count}, {"mean", s.mean}, {"median", s.median}, {"p95", s.p95}});
}

Value to_json(const ProtocolReport& p) {
    Value::Array downs;
    for (const DownReport& down : p.downs)
        downs.push_back(Value::object(
            {{"down", down.down},
             {"settled", down.settled},
             {"blocks_per_minute", down.blocks_per_minute()},
             {"finality_ms", to_json(down.finality_ms)}}));
    Value::Array liars;
    for (const LiarReport& liar : p.liars)
        liars.push_back(Value::object({{"liars", liar.liars}, {"forked", liar.forked}}));
    return Value::object(
        {{"name", p.name},
         {"tolerates", p.tolerates},
         {"downs", std::move(downs)},
         {"liars", std::move(liars)},
         {"stall", p.stall},
         {"unsafe", p.unsafe}});
}

Value to_json(const Consortium& consortium, const PairReport& pair) {
    return Value::object(
        {{"a", name_of(consortium, pair.a)},
         {"b", name_of(consortium, pair.b)},
         {"common", pair.common},
         {"larger", pair.larger},
         {"equation_3", pair.equation_3},
         {"liars_to_fork", pair.liars_to_fork},
         {"fork", pair.fork},
         {"liars_to_doubt", pair.liars_to_doubt},
         {"doubt", pair.doubt}});
}

std::string faults_csv(const Plan& plan) {
    std::string out = csv_row(
        {"protocol",
         "down",
         "liars",
         "settled",
         "finality_ms",
         "finality_p95_ms",
         "blocks_per_minute",
         "forked"});
    for (const ProtocolReport& p : plan.protocols) {
        for (const DownReport& d : p.downs) {
            const bool any = d.finality_ms.count > 0;
            out += csv_row(
                {p.name,
                 cell(d.down),
                 "0",
                 cell(d.settled),
                 any ? cell(d.finality_ms.median) : "",
                 any ? cell(d.finality_ms.p95) : "",
                 cell(d.blocks_per_minute()),
                 ""});
        }
        for (const LiarReport& l : p.liars)
            out += csv_row({p.name, "0", cell(l.liars), "", "", "", "", cell(l.forked)});
    }
    return out;
}

}  // namespace

std::string plan_csv(const Consortium& consortium, const Plan& plan) {
    std::string out = csv_row({"protocol", "tolerates", "stall", "unsafe"});
    for (const ProtocolReport& p : plan.protocols)
        out += csv_row({p.name, cell(p.tolerates), cell(p.stall), cell(p.unsafe)});
    out += "\r\n" + faults_csv(plan);
    out += "\r\n" + csv_row({"institution", "members", "thwart", "thwart_bound", "stall", "fraud"});
    for (const ListReport& l : plan.lists)
        out += csv_row(
            {name_of(consortium, l.owner),
             cell(l.size),
             cell(l.thwart),
             cell(l.thwart_bound),
             cell(l.stall),
             cell(l.fraud)});
    out += "\r\n"
           + csv_row(
               {"a",
                "b",
                "common",
                "larger",
                "equation_3",
                "liars_to_fork",
                "fork",
                "liars_to_doubt",
                "doubt"});
    for (const PairReport& p : plan.pairs)
        out += csv_row(
            {name_of(consortium, p.a),
             name_of(consortium, p.b),
             cell(p.common),
             cell(p.larger),
             p.equation_3 ? "yes" : "no",
             cell(p.liars_to_fork),
             cell(p.fork),
             cell(p.liars_to_doubt),
             cell(p.doubt)});
    return out;
}

Value to_json(const Consortium& consortium, const Plan& plan) {
    Value::Array protocols;
    for (const ProtocolReport& p : plan.protocols)
        protocols.push_back(to_json(p));
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
         {"sound", plan.sound},
         {"protocols", std::move(protocols)},
         {"lists", std::move(lists)}});
    if (!plan.pairs.empty()) out.set("weakest_pair", to_json(consortium, plan.pairs.front()));
    Value::Array sentences;
    for (const std::string& sentence : plan.recommendation)
        sentences.emplace_back(sentence);
    out.set("recommendation", std::move(sentences));
    return out;
}

}  // namespace theriac::lab
