#include "theriac/consensus/clique.hpp"

#include "theriac/base/result.hpp"

#include <algorithm>
#include <numeric>

namespace theriac::consensus {

CliqueWorld CliqueWorld::of(std::uint32_t n, const CliqueConfig& config) {
    THERIAC_EXPECTS(n > 0);
    CliqueWorld out;
    out.config = config;
    out.block.assign(config.block_bytes / sizeof(std::uint32_t), 0);
    out.sealers.resize(n);
    std::iota(out.sealers.begin(), out.sealers.end(), 0U);
    return out;
}

bool CliqueNode::in_turn() const {
    return (world_->tree->at(head_).height + 1) % world_->sealers.size() == self_;
}

bool CliqueNode::may_seal() const {
    std::uint32_t block = head_;
    for (std::uint32_t i = 1; i < world_->limit() && block != 0; ++i) {
        if (world_->tree->at(block).sealer == self_) return false;
        block = world_->tree->at(block).parent;
    }
    return true;
}

std::uint32_t CliqueNode::ancestor_at(std::uint32_t block, std::uint32_t height) const {
    while (world_->tree->at(block).height > height)
        block = world_->tree->at(block).parent;
    return block;
}

void CliqueNode::take_head(std::uint32_t block) {
    const BlockTree& tree = *world_->tree;
    std::uint32_t old = head_;
    std::uint32_t other = ancestor_at(block, tree.at(old).height);
    while (old != other) {
        ++reorganised_;
        old = tree.at(old).parent;
        other = ancestor_at(other, tree.at(old).height);
    }
    head_ = block;
}

std::uint32_t CliqueNode::newest_settled() const {
    std::vector<NodeId> builders;
    std::uint32_t block = head_;
    while (block != 0) {
        if (builders.size() >= world_->limit()) return block;
        const NodeId sealer = world_->tree->at(block).sealer;
        if (std::ranges::find(builders, sealer) == builders.end()) builders.push_back(sealer);
        block = world_->tree->at(block).parent;
    }
    return 0;
}

}  // namespace theriac::consensus
