// Byzantine participants of RPCA, as plug-ins.
#pragma once

#include "theriac/consensus/rpca_world.hpp"

#include <memory>
#include <optional>

namespace theriac::consensus {

/// What an honest node is about to send, shown to a strategy that may send something else.
struct RpcaIntent {
    NodeId self = 0;
    NodeId to = 0;
    std::uint32_t period = 0;
    const RpcaWorld* world = nullptr;
    LedgerHash parent = 0;                ///< what the node builds on
    const TransactionSet* set = nullptr;  ///< proposal, or content of the closed ledger
};

/// A Byzantine participant: decides for each recipient what it is told. A plug-in: implement it and
/// hand it to a node. Signatures cannot be forged, so it speaks for its own node alone.
class RpcaStrategy {
public:
    RpcaStrategy() = default;
    RpcaStrategy(const RpcaStrategy&) = delete;
    RpcaStrategy& operator=(const RpcaStrategy&) = delete;
    RpcaStrategy(RpcaStrategy&&) = delete;
    RpcaStrategy& operator=(RpcaStrategy&&) = delete;
    virtual ~RpcaStrategy() = default;

    /// The proposal for this recipient; none: silence.
    virtual std::optional<TransactionSet> propose(const RpcaIntent& intent) const = 0;

    /// The content of the ledger it claims to have closed, on top of its parent; none: silence.
    virtual std::optional<TransactionSet> validate(const RpcaIntent& intent) const = 0;
};

/// Votes no on every transaction, and validates nothing else.
std::shared_ptr<const RpcaStrategy> always_no();
/// Proposes and validates the honest set to recipients with an even number, the empty one to
/// others.
std::shared_ptr<const RpcaStrategy> equivocator();
/// Votes for fraudulent transactions, and against all others, to everybody.
std::shared_ptr<const RpcaStrategy> cartel();
/// Behaves, but only towards recipients below `limit`; silent to the others.
std::shared_ptr<const RpcaStrategy> selective(NodeId limit);

}  // namespace theriac::consensus
