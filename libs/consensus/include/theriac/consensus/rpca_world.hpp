// What the participants of a run of RPCA have in common: parameters, trust lists, transactions.
#pragma once

#include "theriac/consensus/ledger_store.hpp"
#include "theriac/consensus/protocol.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace theriac::consensus {

/// Of how many members a quorum of validations is a share.
enum class QuorumOf : std::uint8_t {
    whole_list,  ///< safe: dropping members can stop progress, but never makes a quorum smaller
    active,      ///< of those still listened to: forks when delays make nodes drop each other
};

struct RpcaConfig {
    /// Percent of the trust list, one for each round; the last decides.
    std::vector<std::uint8_t> thresholds = {50, 60, 70, 80};
    std::uint8_t quorum = 80;  ///< percent of validations that make a ledger the last closed one
    QuorumOf quorum_of = QuorumOf::whole_list;
    Duration proposal_window = std::chrono::seconds(2);
    /// Between later rounds, and for validations: the latency bound. Whose proposal has not come by
    /// then is slow in that round.
    Duration round = std::chrono::milliseconds(500);
    std::uint32_t slow_limit =
        3;  ///< slow rounds in a row after which a member is dropped; 0: never
    std::uint32_t flag_limit = 5;     ///< periods of misbehaviour in a row, likewise
    std::uint8_t split_percent = 50;  ///< fewer active members than this: perhaps a network split
    std::uint32_t periods = 1;        ///< after which nodes stop
    Chance heard = Chance::of(1.0);   ///< that a node hears a transaction before its period begins
};

/// What all nodes of a run have in common, unchanged during it (the store grows).
struct RpcaWorld {
    RpcaConfig config;
    std::uint64_t seed = 0;
    std::vector<std::vector<NodeId>> unl;        ///< for each node, ascending, itself included
    std::vector<std::vector<NodeId>> followers;  ///< for each node: who has it on its list
    std::vector<Transaction> workload;
    std::shared_ptr<LedgerStore> ledgers = std::make_shared<LedgerStore>();

    [[nodiscard]] Duration period() const {
        return config.proposal_window
               + config.round * static_cast<std::int64_t>(config.thresholds.size() + 1);
    }

    /// Adds each node to its own list, sorts the lists, and derives who follows whom.
    void connect(std::vector<std::vector<NodeId>> lists);
};

}  // namespace theriac::consensus
