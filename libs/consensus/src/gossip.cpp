#include "theriac/consensus/gossip.hpp"

#include "theriac/base/result.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace theriac::consensus {

GossipNode::GossipNode(const GossipWorld& world, NodeId self) : world_(&world), self_(self) {
    THERIAC_EXPECTS(world.participants > self && world.participants <= kMaxParticipants);
    THERIAC_EXPECTS(world.config.rounds <= kMaxRounds);
    if (world.scratch->votes.size() < world.participants)
        world.scratch->votes.assign(world.participants, 0);
}

void GossipNode::begin_epoch() {
    round_ = 0;
    favourite_ = world_->first_favourite.empty() ? self_ : world_->first_favourite[self_];
    const bool full = world_->config.table == GossipTable::full;
    table_.assign(full ? world_->participants : std::size_t{2} * world_->config.view, 0);
}

void GossipNode::end_epoch() {
    history_ = combine(history_, combine(epoch_, favourite_));
    ++epoch_;
}

void GossipNode::merge(Body body) {
    if (world_->config.table == GossipTable::full)
        merge_full(body);
    else
        merge_bounded(body);
}

void GossipNode::merge_full(Body body) {
    THERIAC_EXPECTS(body.size() == table_.size());
    const std::uint32_t* from = body.data();
    std::uint32_t* to = table_.data();
    const std::size_t size = table_.size();
    for (std::size_t i = 0; i < size; ++i)
        to[i] = std::max(to[i], from[i]);
}

void GossipNode::merge_bounded(Body body) {
    // A participant has one slot in everybody's table. Where two want it, the newer row stays: old
    // rows give way, and the table is a sample of what was said lately.
    THERIAC_EXPECTS(body.size() == table_.size());
    for (std::size_t slot = 0; slot < table_.size(); slot += 2) {
        if (body[slot + 1] > table_[slot + 1]) {
            table_[slot] = body[slot];
            table_[slot + 1] = body[slot + 1];
        }
    }
}

std::size_t GossipNode::own_slot() const {
    if (world_->config.table == GossipTable::full) return self_;
    const std::uint64_t hash = combine(combine(world_->seed, 0x736c6f74), self_);
    return 2 * static_cast<std::size_t>(hash % world_->config.view) + 1;
}

void GossipNode::set_own_row() {
    const std::size_t slot = own_slot();
    table_[slot] = make_row(round_, favourite_);
    if (world_->config.table == GossipTable::bounded) table_[slot - 1] = self_ + 1;
}

void GossipNode::choose(Random& random) {
    const GossipStrategy* fault = strategy();
    const auto forced = fault == nullptr ? std::nullopt : fault->favours(round_);
    if (forced)
        favourite_ = *forced;
    else
        favourite_ = world_->config.rule == GossipRule::largest ? largest() : most_favoured(random);
}

BlockId GossipNode::largest() const {
    // Sizes of blocks are their numbers: hashes would only shuffle them.
    const std::size_t step = world_->config.table == GossipTable::full ? 1 : 2;
    BlockId out = favourite_;
    for (std::size_t i = step - 1; i < table_.size(); i += step) {
        if (table_[i] != 0) out = std::max(out, favourite_of(table_[i]));
    }
    return out;
}

BlockId GossipNode::most_favoured(Random& random) const {
    const bool full = world_->config.table == GossipTable::full;
    return full && world_->admitted.empty() ? most_favoured_of_all(random)
                                            : most_favoured_of_some(random);
}

