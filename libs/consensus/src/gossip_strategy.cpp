#include "theriac/consensus/gossip.hpp"

namespace theriac::consensus {

std::optional<BlockId> GossipStrategy::favours(std::uint32_t) const {
    return std::nullopt;
}

bool GossipStrategy::answers(NodeId) const {
    return true;
}

std::optional<BlockId> GossipStrategy::shows(NodeId) const {
    return std::nullopt;
}

namespace {

class LateIntroduction final : public GossipStrategy {
public:
    LateIntroduction(std::uint32_t round, BlockId block) : round_(round), block_(block) {}

    [[nodiscard]] std::optional<BlockId> favours(std::uint32_t round) const override {
        if (round < round_) return std::nullopt;
        return block_;
    }

private:
    std::uint32_t round_;
    BlockId block_;
};

class SelectiveGossip final : public GossipStrategy {
public:
    explicit SelectiveGossip(NodeId limit) : limit_(limit) {}

    [[nodiscard]] bool answers(NodeId peer) const override { return peer < limit_; }

private:
    NodeId limit_;
};

class TwoFaces final : public GossipStrategy {
public:
    TwoFaces(BlockId even, BlockId odd) : faces_{even, odd} {}

    [[nodiscard]] std::optional<BlockId> shows(NodeId peer) const override {
        return faces_.at(peer % 2);
    }

private:
    std::array<BlockId, 2> faces_;
};

}  // namespace

std::shared_ptr<const GossipStrategy> late_introduction(std::uint32_t round, BlockId block) {
    return std::make_shared<LateIntroduction>(round, block);
}

std::shared_ptr<const GossipStrategy> silence() {
    return selective_gossip(0);
}

std::shared_ptr<const GossipStrategy> selective_gossip(NodeId limit) {
    return std::make_shared<SelectiveGossip>(limit);
}

std::shared_ptr<const GossipStrategy> two_faces(BlockId even, BlockId odd) {
    return std::make_shared<TwoFaces>(even, odd);
}

}  // namespace theriac::consensus
