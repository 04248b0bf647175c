// Clique, for one sealer: proof of authority by turns (EIP-225, Szilágyi 2017).
//
// Sealers take turns; who is not in turn may seal too, after a random wait and with less weight.
// The heaviest chain wins. Nothing is ever final: a block counts here as settled for a node when
// enough different sealers have built on it that no chain without it can have more of them.
#pragma once

#include "theriac/consensus/protocol.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

namespace theriac::consensus {

struct CliqueConfig {
    Duration block_period = std::chrono::seconds(1);
    Duration wiggle = std::chrono::milliseconds(500);  ///< EIP-225: times the sealer limit
    std::uint32_t heights = 20;                        ///< settled ones, after which sealers stop
    std::uint32_t block_bytes = 0;
};

/// All blocks of a run. A block is known by hash to whoever heard of it or of a descendant: asking
/// peers for missing ancestors is left out.
class BlockTree {
public:
    struct Block {
        std::uint32_t parent = 0;
        std::uint32_t height = 0;
        NodeId sealer = 0;
        std::uint64_t weight = 0;  ///< of the chain up to here
    };

    BlockTree() : blocks_(1) {}

    std::uint32_t add(std::uint32_t parent, NodeId sealer, std::uint32_t difficulty) {
        const Block& before = blocks_[parent];
        blocks_.push_back({parent, before.height + 1, sealer, before.weight + difficulty});
        return static_cast<std::uint32_t>(blocks_.size() - 1);
    }

    [[nodiscard]] const Block& at(std::uint32_t block) const { return blocks_[block]; }

    [[nodiscard]] std::size_t size() const { return blocks_.size(); }

private:
    std::vector<Block> blocks_;
};

struct CliqueWorld {
    CliqueConfig config;
    std::vector<NodeId> sealers;  ///< 0..n-1
    std::shared_ptr<BlockTree> tree = std::make_shared<BlockTree>();
    std::vector<std::uint32_t> block;  ///< stands for a block's bytes

    static CliqueWorld of(std::uint32_t n, const CliqueConfig& config);

    /// EIP-225's SIGNER_LIMIT: a sealer may seal one of so many blocks in a row.
    [[nodiscard]] std::uint32_t limit() const {
        return static_cast<std::uint32_t>(sealers.size()) / 2 + 1;
    }
};

class CliqueNode {
public:
    struct Message {
        std::uint32_t block = 0;
    };

    CliqueNode(const CliqueWorld& world, NodeId self) : world_(&world), self_(self) {}

    template <typename Env>
    void start(Env& env);
    template <typename Env>
    void on_message(Env& env, NodeId from, const Message& message, Body body);
    template <typename Env>
    void on_timer(Env& env, std::uint32_t tag);

    [[nodiscard]] std::uint32_t head() const { return head_; }

    [[nodiscard]] std::uint32_t settled() const { return settled_; }

    /// Blocks of its own chain that this node gave up for a heavier one.
    [[nodiscard]] std::uint32_t reorganised() const { return reorganised_; }

private:
    [[nodiscard]] bool in_turn() const;
    [[nodiscard]] bool may_seal() const;
    void take_head(std::uint32_t block);
    /// The newest block on our chain that `limit()` different sealers built on.
    [[nodiscard]] std::uint32_t newest_settled() const;
    [[nodiscard]] std::uint32_t ancestor_at(std::uint32_t block, std::uint32_t height) const;

    template <typename Env>
    void plan(Env& env);
    template <typename Env>
    void settle(Env& env);

    const CliqueWorld* world_;
    NodeId self_;
    std::uint32_t head_ = 0;
    std::uint32_t settled_ = 0;  ///< height
    std::uint32_t reorganised_ = 0;
};

template <typename Env>
void CliqueNode::start(Env& env) {
    plan(env);
}

template <typename Env>
void CliqueNode::plan(Env& env) {
    if (settled_ >= world_->config.heights || !may_seal()) return;
    Duration wait = world_->config.block_period;
    if (!in_turn()) {
        const auto most = static_cast<std::uint32_t>(
            (world_->config.wiggle * static_cast<std::int64_t>(world_->limit())).count());
        wait += Duration(env.random().below(most + 1));
    }
    env.after(wait, head_);
}

template <typename Env>
void CliqueNode::on_timer(Env& env, std::uint32_t tag) {
    if (tag != head_) return;  // another block came first
    const std::uint32_t block = world_->tree->add(head_, self_, in_turn() ? 2 : 1);
    take_head(block);
    env.send_all(world_->sealers, {block}, world_->block);  // its own is no heavier than its head
    settle(env);
    plan(env);
}

template <typename Env>
void CliqueNode::on_message(Env& env, NodeId, const Message& message, Body) {
    if (world_->tree->at(message.block).weight <= world_->tree->at(head_).weight) return;
    take_head(message.block);
    settle(env);
    plan(env);
}

template <typename Env>
void CliqueNode::settle(Env& env) {
    const std::uint32_t block = newest_settled();
    const std::uint32_t height = world_->tree->at(block).height;
    for (std::uint32_t h = settled_ + 1; h <= height; ++h)
        env.decide({h, ancestor_at(block, h)});
    settled_ = std::max(settled_, height);
}

static_assert(Protocol<CliqueNode>);

}  // namespace theriac::consensus
