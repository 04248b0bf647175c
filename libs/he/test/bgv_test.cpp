#include "theriac/he/bgv.hpp"

#include "support.hpp"
#include "toy_parameters.hpp"
#include <gtest/gtest.h>

#include <numeric>

namespace theriac::he {
namespace {

using Special = ToyParameters::Special;
using Slots = std::vector<std::int64_t>;

/// A toy ring with keys.
struct World {
    explicit World(Special special = Special::none)
        : context(ToyParameters::small(special)),
          entropy(test_entropy()),
          key(SecretKey::generate(context, entropy)),
          keys(make_evaluation_keys(context, key, std::vector<int>{1, 3, -1})) {}

    Ciphertext encrypted(const Slots& slots) {
        return expand(context, encrypt(context, key, encode(context, slots), entropy));
    }

    [[nodiscard]] Slots decrypted(const Ciphertext& ciphertext) const {
        return decode(context, decrypt(context, key, ciphertext).value());
    }

    /// Decrypts, and holds the noise against its bound.
    [[nodiscard]] Slots checked(const Ciphertext& ciphertext) const {
        const double margin = measured_margin_vartime(context, key, ciphertext).value();
        EXPECT_GE(
            margin,
            margin_bits(ciphertext.noise, sizes_of(context.parameters()), ciphertext.primes()));
        EXPECT_GT(
            margin_bits(ciphertext.noise, sizes_of(context.parameters()), ciphertext.primes()), 0);
        return decrypted(ciphertext);
    }

