#include "theriac/consensus/qbft.hpp"

#include "theriac/base/result.hpp"

#include <algorithm>
#include <numeric>

namespace theriac::consensus {

QbftWorld QbftWorld::of(std::uint32_t n, const QbftConfig& config) {
    THERIAC_EXPECTS(n > 0);
    QbftWorld out;
    out.config = config;
    out.block.assign(config.block_bytes / sizeof(std::uint32_t), 0);
    out.validators.resize(n);
    std::iota(out.validators.begin(), out.validators.end(), 0U);
    out.faults.assign(n, QbftFault::none);
    return out;
}

QbftNode::QbftNode(const QbftWorld& world, NodeId self)
    : world_(&world),
      self_(self),
      ahead_(world.validators.size()),
      ahead_value_(world.validators.size()) {
    begin_height(1, 1);
}

std::uint32_t QbftNode::tag(Timer timer) const {
    constexpr std::uint32_t kRoundBits = 8;
    constexpr std::uint32_t kHeightBits = 20;
    return (static_cast<std::uint32_t>(timer) << (kRoundBits + kHeightBits))
           | ((height_ & ((1U << kHeightBits) - 1)) << kRoundBits)
           | (round_ & ((1U << kRoundBits) - 1));
}

void QbftNode::begin_height(std::uint32_t height, std::uint64_t parent) {
    height_ = height;
    parent_ = parent;
    prepared_ = 0;
    prepared_plus_one_ = 0;
    const std::size_t n = world_->validators.size();
    prepares_.assign(n, {});
    commits_.assign(n, {});
    changes_.assign(n, {});
    begin_round(0);
}

void QbftNode::begin_round(std::uint32_t round) {
    round_ = round;
    accepted_ = 0;
    proposed_ = false;
    prepare_sent_ = false;
    commit_sent_ = false;
}

std::uint64_t QbftNode::new_block(NodeId proposer, std::uint32_t variant) const {
    return combine(combine(parent_, height_), combine(proposer, round_ * 2 + variant));
}

void QbftNode::record(std::vector<Vote>& phase, NodeId from, const Message& message) {
    Vote& vote = phase[from];
    if (message.round + 1U < vote.round_plus_one) return;
    vote = {message.value, message.round + 1U, message.prepared_round};
}

std::uint32_t QbftNode::votes(
    const std::vector<Vote>& phase, std::uint32_t round, std::uint64_t value) {
    return static_cast<std::uint32_t>(std::ranges::count_if(phase, [&](const Vote& vote) {
        return vote.round_plus_one == round + 1 && vote.value == value;
    }));
}

std::uint64_t QbftNode::highest_prepared() const {
    Vote best;
    for (const Vote& vote : changes_) {
        if (vote.round_plus_one == round_ + 1 && vote.prepared_plus_one > best.prepared_plus_one)
            best = vote;
    }
    return best.prepared_plus_one == 0 ? 0 : best.value;
}

std::uint32_t QbftNode::round_changes(std::uint32_t at_least) const {
    return static_cast<std::uint32_t>(std::ranges::count_if(
        changes_, [&](const Vote& vote) { return vote.round_plus_one >= at_least + 1; }));
}

std::optional<std::uint32_t> QbftNode::round_to_join() const {
    std::vector<std::uint32_t> rounds;
    for (const Vote& vote : changes_) {
        if (vote.round_plus_one > round_ + 1) rounds.push_back(vote.round_plus_one - 1);
    }
    if (rounds.size() <= world_->tolerated()) return std::nullopt;
    return *std::ranges::min_element(rounds);
}

std::uint64_t QbftNode::digest() const {
    std::uint64_t out = combine(combine(height_, round_), combine(parent_, accepted_));
    out = combine(out, combine(prepared_, prepared_plus_one_));
    for (const auto* phase : {&prepares_, &commits_, &changes_}) {
        for (const Vote& vote : *phase)
            out = combine(out, combine(vote.value, vote.round_plus_one));
    }
    return out;
}

}  // namespace theriac::consensus
