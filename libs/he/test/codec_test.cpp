#include "theriac/he/codec.hpp"

#include "theriac/crypto/hash.hpp"
#include "theriac/he/predict.hpp"

#include "network_support.hpp"
#include <gtest/gtest.h>

#include <functional>

namespace theriac::he {
namespace {

PublicPlan small_plan(std::uint64_t seed) {
    auto entropy = test_entropy("network " + std::to_string(seed));
    const std::string text = random_network(entropy, {3, 2, 1}, 3, 3);
    return make_plan(parse_network(text).value(), crypto::sha256(as_bytes(text))).value().open;
}

/// One of each message, and a session to read them with.
struct World {
    World() : session(Session::open(small_plan(1)).value()) {
        auto entropy = test_entropy();
        const ClientKey key = ClientKey::generate(session, entropy);
        const auto batch = encrypt_batch(
            session, key, {.inputs = 3, .count = 2, .values = {1, 2, 3, -1, -2, -3}}, entropy, 1);
        secret = to_bytes(encode_secret_key(session, key).reveal());
        keys = encode_server_keys(session, make_server_keys(session, key));
        batches = encode_batches(session, batch.value());
        EncryptedResult result{.key = key.key(0).id(), .body = {}};
        result.body.assign(
            session.plan().outputs * 2 * session.plan().degree / 8
                * static_cast<std::size_t>(bits(session.plan())),
            0x11);
        results = encode_results(session, std::vector<EncryptedResult>(session.moduli(), result));
    }

    static unsigned bits(const PublicPlan& plan) {
        unsigned out = 0;
        for (std::size_t i = 0; i < plan.final_primes; ++i)
            out += Modulus::prime(plan.chain[i]).value().bits();
        return out;
    }

