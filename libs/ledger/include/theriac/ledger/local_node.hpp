// The ledger of a single machine: an anvil process with a chain of its own in one directory.
//
// For trying things out, and for one hospital's own books. It has no consensus, everyone who can
// reach its port on this machine can change its state, and a power cut loses the last seconds of
// blocks: the outbox sends again what was lost. docs/decisions/0603-local-node.md
#pragma once

#include "theriac/base/ports.hpp"
#include "theriac/eth/address.hpp"
#include "theriac/eth/u256.hpp"
#include "theriac/net/process.hpp"
#include "theriac/net/url.hpp"
#include "theriac/storage/file_lock.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace theriac::ledger {

/// An account that has coins from the beginning.
struct FundedAccount {
    eth::Address address;
    eth::U256 wei;

    bool operator==(const FundedAccount&) const = default;
};

struct LocalNetworkOptions {
    std::vector<FundedAccount> funded;
    std::uint64_t gas_limit = 12'000'000;
    std::chrono::seconds block_time{1};
    std::chrono::seconds state_interval{5};  ///< how much a crash of the node can lose
};

/// What was chosen when the network was created. docs/formats/local-network.md
struct LocalNetwork {
    std::uint64_t chain_id = 0;  ///< random in [2^31, 2^32): never a known network's
    std::uint16_t port = 0;
    LocalNetworkOptions options;
};

/// A running node, as another process finds it.
struct RunningNode {
    net::ProcessIdentity process;
    net::Url url;
    std::uint64_t chain_id = 0;
    /// Where a state that a crash had torn was put; told by the start that found it.
    std::optional<std::filesystem::path> torn_state{};
};

/// Finds anvil: `given` when there is one, else under `node_modules` of one of `roots`.
///
/// @return Errc::not_found with where it was looked for and how to get it
Result<std::filesystem::path> find_anvil(
    const std::optional<std::filesystem::path>& given,
    const std::vector<std::filesystem::path>& roots);

/// Chooses chain id and port, starts the chain, gives the funded accounts their coins, and stops
/// it: from then on its first blocks are on the disk.
///
/// @return Errc::conflict when `directory` has a network already
Result<LocalNetwork> create_network(
    const std::filesystem::path& directory,
    const std::filesystem::path& anvil,
    const LocalNetworkOptions& options,
    Entropy& entropy);

Result<LocalNetwork> read_network(const std::filesystem::path& directory);

/// A node that runs as our child, and ends with us.
class LocalNode {
public:
    /// Returns once it answers.
    ///
    /// @return Errc::conflict when the directory's node runs already; Errc::unavailable with the
    ///         end of its log when it does not come up
    static Result<LocalNode> start(
        const std::filesystem::path& directory, const std::filesystem::path& anvil);

    [[nodiscard]] const net::Url& url() const { return url_; }

    [[nodiscard]] std::uint64_t chain_id() const { return chain_id_; }

    /// Where a state that a crash had torn was put. The node then started from the last good one,
    /// that of the start before, and outboxes send again what it does not have.
    [[nodiscard]] const std::optional<std::filesystem::path>& torn_state() const {
        return torn_state_;
    }

    /// Asks it to write its state and end, and waits.
    ///
    /// @return Errc::unavailable when it did not end properly: the last blocks may be lost
    Result<void> stop();

    /// Ends it as a power cut would.
    void crash();

private:
    LocalNode(
        net::ChildProcess child,
        net::Url url,
        std::uint64_t chain_id,
        std::optional<std::filesystem::path> torn_state)
        : child_(std::move(child)),
          url_(std::move(url)),
          chain_id_(chain_id),
          torn_state_(std::move(torn_state)) {}

    net::ChildProcess child_;
    net::Url url_;
    std::uint64_t chain_id_;
    std::optional<std::filesystem::path> torn_state_;
};

/// Starts a node that outlives this process; returns once it answers. Errors as LocalNode::start.
Result<RunningNode> start_detached(
    const std::filesystem::path& directory, const std::filesystem::path& anvil);

/// The detached node of the directory; nothing when none runs.
Result<std::optional<RunningNode>> running_node(const std::filesystem::path& directory);

/// Stops the detached node and waits until its state is written.
///
/// @return Errc::not_found when none runs
Result<void> stop_detached(const std::filesystem::path& directory);

}  // namespace theriac::ledger
