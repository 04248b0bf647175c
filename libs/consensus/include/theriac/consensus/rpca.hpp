// The Ripple protocol consensus algorithm, for one participant.
//
// Schwartz, Youngs, Britto 2014. A period of the protocol: each node proposes the transactions it
// knows; after the proposal window (2 s) and after each round it counts, for each transaction, the
// members of its trust list (unique node list, UNL) that propose it, keeps those that reach the
// round's threshold, and proposes these; what reaches the last threshold (80 %) is applied in a
// canonical order and closes the ledger. It then validates the closed ledger; a ledger that 80 % of
// the list validated is the node's last closed ledger (LCL). Where that fails, the next period
// tries again: nothing is lost but time.
#pragma once

#include "theriac/consensus/protocol.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace theriac::consensus {

using TransactionId = std::uint32_t;

/// Ascending, each once.
using TransactionSet = std::vector<TransactionId>;

/// A ledger by its content: what it follows and what it applied.
using LedgerHash = std::uint64_t;

/// A transaction of the workload.
struct Transaction {
    std::uint32_t period = 0;    ///< in which it is first submitted
    std::uint32_t conflict = 0;  ///< double-spends share a number; 0: none
    bool fraudulent = false;     ///< known to colluders alone, who want it confirmed
};

/// Closed ledgers by hash. In a network a node asks its peers for a ledger it lacks and checks its
/// hash; the model lets it look it up. Grows only, and its content does not depend on the order in
/// which ledgers come.
class LedgerStore {
public:
    struct Ledger {
        LedgerHash previous = 0;
        std::uint32_t sequence = 0;
        TransactionSet consumed;  ///< all that were in the agreed set, applied or failed
        TransactionSet applied;   ///< without the later of each double-spend
    };

    static constexpr LedgerHash kGenesis = 1;

    /// Applies `agreed` on top of `previous` in canonical order: by a hash of the transaction, so
    /// that nobody can choose which of two double-spends comes first by choosing numbers.
    LedgerHash close(
        LedgerHash previous, const TransactionSet& agreed, std::span<const Transaction> workload);

    [[nodiscard]] const Ledger* find(LedgerHash hash) const;

private:
    std::unordered_map<LedgerHash, Ledger> ledgers_;
};

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

/// What an honest node is about to send, shown to a strategy that may send something else.
struct RpcaIntent {
    NodeId self = 0;
    NodeId to = 0;
    std::uint32_t period = 0;
    const RpcaWorld* world = nullptr;
    LedgerHash parent = 0;                ///< the node's last closed ledger
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

/// Why a member of a trust list is no longer listened to.
enum class Dropped : std::uint8_t { no, slow, always_no, unconfirmed };

/// One participant.
class RpcaNode {
public:
    struct Message {
        std::uint64_t hash = 0;  ///< validation: of the ledger; partial validation: zero
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

    [[nodiscard]] LedgerHash last_closed() const { return last_closed_; }

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
    void adopt(LedgerHash ledger);
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
    std::vector<bool> consumed_;  ///< by transaction: in a ledger up to the last closed one
    TransactionSet position_;
    LedgerHash last_closed_ = LedgerStore::kGenesis;
    LedgerHash candidate_ = 0;  ///< the ledger this node closed in this period
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
        const std::uint32_t before = sequence_;
        if (const auto ledger = validated()) adopt(*ledger);
        judge_members();
        if (sequence_ > before) env.decide({sequence_, last_closed_});
        ++period_;
        on_timer(env, kBegin);
    }
}

template <typename Env>
void RpcaNode::on_message(Env&, NodeId from, const Message& message, Body body) {
    Member* member = find(from);
    if (member == nullptr || message.period != period_) return;
    member->heard = true;
    if (message.kind == Message::Kind::proposal) {
        take_proposal(*member, message, body);
    } else if (message.hash != 0) {
        member->validated = true;
        member->validation = message.hash;
    }
}

template <typename Env>
void RpcaNode::send_proposal(Env& env) {
    const Message message{0, period_, round_, Message::Kind::proposal};
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
        message.hash = suspects_split_ ? 0 : candidate_;
        env.send_all(followers, message, {});
        return;
    }
    for (const NodeId to : followers) {
        const auto set = strategy_->validate(intent(to, position_));
        if (!set) continue;
        message.hash = world_->ledgers->close(last_closed_, *set, world_->workload);
        env.send(to, message, {});
    }
}

static_assert(Protocol<RpcaNode>);

}  // namespace theriac::consensus
