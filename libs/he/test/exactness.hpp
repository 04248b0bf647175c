// Whether networks drawn at random give encrypted the bits that they give in the clear.
#pragma once

#include "theriac/crypto/hash.hpp"

#include "random_networks.hpp"
#include <gtest/gtest.h>

namespace theriac::he {

/// Encrypts, predicts and decrypts with a fresh key, and compares every output of every example.
inline void expect_exact(const Plan& plan, Entropy& entropy, std::size_t count) {
    const Session session = Session::open(plan.open).value();
    const ClientKey key = ClientKey::generate(session, entropy);
    const auto keys = make_server_keys(session, key);
    const Examples examples = random_examples(entropy, plan.open, count);
    const auto batches = encrypt_batch(session, key, examples, entropy, 1).value();
    const PreparedNetwork network(plan);
    std::vector<EncryptedResult> results;
    for (std::size_t i = 0; i < session.moduli(); ++i)
        results.push_back(predict(
                              plan.open,
                              network,
                              session.context(i),
                              keys[i],
                              batches[i],
                              {.threads = 1, .entropy = nullptr, .progress = {}, .times = nullptr})
                              .value());
    const auto outputs = decrypt_results(session, key, results);
    ASSERT_TRUE(outputs.has_value()) << outputs.error().message;
    EXPECT_GE(outputs->margin_bits, 8);
    for (std::size_t e = 0; e < count; ++e) {
        const auto expected = evaluate(plan.network, example(examples, e));
        for (std::size_t o = 0; o < expected.size(); ++o)
            ASSERT_EQ(outputs->values[o * plan.open.degree + e], expected[o]) << e << ", " << o;
    }
}

/// @return whether there are parameters for the network
inline bool exact_where_it_fits(const std::string& text, Entropy& entropy, std::size_t count) {
    const auto network = parse_network(text);
    EXPECT_TRUE(network.has_value()) << network.error().message << "\n" << text;
    const auto plan = make_plan(*network, crypto::sha256(as_bytes(text)));
    if (!plan) {
        EXPECT_EQ(plan.error().code, Errc::denied) << plan.error().message;
        return false;
    }
    SCOPED_TRACE(text);
    expect_exact(*plan, entropy, count);
    return true;
}

inline std::size_t exact_networks(
    const std::string& seed, std::size_t count, std::size_t most_squares) {
    auto entropy = test_entropy(seed);
    RandomNetworks networks(entropy);
    std::size_t fitting = 0;
    for (std::size_t i = 0; i < count && !testing::Test::HasFailure(); ++i)
        if (exact_where_it_fits(networks.layered(most_squares), entropy, 3)) ++fitting;
    return fitting;
}

}  // namespace theriac::he
