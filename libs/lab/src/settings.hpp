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

/// How much energy proof of work takes for a block, to compare with.
struct GossipSettings {
    consensus::GossipRun run;
    consensus::GossipEnd end = consensus::GossipEnd::agreement;
};

struct QbftSettings {
    consensus::QbftRun run;
};

struct CliqueSettings {
    consensus::CliqueRun run;
};

using Settings =
    std::variant<CartelSettings, RpcaSettings, GossipSettings, QbftSettings, CliqueSettings>;

/// @return Errc::malformed with the field named
Result<Settings> read_settings(const json::Value& settings);

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