BlockId GossipNode::most_favoured_of_all(Random& random) const {
    // Four counters for each block: rows that follow one another mostly favour the same block, and
    // a counter waits for its last increment.
    auto& lanes = world_->scratch->lanes;
    for (auto& lane : lanes)
        lane.assign(table_.size(), 0);
    const std::size_t even = table_.size() / lanes.size() * lanes.size();
    for (std::size_t i = 0; i < even; i += lanes.size()) {
        for (std::size_t j = 0; j < lanes.size(); ++j)
            ++lanes[j][favourite_of(table_[i + j])];
    }
    for (std::size_t i = even; i < table_.size(); ++i)
        ++lanes[0][favourite_of(table_[i])];
    // Plain loops over 32-bit words, which compilers turn into vector instructions.
    std::uint32_t unheard = 0;
    for (const GossipRow row : table_)
        unheard += row == 0 ? 1U : 0U;
    auto& votes = lanes[0];
    votes[0] -= unheard;  // nobody's row reads as a vote for block 0
    std::int32_t most = 0;
    for (std::size_t i = 0; i < votes.size(); ++i) {
        votes[i] += lanes[1][i] + lanes[2][i] + lanes[3][i];
        most = std::max(most, static_cast<std::int32_t>(votes[i]));
    }
    return draw_among(votes, static_cast<std::uint32_t>(most), random);
}

BlockId GossipNode::draw_among(
    std::span<const std::uint32_t> votes, std::uint32_t most, Random& random) const {
    // Uniform among the most favoured: each of the first n replaces the choice with chance 1/n.
    constexpr std::size_t kStride = 16;
    BlockId out = favourite_;
    std::uint32_t equals = 0;
    for (std::size_t begin = 0; begin < votes.size(); begin += kStride) {
        const auto some = votes.subspan(begin, std::min(kStride, votes.size() - begin));
        std::uint32_t here = 0;
        for (const std::uint32_t count : some)
            here += count == most ? 1U : 0U;
        for (std::size_t i = 0; here != 0 && i < some.size(); ++i) {
            if (some[i] == most && random.below(++equals) == 0)
                out = static_cast<BlockId>(begin + i);
        }
    }
    return out;
}

BlockId GossipNode::most_favoured_of_some(Random& random) const {
    auto& votes = world_->scratch->votes;
    auto& seen = world_->scratch->seen;
    const bool full = world_->config.table == GossipTable::full;
    const std::size_t step = full ? 1 : 2;
    std::uint32_t most = 0;
    seen.clear();
    for (std::size_t i = step - 1; i < table_.size(); i += step) {
        if (table_[i] == 0) continue;
        const std::size_t owner = full ? i : table_[i - 1] - 1;
        if (!world_->admitted.empty() && !world_->admitted[owner]) continue;
        const BlockId favourite = favourite_of(table_[i]);
        const std::uint32_t count = ++votes[favourite];
        if (count == 1) seen.push_back(favourite);
        most = std::max(most, count);
    }
    // Uniform among the most favoured: each of the first n replaces the choice with chance 1/n.
    BlockId out = favourite_;
    std::uint32_t equals = 0;
    for (const BlockId block : seen) {
        if (votes[block] == most && random.below(++equals) == 0) out = block;
        votes[block] = 0;
    }
    return out;
}

NodeId GossipNode::draw_peer(Random& random) const {
    const std::uint32_t n = world_->participants;
    if (world_->config.rings == 0) {
        const NodeId other = random.below(n - 1);
        return other >= self_ ? other + 1 : other;
    }
    const std::uint32_t ring = random.below(world_->config.rings);
    return Permutation(combine(world_->seed, ring), n).successor(self_);
}

std::vector<bool> admit_by_address(
    std::span<const std::uint32_t> addresses,
    unsigned prefix_bits,
    std::uint32_t limit,
    std::uint64_t seed) {
    THERIAC_EXPECTS(prefix_bits >= 1 && prefix_bits <= 32);
    std::vector<NodeId> order(addresses.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&](NodeId id) { return combine(seed, id); });
    std::map<std::uint32_t, std::uint32_t> used;
    std::vector<bool> out(addresses.size());
    for (const NodeId id : order)
        out[id] = ++used[addresses[id] >> (32 - prefix_bits)] <= limit;
    return out;
}

double energy_per_block(const GossipEnergy& e) {
    const double pulls = e.participants * e.rounds * e.peers;
    const double table_bytes = e.rows * e.changed_share * e.row_bytes;
    const double bytes = pulls * table_bytes + e.participants * e.block_bytes;
    const double signatures = pulls * e.rows * e.changed_share;
    return bytes * e.joules_per_byte + signatures * e.joules_per_signature;
}

}  // namespace theriac::consensus
