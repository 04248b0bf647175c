// The network between nodes: how long a message takes, and whether it arrives.
#pragma once

#include "theriac/consensus/protocol.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace theriac::consensus {

/// Latencies between regions, one way; row and column are places in `names`.
struct Regions {
    std::vector<std::string> names;
    std::vector<Duration> latency;  ///< names.size() squared, row by row

    [[nodiscard]] Duration between(std::size_t a, std::size_t b) const {
        return latency[a * names.size() + b];
    }

    [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
};

/// Ten regions of the world. Half of the average round-trip times between the ten regions that a
/// large provider of machines had in 2016 ("Latency Between AWS Global Regions", as quoted in
/// https://acomputerscientistlearnsaws.blogspot.com/2017/04/aws-regions.html; the direction from
/// the region named first). Within a region: 5 ms, about 1,000 km of fibre, which is an assumption.
/// The source has no region in Africa, India or China.
Regions world_regions();

/// One region with the same latency between any two nodes.
Regions uniform_region(Duration latency);

/// Messages between nodes of different sides are lost from `begin` until `end`.
struct Partition {
    Time begin{};
    Time end{};
    std::vector<std::uint8_t> side;  ///< for each node
};

/// What one node does wrong below its protocol.
struct NodeFault {
    std::optional<Time> crash;    ///< from then on it is down
    std::optional<Time> recover;  ///< until then, keeping its memory; none: for good
    Chance drop_outgoing;         ///< each message it sends is lost
    Chance drop_incoming;
    Duration extra_delay{};  ///< on everything it sends
};

/// Nodes that leave and come back: up and down for exponentially distributed times.
struct Churn {
    Duration mean_up{};
    Duration mean_down{};
    bool enabled = false;
};

struct NetworkConfig {
    Regions regions = uniform_region(std::chrono::milliseconds(50));
    std::vector<std::uint8_t> region_of;  ///< for each node; empty: all in the first
    Chance loss;
    /// A message takes up to this share longer, uniformly.
    Chance jitter;
    /// Of each node's uplink, in bytes a second; 0: without limit. A message waits until those
    /// before it are sent.
    std::uint64_t uplink = 0;
    std::vector<Partition> partitions;
    std::vector<NodeFault> faults;  ///< for each node, or empty
    Churn churn;
};

/// A network of `nodes` nodes during one run.
class Network {
public:
    /// @param config  fits the number of nodes, or the program stops
    Network(const NetworkConfig& config, std::size_t nodes, std::uint64_t seed);

    /// When a message of `bytes` bytes sent now arrives; none: it is lost. To oneself: now.
    std::optional<Time> delivery(NodeId from, NodeId to, std::size_t bytes, Time now) {
        if (from == to) return now;
        Time ready = now;
        if (config_.uplink != 0) ready = through_uplink(from, bytes, now);
        if (faulty_ && is_lost(from, to, now)) return std::nullopt;
        if (!config_.loss.never() && random_.chance(config_.loss)) return std::nullopt;
        Duration latency = config_.regions.between(region_of_[from], region_of_[to]);
        if (!config_.jitter.never()) latency += jitter(latency);
        if (!config_.faults.empty()) latency += config_.faults[from].extra_delay;
        return ready + latency;
    }

    [[nodiscard]] const NetworkConfig& config() const { return config_; }

private:
    Time through_uplink(NodeId from, std::size_t bytes, Time now);
    bool is_lost(NodeId from, NodeId to, Time now);
    Duration jitter(Duration latency);

    NetworkConfig config_;
    std::vector<std::uint8_t> region_of_;
    std::vector<Time> uplink_free_;
    Random random_;
    bool faulty_ = false;
};

}  // namespace theriac::consensus
