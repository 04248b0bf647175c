// Which network a profile belongs to: one file that a participant gets from the consortium and may
// check. docs/formats/network.md.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/client/anchor.hpp"
#include "theriac/protocol/deployment.hpp"
#include "theriac/protocol/ids.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace theriac::client {

/// A production network refuses what exists for development: simulated platforms and the well-known
/// development chain.
enum class Mode : std::uint8_t { development, production };

struct Network {
    std::string name;
    Mode mode = Mode::development;
    Hash256 genesis;  ///< hash of block 0: a chain that was wiped and made again is another one
    std::string rpc_url;
    std::string store_url;
    std::string relayer_url;
    eth::Address directory;
    protocol::Deployment deployment;
    eth::Address audit_log;
    std::uint64_t deployed_at =
        0;  ///< number of the block of the first contract; nothing of interest is older
    std::vector<Anchor> anchors;
    std::vector<protocol::Measurement>
        measurements;  ///< enclaves this participant trusts; empty: those the ledger allows
};

/// JSON for people, as `network.json` holds it.
std::string encode(const Network& network);

/// Whether both are one deployment on one chain: records lent to one belong to the other.
bool is_same(const Network& a, const Network& b);

/// The fields of the files that differ, such as "trust_anchors".
std::vector<std::string> differences(const Network& a, const Network& b);

/// @return Errc::malformed, naming the field; Errc::denied for a production network with a
/// simulated anchor, one that does without AMD's revocation list, or chain id 31337
Result<Network> decode_network(std::string_view text);

}  // namespace theriac::client