    Session session;
    Bytes secret;
    Bytes keys;
    Bytes batches;
    Bytes results;
};

struct Message {
    std::string name;
    Bytes bytes;
    std::function<Result<void>(const Session&, ByteView)> parse;
};

template <typename Parse>
Message message(std::string name, Bytes bytes, Parse parse) {
    return {
        std::move(name), std::move(bytes), [parse](const Session& s, ByteView b) -> Result<void> {
            THERIAC_CHECK(parse(s, b));
            return {};
        }};
}

std::vector<Message> messages(const World& world) {
    return {
        message("secret", world.secret, parse_secret_key),
        message("keys", world.keys, parse_server_keys),
        message("batches", world.batches, parse_batches),
        message("results", world.results, parse_results)};
}

/// Puts the checksum right again.
Bytes sealed(Bytes bytes) {
    bytes.resize(bytes.size() - 32);
    append(bytes, crypto::sha256(bytes).view());
    return bytes;
}

TEST(codec, messages_read_back_to_the_same_bytes) {
    const World world;
    const auto key = parse_secret_key(world.session, world.secret).value();
    EXPECT_EQ(to_bytes(encode_secret_key(world.session, key).reveal()), world.secret);
    EXPECT_EQ(
        encode_server_keys(world.session, parse_server_keys(world.session, world.keys).value()),
        world.keys);
    EXPECT_EQ(
        encode_batches(world.session, parse_batches(world.session, world.batches).value()),
        world.batches);
    EXPECT_EQ(
        encode_results(world.session, parse_results(world.session, world.results).value()),
        world.results);
    for (const Message& m : messages(world))
        EXPECT_LE(m.bytes.size(), largest_message(world.session.plan())) << m.name;
}

TEST(codec, each_fault_of_a_message_has_its_name) {
    const World world;
    const Session other = Session::open(small_plan(2)).value();
    for (const Message& m : messages(world)) {
        SCOPED_TRACE(m.name);
        ASSERT_TRUE(m.parse(world.session, m.bytes).has_value());
        const auto code = [&](std::size_t at) {
            Bytes changed = m.bytes;
            changed[at] ^= 0x80U;
            return m.parse(world.session, changed).error().code;
        };
        EXPECT_EQ(code(0), Errc::malformed);         // magic
        EXPECT_EQ(code(7), Errc::unsupported);       // version
        EXPECT_EQ(code(8), Errc::malformed);         // kind
        EXPECT_EQ(code(9), Errc::invalid_argument);  // plan
        EXPECT_EQ(code(41), Errc::malformed);        // length
        EXPECT_EQ(code(49), Errc::unauthenticated);  // payload
        EXPECT_EQ(code(m.bytes.size() - 33), Errc::unauthenticated);
        EXPECT_EQ(code(m.bytes.size() - 1), Errc::unauthenticated);  // checksum
        EXPECT_EQ(m.parse(other, m.bytes).error().code, Errc::invalid_argument);
        for (const std::size_t size :
             {std::size_t{0}, std::size_t{8}, std::size_t{48}, m.bytes.size() - 1})
            EXPECT_EQ(
                m.parse(world.session, ByteView(m.bytes).first(size)).error().code, Errc::malformed)
                << size;
        Bytes longer = m.bytes;
        longer.push_back(0);
        EXPECT_EQ(m.parse(world.session, longer).error().code, Errc::malformed);
    }
}

TEST(codec, key_with_a_residue_at_its_prime_is_refused) {
    const World world;
    Bytes keys = world.keys;
    std::fill_n(keys.begin() + 49 + 32, 16, std::uint8_t{0xff});
    EXPECT_EQ(parse_server_keys(world.session, sealed(keys)).error().code, Errc::malformed);
}

TEST(codec, plan_reads_back_and_keeps_its_id) {
    const PublicPlan plan = small_plan(1);
    const std::string text = encode_plan(plan);
    const PublicPlan back = parse_plan(text).value();
    EXPECT_EQ(encode_plan(back), text);
    EXPECT_EQ(plan_id(back), plan_id(plan));
    EXPECT_NE(plan_id(small_plan(2)), plan_id(plan));
}

TEST(codec, plan_outside_the_tables_or_with_impossible_levels_is_refused) {
    const auto code = [](const auto& change) {
        PublicPlan plan = small_plan(1);
        change(plan);
        return parse_plan(encode_plan(plan)).error().code;
    };
    EXPECT_EQ(
        code([](PublicPlan& p) {
            p.chain = largest_primes(48, 16384, 5);
            p.degree = 8192;
        }),
        Errc::denied);
    EXPECT_EQ(code([](PublicPlan& p) { p.degree = 5000; }), Errc::denied);
    EXPECT_EQ(code([](PublicPlan& p) { p.chain[0] += 2; }), Errc::invalid_argument);
    EXPECT_EQ(code([](PublicPlan& p) { p.plain_moduli = {}; }), Errc::malformed);
    EXPECT_EQ(
        code([](PublicPlan& p) { p.plain_moduli.push_back(p.plain_moduli[0]); }), Errc::malformed);
    EXPECT_EQ(code([](PublicPlan& p) { p.final_primes = p.chain.size() + 1; }), Errc::malformed);
    EXPECT_EQ(code([](PublicPlan& p) { p.dropped = {1, 1, 1}; }), Errc::malformed);
    EXPECT_EQ(code([](PublicPlan& p) { p.input_min = p.input_max + 1; }), Errc::malformed);
    EXPECT_EQ(code([](PublicPlan& p) { p.output_bound = 0x1p63; }), Errc::malformed);
    EXPECT_EQ(parse_plan("{}").error().code, Errc::malformed);
}

TEST(codec, plan_for_another_network_or_with_a_smaller_bound_is_not_run) {
    auto entropy = test_entropy("network 1");
    const std::string text = random_network(entropy, {3, 2, 1}, 3, 3);
    const Network network = parse_network(text).value();
    const Hash256 hash = crypto::sha256(as_bytes(text));
    const PublicPlan plan = small_plan(1);
    EXPECT_TRUE(verify_plan(plan, network, hash).has_value());
    EXPECT_EQ(verify_plan(plan, network, {}).error().code, Errc::unauthenticated);
    PublicPlan smaller = plan;
    smaller.output_bound = 1;
    EXPECT_EQ(verify_plan(smaller, network, hash).error().code, Errc::denied);
    PublicPlan shorter = plan;
    shorter.chain.pop_back();
    EXPECT_EQ(verify_plan(shorter, network, hash).error().code, Errc::denied);
    PublicPlan wider = plan;
    wider.input_max += 1;
    EXPECT_EQ(verify_plan(wider, network, hash).error().code, Errc::denied);
}

}  // namespace
}  // namespace theriac::he
