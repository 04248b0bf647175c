#include "settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace theriac::lab {

using namespace consensus;
using json::ObjectReader;
using json::Value;

namespace {

constexpr std::uint64_t kMaxNodes = 4096;  // of protocols in which everybody speaks to everybody

}  // namespace

bool connected(const std::vector<std::vector<NodeId>>& lists) {
    std::vector<NodeId> root(lists.size());
    std::iota(root.begin(), root.end(), 0U);
    const auto find = [&](NodeId node) {
        while (root[node] != node)
            node = root[node] = root[root[node]];
        return node;
    };
    for (NodeId node = 0; node < lists.size(); ++node) {
        for (const NodeId member : lists[node])
            root[find(node)] = find(member);
    }
    return std::ranges::all_of(root, [&](NodeId node) { return find(node) == find(0); });
}

namespace {

Result<std::vector<std::vector<NodeId>>> read_lists(ObjectReader& rpca, std::uint32_t nodes) {
    THERIAC_TRY(rows, rpca.array("lists", kMaxNodes));
    if (rows.size() != nodes)
        return rpca.refuse("lists", fmt::format("expected {} lists, got {}", nodes, rows.size()));
    std::vector<std::vector<NodeId>> out;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::string path = json::element_path("lists", i);
        const Value::Array* row = rows[i].as_array();
        if (row == nullptr || row->empty()) return rpca.refuse(path, "expected a list of nodes");
        out.emplace_back();
        for (const Value& element : *row) {
            const auto member = element.as_u64();
            if (!member || *member >= nodes)
                return rpca.refuse(path, fmt::format("expected nodes from 0 to {}", nodes - 1));
            out.back().push_back(static_cast<NodeId>(*member));
        }
    }
    if (!connected(out))
        return rpca.refuse("lists", "the nodes fall into parts that never hear of each other");
    return out;
}

/// Two groups, each trusting itself and `common` members of both.
std::vector<std::vector<NodeId>> two_cliques(std::uint32_t list, std::uint32_t common) {
    std::vector<NodeId> a(list);
    std::vector<NodeId> b(list);
    std::iota(a.begin(), a.end(), 0U);
    std::iota(b.begin(), b.end(), list - common);
    std::vector<std::vector<NodeId>> out(std::size_t{2} * list - common, b);
    std::fill_n(out.begin(), list, a);
    return out;
}

Result<std::vector<std::uint8_t>> read_thresholds(ObjectReader& rpca) {
    std::vector<std::uint8_t> out = RpcaConfig{}.thresholds;
    if (!rpca.has("thresholds")) return out;
    THERIAC_TRY(values, rpca.array("thresholds", 20));
    out.clear();
    for (const Value& value : values) {
        const auto percent = value.as_u64();
        if (!percent || *percent < 1 || *percent > 100)
            return rpca.refuse("thresholds", "expected percentages from 1 to 100");
        out.push_back(static_cast<std::uint8_t>(*percent));
    }
    if (out.empty() || !std::ranges::is_sorted(out))
        return rpca.refuse(
            "thresholds", "expected at least one, each no lower than the one before");
    return out;
}

Result<void> read_rpca_config(ObjectReader& rpca, RpcaConfig& config) {
    THERIAC_TRY(thresholds, read_thresholds(rpca));
    config.thresholds = std::move(thresholds);
    THERIAC_TRY(quorum, whole_or(rpca, "quorum", 80, 51, 100));
    config.quorum = static_cast<std::uint8_t>(quorum);
    THERIAC_TRY(of, choice_or(rpca, "quorum_of", "whole_list", {"whole_list", "active"}));
    config.quorum_of = of == "active" ? QuorumOf::active : QuorumOf::whole_list;
    THERIAC_TRY(window, number_or(rpca, "window_ms", 2000, 1, 1e6));
    config.proposal_window = milliseconds(window);
    THERIAC_TRY(round, number_or(rpca, "round_ms", 500, 1, 1e6));
    config.round = milliseconds(round);
    THERIAC_TRY(periods, whole_or(rpca, "periods", 1, 1, 1000));
    config.periods = static_cast<std::uint32_t>(periods);
    THERIAC_TRY(heard, number_or(rpca, "heard", 1, 0, 1));
    config.heard = Chance::of(heard);
    THERIAC_TRY(slow, whole_or(rpca, "slow_limit", config.slow_limit, 0, 1000));
    config.slow_limit = static_cast<std::uint32_t>(slow);
    THERIAC_TRY(flag, whole_or(rpca, "flag_limit", config.flag_limit, 0, 1000));
    config.flag_limit = static_cast<std::uint32_t>(flag);
    THERIAC_TRY(split, whole_or(rpca, "split_percent", config.split_percent, 0, 100));
    config.split_percent = static_cast<std::uint8_t>(split);
    return {};
}

