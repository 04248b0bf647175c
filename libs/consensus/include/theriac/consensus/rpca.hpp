// The Ripple protocol consensus algorithm, for one participant.
//
// Schwartz, Youngs, Britto 2014. A period of the protocol: each node proposes the transactions it
// knows; after the proposal window (2 s) and after each round it counts, for each transaction, the
// members of its trust list (unique node list, UNL) that propose it, keeps those that reach the
// round's threshold, and proposes these; what reaches the last threshold (80 %) is applied in a
// canonical order and closes the ledger. It then validates the closed ledger; a ledger that 80 % of
// the list validated is the node's last closed ledger (LCL). Where that fails, the next period
// tries again: nothing is lost but time.
//
// The paper does not say on which ledger a node goes on whose ledger too few validated. Going back
// to the last closed one forks even identical lists: a ledger that one node saw validated is
// replaced by the others. So a node stays on the branch that it validated until others have more
// support than it could still get (`preferred_branch`), as Chase and MacBrough describe it for the
// deployed protocol (arXiv:1802.07242).
#pragma once

#include "theriac/consensus/protocol.hpp"
#include "theriac/consensus/rpca_strategy.hpp"
#include "theriac/consensus/rpca_world.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace theriac::consensus {

/// The ledger that a node goes on from: from the last closed ledger along the branch that has more
/// support than any other at its height, as long as it leads by more than all members whose
/// validation is not known yet. Between equals the larger hash leads.
///
/// @param latest  for each member of the list its latest validated ledger, 0: none heard of
LedgerHash preferred_branch(
    const LedgerStore& ledgers, LedgerHash last_closed, std::span<const LedgerHash> latest);

/// Why a member of a trust list is no longer listened to.
enum class Dropped : std::uint8_t { no, slow, always_no, unconfirmed };

/// One participant.
class RpcaNode {
public:
    struct Message {
        /// Proposal: the ledger it builds on; validation: of the ledger; partial validation: zero.
        std::uint64_t hash = 0;
        std::uint32_t period = 0;
        std::uint8_t round = 0;
        enum class Kind : std::uint8_t { proposal, validation } kind = Kind::proposal;
    };

    RpcaNode(
        const RpcaWorld& world,
        NodeId self,
        std::shared_ptr<const RpcaStrategy> strategy = nullptr);

    template <typename Env>
    void start(Env& env);
    template <typename Env>
    void on_message(Env& env, NodeId from, const Message& message, Body body);
    template <typename Env>
    void on_timer(Env& env, std::uint32_t tag);

    [[nodiscard]] bool honest() const { return strategy_ == nullptr; }

    /// Validated by a quorum.
    [[nodiscard]] LedgerHash last_closed() const { return last_closed_; }

    /// What it builds on: the last closed ledger or one after it.
    [[nodiscard]] LedgerHash tip() const { return tip_; }

    [[nodiscard]] std::uint32_t sequence() const { return sequence_; }

    [[nodiscard]] const TransactionSet& position() const { return position_; }

    /// Set while fewer members are active than the limit.
    [[nodiscard]] bool suspects_split() const { return suspects_split_; }

    [[nodiscard]] Dropped dropped(NodeId member) const;

    /// A digest of everything that decides what this node does next, for the exhaustive model.
    [[nodiscard]] std::uint64_t digest() const;

private:
    static constexpr std::uint32_t kBegin = 0;
    static constexpr std::uint32_t kTally = 1;
    static constexpr std::uint32_t kJudge = 2;

    /// What is known of a member of the trust list, in the current period.
    struct Member {
        NodeId id = 0;
        Dropped dropped = Dropped::no;
        bool heard = false;  ///< anything at all
        bool proposed = false;
        bool validated = false;  ///< fully
        std::uint8_t round = 0;  ///< of the latest proposal
        std::uint32_t slow_rounds = 0;
        std::uint32_t refusals = 0;     ///< periods in a row without a yes while others agreed
        std::uint32_t unconfirmed = 0;  ///< periods in a row with a proposal that nobody confirmed
        LedgerHash validation = 0;
        LedgerHash latest = 0;  ///< the highest it ever validated
        LedgerHash tip = 0;     ///< what its proposals build on
        TransactionSet position;
        TransactionSet first_position;
    };

