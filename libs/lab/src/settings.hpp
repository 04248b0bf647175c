// From an experiment's fields to the structures of the simulator, with every rule named.
#pragma once

#include "theriac/consensus/experiments.hpp"
#include "theriac/json/object_reader.hpp"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace theriac::lab {

/// Equation 2 beside drawn cartels.
struct CartelSettings {
    std::uint64_t members = 0;
    double collusion = 0;
    std::uint32_t draws = 0;
};

/// Colluders drawn anew for each run.
struct RpcaSettings {
    consensus::RpcaRun run;
    double collusion = 0;         ///< each node, with this probability
    std::uint32_t colluders = 0;  ///< the first so many
    std::string strategy;
    std::uint32_t random_list = 0;  ///< size of each node's random list; 0: as in `run`
};

/// One owner's many identities, all in one network, that favour one block from the start.
struct SybilSettings {
    std::uint32_t identities = 0;
    std::uint32_t limit = 0;  ///< rows of one network that count; 0: all
};

struct GossipSettings {
    consensus::GossipRun run;
    consensus::GossipEnd end = consensus::GossipEnd::agreement;
    SybilSettings sybils;
};

struct QbftSettings {
    consensus::QbftRun run;
};

struct CliqueSettings {
    consensus::CliqueRun run;
};

using Settings =
    std::variant<CartelSettings, RpcaSettings, GossipSettings, QbftSettings, CliqueSettings>;

/// Whether all nodes hang together when trust is taken to go both ways.
bool connected(const std::vector<std::vector<consensus::NodeId>>& lists);

/// @return Errc::malformed with the field named
Result<Settings> read_settings(const json::Value& settings);

/// The `gossip` section with its network.
Result<Settings> read_gossip(json::ObjectReader& root);

/// The `network` section, for so many nodes; absent: 50 ms everywhere.
Result<consensus::NetworkConfig> read_network(json::ObjectReader& parent, std::uint32_t nodes);

/// Fields that have a default.
Result<std::uint64_t> whole_or(
    json::ObjectReader& reader,
    std::string_view field,
    std::uint64_t otherwise,
    std::uint64_t least,
    std::uint64_t most);
Result<double> number_or(
    json::ObjectReader& reader,
    std::string_view field,
    double otherwise,
    double least,
    double most);
Result<double> number_within(
    json::ObjectReader& reader, std::string_view field, double least, double most);
Result<std::string> choice_or(
    json::ObjectReader& reader,
    std::string_view field,
    std::string otherwise,
    std::initializer_list<std::string_view> words);

consensus::Duration milliseconds(double ms);
consensus::Duration seconds(double s);

/// The built-in strategies by name; nullptr for "none".
std::shared_ptr<const consensus::RpcaStrategy> strategy_named(
    const std::string& name, std::uint32_t nodes);

}  // namespace theriac::lab
