#include "theriac/consensus/rpca.hpp"

#include "theriac/base/result.hpp"
#include "theriac/consensus/rpca_theory.hpp"

#include <algorithm>
#include <map>

namespace theriac::consensus {

namespace {

void add_to(std::vector<bool>& flags, const TransactionSet& set) {
    for (const TransactionId id : set)
        flags[id] = true;
}

std::uint64_t digest_of(std::uint64_t state, std::span<const TransactionId> set) {
    state = combine(state, set.size());
    for (const TransactionId id : set)
        state = combine(state, id);
    return state;
}

}  // namespace

RpcaNode::RpcaNode(
    const RpcaWorld& world, NodeId self, std::shared_ptr<const RpcaStrategy> strategy)
    : world_(&world),
      self_(self),
      strategy_(std::move(strategy)),
      known_(world.workload.size()),
      consumed_(world.workload.size()) {
    for (const NodeId id : world.unl[self]) {
        Member member;
        member.id = id;
        members_.push_back(std::move(member));
    }
}

Dropped RpcaNode::dropped(NodeId member) const {
    const auto found = std::ranges::lower_bound(members_, member, {}, &Member::id);
    return found != members_.end() && found->id == member ? found->dropped : Dropped::no;
}

RpcaNode::Member* RpcaNode::find(NodeId id) {
    const auto found = std::ranges::lower_bound(members_, id, {}, &Member::id);
    return found != members_.end() && found->id == id ? &*found : nullptr;
}

void RpcaNode::learn_new_transactions() {
    const auto& workload = world_->workload;
    for (TransactionId id = 0; id < workload.size(); ++id) {
        if (workload[id].period != period_ || known_[id] || workload[id].fraudulent) continue;
        Random coin = Random::stream(combine(world_->seed, 0x6865617264), id, self_);
        known_[id] = coin.chance(world_->config.heard);
    }
}

void RpcaNode::begin_period(std::uint32_t period) {
    period_ = period;
    round_ = 0;
    candidate_ = 0;
    learn_new_transactions();
    position_.clear();
    for (TransactionId id = 0; id < known_.size(); ++id) {
        if (known_[id] && !consumed_[id]) position_.push_back(id);
    }
    for (Member& member : members_) {
        member.heard = member.id == self_;
        member.proposed = member.validated = false;
        member.round = 0;
        member.validation = 0;
        member.position.clear();
        member.first_position.clear();
    }
}

void RpcaNode::take_proposal(Member& member, const Message& message, Body body) {
    // Late ones of an earlier round say nothing new.
    if (member.proposed && message.round <= member.round) return;
    member.tip = message.hash;
    member.position.assign(body.begin(), body.end());
    if (!member.proposed) member.first_position = member.position;
    member.proposed = true;
    member.round = message.round;
    for (const TransactionId id : member.position) {
        // Colluders' transactions are known as such when their signatures are checked.
        if (id < known_.size() && !world_->workload[id].fraudulent) known_[id] = true;
    }
}

std::size_t RpcaNode::active_size() const {
    return static_cast<std::size_t>(std::ranges::count(members_, Dropped::no, &Member::dropped));
}

TransactionSet RpcaNode::passing(std::uint8_t percent, Use use) const {
    std::map<TransactionId, std::uint64_t> votes;
    for (const Member& member : members_) {
        const bool self = member.id == self_;
        // Who builds on another ledger proposes for another one.
        if (member.dropped != Dropped::no || (!self && member.tip != tip_)) continue;
        for (const TransactionId id : self ? position_ : member.position)
            ++votes[id];
    }
    const std::uint64_t needed = votes_needed(active_size(), percent);
    TransactionSet out;
    for (const auto& [id, count] : votes) {
        if (count < needed || id >= consumed_.size() || consumed_[id]) continue;
        if (use == Use::apply || !world_->workload[id].fraudulent) out.push_back(id);
    }
    return out;
}

void RpcaNode::note_slow_members() {
    const std::uint32_t limit = world_->config.slow_limit;
    for (Member& member : members_) {
        if (member.id == self_ || member.dropped != Dropped::no) continue;
        const bool in_time = member.proposed && member.round == round_;
        member.slow_rounds = in_time ? 0 : member.slow_rounds + 1;
        // A silent member is no slow one: it may be cut off, which is another question.
        if (limit != 0 && member.slow_rounds >= limit && member.heard)
            member.dropped = Dropped::slow;
    }
}

void RpcaNode::tally() {
    const auto heard = static_cast<std::uint64_t>(
        std::ranges::count_if(members_, [](const Member& m) { return m.heard; }));
    suspects_split_ = heard * 100 < world_->config.split_percent * members_.size();
    note_slow_members();
    const bool last = round_ + std::size_t{1} == world_->config.thresholds.size();
    position_ = passing(world_->config.thresholds[round_], last ? Use::apply : Use::propose);
    if (!last) return;
    candidate_ = world_->ledgers->close(tip_, position_, world_->workload);
    const std::uint32_t sequence = world_->ledgers->sequence(candidate_);
    Member* self = find(self_);
    self->validated = !suspects_split_ && sequence > highest_validated_;
    if (!self->validated) return;
    self->validation = self->latest = candidate_;
    highest_validated_ = sequence;
}

void RpcaNode::note_validation(Member& member, LedgerHash ledger) const {
    const LedgerStore& ledgers = *world_->ledgers;
    if (ledgers.sequence(ledger) > ledgers.sequence(member.latest)) member.latest = ledger;
}

std::optional<LedgerHash> RpcaNode::validated() const {
    std::map<LedgerHash, std::uint64_t> votes;
    for (const Member& member : members_) {
        if (member.validated && member.dropped == Dropped::no) ++votes[member.validation];
    }
    const bool whole = world_->config.quorum_of == QuorumOf::whole_list;
    const std::size_t size = whole ? members_.size() : active_size();
    const std::uint64_t needed = votes_needed(size, world_->config.quorum);
    for (const auto& [ledger, count] : votes) {
        if (count >= needed) return ledger;
    }
    return std::nullopt;
}

std::vector<Decision> RpcaNode::adopt(LedgerHash ledger) {
    const LedgerStore& ledgers = *world_->ledgers;
    const std::uint32_t sequence = ledgers.sequence(ledger);
    if (sequence <= sequence_) return {};
    std::vector<Decision> decided;
    for (std::uint32_t height = sequence; height > 0; --height) {
        const LedgerHash at = ledgers.ancestor_at(ledger, height);
        // A ledger of before that is not on the way is a fork, and is told as such.
        if (height <= sequence_ && ledgers.ancestor_at(last_closed_, height) == at) break;
        decided.push_back({height, at});
    }
    last_closed_ = ledger;
    sequence_ = sequence;
    return {decided.rbegin(), decided.rend()};
}

std::vector<bool> RpcaNode::consumed_up_to(LedgerHash ledger) const {
    std::vector<bool> out(known_.size());
    for (const auto* at = world_->ledgers->find(ledger); at != nullptr;
         at = world_->ledgers->find(at->previous))
        add_to(out, at->consumed);
    return out;
}

void RpcaNode::choose_branch() {
    const LedgerStore& ledgers = *world_->ledgers;
    const LedgerHash before = tip_;
    if (!suspects_split_) tip_ = candidate_;
    std::vector<LedgerHash> latest;
    for (const Member& member : members_)
        latest.push_back(member.latest);
    const LedgerHash preferred = preferred_branch(ledgers, last_closed_, latest);
    const bool on_it = ledgers.ancestor_at(tip_, ledgers.sequence(preferred)) == preferred;
    if (!on_it) tip_ = preferred;
    if (tip_ != before) consumed_ = consumed_up_to(tip_);
}

void RpcaNode::judge_members() {
    const std::uint32_t limit = world_->config.flag_limit;
    if (limit == 0) return;
    const LedgerStore::Ledger* closed = world_->ledgers->find(last_closed_);
    if (closed == nullptr || closed->consumed.empty()) return;
    const std::vector<bool> consumed = consumed_up_to(last_closed_);
    const auto confirmed = [&](TransactionId id) { return id < consumed.size() && consumed[id]; };
    for (Member& member : members_) {
        if (member.id == self_ || !member.proposed || member.dropped != Dropped::no) continue;
        if (member.tip != tip_) continue;  // on another branch, which is no misbehaviour
        const bool refused = member.first_position.empty() && member.position.empty();
        const bool unconfirmed = !refused && std::ranges::none_of(member.first_position, confirmed);
        member.refusals = refused ? member.refusals + 1 : 0;
        member.unconfirmed = unconfirmed ? member.unconfirmed + 1 : 0;
        if (member.refusals >= limit) member.dropped = Dropped::always_no;
        if (member.unconfirmed >= limit) member.dropped = Dropped::unconfirmed;
    }
}

RpcaIntent RpcaNode::intent(NodeId to, const TransactionSet& set) const {
    return {self_, to, period_, world_, tip_, &set};
}

std::uint64_t RpcaNode::digest() const {
    std::uint64_t out = combine(last_closed_, period_);
    if (period_ >= world_->config.periods) return out;
    out = combine(combine(out, tip_), combine(candidate_, round_));
    // Once the ledger is closed only validations count, unless proposals are held against members.
    const bool proposals_count = candidate_ == 0 || world_->config.flag_limit != 0;
    if (proposals_count) out = digest_of(out, position_);
    for (const bool known : known_)
        out = combine(out, known ? 1 : 0);
    for (const Member& member : members_) {
        out = combine(out, static_cast<std::uint64_t>(member.dropped));
        out = combine(out, member.validated ? member.validation : 0);
        out = combine(out, member.latest);
        if (!proposals_count) continue;
        out = combine(out, (member.heard ? 2U : 0U) + (member.proposed ? 1U : 0U));
        out = combine(out, combine(member.round, member.slow_rounds));
        out = combine(out, member.tip);
        out = digest_of(out, member.position);
    }
    return out;
}

}  // namespace theriac::consensus
