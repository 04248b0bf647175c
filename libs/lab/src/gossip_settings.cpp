#include "settings.hpp"
#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

namespace theriac::lab {

using namespace consensus;
using json::ObjectReader;

namespace {

/// Each participant favours its own block at first, but the first `count`, who favour block 0.
void collude(GossipWorld& world, std::uint64_t count) {
    world.first_favourite.resize(world.participants);
    std::iota(world.first_favourite.begin(), world.first_favourite.end(), 0U);
    std::fill_n(world.first_favourite.begin(), count, 0U);
}

/// Gives strategies to participants from the last one downwards.
class FaultyParticipants {
public:
    explicit FaultyParticipants(GossipWorld& world) : world_(&world), left_(world.participants) {}

    /// @return the first of them, or none when there are not so many left
    std::optional<NodeId> add(
        std::uint64_t count, const std::shared_ptr<const GossipStrategy>& strategy) {
        if (count > left_) return std::nullopt;
        left_ -= static_cast<std::uint32_t>(count);
        if (count == 0) return left_;
        world_->strategies.resize(world_->participants);
        std::fill_n(world_->strategies.begin() + left_, count, strategy);
        return left_;
    }

private:
    GossipWorld* world_;
    std::uint32_t left_;
};

Result<void> read_late_block(ObjectReader& gossip, GossipWorld& world, FaultyParticipants& faulty) {
    THERIAC_TRY(late, gossip.optional_object("late_block"));
    if (!late) return {};
    THERIAC_TRY(attackers, late->u64("attackers", 1, world.participants));
    THERIAC_TRY(round, late->u64("round", 1, world.config.rounds));
    THERIAC_CHECK(late->finish());
    const auto strategy =
        late_introduction(static_cast<std::uint32_t>(round), world.participants - 1);
    const auto first = faulty.add(attackers, strategy);
    if (world.first_favourite.empty()) collude(world, 0);
    // Until then they do not show that block.
    std::fill(world.first_favourite.begin() + *first, world.first_favourite.end(), 0U);
    return {};
}

Result<void> read_gossip_faults(ObjectReader& gossip, GossipWorld& world) {
    FaultyParticipants faulty(world);
    THERIAC_CHECK(read_late_block(gossip, world, faulty));
    const std::vector<std::pair<std::string_view, std::shared_ptr<const GossipStrategy>>> kinds = {
        {"silent", silence()},
        {"selective", selective_gossip(world.participants / 2)},
        {"two_faced", two_faces(0, world.participants - 1)}};
    for (const auto& [name, strategy] : kinds) {
        THERIAC_TRY(count, whole_or(gossip, name, 0, 0, world.participants - 1));
        if (!faulty.add(count, strategy))
            return gossip.refuse(name, "more faulty participants than there are participants");
    }
    return {};
}

Result<SybilSettings> read_sybils(ObjectReader& gossip, GossipWorld& world) {
    THERIAC_TRY(sybils, gossip.optional_object("sybils"));
    if (!sybils) return SybilSettings{};
    constexpr std::uint64_t kNetworks = 60'000;  // each honest participant is in one of its own
    if (world.participants > kNetworks || gossip.has("colluders"))
        return gossip.refuse(
            "sybils",
            fmt::format("expected at most {} participants, and no colluders beside", kNetworks));
    THERIAC_TRY(identities, sybils->u64("identities", 0, world.participants));
    THERIAC_TRY(limit, whole_or(*sybils, "limit", 0, 0, world.participants));
    THERIAC_CHECK(sybils->finish());
    collude(world, identities);
    return SybilSettings{static_cast<std::uint32_t>(identities), static_cast<std::uint32_t>(limit)};
}

Result<void> read_gossip_config(ObjectReader& gossip, GossipConfig& config) {
    THERIAC_TRY(peers, whole_or(gossip, "peers", 1, 1, 100));
    config.peers = static_cast<std::uint32_t>(peers);
    THERIAC_TRY(round, number_or(gossip, "round_ms", 1000, 1, 4e6));
    config.round = milliseconds(round);
    THERIAC_TRY(rounds, whole_or(gossip, "rounds", kMaxRounds, 1, kMaxRounds));
    config.rounds = static_cast<std::uint32_t>(rounds);
    THERIAC_TRY(rule, choice_or(gossip, "rule", "most_favoured", {"most_favoured", "largest"}));
    config.rule = rule == "largest" ? GossipRule::largest : GossipRule::most_favoured;
    THERIAC_TRY(table, choice_or(gossip, "table", "full", {"full", "bounded"}));
    config.table = table == "bounded" ? GossipTable::bounded : GossipTable::full;
    THERIAC_TRY(view, whole_or(gossip, "view", 256, 1, 65'536));
    config.view = static_cast<std::uint32_t>(view);
    THERIAC_TRY(phase, choice_or(gossip, "phase", "random", {"random", "synchronous"}));
    config.phase = phase == "random" ? GossipPhase::random : GossipPhase::synchronous;
    THERIAC_TRY(rings, whole_or(gossip, "rings", 0, 0, 1000));
    config.rings = static_cast<std::uint32_t>(rings);
    return {};
}

}  // namespace

Result<Settings> read_gossip(ObjectReader& root) {
    THERIAC_TRY(gossip, root.object("gossip"));
    GossipSettings out;
    GossipWorld& world = out.run.world;
    constexpr std::uint64_t kMostFull = 65'536;
    THERIAC_CHECK(read_gossip_config(gossip, world.config));
    const bool full = world.config.table == GossipTable::full;
    THERIAC_TRY(participants, gossip.u64("participants", 1, full ? kMostFull : 4'000'000));
    world.participants = static_cast<std::uint32_t>(participants);
    THERIAC_TRY(colluders, whole_or(gossip, "colluders", 0, 0, participants));
    if (colluders > 0) collude(world, colluders);
    THERIAC_TRY(sybils, read_sybils(gossip, world));
    out.sybils = sybils;
    THERIAC_CHECK(read_gossip_faults(gossip, world));
    THERIAC_TRY(until, choice_or(gossip, "until", "agreement", {"agreement", "epoch"}));
    out.end = until == "epoch" ? GossipEnd::epoch : GossipEnd::agreement;
    THERIAC_CHECK(gossip.finish());
    THERIAC_TRY(network, read_network(root, world.participants));
    out.run.network = network;
    return Settings(std::move(out));
}

}  // namespace theriac::lab
