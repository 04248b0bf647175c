#include "theriac/lab/experiment.hpp"

#include "theriac/lab/consortium.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace {

using namespace theriac;
using lab::Experiment;

std::string refusal(const std::string& text) {
    const auto experiment = Experiment::parse(text);
    return experiment ? "accepted" : experiment.error().message;
}

TEST(experiment, sweep_makes_a_point_for_each_combination) {
    const auto experiment = Experiment::parse(
        "experiment: gossip\nruns: 3\ngossip: {participants: 2}\n"
        "sweep: {gossip.participants: [2, 4, 8], gossip.peers: [1, 2]}\n");
    ASSERT_TRUE(experiment) << experiment.error().message;
    EXPECT_EQ(experiment->points().size(), 6U);
    EXPECT_EQ(experiment->x_path(), "gossip.participants");
    EXPECT_EQ(experiment->runs(), 3U);
}

TEST(experiment, unknown_field_is_named) {
    EXPECT_NE(
        refusal("experiment: gossip\ngossip: {participants: 2, speed: 3}").find("gossip.speed"),
        std::string::npos);
    EXPECT_NE(
        refusal("experiment: gossip\ngossip: {participants: 2}\nsweep: {gossip.speed: [3]}")
            .find("gossip.speed"),
        std::string::npos);
}

TEST(experiment, zero_and_negative_latencies_are_refused) {
    for (const auto* latency : {"0", "-5"}) {
        const std::string message = refusal(
            std::string("experiment: qbft\nqbft: {validators: 4}\nnetwork: {latency_ms: ") + latency
            + "}");
        EXPECT_NE(message.find("network.latency_ms"), std::string::npos) << message;
    }
    EXPECT_NE(
        refusal("experiment: qbft\nqbft: {validators: 4}\nnetwork: {matrix: {regions: [a, b], "
                "one_way_ms: [[1, 0], [1, 1]]}}")
            .find("one_way_ms[0]"),
        std::string::npos);
}

TEST(experiment, disconnected_trust_lists_are_refused) {
    EXPECT_NE(
        refusal("experiment: rpca\nrpca: {nodes: 4, trust: lists, lists: [[0, 1], [0, 1], [2, 3], "
                "[2, 3]]}")
            .find("lists"),
        std::string::npos);
    EXPECT_NE(
        refusal("experiment: rpca\nrpca: {trust: two_cliques, list_size: 5, common: 0}")
            .find("common"),
        std::string::npos);
}

TEST(experiment, lists_of_unknown_nodes_are_refused) {
    EXPECT_NE(
        refusal("experiment: rpca\nrpca: {nodes: 2, trust: lists, lists: [[0, 1], [2]]}")
            .find("lists[1]"),
        std::string::npos);
}

TEST(experiment, impossible_thresholds_are_refused) {
    for (const auto* thresholds : {"[0]", "[101]", "[80, 50]", "[]", "[a]"}) {
        const std::string message = refusal(
            std::string("experiment: rpca\nrpca: {nodes: 4, thresholds: ") + thresholds + "}");
        EXPECT_NE(message.find("rpca.thresholds"), std::string::npos) << message;
    }
    EXPECT_NE(
        refusal("experiment: rpca\nrpca: {nodes: 4, quorum: 50}").find("rpca.quorum"),
        std::string::npos);
}

TEST(experiment, absurd_sweeps_are_refused_before_anything_is_made) {
    std::string many = "[";
    for (int i = 1; i <= 1000; ++i)
        many += std::to_string(i) + (i < 1000 ? "," : "]");
    EXPECT_NE(
        refusal(
            "experiment: gossip\ngossip: {participants: 2}\nsweep: {gossip.participants: " + many
            + ", gossip.peers: " + many + "}")
            .find("sweep"),
        std::string::npos);
    EXPECT_NE(
        refusal("experiment: gossip\nruns: 900000\ngossip: {participants: 2}\nsweep: "
                "{gossip.peers: [1, 2]}")
            .find("sweep"),
        std::string::npos);
    EXPECT_NE(
        refusal("experiment: gossip\nruns: 0\ngossip: {participants: 2}").find("runs"),
        std::string::npos);
}

TEST(experiment, seed_and_runs_cannot_be_varied) {
    EXPECT_NE(
        refusal("experiment: gossip\ngossip: {participants: 2}\nsweep: {seed: [1]}")
            .find("sweep.seed"),
        std::string::npos);
}

TEST(experiment, faults_of_unknown_nodes_and_regions_are_refused) {
    EXPECT_NE(
        refusal(
            "experiment: qbft\nqbft: {validators: 4}\nnetwork: {faults: [{node: 4, crash_s: 0}]}")
            .find("network.faults[0].node"),
        std::string::npos);
    EXPECT_NE(
        refusal(
            "experiment: qbft\nqbft: {validators: 4}\nnetwork: {regions: world, placement: [moon]}")
            .find("placement[0]"),
        std::string::npos);
    EXPECT_NE(
        refusal("experiment: qbft\nqbft: {validators: 4}\nnetwork: {partitions: [{from_s: 5, "
                "until_s: 2, side: []}]}")
            .find("until_s"),
        std::string::npos);
}

TEST(experiment, every_kind_runs_with_its_least_settings) {
    for (const auto* text :
         {"experiment: rpca\nrpca: {nodes: 4}",
          "experiment: rpca\nrpca: {nodes: 6, trust: random, list_size: 4, strategy: equivocator, "
          "colluders: 1}",
          "experiment: gossip\ngossip: {participants: 4}",
          "experiment: gossip\ngossip: {participants: 4, until: epoch, rounds: 9, late_block: "
          "{attackers: 1, round: 7}}",
          "experiment: qbft\nqbft: {validators: 4}",
          "experiment: clique\nclique: {sealers: 4}",
          "experiment: cartel\ncartel: {members: 20, collusion: 0.1}"}) {
        const auto experiment = Experiment::parse(text);
        ASSERT_TRUE(experiment) << text << ": " << experiment.error().message;
        EXPECT_FALSE(run_point(experiment->points().front(), 1).empty());
    }
}

TEST(experiment, every_example_is_sound) {
    const char* root =
        std::getenv("THERIAC_SOURCE_DIR");  // NOLINT(concurrency-mt-unsafe): one thread
    if (root == nullptr) GTEST_SKIP() << "not run: THERIAC_SOURCE_DIR is not set";
    std::size_t files = 0;
    for (const auto& file :
         std::filesystem::directory_iterator(std::filesystem::path(root) / "examples" / "lab")) {
        std::ostringstream text;
        text << std::ifstream(file.path()).rdbuf();
        if (file.path().filename() == "consortium.yaml") {
            const auto consortium = lab::Consortium::parse(text.str());
            EXPECT_TRUE(consortium)
                << file.path() << ": " << (consortium ? "" : consortium.error().message);
        } else {
            const auto experiment = Experiment::parse(text.str());
            EXPECT_TRUE(experiment)
                << file.path() << ": " << (experiment ? "" : experiment.error().message);
        }
        ++files;
    }
    EXPECT_GT(files, 5U);
}

}  // namespace
