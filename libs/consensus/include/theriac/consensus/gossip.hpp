// Agreement by gossip, for one participant.
//
// van Renesse: A Blockchain Based on Gossip? A Position Paper, DCCL 2016. In an epoch each
// participant proposes a block and keeps a table with a row for each participant it has heard of:
// (participant, round, favourite, signature). In each round it pulls the tables of k random peers,
// keeps the newest row of each participant, and takes as its favourite the block that most rows
// favour; between equals it draws. At the end of the epoch its favourite is its next block.
#pragma once

#include "theriac/consensus/permutation.hpp"
#include "theriac/consensus/protocol.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace theriac::consensus {

/// A row without its participant and signature: the round in the upper 8 bits, the favourite below.
/// Rows of one participant order by round, so merging tables is taking the larger. Of two different
/// rows of one round, which only an equivocator makes, the larger favourite wins everywhere.
/// Zero is "never heard of".
using GossipRow = std::uint32_t;

/// A block of this epoch, by its proposer.
using BlockId = std::uint32_t;

inline constexpr std::uint32_t kMaxRounds = 255;
inline constexpr std::uint32_t kMaxParticipants = 1U << 24U;

constexpr GossipRow make_row(std::uint32_t round, BlockId favourite) {
    return (round << 24U) | favourite;
}

constexpr BlockId favourite_of(GossipRow row) {
    return row & 0xffffffU;
}

enum class GossipRule : std::uint8_t {
    most_favoured,  ///< the paper's
    largest,        ///< naive: the largest block of all heard of; see `late_block`
};

enum class GossipTable : std::uint8_t {
    full,     ///< a row for everybody
    bounded,  ///< at most `view` rows; see docs/lab/gossip.md
};

enum class GossipPhase : std::uint8_t {
    random,       ///< each participant's rounds begin at another time
    synchronous,  ///< all rounds begin at once
};

struct GossipConfig {
    std::uint32_t peers = 1;  ///< k: tables pulled in a round
    Duration round = std::chrono::seconds(1);
    std::uint32_t rounds = 60;  ///< in an epoch; at most kMaxRounds
    std::uint32_t epochs = 1;
    GossipRule rule = GossipRule::most_favoured;
    GossipTable table = GossipTable::full;
    GossipPhase phase = GossipPhase::random;
    std::uint32_t view = 256;  ///< rows of a bounded table
    /// Peers are drawn from this many pseudo-random rings (as in Fireflies: Johansen, Allavena, van
    /// Renesse, EuroSys 2006), so that each has to know but few; 0: from everybody.
    std::uint32_t rings = 0;
};

/// A participant that leaves the protocol: a plug-in. It speaks for its own row alone, since
/// others' rows are signed.
class GossipStrategy {
public:
    GossipStrategy() = default;
    GossipStrategy(const GossipStrategy&) = delete;
    GossipStrategy& operator=(const GossipStrategy&) = delete;
    GossipStrategy(GossipStrategy&&) = delete;
    GossipStrategy& operator=(GossipStrategy&&) = delete;
    virtual ~GossipStrategy() = default;

    /// What it favours in this round whatever its table says; none: what the protocol says.
    [[nodiscard]] virtual std::optional<BlockId> favours(std::uint32_t round) const;
    /// Whether it answers a pull by this participant.
    [[nodiscard]] virtual bool answers(NodeId peer) const;
    /// What its own row says in an answer to this participant; none: its favourite.
    [[nodiscard]] virtual std::optional<BlockId> shows(NodeId peer) const;
};

/// Favours `block` from this round on.
std::shared_ptr<const GossipStrategy> late_introduction(std::uint32_t round, BlockId block);
/// Answers nobody.
std::shared_ptr<const GossipStrategy> silence();
/// Answers participants below `limit` alone.
std::shared_ptr<const GossipStrategy> selective_gossip(NodeId limit);
/// Tells participants with an even number that it favours one block, and others another.
std::shared_ptr<const GossipStrategy> two_faces(BlockId even, BlockId odd);

/// What all participants of a run have in common.
struct GossipWorld {
    GossipConfig config;
    std::uint64_t seed = 0;
    std::uint32_t participants = 0;
    /// Whose rows count; empty: everybody's. See `admit_by_address`.
    std::vector<bool> admitted;
    /// The block that each favours at first; empty: its own. Colluders share one.
    std::vector<BlockId> first_favourite;
    /// For each participant what it does wrong, null: nothing; empty: nobody does.
    std::vector<std::shared_ptr<const GossipStrategy>> strategies;

    /// Room for counting, shared because only one node of a run works at a time.
    struct Scratch {
        std::vector<std::uint32_t> votes;
        std::vector<BlockId> seen;
        std::array<std::vector<std::uint32_t>, 4> lanes;
    };

    std::shared_ptr<Scratch> scratch = std::make_shared<Scratch>();
};

/// Limits Sybils by address: of each network of `prefix_bits` bits at most `limit` participants
/// count, chosen anew for each seed, so that an owner of one network gains nothing by more of them.
///
/// @param addresses  IPv4 addresses, one for each participant
std::vector<bool> admit_by_address(
    std::span<const std::uint32_t> addresses,
    unsigned prefix_bits,
    std::uint32_t limit,
    std::uint64_t seed);

/// One participant.
class GossipNode {
public:
    struct Message {
        std::uint64_t history = 0;  ///< of the sender: what its chain of blocks is
        std::uint32_t epoch = 0;
        enum class Kind : std::uint32_t { pull, table } kind = Kind::pull;
    };

    GossipNode(const GossipWorld& world, NodeId self);

