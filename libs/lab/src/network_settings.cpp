#include "settings.hpp"
#include <fmt/format.h>

namespace theriac::lab {

using namespace consensus;
using json::ObjectReader;
using json::Value;

namespace {

constexpr double kMostMs = 1e6;

Result<Regions> read_matrix(ObjectReader network) {
    Regions out;
    THERIAC_TRY(names, network.texts("regions", 255, 100));
    THERIAC_TRY(rows, network.array("one_way_ms", 255));
    if (rows.size() != names.size())
        return network.refuse(
            "one_way_ms", fmt::format("expected {} rows, got {}", names.size(), rows.size()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::string path = json::element_path("one_way_ms", i);
        const Value::Array* row = rows[i].as_array();
        if (row == nullptr || row->size() != names.size())
            return network.refuse(path, fmt::format("expected {} latencies", names.size()));
        for (const Value& cell : *row) {
            const auto ms = cell.as_double();
            if (!ms || *ms < 0.001 || *ms > kMostMs)
                return network.refuse(path, "expected latencies above zero, in milliseconds");
            out.latency.push_back(milliseconds(*ms));
        }
    }
    out.names = names;
    return out;
}

Result<Regions> read_regions(ObjectReader& network) {
    if (network.has("matrix")) {
        THERIAC_TRY(matrix, network.object("matrix"));
        return read_matrix(std::move(matrix));
    }
    if (network.has("regions")) {
        THERIAC_CHECK(network.choice("regions", {"world"}));
        return world_regions();
    }
    THERIAC_TRY(latency, number_or(network, "latency_ms", 50, 0.001, kMostMs));
    return uniform_region(milliseconds(latency));
}

Result<std::vector<std::uint8_t>> read_placement(
    ObjectReader& network, const Regions& regions, std::uint32_t nodes) {
    std::vector<std::uint8_t> out;
    if (!network.has("placement")) {
        for (std::uint32_t i = 0; i < nodes; ++i)
            out.push_back(static_cast<std::uint8_t>(i % regions.names.size()));
        return out;
    }
    THERIAC_TRY(places, network.texts("placement", 4096, 100));
    if (places.empty()) return network.refuse("placement", "expected at least one region");
    for (std::uint32_t i = 0; i < nodes; ++i) {
        const std::string& name = places[i % places.size()];
        const auto region = regions.find(name);
        if (!region)
            return network.refuse(
                json::element_path("placement", i % places.size()), "no region has this name");
        out.push_back(static_cast<std::uint8_t>(*region));
    }
    return out;
}

Result<void> read_partitions(ObjectReader& network, NetworkConfig& config, std::uint32_t nodes) {
    if (!network.has("partitions")) return {};
    THERIAC_TRY(partitions, network.objects("partitions", 100));
    for (ObjectReader& one : partitions) {
        Partition partition;
        THERIAC_TRY(from, number_within(one, "from_s", 0, 1e6));
        THERIAC_TRY(until, number_within(one, "until_s", from, 1e6));
        partition.begin = seconds(from);
        partition.end = seconds(until);
        partition.side.assign(nodes, 0);
        THERIAC_TRY(side, one.array("side", nodes));
        for (const Value& element : side) {
            const auto node = element.as_u64();
            if (!node || *node >= nodes)
                return one.refuse("side", fmt::format("expected nodes from 0 to {}", nodes - 1));
            partition.side[*node] = 1;
        }
        THERIAC_CHECK(one.finish());
        config.partitions.push_back(std::move(partition));
    }
    return {};
}

Result<void> read_faults(ObjectReader& network, NetworkConfig& config, std::uint32_t nodes) {
    if (!network.has("faults")) return {};
    THERIAC_TRY(faults, network.objects("faults", nodes));
    config.faults.resize(nodes);
    for (ObjectReader& one : faults) {
        THERIAC_TRY(node, one.u64("node", 0, nodes - 1));
        NodeFault& fault = config.faults[node];
        if (one.has("crash_s")) {
            THERIAC_TRY(crash, number_within(one, "crash_s", 0, 1e6));
            fault.crash = seconds(crash);
        }
        if (one.has("recover_s")) {
            if (!fault.crash) return one.refuse("recover_s", "expected crash_s beside it");
            THERIAC_TRY(recover, number_within(one, "recover_s", to_seconds(*fault.crash), 1e6));
            fault.recover = seconds(recover);
        }
        THERIAC_TRY(outgoing, number_or(one, "drop_outgoing", 0, 0, 1));
        fault.drop_outgoing = Chance::of(outgoing);
        THERIAC_TRY(incoming, number_or(one, "drop_incoming", 0, 0, 1));
        fault.drop_incoming = Chance::of(incoming);
        THERIAC_TRY(delay, number_or(one, "delay_ms", 0, 0, kMostMs));
        fault.extra_delay = milliseconds(delay);
        THERIAC_CHECK(one.finish());
    }
    return {};
}

Result<void> read_churn(ObjectReader& network, NetworkConfig& config) {
    THERIAC_TRY(churn, network.optional_object("churn"));
    if (!churn) return {};
    THERIAC_TRY(up, number_within(*churn, "mean_up_s", 0.001, 1e6));
    THERIAC_TRY(down, number_within(*churn, "mean_down_s", 0.001, 1e6));
    THERIAC_CHECK(churn->finish());
    config.churn = {seconds(up), seconds(down), true};
    return {};
}

}  // namespace

Result<NetworkConfig> read_network(ObjectReader& parent, std::uint32_t nodes) {
    NetworkConfig config;
    THERIAC_TRY(network, parent.optional_object("network"));
    if (!network) return config;
    THERIAC_TRY(regions, read_regions(*network));
    config.regions = regions;
    THERIAC_TRY(placement, read_placement(*network, regions, nodes));
    config.region_of = placement;
    THERIAC_TRY(loss, number_or(*network, "loss", 0, 0, 1));
    config.loss = Chance::of(loss);
    THERIAC_TRY(jitter, number_or(*network, "jitter", 0, 0, 1));
    config.jitter = Chance::of(jitter);
    THERIAC_TRY(uplink, number_or(*network, "uplink_mbit_s", 0, 0.001, 1e6));
    config.uplink = static_cast<std::uint64_t>(uplink * 1e6 / 8);
    THERIAC_CHECK(read_partitions(*network, config, nodes));
    THERIAC_CHECK(read_faults(*network, config, nodes));
    THERIAC_CHECK(read_churn(*network, config));
    THERIAC_CHECK(network->finish());
    return config;
}

}  // namespace theriac::lab
