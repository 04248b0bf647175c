// The same experiments give the same bytes, with every compiler and any number of threads.
#include "theriac/base/bytes.hpp"
#include "theriac/crypto/hash.hpp"
#include "theriac/lab/sweep.hpp"

#include <gtest/gtest.h>

#include <array>

namespace {

using namespace theriac;
using namespace theriac::lab;

struct Recorded {
    const char* experiment;
    const char* sha256;  ///< of runs.csv followed by summary.csv
};

// When this fails because a model was changed on purpose: put the new hashes here, and raise
// kModelVersion in sweep.cpp, so that caches of before are not used.
constexpr std::array kRecorded = {
    Recorded{
        "{experiment: gossip, runs: 25, gossip: {participants: 2}, network: {latency_ms: 20}, "
        "sweep: {gossip.participants: [2, 30, 100], gossip.table: [full, bounded]}}",
        "ebf250a84e9701903c363c096643c25da2dd5826323e80d808da517383ccfa05"},
    Recorded{
        "{experiment: gossip, runs: 25, gossip: {participants: 60, until: epoch, rounds: 30, "
        "rings: 6, silent: 2, selective: 2, two_faced: 2, sybils: {identities: 10, limit: 2}, "
        "late_block: {attackers: 1, round: 26}}, network: {regions: world, loss: 0.05, churn: "
        "{mean_up_s: 40, mean_down_s: 4}}, sweep: {gossip.rule: [most_favoured, largest]}}",
        "9978e48a57c6f8e84f0012a4736e42dd255ae0fc8592c2b7bc17e1d6719c4bd9"},
    Recorded{
        "{experiment: rpca, runs: 25, rpca: {nodes: 10, heard: 0.5, periods: 4, double_spends: 2, "
        "frauds: 1, colluders: 2}, network: {regions: world, loss: 0.05, jitter: 0.4}, sweep: "
        "{rpca.strategy: [cartel, always_no, equivocator, selective]}}",
        "44e16f28804ff1338add1003e68c361a9b334ac82ba0102bd6ec138c22e53e71"},
    Recorded{
        "{experiment: rpca, runs: 25, rpca: {nodes: 12, trust: random, list_size: 9, heard: 0.5, "
        "periods: 4, quorum_of: active}, network: {latency_ms: 300, jitter: 1, faults: [{node: 3, "
        "crash_s: 3, recover_s: 9}], partitions: [{from_s: 2, until_s: 7, side: [0, 1, 2]}]}}",
        "46ee768a3757ec652720a773607ceacb970e331a63746a5e130bfb2ffd36ae96"},
    Recorded{
        "{experiment: qbft, runs: 25, qbft: {validators: 7, block_bytes: 100000, equivocators: 1, "
        "late_proposers: 1, silent_proposers: 1}, "
        "network: {regions: world, loss: 0.02, jitter: 0.5, uplink_mbit_s: 50}}",
        "ebd70a71d6e12c1ceaf36af5aaada972c2d6cc5d2e8ae56eb0dfd50c46a713f8"},
    Recorded{
        "{experiment: clique, runs: 25, clique: {sealers: 7, block_bytes: 100000}, network: "
        "{regions: world, jitter: 0.5, uplink_mbit_s: 50, faults: [{node: 1, delay_ms: 900}]}}",
        "ad1e0435c101c52422c3818f5a1c146e496b789d47ee6d1e76409ac242abdd38"},
    Recorded{
        "{experiment: cartel, runs: 5, cartel: {members: 200, collusion: 0.15, draws: 500}, sweep: "
        "{cartel.members: [7, 200, 5000], cartel.collusion: [0.1, 0.15, 0.3]}}",
        "55e9738180812220a827b505e2b108e614e327aa3d1391322ede3c6b258b371d"},
};

std::string hash_with(const Experiment& experiment, unsigned threads) {
    const auto result = run_sweep(experiment, {.threads = threads});
    if (!result) return result.error().message;
    const std::string text = runs_csv(experiment, *result) + summary_csv(experiment, *result);
    return to_hex(crypto::sha256(as_bytes(text)).view());
}

TEST(recorded, experiments_give_these_bytes_on_one_two_and_eight_threads) {
    for (const Recorded& recorded : kRecorded) {
        const auto experiment = Experiment::parse(recorded.experiment);
        ASSERT_TRUE(experiment) << experiment.error().message << ": " << recorded.experiment;
        for (const unsigned threads : {1U, 2U, 8U})
            EXPECT_EQ(hash_with(*experiment, threads), recorded.sha256) << recorded.experiment;
    }
}

}  // namespace