Result<void> read_trust(ObjectReader& rpca, RpcaSettings& out, std::uint32_t& nodes) {
    THERIAC_TRY(
        trust,
        choice_or(rpca, "trust", "complete", {"complete", "random", "lists", "two_cliques"}));
    if (trust == "two_cliques") {
        THERIAC_TRY(list, rpca.u64("list_size", 1, kMaxNodes / 2));
        THERIAC_TRY(common, rpca.u64("common", 0, list));
        if (common == 0)
            return rpca.refuse("common", "the nodes fall into parts that never hear of each other");
        const auto lists =
            two_cliques(static_cast<std::uint32_t>(list), static_cast<std::uint32_t>(common));
        nodes = static_cast<std::uint32_t>(lists.size());
        out.run.world.connect(lists);
        return {};
    }
    THERIAC_TRY(count, rpca.u64("nodes", 1, kMaxNodes));
    nodes = static_cast<std::uint32_t>(count);
    if (trust == "lists") {
        THERIAC_TRY(lists, read_lists(rpca, nodes));
        out.run.world.connect(lists);
        return {};
    }
    if (trust == "random") {
        THERIAC_TRY(size, rpca.u64("list_size", std::min<std::uint64_t>(count, 2), count));
        out.random_list = static_cast<std::uint32_t>(size);
        return {};
    }
    std::vector<NodeId> everybody(nodes);
    std::iota(everybody.begin(), everybody.end(), 0U);
    out.run.world.connect(std::vector<std::vector<NodeId>>(nodes, everybody));
    return {};
}

