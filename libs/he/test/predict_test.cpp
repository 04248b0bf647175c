#include "theriac/he/predict.hpp"

#include "theriac/crypto/hash.hpp"

#include "network_support.hpp"
#include <gtest/gtest.h>

namespace theriac::he {
namespace {

/// A network with a key on both sides.
struct World {
    explicit World(
        const std::string& text,
        const PlanOptions& options = {},
        InstructionSet set = best_instruction_set())
        : plan(make_plan(parse_network(text).value(), crypto::sha256(as_bytes(text)), options)
                   .value()),
          session(Session::open(plan.open, set).value()),
          network(plan),
          entropy(test_entropy()),
          key(ClientKey::generate(session, entropy)),
          keys(make_server_keys(session, key)) {}

    std::vector<EncryptedBatch> encrypted(const Examples& examples) {
        return encrypt_batch(session, key, examples, entropy, 2).value();
    }

    [[nodiscard]] Result<std::vector<EncryptedResult>> predicted(
        const std::vector<EncryptedBatch>& batches, unsigned threads = 1) const {
        SystemEntropy flooding;
        std::vector<EncryptedResult> out;
        for (std::size_t i = 0; i < session.moduli(); ++i) {
            THERIAC_TRY(
                result,
                predict(
                    plan.open,
                    network,
                    session.context(i),
                    keys[i],
                    batches[i],
                    {.threads = threads, .entropy = &flooding, .progress = {}, .times = nullptr}));
            out.push_back(std::move(result));
        }
        return out;
    }

    /// Encrypts, predicts and decrypts, and compares every output of every example.
    void expect_exact(std::size_t count) {
        const Examples examples = random_examples(entropy, plan.open, count);
        const auto results = predicted(encrypted(examples)).value();
        const Outputs outputs = decrypt_results(session, key, results).value();
        EXPECT_GE(outputs.margin_bits, plan.margin_bits());
        EXPECT_GE(outputs.margin_bits, 8);
        for (std::size_t e = 0; e < count; ++e) {
            const auto expected = evaluate(plan.network, example(examples, e));
            for (std::size_t o = 0; o < expected.size(); ++o)
                ASSERT_EQ(outputs.values[o * plan.open.degree + e], expected[o]) << e << ", " << o;
        }
    }