    Context context;
    crypto::HkdfEntropy entropy;
    SecretKey key;
    EvaluationKeys keys;
};

Slots counting(std::int64_t from) {
    Slots out(16);
    std::iota(out.begin(), out.end(), from);
    return out;
}

template <typename F>
Slots each(const Slots& a, const Slots& b, F f) {
    Slots out;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::int64_t x = ((f(a[i], b[i]) % 97) + 97) % 97;
        out.push_back(x > 48 ? x - 97 : x);
    }
    return out;
}

constexpr auto kSum = [](std::int64_t a, std::int64_t b) { return a + b; };
constexpr auto kDifference = [](std::int64_t a, std::int64_t b) { return a - b; };
constexpr auto kProduct = [](std::int64_t a, std::int64_t b) { return a * b; };

TEST(bgv, slots_encode_and_decode) {
    const World world;
    EXPECT_EQ(decode(world.context, encode(world.context, counting(-8))), counting(-8));
}

TEST(bgv, every_pair_of_residues_adds_subtracts_and_multiplies_exhaustively) {
    World world;
    for (std::int64_t a = -48; a <= 48; ++a) {
        const Ciphertext constant = world.encrypted(Slots(16, a));
        for (std::int64_t first = -48; first <= 48; first += 16) {
            const Slots slots = each(counting(first), Slots(16, 0), kSum);
            const Ciphertext other = world.encrypted(slots);
            ASSERT_EQ(
                world.checked(add(world.context, constant, other)),
                each(Slots(16, a), slots, kSum));
            ASSERT_EQ(
                world.checked(subtract(world.context, constant, other)),
                each(Slots(16, a), slots, kDifference));
            ASSERT_EQ(
                world.checked(multiply(world.context, constant, other)),
                each(Slots(16, a), slots, kProduct));
        }
    }
}

TEST(bgv, plaintext_operands_give_the_same_as_ciphertexts) {
    World world;
    const Ciphertext a = world.encrypted(counting(3));
    const Plaintext b = encode(world.context, counting(-20));
    EXPECT_EQ(
        world.checked(add_plain(world.context, a, b)), each(counting(3), counting(-20), kSum));
    EXPECT_EQ(
        world.checked(multiply_plain(world.context, a, b)),
        each(counting(3), counting(-20), kProduct));
}

TEST(bgv, public_key_encrypts_what_the_secret_key_decrypts) {
    World world;
    const PublicKey key = make_public_key(world.context, world.key);
    const Ciphertext a =
        encrypt(world.context, key, encode(world.context, counting(5)), world.entropy);
    EXPECT_EQ(world.checked(a), counting(5));
}

TEST(bgv, dropped_primes_change_nothing_but_the_noise) {
    World world;
    Ciphertext a = world.encrypted(counting(-4));
    const Ciphertext product = multiply(world.context, a, a);
    a = relinearise(world.context, product, world.keys).value();
    const Slots squares = each(counting(-4), counting(-4), kProduct);
    while (a.primes() > 1) {
        EXPECT_EQ(world.checked(a), squares);
        a = switch_down(world.context, a);
    }
    EXPECT_EQ(world.checked(a), squares);
}

TEST(bgv, operands_with_other_factors_are_brought_to_one) {
    World world;
    const Ciphertext a = switch_down(world.context, world.encrypted(counting(1)));
    Ciphertext b = world.encrypted(counting(2));
    b = switch_down(world.context, b);
    b = add_plain(world.context, b, encode(world.context, counting(0)));
    const Ciphertext product =
        relinearise(world.context, multiply(world.context, a, b), world.keys).value();
    EXPECT_NE(product.factor, a.factor);
    EXPECT_EQ(
        world.checked(add(world.context, product, a)),
        each(each(counting(1), each(counting(2), counting(0), kSum), kProduct), counting(1), kSum));
}

class switching : public testing::TestWithParam<Special> {};

TEST_P(switching, relinearised_product_has_two_parts_and_the_same_slots) {
    World world(GetParam());
    const Ciphertext a = world.encrypted(counting(0));
    const Ciphertext product = multiply(world.context, a, a);
    ASSERT_EQ(product.parts.size(), 3U);
    const Ciphertext two = relinearise(world.context, product, world.keys).value();
    EXPECT_EQ(two.parts.size(), 2U);
    EXPECT_EQ(world.checked(two), world.checked(product));
}

TEST_P(switching, rotation_turns_both_rows) {
    World world(GetParam());
    const Ciphertext a = world.encrypted(counting(0));
    const auto turned = [&](int steps) {
        return world.checked(rotate(world.context, a, steps, world.keys).value());
    };
    EXPECT_EQ(turned(0), counting(0));
    EXPECT_EQ(turned(1), (Slots{1, 2, 3, 4, 5, 6, 7, 0, 9, 10, 11, 12, 13, 14, 15, 8}));
    EXPECT_EQ(turned(3), (Slots{3, 4, 5, 6, 7, 0, 1, 2, 11, 12, 13, 14, 15, 8, 9, 10}));
    EXPECT_EQ(turned(-1), (Slots{7, 0, 1, 2, 3, 4, 5, 6, 15, 8, 9, 10, 11, 12, 13, 14}));
    EXPECT_EQ(rotate(world.context, a, 2, world.keys).error().code, Errc::not_found);
}

TEST_P(switching, works_below_the_top_level) {
    World world(GetParam());
    const Ciphertext a = switch_down(world.context, world.encrypted(counting(0)));
    const Ciphertext product = multiply(world.context, a, a);
    EXPECT_EQ(
        world.checked(relinearise(world.context, product, world.keys).value()),
        each(counting(0), counting(0), kProduct));
}

INSTANTIATE_TEST_SUITE_P(
    each_kind, switching, testing::Values(Special::none, Special::one), [](const auto& kind) {
        return kind.param == Special::one ? "special_prime" : "no_special_prime";
    });

TEST(bgv, special_prime_leaves_less_noise) {
    World plain(Special::none);
    World special(Special::one);
    const auto noise = [](World& world) {
        const Ciphertext a = world.encrypted(counting(0));
        return measured_margin_vartime(
                   world.context, world.key, rotate(world.context, a, 1, world.keys).value())
            .value();
    };
    EXPECT_GT(noise(special), noise(plain) + 20);
}

TEST(bgv, foreign_key_is_named) {
    World world;
    auto other_entropy = test_entropy("other");
    const SecretKey other = SecretKey::generate(world.context, other_entropy);
    const Ciphertext a = world.encrypted(counting(0));
    EXPECT_EQ(decrypt(world.context, other, a).error().code, Errc::unauthenticated);
    const EvaluationKeys foreign = make_evaluation_keys(world.context, other);
    EXPECT_EQ(
        relinearise(world.context, multiply(world.context, a, a), foreign).error().code,
        Errc::unauthenticated);
    EXPECT_EQ(rotate(world.context, a, 1, foreign).error().code, Errc::unauthenticated);
}

TEST(bgv, two_encryptions_of_one_message_differ_in_every_part) {
    World world;
    const Ciphertext a = world.encrypted(counting(0));
    const Ciphertext b = world.encrypted(counting(0));
    EXPECT_NE(a.parts[0], b.parts[0]);
    EXPECT_NE(a.parts[1], b.parts[1]);
    EXPECT_FALSE(is_transparent(a));
    Ciphertext zero = a;
    zero.parts[1] = Polynomial(16, 4);
    EXPECT_TRUE(is_transparent(zero));
}

TEST(bgv, same_seed_gives_the_same_keys_on_every_instruction_set) {
    Secret<32> seed;
    auto reference_entropy = test_entropy();
    const Context reference(ToyParameters::small(Special::one), InstructionSet::portable);
    const SecretKey key(reference, seed);
    const EvaluationKeys keys = make_evaluation_keys(reference, key);
    const SeededCiphertext body =
        encrypt(reference, key, encode(reference, counting(0)), reference_entropy);
    for (const InstructionSet set : available_sets()) {
        auto entropy = test_entropy();
        const Context context(ToyParameters::small(Special::one), set);
        const SecretKey same(context, seed);
        EXPECT_EQ(same.id(), key.id());
        EXPECT_EQ(make_evaluation_keys(context, same).relinearisation.b, keys.relinearisation.b);
        EXPECT_EQ(encrypt(context, same, encode(context, counting(0)), entropy).body, body.body);
    }
}

TEST(bgv, secure_parameters_hold_their_bound_at_depth_two) {
    const ParameterSpec spec{
        .degree = 8192,
        .chain = largest_primes(44, 16384, 4),
        .special = largest_primes(37, 16384, 1).front(),
        .plain_modulus = 65537};
    const Context context(Parameters::make(spec).value());
    auto entropy = test_entropy();
    const SecretKey key = SecretKey::generate(context, entropy);
    const EvaluationKeys keys = make_evaluation_keys(context, key);
    Slots slots(8192, 7);
    Ciphertext a = expand(context, encrypt(context, key, encode(context, slots), entropy));
    for (int depth = 0; depth < 2; ++depth) {
        a = relinearise(context, multiply(context, a, a), keys).value();
        const double bound = margin_bits(a.noise, sizes_of(context.parameters()), a.primes());
        EXPECT_GT(bound, 0);
        EXPECT_GE(measured_margin_vartime(context, key, a).value(), bound);
        a = switch_down(context, a);
    }
    EXPECT_EQ(decode(context, decrypt(context, key, a).value()), Slots(8192, 2401));
}

}  // namespace
}  // namespace theriac::he
