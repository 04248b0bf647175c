// network.json and node.json in a local network's directory. docs/formats/local-network.md
#pragma once

#include "theriac/ledger/local_node.hpp"

namespace theriac::ledger {

inline constexpr const char* kNetworkFile = "network.json";
inline constexpr const char* kNodeFile = "node.json";

std::string network_text(const LocalNetwork& network);
Result<LocalNetwork> parse_network(std::string_view text);

std::string node_text(const RunningNode& node);
Result<RunningNode> parse_node(std::string_view text);

}  // namespace theriac::ledger
