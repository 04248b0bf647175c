#include "support.hpp"
#include "wide.hpp"
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>

namespace theriac::he {
namespace {

constexpr std::size_t kCount = 64;

/// Runs `check(kernels, modulus)` for each set and moduli of several lengths.
template <typename Check>
void for_each_set(Check check) {
    for (const InstructionSet set : available_sets())
        for (const unsigned bits : {17U, 30U, 36U, 44U, 48U, 50U}) {
            SCOPED_TRACE(std::string(name(set)) + ", " + std::to_string(bits) + " bits");
            check(kernels(set), Modulus::prime(largest_primes(bits, 64, 1).front()).value());
        }
}

/// Random residues, with the largest and the smallest among them.
Words residues(std::string_view purpose, const Modulus& q) {
    auto entropy = test_entropy(purpose);
    Words out = random_residues(entropy, kCount, q.value());
    out[3] = q.value() - 1;
    out[4] = 0;
    return out;
}

TEST(kernels, products_are_montgomery_products) {
    for_each_set([](const Kernels& k, const Modulus& q) {
        const Words a = residues("a", q);
        const Words b = residues("b", q);
        Words out(kCount);
        k.multiply(out.data(), a.data(), b.data(), kCount, q);
        for (std::size_t i = 0; i < kCount; ++i)
            ASSERT_EQ(q.multiply(out[i], q.r()), q.multiply(a[i], b[i]));
        Words sum = b;
        k.multiply_add(sum.data(), a.data(), b.data(), kCount, q);
        for (std::size_t i = 0; i < kCount; ++i)
            ASSERT_EQ(sum[i], q.add(b[i], out[i]));
        k.scale(sum.data(), a.data(), b[0], kCount, q);
        for (std::size_t i = 0; i < kCount; ++i)
            ASSERT_EQ(q.multiply(sum[i], q.r()), q.multiply(a[i], b[0]));
    });
}

TEST(kernels, sums_and_differences_are_canonical) {
    for_each_set([](const Kernels& k, const Modulus& q) {
        const Words a = residues("a", q);
        const Words b = residues("b", q);
        Words sum(kCount);
        Words difference(kCount);
        k.add(sum.data(), a.data(), b.data(), kCount, q);
        k.subtract(difference.data(), a.data(), b.data(), kCount, q);
        for (std::size_t i = 0; i < kCount; ++i) {
            ASSERT_EQ(sum[i], (a[i] + b[i]) % q.value());
            ASSERT_EQ(difference[i], (a[i] + q.value() - b[i]) % q.value());
        }
    });
}

TEST(kernels, any_word_below_its_limit_is_reduced) {
    for_each_set([](const Kernels& k, const Modulus& q) {
        auto entropy = test_entropy();
        Words words = random_residues(entropy, kCount, Word{1} << 63U);
        words[0] = (Word{1} << 63U) - 1;
        words[1] = q.value();
        words[2] = q.value() - 1;
        Words out(kCount);
        k.reduce(out.data(), words.data(), kCount, q);
        for (std::size_t i = 0; i < kCount; ++i)
            ASSERT_EQ(out[i], words[i] % q.value());
    });
}

TEST(kernels, signed_words_are_reduced) {
    for_each_set([](const Kernels& k, const Modulus& q) {
        auto entropy = test_entropy();
        Words words = random_residues(entropy, kCount, Word{1} << 63U);
        words[0] = (Word{1} << 63U) - 1;
        words[1] = 1;
        for (Word& w : words)
            w -= Word{1} << 62U;
        Words out(kCount);
        k.reduce_signed(out.data(), words.data(), kCount, q);
        for (std::size_t i = 0; i < kCount; ++i)
            ASSERT_EQ(out[i], q.from_signed(static_cast<std::int64_t>(words[i])));
    });
}

TEST(kernels, square_of_a_ciphertext_has_three_parts) {
    for_each_set([](const Kernels& k, const Modulus& q) {
        const Words a = residues("a", q);
        const Words b = residues("b", q);
        Words s0(kCount);
        Words s1(kCount);
        Words s2(kCount);
        k.square(s0.data(), s1.data(), s2.data(), a.data(), b.data(), kCount, q);
        for (std::size_t i = 0; i < kCount; ++i) {
            const Word cross = q.multiply(a[i], b[i]);
            ASSERT_EQ(q.multiply(s0[i], q.r()), q.multiply(a[i], a[i]));
            ASSERT_EQ(q.multiply(s1[i], q.r()), q.add(cross, cross));
            ASSERT_EQ(q.multiply(s2[i], q.r()), q.multiply(b[i], b[i]));
        }
    });
}

TEST(kernels, weighted_sums_are_exact_and_finish_to_signed_weights) {
    constexpr unsigned kShift = 2;  // weights of -4 .. 3
    const std::vector<std::uint32_t> chosen = {6, 0, 3, 4};
    for_each_set([&](const Kernels& k, const Modulus& q) {
        auto entropy = test_entropy();
        const Words inputs = random_residues(entropy, 7 * kTileColumns, q.value());
        Words weights = random_residues(entropy, chosen.size() * kRowBlock, 8);
        for (std::size_t i = 0; i < chosen.size(); ++i)
            weights[i * kRowBlock + 5] = 1;
        // 2^52 limits a product: the longest moduli take shorter weights.
        if (q.bits() > 49)
            for (Word& w : weights)
                w &= 3U;
        Words sums(kRowBlock * kTileColumns);
        k.weighted_sums({inputs.data(), kTileColumns, chosen, weights.data(), sums.data()});
        Words out(kTileColumns);
        const Word lift = 32 * q.value();
        for (std::size_t row = 0; row < kRowBlock; ++row) {
            const std::vector<std::uint32_t> first = {0};
            const Word bias = 11;
            k.finish_sums(
                {.sums = sums.data() + row * kTileColumns,
                 .ones = sums.data() + 5 * kTileColumns,
                 .outputs = first,
                 .bias = &bias,
                 .out = out.data(),
                 .shift = kShift,
                 .lift = lift},
                q);
            for (std::size_t j = 0; j < kTileColumns; ++j) {
                Word exact = 0;
                Word expected = bias;
                for (std::size_t i = 0; i < chosen.size(); ++i) {
                    const Word x = inputs[chosen[i] * kTileColumns + j];
                    const Word w = weights[i * kRowBlock + row];
                    exact += w * x;
                    expected = q.add(
                        expected, q.multiply(x, q.from_signed(static_cast<std::int64_t>(w) - 4)));
                }
                ASSERT_EQ(sums[row * kTileColumns + j], exact);
                ASSERT_EQ(out[j], expected);
            }
        }
    });
}

TEST(kernels, packed_words_are_the_same_bytes_from_every_set_and_read_back) {
    for (unsigned bits = 17; bits <= 50; ++bits) {
        auto entropy = test_entropy();
        const Words words = random_residues(entropy, kCount, Word{1} << bits);
        Bytes reference(kCount / 8 * bits + 64);
        portable_kernels().pack(reference.data(), words.data(), kCount, bits);
        EXPECT_EQ(reference[0], words[0] & 0xffU);
        for (const InstructionSet set : available_sets()) {
            Bytes bytes(reference.size());
            Words back(kCount);
            kernels(set).pack(bytes.data(), words.data(), kCount, bits);
            kernels(set).unpack(back.data(), bytes.data(), kCount, bits);
            ASSERT_EQ(bytes, reference) << name(set) << ", " << bits << " bits";
            ASSERT_EQ(back, words) << name(set) << ", " << bits << " bits";
        }
    }
}

TEST(kernels, one_word_at_its_bound_is_noticed_wherever_it_stands) {
    for (const InstructionSet set : available_sets()) {
        Words words(kCount, 96);
        EXPECT_TRUE(kernels(set).all_below(words.data(), kCount, 97));
        for (std::size_t i = 0; i < kCount; ++i) {
            words[i] = 97;
            ASSERT_FALSE(kernels(set).all_below(words.data(), kCount, 97)) << name(set) << i;
            words[i] = ~Word{0};
            ASSERT_FALSE(kernels(set).all_below(words.data(), kCount, 97)) << name(set) << i;
            words[i] = 96;
        }
    }
}

TEST(kernels, noisy_message_is_the_message_modulo_t_and_has_the_noise_of_the_random_word) {
    const Modulus t = Modulus::prime(65537).value();
    auto entropy = test_entropy();
    Words message = random_residues(entropy, kCount, t.value());
    Words random = random_residues(entropy, kCount, ~Word{0});
    random[0] = (Word{1} << 21U) - 1;  // 21 ones, then none, and the least dither
    message[0] = 0;
    for (const InstructionSet set : available_sets()) {
        Words out(kCount);
        kernels(set).noisy_message(out.data(), message.data(), random.data(), kCount, t);
        EXPECT_EQ(out[0], 21 * t.value());
        for (std::size_t i = 0; i < kCount; ++i) {
            const auto value = static_cast<std::int64_t>(out[i]);
            ASSERT_EQ(t.from_signed(value), message[i]);
            const auto noise =
                std::popcount(random[i] & 0x1fffffU) - std::popcount(random[i] >> 21U & 0x1fffffU);
            const auto difference = value - noise * static_cast<std::int64_t>(t.value());
            ASSERT_TRUE(
                difference == static_cast<std::int64_t>(message[i])
                || difference
                       == static_cast<std::int64_t>(message[i])
                              - static_cast<std::int64_t>(t.value()));
        }
    }
}

TEST(kernels, noisy_message_has_mean_zero_for_the_largest_message) {
    const Modulus t = Modulus::prime(65537).value();
    constexpr std::size_t kMany = 1U << 16U;
    auto entropy = test_entropy();
    Words random(kMany);
    for (Word& w : random)
        w = random_word(entropy);
    const Words message(kMany, t.value() - 1);
    Words out(kMany);
    best_kernels().noisy_message(out.data(), message.data(), random.data(), kMany, t);
    double sum = 0;
    for (const Word w : out)
        sum += static_cast<double>(static_cast<std::int64_t>(w));
    // Six standard deviations of the mean: 6 * 3.24 / 2^8.
    EXPECT_LT(std::abs(sum / kMany / 65537.0), 0.076);
}

}  // namespace
}  // namespace theriac::he