Result<void> read_workload(ObjectReader& rpca, RpcaWorld& world) {
    THERIAC_TRY(transactions, whole_or(rpca, "transactions", 8, 0, 10'000));
    THERIAC_TRY(double_spends, whole_or(rpca, "double_spends", 0, 0, transactions / 2));
    THERIAC_TRY(frauds, whole_or(rpca, "frauds", 0, 0, 1000));
    for (std::uint32_t period = 0; period < world.config.periods; ++period) {
        const auto first = static_cast<std::uint32_t>(world.workload.size());
        for (std::uint32_t i = 0; i < transactions; ++i) {
            const std::uint32_t conflict = i / 2 < double_spends ? first + i / 2 + 1 : 0;
            world.workload.push_back({period, conflict, false});
        }
        for (std::uint32_t i = 0; i < frauds; ++i)
            world.workload.push_back({period, 0, true});
    }
    return {};
}

Result<Settings> read_rpca(ObjectReader& root) {
    THERIAC_TRY(rpca, root.object("rpca"));
    RpcaSettings out;
    std::uint32_t nodes = 0;
    THERIAC_CHECK(read_rpca_config(rpca, out.run.world.config));
    THERIAC_CHECK(read_trust(rpca, out, nodes));
    THERIAC_CHECK(read_workload(rpca, out.run.world));
    THERIAC_TRY(collusion, number_or(rpca, "collusion", 0, 0, 1));
    out.collusion = collusion;
    THERIAC_TRY(colluders, whole_or(rpca, "colluders", 0, 0, nodes));
    out.colluders = static_cast<std::uint32_t>(colluders);
    THERIAC_TRY(
        strategy,
        choice_or(rpca, "strategy", "cartel", {"cartel", "always_no", "equivocator", "selective"}));
    out.strategy = strategy;
    THERIAC_CHECK(rpca.finish());
    THERIAC_TRY(network, read_network(root, nodes));
    out.run.network = network;
    if (out.random_list != 0) out.run.world.unl.resize(nodes);  // drawn for each run
    return Settings(std::move(out));
}

/// The first so many validators of each kind, one kind after the other.
Result<void> read_qbft_faults(ObjectReader& qbft, std::vector<QbftFault>& faults) {
    std::size_t used = 0;
    const std::vector<std::pair<std::string_view, QbftFault>> kinds = {
        {"equivocators", QbftFault::equivocates},
        {"late_proposers", QbftFault::proposes_late},
        {"silent_proposers", QbftFault::never_proposes}};
    for (const auto& [name, fault] : kinds) {
        THERIAC_TRY(count, whole_or(qbft, name, 0, 0, faults.size()));
        if (used + count > faults.size())
            return qbft.refuse(name, "more faulty validators than there are validators");
        std::fill_n(faults.begin() + static_cast<std::ptrdiff_t>(used), count, fault);
        used += count;
    }
    return {};
}

Result<Settings> read_qbft(ObjectReader& root) {
    THERIAC_TRY(qbft, root.object("qbft"));
    THERIAC_TRY(validators, qbft.u64("validators", 1, 500));
    QbftConfig config;
    THERIAC_TRY(period, number_or(qbft, "block_period_ms", 1000, 1, 1e6));
    config.block_period = milliseconds(period);
    THERIAC_TRY(timeout, number_or(qbft, "timeout_ms", 4000, 1, 1e6));
    config.timeout = milliseconds(timeout);
    THERIAC_TRY(heights, whole_or(qbft, "heights", 10, 1, 10'000));
    config.heights = static_cast<std::uint32_t>(heights);
    THERIAC_TRY(bytes, whole_or(qbft, "block_bytes", 0, 0, 100'000'000));
    config.block_bytes = static_cast<std::uint32_t>(bytes);
    QbftSettings out;
    out.run.world = QbftWorld::of(static_cast<std::uint32_t>(validators), config);
    THERIAC_CHECK(read_qbft_faults(qbft, out.run.world.faults));
    THERIAC_CHECK(qbft.finish());
    THERIAC_TRY(network, read_network(root, static_cast<std::uint32_t>(validators)));
    out.run.network = network;
    return Settings(std::move(out));
}

Result<Settings> read_clique(ObjectReader& root) {
    THERIAC_TRY(clique, root.object("clique"));
    THERIAC_TRY(sealers, clique.u64("sealers", 1, 500));
    CliqueConfig config;
    THERIAC_TRY(period, number_or(clique, "block_period_ms", 1000, 1, 1e6));
    config.block_period = milliseconds(period);
    THERIAC_TRY(heights, whole_or(clique, "heights", 20, 1, 10'000));
    config.heights = static_cast<std::uint32_t>(heights);
    THERIAC_TRY(bytes, whole_or(clique, "block_bytes", 0, 0, 100'000'000));
    config.block_bytes = static_cast<std::uint32_t>(bytes);
    THERIAC_CHECK(clique.finish());
    CliqueSettings out;
    out.run.world = CliqueWorld::of(static_cast<std::uint32_t>(sealers), config);
    THERIAC_TRY(network, read_network(root, static_cast<std::uint32_t>(sealers)));
    out.run.network = network;
    return Settings(std::move(out));
}

Result<Settings> read_cartel(ObjectReader& root) {
    THERIAC_TRY(cartel, root.object("cartel"));
    CartelSettings out;
    THERIAC_TRY(members, cartel.u64("members", 1, 100'000));
    out.members = members;
    THERIAC_TRY(collusion, number_within(cartel, "collusion", 0, 1));
    out.collusion = collusion;
    THERIAC_TRY(draws, whole_or(cartel, "draws", 1000, 1, 1'000'000));
    out.draws = static_cast<std::uint32_t>(draws);
    THERIAC_CHECK(cartel.finish());
    return Settings(out);
}

}  // namespace

Duration milliseconds(double ms) {
    return Duration(static_cast<std::int64_t>(std::llround(ms * 1e3)));
}

Duration seconds(double s) {
    return milliseconds(s * 1e3);
}

Result<std::uint64_t> whole_or(
    ObjectReader& reader,
    std::string_view field,
    std::uint64_t otherwise,
    std::uint64_t least,
    std::uint64_t most) {
    if (!reader.has(field)) return otherwise;
    return reader.u64(field, least, most);
}

Result<double> number_within(
    ObjectReader& reader, std::string_view field, double least, double most) {
    THERIAC_TRY(value, reader.number(field));
    if (value < least || value > most)
        return reader.refuse(
            field, fmt::format("expected from {} to {}, got {}", least, most, value));
    return value;
}

Result<double> number_or(
    ObjectReader& reader, std::string_view field, double otherwise, double least, double most) {
    if (!reader.has(field)) return otherwise;
    return number_within(reader, field, least, most);
}

Result<std::string> choice_or(
    ObjectReader& reader,
    std::string_view field,
    std::string otherwise,
    std::initializer_list<std::string_view> words) {
    if (!reader.has(field)) return otherwise;
    return reader.choice(field, words);
}

std::shared_ptr<const RpcaStrategy> strategy_named(const std::string& name, std::uint32_t nodes) {
    if (name == "always_no") return always_no();
    if (name == "equivocator") return equivocator();
    if (name == "selective") return selective(nodes / 2);
    return cartel();
}

Result<Settings> read_settings(const Value& settings) {
    ObjectReader root(settings, "");
    THERIAC_TRY(kind, root.choice("experiment", {"rpca", "gossip", "qbft", "clique", "cartel"}));
    THERIAC_CHECK(root.optional_text("title", 200));
    THERIAC_CHECK(root.optional_u64("seed"));
    THERIAC_CHECK(root.optional_u64("runs"));
    const auto read = [&]() -> Result<Settings> {
        if (kind == "rpca") return read_rpca(root);
        if (kind == "gossip") return read_gossip(root);
        if (kind == "qbft") return read_qbft(root);
        if (kind == "clique") return read_clique(root);
        return read_cartel(root);
    };
    THERIAC_TRY(out, read());
    THERIAC_CHECK(root.finish());
    return out;
}

}  // namespace theriac::lab
