// QBFT, for one validator: Byzantine agreement on one block at a time.
//
// Moniz: The Istanbul BFT Consensus Algorithm, arXiv:2002.03613 (QBFT's algorithm); Enterprise
// Ethereum Alliance: QBFT Blockchain Consensus Protocol Specification v1. Messages are signed, so
// what others would have to forge is left out: a round change says what its sender prepared.
#pragma once

#include "theriac/consensus/protocol.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace theriac::consensus {

/// What a validator does wrong, if anything, beyond what `NodeFault` has.
enum class QbftFault : std::uint8_t {
    none,
    equivocates,  ///< as proposer: one block to even, another to odd; votes for whatever it hears
    never_proposes,
    proposes_late,  ///< after three quarters of the first round's timeout
};

struct QbftConfig {
    Duration block_period = std::chrono::seconds(1);
    Duration timeout = std::chrono::seconds(4);  ///< of the first round; doubles with each
    std::uint32_t heights = 10;                  ///< after which validators stop
    std::uint32_t block_bytes = 0;               ///< of a proposal, for the uplink
};

struct QbftWorld {
    QbftConfig config;
    std::vector<NodeId> validators;  ///< 0..n-1
    std::vector<QbftFault> faults;   ///< one for each
    /// Stands for a block's bytes; its content does not matter to the protocol.
    std::vector<std::uint32_t> block;

    static QbftWorld of(std::uint32_t n, const QbftConfig& config);

    /// Validators that may be Byzantine: floor((n-1)/3).
    [[nodiscard]] std::uint32_t tolerated() const {
        return (static_cast<std::uint32_t>(validators.size()) - 1) / 3;
    }

    /// Votes that decide: ceil(2n/3), which two sets share an honest validator of.
    [[nodiscard]] std::uint32_t quorum() const {
        return (2 * static_cast<std::uint32_t>(validators.size()) + 2) / 3;
    }

    [[nodiscard]] NodeId proposer(std::uint32_t height, std::uint32_t round) const {
        return validators[(height + round) % validators.size()];
    }
};

class QbftNode {
public:
    struct Message {
        std::uint64_t value = 0;  ///< of a block; round change: the prepared one, or 0
        std::uint32_t height = 0;
        std::uint16_t round = 0;
        std::uint8_t prepared_round =
            0;  ///< round change: the round after that of `value`; 0: none
        enum class Kind : std::uint8_t {
            proposal,
            prepare,
            commit,
            round_change,
            decided
        } kind = Kind::proposal;
    };

    QbftNode(const QbftWorld& world, NodeId self);

    template <typename Env>
    void start(Env& env);
    template <typename Env>
    void on_message(Env& env, NodeId from, const Message& message, Body body);
    template <typename Env>
    void on_timer(Env& env, std::uint32_t tag);

    [[nodiscard]] std::uint32_t height() const { return height_; }

    [[nodiscard]] std::uint32_t round() const { return round_; }

    [[nodiscard]] std::uint64_t parent() const { return parent_; }

    [[nodiscard]] bool honest() const { return fault() == QbftFault::none; }

    [[nodiscard]] std::uint64_t digest() const;

private:
    // A timer's tag: its kind, the height's lower bits and the round, so that an old one is known.
    enum class Timer : std::uint32_t { propose = 0, round = 1, propose_late = 2 };
    [[nodiscard]] std::uint32_t tag(Timer timer) const;

    /// The latest vote of a validator in one phase, at the current height.
    struct Vote {
        std::uint64_t value = 0;
        std::uint32_t round_plus_one = 0;  ///< 0: none
        std::uint32_t prepared_plus_one = 0;
    };

    [[nodiscard]] QbftFault fault() const { return world_->faults[self_]; }

