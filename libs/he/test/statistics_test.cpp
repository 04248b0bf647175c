// Ciphertexts of chosen messages look uniform: Pearson's chi-squared test with 256 cells,
// two-sided, at a significance of 2 * 10^-6. The randomness is fixed, so a run that passes always
// passes.
#include "theriac/he/bgv.hpp"

#include "noise_shape.hpp"
#include "support.hpp"
#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace theriac::he {
namespace {

constexpr std::size_t kCells = 256;
// Quantiles of chi-squared with 255 degrees of freedom at 10^-6 and 1 - 10^-6 (Wilson and Hilferty
// 1931).
constexpr double kLeast = 161.5;
constexpr double kMost = 377.2;

/// Over all residues of one prime.
double chi_squared(const Word* values, std::size_t count, const Modulus& q) {
    std::array<double, kCells> cells{};
    for (std::size_t i = 0; i < count; ++i)
        cells[static_cast<std::size_t>(
            static_cast<double>(values[i]) / static_cast<double>(q.value()) * kCells)] += 1;
    const double expected = static_cast<double>(count) / kCells;
    double out = 0;
    for (const double cell : cells)
        out += (cell - expected) * (cell - expected) / expected;
    return out;
}

class ciphertext_statistics : public testing::Test {
protected:
    ciphertext_statistics()
        : context(Parameters::make({.degree = 8192,
                                    .chain = largest_primes(44, 16384, 3),
                                    .special = {},
                                    .plain_modulus = 65537})
                      .value()),
          entropy(test_entropy()),
          key(SecretKey::generate(context, entropy)) {}

    void expect_uniform(const Ciphertext& ciphertext) const {
        for (const Polynomial& part : ciphertext.parts)
            for (std::size_t i = 0; i < part.rows(); ++i) {
                const double statistic = chi_squared(part.row(i), part.degree(), context.prime(i));
                EXPECT_GT(statistic, kLeast);
                EXPECT_LT(statistic, kMost);
            }
    }

    Context context;
    crypto::HkdfEntropy entropy;
    SecretKey key;
};

TEST_F(ciphertext_statistics, secret_key_ciphertexts_of_chosen_messages_are_uniform) {
    for (const std::int64_t message : {0, 1, 32768, -32768}) {
        const std::vector<std::int64_t> slots(8192, message);
        expect_uniform(expand(context, encrypt(context, key, encode(context, slots), entropy)));
    }
}

TEST_F(ciphertext_statistics, public_key_ciphertexts_of_chosen_messages_are_uniform) {
    const PublicKey public_key = make_public_key(context, key);
    for (const std::int64_t message : {0, 32768}) {
        const std::vector<std::int64_t> slots(8192, message);
        expect_uniform(encrypt(context, public_key, encode(context, slots), entropy));
    }
}

TEST_F(ciphertext_statistics, test_notices_what_is_not_uniform) {
    Polynomial small(8192, 1);
    for (std::size_t i = 0; i < 8192; ++i)
        small.row(0)[i] = random_word(entropy) % (context.prime(0).value() / 8 * 7);
    EXPECT_GT(chi_squared(small.row(0), 8192, context.prime(0)), kMost);
}

TEST(noise_statistics, binomial_noise_has_its_mean_and_variance) {
    auto entropy = test_entropy("noise");
    constexpr std::size_t kMany = 1U << 16U;
    double sum = 0;
    double squares = 0;
    for (std::size_t i = 0; i < kMany; ++i) {
        const auto e =
            static_cast<double>(static_cast<std::int64_t>(binomial_noise(random_word(entropy))));
        ASSERT_LE(std::abs(e), 21);
        sum += e;
        squares += e * e;
    }
    // Five standard deviations of each estimate: 3.24 and 14.7 over 2^8.
    EXPECT_LT(std::abs(sum / kMany), 0.064);
    EXPECT_LT(std::abs(squares / kMany - 10.5), 0.29);
}

}  // namespace
}  // namespace theriac::he