    Plan plan;
    Session session;
    PreparedNetwork network;
    crypto::HkdfEntropy entropy;
    ClientKey key;
    std::vector<EvaluationKeys> keys;
};

std::string small_network(std::vector<std::size_t> widths, std::uint64_t weight, int input) {
    auto entropy = test_entropy("network");
    return random_network(entropy, widths, weight, input);
}

TEST(predict, linear_network_is_exact) {
    World world(small_network({20, 7}, 15, 100));
    EXPECT_EQ(world.plan.open.squares, 0U);
    world.expect_exact(300);
}

TEST(predict, one_square_is_exact_in_every_slot) {
    World world(small_network({12, 9, 2}, 7, 15));
    world.expect_exact(world.plan.open.degree);
}

TEST(predict, two_squares_are_exact) {
    World world(small_network({10, 8, 6, 3}, 3, 3));
    EXPECT_EQ(world.plan.open.dropped.size(), 1U);
    world.expect_exact(100);
}

TEST(predict, three_squares_are_exact) {
    World world(small_network({4, 3, 3, 3, 2}, 2, 1));
    world.expect_exact(50);
}

TEST(predict, outputs_longer_than_one_modulus_are_put_together) {
    World world(small_network({6, 5, 4}, 15, 32768));
    EXPECT_GT(world.plan.open.output_bound, 0x1p39);
    World longer(small_network({6, 5, 4, 2}, 7, 100));
    EXPECT_GT(longer.session.moduli(), 1U);
    world.expect_exact(50);
    longer.expect_exact(50);
}

TEST(predict, convolution_network_is_exact) {
    auto entropy = test_entropy("convolution");
    World world(network_of(
        36,
        3,
        R"({"kind":"convolution","height":6,"width":6,"kernel":3,"stride":2,"pad before":1,"pad after":0,"weights":[[1,-2,3,0,1,1,-1,2,2],[0,0,1,-3,2,1,1,0,1]],"bias":[-1,4]},{"kind":"square"},)"
            + random_dense(entropy, 4, 18, 7) + kSquareLayer + random_dense(entropy, 2, 4, 7)));
    world.expect_exact(64);
}

TEST(predict, flooded_results_are_exact_and_never_the_same) {
    World world(small_network({5, 4, 3}, 3, 3), {.calibrated_bound = {}, .flood_bits = 40});
    world.expect_exact(20);
    const auto batches = world.encrypted(random_examples(world.entropy, world.plan.open, 10));
    const auto first = world.predicted(batches).value();
    const auto second = world.predicted(batches).value();
    EXPECT_NE(first.front().body, second.front().body);
    EXPECT_EQ(
        decrypt_results(world.session, world.key, first).value().values,
        decrypt_results(world.session, world.key, second).value().values);
}

TEST(predict, every_instruction_set_gives_the_same_bytes) {
    const std::string text = small_network({5, 4, 3}, 3, 3);
    std::vector<Bytes> bodies;
    for (const InstructionSet set : available_sets()) {
        World world(text, {}, set);
        const Examples examples = random_examples(world.entropy, world.plan.open, 10);
        bodies.push_back(world.predicted(world.encrypted(examples)).value().front().body);
    }
    for (const Bytes& body : bodies)
        EXPECT_EQ(body, bodies.front());
}

TEST(predict, threads_change_nothing) {
    World world(small_network({5, 4, 3}, 3, 3));
    const auto batches = world.encrypted(random_examples(world.entropy, world.plan.open, 10));
    EXPECT_EQ(
        world.predicted(batches, 1).value().front().body,
        world.predicted(batches, 3).value().front().body);
}

TEST(predict, foreign_keys_other_lengths_and_large_residues_are_refused) {
    World world(small_network({5, 4, 3}, 3, 3));
    auto batches = world.encrypted(random_examples(world.entropy, world.plan.open, 10));
    auto foreign = batches;
    foreign[0].key.mutable_view()[0] ^= 1U;
    EXPECT_EQ(world.predicted(foreign).error().code, Errc::unauthenticated);
    auto shorter = batches;
    shorter[0].body.pop_back();
    EXPECT_EQ(world.predicted(shorter).error().code, Errc::malformed);
    auto large = batches;
    std::ranges::fill(large[0].body, std::uint8_t{0xff});
    EXPECT_EQ(world.predicted(large).error().code, Errc::malformed);
    auto last = batches;
    last[0].body.back() = 0xff;
    for (std::size_t i = 1; i < 8; ++i)
        last[0].body[last[0].body.size() - i] = 0xff;
    EXPECT_EQ(world.predicted(last).error().code, Errc::malformed);
}

TEST(predict, results_of_other_keys_and_lengths_are_refused) {
    World world(small_network({5, 4, 3}, 3, 3));
    const auto batches = world.encrypted(random_examples(world.entropy, world.plan.open, 10));
    const auto results = world.predicted(batches).value();
    const auto code = [&](const std::vector<EncryptedResult>& changed) {
        return decrypt_results(world.session, world.key, changed).error().code;
    };
    auto foreign = results;
    foreign[0].key.mutable_view()[3] ^= 1U;
    EXPECT_EQ(code(foreign), Errc::unauthenticated);
    auto shorter = results;
    shorter[0].body.pop_back();
    EXPECT_EQ(code(shorter), Errc::malformed);
    auto zero = results;
    std::ranges::fill(zero[0].body, std::uint8_t{0});
    EXPECT_EQ(code(zero), Errc::malformed);
    auto large = results;
    std::ranges::fill(large[0].body, std::uint8_t{0xff});
    EXPECT_EQ(code(large), Errc::malformed);
    EXPECT_EQ(code({}), Errc::malformed);
}

TEST(predict, examples_out_of_range_or_shape_are_refused) {
    World world(small_network({5, 4, 3}, 3, 3));
    const auto code = [&](const Examples& examples) {
        return encrypt_batch(world.session, world.key, examples, world.entropy, 1).error().code;
    };
    Examples high = random_examples(world.entropy, world.plan.open, 10);
    high.values[7] = 4;
    EXPECT_EQ(code(high), Errc::invalid_argument);
    EXPECT_EQ(code({.inputs = 4, .count = 1, .values = {0, 0, 0, 0}}), Errc::invalid_argument);
    EXPECT_EQ(code({.inputs = 5, .count = 0, .values = {}}), Errc::invalid_argument);
}

TEST(plan, network_too_deep_or_too_wide_is_refused) {
    const auto code = [](const std::string& text, const PlanOptions& options) {
        return make_plan(parse_network(text).value(), {}, options).error().code;
    };
    const std::string deep = small_network({2, 2, 2, 2, 2, 2, 2}, 7, 7);
    EXPECT_EQ(code(deep, {}), Errc::denied);
    EXPECT_EQ(code(deep, {.calibrated_bound = 0x1p63, .flood_bits = 0}), Errc::denied);
}

TEST(plan, calibrated_bound_is_cheaper_and_says_so) {
    const std::string text = small_network({10, 8, 6, 3}, 7, 7);
    const Network network = parse_network(text).value();
    const Plan worst = make_plan(network, {}).value();
    const Plan calibrated =
        make_plan(network, {}, {.calibrated_bound = 100000, .flood_bits = 0}).value();
    EXPECT_LT(cost_of(calibrated).upload_bytes, cost_of(worst).upload_bytes);
    EXPECT_TRUE(calibrated.open.calibrated);
    EXPECT_NE(describe(calibrated).find("declared inputs"), std::string::npos);
    EXPECT_EQ(describe(worst).find("declared inputs"), std::string::npos);
    EXPECT_GE(worst.open.output_bound, worst_case_output(network));
}

TEST(plan, few_examples_take_a_smaller_ring) {
    const Network network = parse_network(small_network({30, 10, 1}, 15, 100)).value();
    const Plan full = make_plan(network, {}).value();
    const Plan few =
        make_plan(network, {}, {.calibrated_bound = {}, .flood_bits = 0, .examples = 10}).value();
    EXPECT_LT(few.open.degree, full.open.degree);
    EXPECT_LT(cost_of(few).upload_bytes, cost_of(full).upload_bytes);
}

TEST(plan, dense_networks_of_a_tables_size_take_the_smallest_ring) {
    const Network network = parse_network(small_network({30, 8, 1}, 7, 7)).value();
    EXPECT_EQ(make_plan(network, {}).value().open.degree, 4096U);
}

TEST(plan, chosen_moduli_are_secure_and_every_step_has_its_margin) {
    const Plan plan =
        make_plan(parse_network(small_network({10, 8, 6, 3}, 7, 7)).value(), {}).value();
    EXPECT_TRUE(plan.open.parameters(0).has_value());
    for (const PlanStep& step : plan.steps)
        EXPECT_GE(step.margin_bits, kProvedMarginBits) << step.name;
}

}  // namespace
}  // namespace theriac::he