    [[nodiscard]] static std::uint32_t votes(
        const std::vector<Vote>& phase, std::uint32_t round, std::uint64_t value);
    [[nodiscard]] std::uint64_t new_block(NodeId proposer, std::uint32_t variant) const;
    void begin_height(std::uint32_t height, std::uint64_t parent);
    void begin_round(std::uint32_t round);
    /// Among round changes to the current round: the value prepared last, 0 if none.
    [[nodiscard]] std::uint64_t highest_prepared() const;
    [[nodiscard]] std::uint32_t round_changes(std::uint32_t at_least) const;
    /// The round that more than f others are past, if it is past ours.
    [[nodiscard]] std::optional<std::uint32_t> round_to_join() const;
    static void record(std::vector<Vote>& phase, NodeId from, const Message& message);

    template <typename Env>
    void broadcast(Env& env, Message::Kind kind, std::uint64_t value);
    template <typename Env>
    void propose(Env& env, std::uint64_t value);
    template <typename Env>
    void enter(Env& env);
    template <typename Env>
    void change_round(Env& env, std::uint32_t round);
    template <typename Env>
    void accept(Env& env, std::uint64_t value);
    template <typename Env>
    void vote_for_both(Env& env, NodeId proposer, std::uint64_t value);
    template <typename Env>
    void advance(Env& env);
    template <typename Env>
    void finish(Env& env, std::uint64_t value);

    const QbftWorld* world_;
    NodeId self_;
    std::uint32_t height_ = 1;
    std::uint32_t round_ = 0;
    std::uint64_t parent_ = 1;
    std::uint64_t accepted_ = 0;  ///< the proposal of this round
    std::uint64_t prepared_ = 0;  ///< the value prepared last at this height
    std::uint32_t prepared_plus_one_ = 0;
    bool proposed_ = false;
    bool prepare_sent_ = false;
    bool commit_sent_ = false;
    std::vector<Vote> prepares_;
    std::vector<Vote> commits_;
    std::vector<Vote> changes_;
    std::vector<std::uint32_t> ahead_;  ///< for each validator: a height above ours it has finished
    std::vector<std::uint64_t> ahead_value_;
};

template <typename Env>
void QbftNode::broadcast(Env& env, Message::Kind kind, std::uint64_t value) {
    const Message message{
        value,
        height_,
        static_cast<std::uint16_t>(round_),
        static_cast<std::uint8_t>(kind == Message::Kind::round_change ? prepared_plus_one_ : 0),
        kind};
    env.send_all(world_->validators, message, {});
}

template <typename Env>
void QbftNode::start(Env& env) {
    enter(env);
}

template <typename Env>
void QbftNode::enter(Env& env) {
    // A new block is proposed a block period after the last; a later round proposes at once.
    if (round_ == 0) env.after(world_->config.block_period, tag(Timer::propose));
    const auto doubled = std::int64_t{1} << (round_ < 10 ? round_ : 10);
    env.after(world_->config.block_period + world_->config.timeout * doubled, tag(Timer::round));
}

template <typename Env>
void QbftNode::propose(Env& env, std::uint64_t value) {
    if (proposed_ || fault() == QbftFault::never_proposes) return;
    proposed_ = true;
    const Body block = world_->block;
    Message message{value, height_, static_cast<std::uint16_t>(round_), 0, Message::Kind::proposal};
    if (fault() != QbftFault::equivocates) {
        env.send_all(world_->validators, message, block);
        return;
    }
    for (const NodeId to : world_->validators) {
        message.value = new_block(self_, to % 2);
        env.send(to, message, block);
    }
}

template <typename Env>
void QbftNode::on_timer(Env& env, std::uint32_t timer) {
    if (height_ > world_->config.heights) return;
    if (timer == tag(Timer::propose)) {
        if (world_->proposer(height_, 0) != self_) return;
        if (fault() == QbftFault::proposes_late)
            env.after(world_->config.timeout * 3 / 4, tag(Timer::propose_late));
        else
            propose(env, new_block(self_, 0));
    } else if (timer == tag(Timer::propose_late)) {
        propose(env, new_block(self_, 0));
    } else if (timer == tag(Timer::round)) {
        change_round(env, round_ + 1);
    }
}