    void begin_period(std::uint32_t period);
    void learn_new_transactions();
    /// Counts the votes at the end of round `round_` and takes the new position.
    void tally();
    void judge_members();
    void note_slow_members();
    [[nodiscard]] std::size_t active_size() const;
    /// What this node may propose leaves out what it knows to be fraudulent; what is applied
    /// follows from the votes alone.
    enum class Use : std::uint8_t { propose, apply };
    [[nodiscard]] TransactionSet passing(std::uint8_t percent, Use use) const;
    /// The ledger with a quorum of validations, if any.
    [[nodiscard]] std::optional<LedgerHash> validated() const;
    /// Makes it the last closed one.
    ///
    /// @return what is decided by that and was not before, in ascending order
    std::vector<Decision> adopt(LedgerHash ledger);
    void note_validation(Member& member, LedgerHash ledger) const;
    void choose_branch();
    /// By transaction: in a ledger up to this one.
    [[nodiscard]] std::vector<bool> consumed_up_to(LedgerHash ledger) const;
    Member* find(NodeId id);
    void take_proposal(Member& member, const Message& message, Body body);

    template <typename Env>
    void send_proposal(Env& env);
    template <typename Env>
    void send_validation(Env& env);
    [[nodiscard]] RpcaIntent intent(NodeId to, const TransactionSet& set) const;

    const RpcaWorld* world_;
    NodeId self_;
    std::shared_ptr<const RpcaStrategy> strategy_;
    std::vector<Member> members_;
    std::vector<bool> known_;     ///< by transaction
    std::vector<bool> consumed_;  ///< by transaction: in a ledger up to the tip
    TransactionSet position_;
    LedgerHash last_closed_ = LedgerStore::kGenesis;
    LedgerHash tip_ = LedgerStore::kGenesis;
    LedgerHash candidate_ = 0;             ///< the ledger this node closed in this period
    std::uint32_t highest_validated_ = 0;  ///< it never validates two ledgers of one number
    std::uint32_t sequence_ = 0;
    std::uint32_t period_ = 0;
    std::uint8_t round_ = 0;
    bool suspects_split_ = false;
};

template <typename Env>
void RpcaNode::start(Env& env) {
    // Also after a crash: join at the next period.
    const auto length = world_->period().count();
    const auto next = (env.now().count() + length - 1) / length;
    period_ = static_cast<std::uint32_t>(next);
    env.after(Duration(next * length - env.now().count()), kBegin);
}

template <typename Env>
void RpcaNode::on_timer(Env& env, std::uint32_t tag) {
    const RpcaConfig& config = world_->config;
    if (tag == kBegin) {
        if (period_ >= config.periods) return;
        begin_period(period_);
        send_proposal(env);
        env.after(config.proposal_window, kTally);
    } else if (tag == kTally) {
        tally();
        const bool last = round_ + std::size_t{1} == config.thresholds.size();
        if (last)
            send_validation(env);
        else
            ++round_;
        if (!last) send_proposal(env);
        env.after(config.round, last ? kJudge : kTally);
    } else {
        std::vector<Decision> decided;
        if (const auto ledger = validated()) decided = adopt(*ledger);
        judge_members();
        choose_branch();
        for (const Decision& decision : decided)
            env.decide(decision);
        ++period_;
        on_timer(env, kBegin);
    }
}

template <typename Env>
void RpcaNode::on_message(Env&, NodeId from, const Message& message, Body body) {
    Member* member = find(from);
    if (member == nullptr) return;
    const bool validation = message.kind == Message::Kind::validation;
    if (validation && message.hash != 0) note_validation(*member, message.hash);
    if (message.period != period_) return;
    member->heard = true;
    if (!validation) {
        take_proposal(*member, message, body);
    } else if (message.hash != 0) {
        member->validated = true;
        member->validation = message.hash;
    }
}

template <typename Env>
void RpcaNode::send_proposal(Env& env) {
    const Message message{tip_, period_, round_, Message::Kind::proposal};
    const auto& followers = world_->followers[self_];
    if (honest()) {
        env.send_all(followers, message, position_);
        return;
    }
    for (const NodeId to : followers) {
        if (const auto set = strategy_->propose(intent(to, position_))) env.send(to, message, *set);
    }
}

template <typename Env>
void RpcaNode::send_validation(Env& env) {
    Message message{0, period_, round_, Message::Kind::validation};
    const auto& followers = world_->followers[self_];
    if (honest()) {
        // A partial validation says: still here, but not taking part.
        message.hash = find(self_)->validated ? candidate_ : 0;
        env.send_all(followers, message, {});
        return;
    }
    for (const NodeId to : followers) {
        const auto set = strategy_->validate(intent(to, position_));
        if (!set) continue;
        message.hash = world_->ledgers->close(tip_, *set, world_->workload);
        env.send(to, message, {});
    }
}

static_assert(Protocol<RpcaNode>);

}  // namespace theriac::consensus
