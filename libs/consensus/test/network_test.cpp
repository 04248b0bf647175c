#include "theriac/consensus/network.hpp"

#include "theriac/consensus/simulator.hpp"
#include "theriac/consensus/statistics.hpp"

#include <gtest/gtest.h>

namespace {

using namespace theriac::consensus;
using namespace std::chrono_literals;

TEST(network, world_regions_are_symmetric_and_positive) {
    const Regions world = world_regions();
    ASSERT_EQ(world.latency.size(), world.names.size() * world.names.size());
    for (std::size_t a = 0; a < world.names.size(); ++a) {
        for (std::size_t b = 0; b < world.names.size(); ++b) {
            EXPECT_GT(world.between(a, b), 0us);
            EXPECT_EQ(world.between(a, b), world.between(b, a));
        }
    }
    // 80.55 ms there and back.
    EXPECT_EQ(world.between(*world.find("us-east"), *world.find("eu-west")), 40'275us);
    EXPECT_FALSE(world.find("moon"));
}

TEST(network, partition_cuts_between_sides_while_it_lasts) {
    NetworkConfig config;
    config.partitions = {{10s, 20s, {0, 0, 1}}};
    Network network(config, 3, 1);
    EXPECT_TRUE(network.delivery(0, 2, 100, 9s));
    EXPECT_FALSE(network.delivery(0, 2, 100, 10s));
    EXPECT_TRUE(network.delivery(0, 1, 100, 10s));
    EXPECT_TRUE(network.delivery(0, 2, 100, 20s));
}

TEST(network, messages_wait_for_the_uplink) {
    NetworkConfig config;
    config.regions = uniform_region(1ms);
    config.uplink = 1'000'000;  // a byte a microsecond
    Network network(config, 2, 1);
    EXPECT_EQ(network.delivery(0, 1, 500, 0us), 1'500us);
    EXPECT_EQ(network.delivery(0, 1, 500, 0us), 2'000us);
    EXPECT_EQ(network.delivery(1, 0, 500, 0us), 1'500us);
}

TEST(network, losses_are_as_frequent_as_configured) {
    NetworkConfig config;
    config.loss = Chance::of(0.1);
    Network network(config, 2, 5);
    constexpr std::uint64_t kSent = 50'000;
    std::uint64_t lost = 0;
    for (std::uint64_t i = 0; i < kSent; ++i)
        lost += network.delivery(0, 1, 1, 0us) ? 0U : 1U;
    EXPECT_TRUE(wilson(lost, kSent, 4).contains(0.1));
}

TEST(network, jitter_lengthens_by_no_more_than_its_share) {
    NetworkConfig config;
    config.regions = uniform_region(100ms);
    config.jitter = Chance::of(0.5);
    Network network(config, 2, 5);
    Time least = 1s;
    Time most = 0s;
    for (int i = 0; i < 1000; ++i) {
        const Time time = *network.delivery(0, 1, 1, 0us);
        least = std::min(least, time);
        most = std::max(most, time);
    }
    EXPECT_GE(least, 100ms);
    EXPECT_LT(least, 105ms);
    EXPECT_LE(most, 150ms);
    EXPECT_GT(most, 145ms);
}

/// Sends one message to its neighbour every second, and counts what it gets.
struct Ticker {
    struct Message {
        std::uint32_t number = 0;
    };

    template <typename Env>
    void start(Env& env) {
        env.after(1s, 0);
    }

    template <typename Env>
    void on_message(Env& env, NodeId, const Message& message, Body body) {
        ++received;
        words += body.size();
        env.decide({message.number, env.self()});
    }

    template <typename Env>
    void on_timer(Env& env, std::uint32_t) {
        const std::vector<std::uint32_t> body(3);
        env.send(1 - env.self(), {++sent}, body);
        env.after(1s, 0);
    }

    std::uint32_t sent = 0;
    std::uint32_t received = 0;
    std::size_t words = 0;
};

struct Ignore {
    void operator()(NodeId, Time, const Decision&) const {}
};

TEST(simulator, delivers_with_latency_and_body) {
    Simulator simulator(std::vector<Ticker>(2), NetworkConfig{}, 1, Ignore{});
    simulator.run(10s);
    EXPECT_EQ(simulator.nodes()[0].sent, 10U);
    EXPECT_EQ(simulator.nodes()[1].received, 9U);  // the tenth is on the wire
    EXPECT_EQ(simulator.nodes()[1].words, 27U);
    EXPECT_EQ(simulator.traffic().messages, 20U);
    EXPECT_EQ(simulator.traffic().bytes, 20U * (4 + 12));
}

TEST(simulator, crashed_node_is_silent_and_deaf_until_it_recovers) {
    NetworkConfig config;
    config.faults.resize(2);
    config.faults[1].crash = 2500ms;
    config.faults[1].recover = 5s;
    Simulator simulator(std::vector<Ticker>(2), config, 1, Ignore{});
    simulator.run(7500ms);
    EXPECT_EQ(simulator.nodes()[1].sent, 2U + 2U);      // at 1, 2, then 6, 7
    EXPECT_EQ(simulator.nodes()[1].received, 2U + 3U);  // of 1, 2, then 5, 6, 7
    EXPECT_EQ(simulator.traffic().lost, 2U);            // of 3, 4
}

TEST(simulator, node_down_from_the_start_never_starts) {
    NetworkConfig config;
    config.faults.resize(2);
    config.faults[0].crash = 0s;
    Simulator simulator(std::vector<Ticker>(2), config, 1, Ignore{});
    simulator.run(5s);
    EXPECT_EQ(simulator.nodes()[0].sent, 0U);
}

TEST(simulator, churn_takes_nodes_down_for_their_share_of_time) {
    NetworkConfig config;
    config.churn = {30s, 10s, true};
    Simulator simulator(std::vector<Ticker>(2), config, 3, Ignore{});
    simulator.run(std::chrono::hours(10));
    const double share = simulator.nodes()[0].sent / 36'000.0;
    // Up three quarters of the time; a tick is lost at each return. 900 cycles: a few percent.
    EXPECT_NEAR(share, 0.74, 0.05);
}

TEST(simulator, same_seed_gives_the_same_run) {
    NetworkConfig config;
    config.loss = Chance::of(0.2);
    config.jitter = Chance::of(0.9);
    const auto digest = [&](std::uint64_t seed) {
        std::uint64_t out = 0;
        const auto observe = [&out](NodeId node, Time when, const Decision& d) {
            out = combine(
                out, combine(node, combine(static_cast<std::uint64_t>(when.count()), d.height)));
        };
        Simulator simulator(std::vector<Ticker>(2), config, seed, observe);
        simulator.run(1000s);
        return out;
    };
    EXPECT_EQ(digest(1), digest(1));
    EXPECT_NE(digest(1), digest(2));
}

}  // namespace
