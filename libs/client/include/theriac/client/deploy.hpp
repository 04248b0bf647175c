// Founding a network: the contracts, and the file that describes them.
#pragma once

#include "theriac/client/network.hpp"
#include "theriac/eth/address.hpp"
#include "theriac/ledger/chain.hpp"
#include "theriac/ledger/outbox.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace theriac::client {

struct DeployedContract {
    std::string name;
    eth::Address address;
    Hash256 transaction;
    std::uint64_t gas = 0;
};

struct Deployed {
    protocol::Deployment deployment;
    eth::Address directory;
    eth::Address audit_log;
    std::uint64_t first_block = 0;
    Hash256 genesis;
    std::vector<DeployedContract> contracts;
};

/// Deploys the contracts with `governor` as governor; a request needs `quorum` approvals of the
/// review board before it starts, 0 to 16. Interrupted, the same call again goes on:
/// each contract is an intent of the outbox, under the deployment's name. Another name is another
/// set of contracts.
Result<Deployed> deploy_contracts(
    ledger::Chain& chain,
    ledger::Outbox& outbox,
    const eth::Address& governor,
    std::string_view name,
    std::uint32_t quorum,
    const net::StopFlag& stop);

}  // namespace theriac::client
