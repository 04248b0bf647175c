#include "theriac/consensus/network.hpp"

#include <algorithm>
#include <array>

namespace theriac::consensus {

namespace {

constexpr std::size_t kWorldRegions = 10;

// Average round-trip times in hundredths of a millisecond; see world_regions().
constexpr std::array<std::array<int, kWorldRegions>, kWorldRegions> kRoundTrips = {{
    {0, 7274, 8698, 8055, 8866, 14530, 17840, 21670, 23000, 11950},
    {0, 0, 1946, 15320, 16660, 10250, 13150, 17400, 15750, 19270},
    {0, 0, 0, 13700, 15950, 8910, 11830, 16140, 16220, 18270},
    {0, 0, 0, 0, 1956, 21240, 24240, 23900, 30960, 19130},
    {0, 0, 0, 0, 0, 23650, 26620, 32590, 32350, 19490},
    {0, 0, 0, 0, 0, 0, 3144, 7379, 10390, 25680},
    {0, 0, 0, 0, 0, 0, 0, 7187, 13400, 28630},
    {0, 0, 0, 0, 0, 0, 0, 0, 17530, 32810},
    {0, 0, 0, 0, 0, 0, 0, 0, 0, 32250},
    {0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
}};

constexpr Duration kWithinRegion = std::chrono::milliseconds(5);

Duration one_way(std::size_t a, std::size_t b) {
    if (a == b) return kWithinRegion;
    const int round_trip = kRoundTrips.at(std::min(a, b)).at(std::max(a, b));
    return Duration(round_trip * 10 / 2);
}

}  // namespace

std::optional<std::size_t> Regions::find(std::string_view name) const {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

Regions world_regions() {
    Regions out;
    out.names = {
        "us-east",
        "us-west",
        "us-northwest",
        "eu-west",
        "eu-central",
        "japan",
        "korea",
        "singapore",
        "australia",
        "south-america"};
    for (std::size_t a = 0; a < kWorldRegions; ++a) {
        for (std::size_t b = 0; b < kWorldRegions; ++b)
            out.latency.push_back(one_way(a, b));
    }
    return out;
}

Regions uniform_region(Duration latency) {
    return {{"everywhere"}, {latency}};
}

Network::Network(const NetworkConfig& config, std::size_t nodes, std::uint64_t seed)
    : config_(config), region_of_(config.region_of), random_(Random::stream(seed, 0x6e6574)) {
    if (region_of_.empty()) region_of_.assign(nodes, 0);
    THERIAC_EXPECTS(region_of_.size() == nodes);
    THERIAC_EXPECTS(config.faults.empty() || config.faults.size() == nodes);
    THERIAC_EXPECTS(
        std::ranges::all_of(region_of_, [&](auto r) { return r < config.regions.names.size(); }));
    THERIAC_EXPECTS(std::ranges::all_of(
        config.partitions, [&](const Partition& p) { return p.side.size() == nodes; }));
    if (config.uplink != 0) uplink_free_.assign(nodes, Time{});
    faulty_ = !config.partitions.empty() || !config.faults.empty();
}

Time Network::through_uplink(NodeId from, std::size_t bytes, Time now) {
    constexpr std::uint64_t kMicrosecondsInSecond = 1'000'000;
    const std::uint64_t sending = bytes * kMicrosecondsInSecond / config_.uplink;
    const Time begin = std::max(now, uplink_free_[from]);
    uplink_free_[from] = begin + Duration(static_cast<std::int64_t>(sending));
    return uplink_free_[from];
}

bool Network::is_lost(NodeId from, NodeId to, Time now) {
    for (const Partition& partition : config_.partitions) {
        const bool active = now >= partition.begin && now < partition.end;
        if (active && partition.side[from] != partition.side[to]) return true;
    }
    if (config_.faults.empty()) return false;
    return random_.chance(config_.faults[from].drop_outgoing)
           || random_.chance(config_.faults[to].drop_incoming);
}

Duration Network::jitter(Duration latency) {
    // latency * share * u, with u uniform: both factors in units of 2^-32, in two steps of 2^-16.
    const auto most =
        (static_cast<std::uint64_t>(latency.count()) * (config_.jitter.threshold() >> 16U)) >> 16U;
    if (most == 0) return {};
    constexpr std::uint64_t kLargest = 0xffffffff;
    return Duration(random_.below(static_cast<std::uint32_t>(std::min(most + 1, kLargest))));
}

}  // namespace theriac::consensus
