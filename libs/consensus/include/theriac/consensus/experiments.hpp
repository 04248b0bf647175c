// Whole runs of each protocol, and what is measured in them.
#pragma once

#include "theriac/consensus/clique.hpp"
#include "theriac/consensus/gossip.hpp"
#include "theriac/consensus/network.hpp"
#include "theriac/consensus/qbft.hpp"
#include "theriac/consensus/rpca.hpp"
#include "theriac/consensus/simulator.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace theriac::consensus {

/// Who decided what, and when. Of the nodes named as honest alone.
class DecisionLog {
public:
    explicit DecisionLog(std::vector<bool> honest) : honest_(std::move(honest)) {}

    void operator()(NodeId node, Time when, const Decision& decision);

    /// Heights at which two honest nodes decided differently.
    [[nodiscard]] std::uint64_t forks() const;

    /// Decided by all honest nodes, without a fork.
    [[nodiscard]] std::uint64_t heights_decided_by_all() const;

    /// For each height decided by at least `nodes` honest nodes, when the last of the first `nodes`
    /// did.
    [[nodiscard]] std::vector<Time> times(std::size_t nodes) const;

    [[nodiscard]] std::size_t honest() const;

private:
    struct Height {
        std::set<std::uint64_t> values;
        std::vector<Time> times;  ///< ascending, as the run goes
    };

    std::vector<bool> honest_;
    std::map<std::uint64_t, Height> heights_;
};

/// What the blockchain protocols are compared by.
struct FinalityOutcome {
    std::uint64_t finalized = 0;  ///< heights decided by all honest nodes that are up at the end
    std::uint64_t forks = 0;
    std::vector<double> finality_ms;  ///< for each height: since the previous (or the start)
    double elapsed_seconds = 0;       ///< of simulated time, until the last height
    Traffic traffic;
};

struct RpcaRun {
    RpcaWorld world;
    std::vector<std::shared_ptr<const RpcaStrategy>> strategies;  ///< null: honest; empty: all
    NetworkConfig network;
};

struct RpcaOutcome {
    FinalityOutcome finality;
    std::uint64_t confirmed = 0;         ///< honest transactions applied at the first honest node
    std::uint64_t fraud_confirmed = 0;   ///< fraudulent ones applied at any honest node
    std::uint64_t dropped = 0;           ///< members that honest nodes no longer listen to
    std::uint64_t split_suspicions = 0;  ///< honest nodes that suspect a split at the end
    /// Share of honest nodes whose position has the first transaction, in the first period: at the
    /// start, and after each round.
    std::vector<double> yes_by_round;
};

RpcaOutcome run_rpca(const RpcaRun& run, std::uint64_t seed);

struct GossipRun {
    GossipWorld world;
    NetworkConfig network;
};

struct GossipOutcome {
    /// Rounds until all participants had the same favourite, if that ever was so.
    std::optional<std::uint32_t> rounds;
    BlockId favourite = 0;       ///< of most participants at the end
    double largest_share = 0;    ///< of participants with that favourite at the end
    std::uint32_t distinct = 0;  ///< favourites at the end
    std::vector<double> share_by_round;
    std::uint64_t divergent = 0;
    std::uint64_t state_bytes = 0;  ///< of all tables and nodes
    Traffic traffic;
};

/// One epoch.
///
/// @param until_end  go on after agreement, to the end of the epoch
enum class GossipEnd : std::uint8_t { agreement, epoch };
GossipOutcome run_gossip(
    const GossipRun& run, std::uint64_t seed, GossipEnd end = GossipEnd::agreement);

struct QbftRun {
    QbftWorld world;
    NetworkConfig network;
    Time limit = std::chrono::minutes(10);
};

FinalityOutcome run_qbft(const QbftRun& run, std::uint64_t seed);

struct CliqueRun {
    CliqueWorld world;
    NetworkConfig network;
    Time limit = std::chrono::minutes(10);
};

struct CliqueOutcome {
    FinalityOutcome finality;
    std::uint64_t blocks = 0;       ///< sealed, on whatever chain
    std::uint64_t reorganised = 0;  ///< blocks that sealers gave up for another chain
};

CliqueOutcome run_clique(CliqueRun run, std::uint64_t seed);

}  // namespace theriac::consensus