template <typename Env>
void QbftNode::change_round(Env& env, std::uint32_t round) {
    begin_round(round);
    broadcast(env, Message::Kind::round_change, prepared_);
    enter(env);
    advance(env);
}

template <typename Env>
void QbftNode::vote_for_both(Env& env, NodeId proposer, std::uint64_t value) {
    const bool both = world_->faults[proposer] == QbftFault::equivocates;
    Message message{value, height_, static_cast<std::uint16_t>(round_), 0, Message::Kind::prepare};
    for (const NodeId to : world_->validators) {
        if (both) message.value = new_block(proposer, to % 2);
        message.kind = Message::Kind::prepare;
        env.send(to, message, {});
        message.kind = Message::Kind::commit;
        env.send(to, message, {});
    }
}

template <typename Env>
void QbftNode::accept(Env& env, std::uint64_t value) {
    if (prepare_sent_) return;
    if (fault() == QbftFault::equivocates) {
        prepare_sent_ = commit_sent_ = true;
        vote_for_both(env, world_->proposer(height_, round_), value);
        return;
    }
    accepted_ = value;
    prepare_sent_ = true;
    broadcast(env, Message::Kind::prepare, value);
}

template <typename Env>
void QbftNode::on_message(Env& env, NodeId from, const Message& message, Body) {
    using Kind = Message::Kind;
    if (height_ > world_->config.heights) return;
    if (message.kind == Kind::decided && message.height >= height_) {
        ahead_[from] = message.height;
        ahead_value_[from] = message.value;
    }
    if (message.height != height_) {
        advance(env);
        return;
    }
    switch (message.kind) {
        case Kind::proposal:
            // In a later round the proposal is justified by round changes; one that contradicts a
            // value known to be prepared is refused.
            if (from == world_->proposer(height_, message.round) && message.round == round_
                && (prepared_plus_one_ == 0 || message.value == prepared_ || round_ == 0
                    || highest_prepared() == message.value))
                accept(env, message.value);
            break;
        case Kind::prepare:
            record(prepares_, from, message);
            break;
        case Kind::commit:
            record(commits_, from, message);
            break;
        case Kind::round_change:
            record(changes_, from, message);
            break;
        case Kind::decided:
            break;
    }
    advance(env);
}

template <typename Env>
void QbftNode::advance(Env& env) {
    for (const Vote& vote : commits_) {
        if (vote.round_plus_one != 0
            && votes(commits_, vote.round_plus_one - 1, vote.value) >= world_->quorum()) {
            finish(env, vote.value);
            return;
        }
    }
    // More than f say that a height is finished: at least one of them is honest.
    for (NodeId node = 0; node < ahead_.size(); ++node) {
        if (ahead_[node] != height_) continue;
        std::uint32_t same = 0;
        for (NodeId other = 0; other < ahead_.size(); ++other)
            same += ahead_[other] == height_ && ahead_value_[other] == ahead_value_[node] ? 1U : 0U;
        if (same > world_->tolerated()) {
            finish(env, ahead_value_[node]);
            return;
        }
    }
    if (accepted_ != 0 && !commit_sent_
        && votes(prepares_, round_, accepted_) >= world_->quorum()) {
        commit_sent_ = true;
        prepared_ = accepted_;
        prepared_plus_one_ = round_ + 1;
        broadcast(env, Message::Kind::commit, accepted_);
    }
    if (const auto round = round_to_join()) {
        change_round(env, *round);
        return;
    }
    if (round_ > 0 && world_->proposer(height_, round_) == self_ && !proposed_
        && round_changes(round_) >= world_->quorum()) {
        const std::uint64_t prepared = highest_prepared();
        propose(env, prepared != 0 ? prepared : new_block(self_, 0));
    }
}

template <typename Env>
void QbftNode::finish(Env& env, std::uint64_t value) {
    env.decide({height_, value});
    broadcast(env, Message::Kind::decided, value);
    begin_height(height_ + 1, value);
    if (height_ <= world_->config.heights) enter(env);
}

static_assert(Protocol<QbftNode>);

}  // namespace theriac::consensus