    template <typename Env>
    void start(Env& env);
    template <typename Env>
    void on_message(Env& env, NodeId from, const Message& message, Body body);
    template <typename Env>
    void on_timer(Env& env, std::uint32_t tag);

    [[nodiscard]] BlockId favourite() const { return favourite_; }

    /// A digest of all blocks so far.
    [[nodiscard]] std::uint64_t history() const { return history_; }

    [[nodiscard]] std::uint32_t round() const { return round_; }

    /// Tables refused because their sender has another history.
    [[nodiscard]] std::uint32_t divergent() const { return divergent_; }

    /// Bytes of memory beside the node itself.
    [[nodiscard]] std::size_t table_bytes() const { return table_.capacity() * sizeof(GossipRow); }

private:
    void begin_epoch();
    void end_epoch();
    void merge(Body body);
    void merge_full(Body body);
    void merge_bounded(Body body);
    void set_own_row();
    /// Takes the favourite of this round.
    void choose(Random& random);
    [[nodiscard]] BlockId most_favoured(Random& random) const;
    /// Of a full table in which every row counts: the same in fewer steps.
    [[nodiscard]] BlockId most_favoured_of_all(Random& random) const;
    [[nodiscard]] BlockId most_favoured_of_some(Random& random) const;
    [[nodiscard]] BlockId draw_among(
        std::span<const std::uint32_t> votes, std::uint32_t most, Random& random) const;
    [[nodiscard]] BlockId largest() const;
    [[nodiscard]] NodeId draw_peer(Random& random) const;

    /// Null where it follows the protocol.
    [[nodiscard]] const GossipStrategy* strategy() const {
        return world_->strategies.empty() ? nullptr : world_->strategies[self_].get();
    }

    [[nodiscard]] std::size_t own_slot() const;

    template <typename Env>
    void pull(Env& env);
    template <typename Env>
    void answer(Env& env, NodeId peer);

    const GossipWorld* world_;
    NodeId self_;
    BlockId favourite_ = 0;
    std::uint64_t history_ = 1;
    std::uint32_t epoch_ = 0;
    std::uint32_t round_ = 0;
    std::uint32_t divergent_ = 0;
    /// Full: a row for each participant. Bounded: pairs (participant + 1, row), by slot.
    std::vector<GossipRow> table_;
};

template <typename Env>
void GossipNode::start(Env& env) {
    const GossipConfig& config = world_->config;
    begin_epoch();
    const auto phase = config.phase == GossipPhase::random
                           ? env.random().below(static_cast<std::uint32_t>(config.round.count()))
                           : 0U;
    env.after(Duration(phase), 0);
}

template <typename Env>
void GossipNode::on_timer(Env& env, std::uint32_t) {
    const GossipConfig& config = world_->config;
    if (round_ > 0) choose(env.random());
    if (round_ == config.rounds) {
        end_epoch();
        env.decide({epoch_, history_});
        if (epoch_ == config.epochs) return;
        begin_epoch();
    }
    ++round_;
    set_own_row();
    pull(env);
    env.after(config.round, 0);
}

template <typename Env>
void GossipNode::pull(Env& env) {
    if (world_->participants < 2) return;
    for (std::uint32_t i = 0; i < world_->config.peers; ++i)
        env.send(draw_peer(env.random()), {history_, epoch_, Message::Kind::pull}, {});
}

template <typename Env>
void GossipNode::answer(Env& env, NodeId peer) {
    const Message message{history_, epoch_, Message::Kind::table};
    const GossipStrategy* fault = strategy();
    if (fault != nullptr && !fault->answers(peer)) return;
    const auto face = fault == nullptr ? std::nullopt : fault->shows(peer);
    if (!face) {
        env.send(peer, message, table_);
        return;
    }
    std::vector<GossipRow> table = table_;
    table[own_slot()] = make_row(round_, *face);
    env.send(peer, message, table);
}

template <typename Env>
void GossipNode::on_message(Env& env, NodeId from, const Message& message, Body body) {
    if (message.kind == Message::Kind::pull) {
        answer(env, from);
        return;
    }
    if (message.epoch != epoch_) return;
    if (message.history == history_)
        merge(body);
    else
        ++divergent_;
}

static_assert(Protocol<GossipNode>);

/// What a block costs in energy, with the assumptions as parameters.
struct GossipEnergy {
    double participants = 0;
    double rounds = 0;                   ///< in an epoch, that is, for a block
    double peers = 1;                    ///< tables pulled in a round
    double rows = 0;                     ///< in a table
    double changed_share = 1;            ///< of the rows, that are sent when only newer ones are
    double row_bytes = 4 + 4 + 32 + 64;  ///< participant, round, hash, Ed25519 signature
    double block_bytes = 1e6;            ///< the paper's block of 1 MByte, to each participant once
    double joules_per_byte = 2.2e-4;     ///< 0.06 kWh/GB; see docs/lab/gossip.md
    double joules_per_signature = 2e-3;  ///< one verification of a row that is new
};

/// Proof of work, to compare with; both numbers are assumptions, of the order of Bitcoin's in 2021.
struct ProofOfWorkEnergy {
    double terawatt_hours_a_year = 100;
    double blocks_a_year = 52'560;  ///< one in ten minutes

    /// In joules.
    [[nodiscard]] double per_block() const {
        constexpr double kJoulesInTerawattHour = 3.6e15;
        return terawatt_hours_a_year * kJoulesInTerawattHour / blocks_a_year;
    }
};

/// Joules for a block.
double energy_per_block(const GossipEnergy& assumptions);

}  // namespace theriac::consensus
