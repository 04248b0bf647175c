// The network for pictures of the shared test data under a hundred fresh keys: every output of
// every picture is that of the plaintext network, and the noise keeps eight bits of margin.
#include "theriac/crypto/hash.hpp"
#include "theriac/he/predict.hpp"

#include "../../bench/mnist_files.hpp"
#include "../../bench/pictures.hpp"
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <optional>

namespace theriac::he {
namespace {

constexpr int kKeysInOneTest = 20;

std::string shared(const std::string& file) {
    const char* directory = std::getenv("THERIAC_SHARED_DIR");
    const char* source = std::getenv("THERIAC_SOURCE_DIR");
    return (directory != nullptr ? std::string(directory)
                                 : std::string(source == nullptr ? "." : source) + "/../shared")
           + "/data/mnist/" + file;
}

/// Read once for all keys.
struct World {
    Plan plan;
    bench::Pictures pictures;
    bench::Expected expected;
};

std::optional<World> read_world() {
    const auto text = bench::read_text(shared("cryptonets_weights_c.json"));
    auto pictures = bench::read_pictures(shared("t10k-images-idx3-ubyte.gz"));
    if (!text || !pictures) return std::nullopt;
    Network network = parse_network(*text).value();
    bench::Expected expected = bench::expect(network, *pictures);
    Plan plan = make_plan(
                    std::move(network),
                    crypto::sha256(as_bytes(*text)),
                    {.calibrated_bound = expected.largest, .flood_bits = 0})
                    .value();
    return World{std::move(plan), *std::move(pictures), std::move(expected)};
}

/// A batch that begins at another picture for each key.
void check_one_key(const World& world, const Session& session, int number) {
    const PublicPlan& plan = session.plan();
    const std::size_t first =
        static_cast<std::size_t>(number) * 97 % (world.pictures.count - plan.degree + 1);
    SystemEntropy entropy;
    const ClientKey key = ClientKey::generate(session, entropy);
    const auto keys = make_server_keys(session, key);
    const auto batches =
        encrypt_batch(
            session,
            key,
            bench::examples_from(world.pictures, first, plan.degree, plan.input_max),
            entropy,
            2)
            .value();
    const PreparedNetwork network(world.plan);
    std::vector<EncryptedResult> results;
    for (std::size_t i = 0; i < session.moduli(); ++i)
        results.push_back(predict(
                              plan,
                              network,
                              session.context(i),
                              keys[i],
                              batches[i],
                              {.threads = 2, .entropy = nullptr, .progress = {}, .times = nullptr})
                              .value());
    const Outputs outputs = decrypt_results(session, key, results).value();
    EXPECT_GE(outputs.margin_bits, 8);
    for (std::size_t e = 0; e < plan.degree; ++e)
        for (std::size_t o = 0; o < plan.outputs; ++o)
            ASSERT_EQ(outputs.values[o * plan.degree + e], world.expected.outputs[first + e][o]);
}

class hundred_keys : public testing::TestWithParam<int> {};

TEST_P(hundred_keys, every_output_is_exact) {
    const auto world = read_world();
    if (!world) GTEST_SKIP() << "not run: the MNIST files are absent";
    const Session session = Session::open(world->plan.open).value();
    for (int i = 0; i < kKeysInOneTest; ++i)
        check_one_key(*world, session, GetParam() * kKeysInOneTest + i);
}

INSTANTIATE_TEST_SUITE_P(twenties, hundred_keys, testing::Range(0, 5));

}  // namespace
}  // namespace theriac::he
