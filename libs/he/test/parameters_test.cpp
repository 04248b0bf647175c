#include "theriac/he/parameters.hpp"

#include <gtest/gtest.h>

namespace theriac::he {
namespace {

/// Four primes whose bits sum to `bits`, at degree 8192.
ParameterSpec spec_of(unsigned bits) {
    ParameterSpec spec{.degree = 8192, .chain = {}, .special = {}, .plain_modulus = 786433};
    for (unsigned left = bits; left > 0;) {
        const unsigned here = std::min(left, 45U);
        spec.chain.push_back(largest_primes(here, 16384, 1, spec.chain).front());
        left -= here;
    }
    return spec;
}

TEST(parameters, modulus_within_both_tables_is_accepted) {
    const auto parameters = Parameters::make(spec_of(214));
    ASSERT_TRUE(parameters.has_value()) << parameters.error().message;
    EXPECT_NEAR(parameters->log2_modulus(parameters->chain().size()), 214, 0.01);
}

TEST(parameters, modulus_that_only_the_older_table_allows_is_refused) {
    EXPECT_EQ(Parameters::make(spec_of(215)).error().code, Errc::denied);
    EXPECT_EQ(Parameters::make(spec_of(218)).error().code, Errc::denied);
}

TEST(parameters, special_prime_counts) {
    ParameterSpec spec = spec_of(180);
    spec.special = largest_primes(34, 16384, 1).front();
    EXPECT_TRUE(Parameters::make(spec).has_value());
    spec.special = largest_primes(35, 16384, 1).front();
    EXPECT_EQ(Parameters::make(spec).error().code, Errc::denied);
}

TEST(parameters, paper_s_modulus_of_383_bits_is_refused_at_its_degree) {
    EXPECT_EQ(Parameters::make(spec_of(383)).error().code, Errc::denied);
}

TEST(parameters, limits_are_the_lesser_of_two_tables) {
    EXPECT_EQ(max_modulus_bits(4096), 106);
    EXPECT_EQ(max_modulus_bits(8192), 214);
    EXPECT_EQ(max_modulus_bits(16384), 430);
    EXPECT_EQ(max_modulus_bits(32768), 868);
    EXPECT_EQ(max_modulus_bits(4095), 0);
    EXPECT_EQ(max_modulus_bits(16), 0);
}

TEST(parameters, equal_composite_and_unsuitable_moduli_are_refused) {
    ParameterSpec twice = spec_of(90);
    twice.chain[1] = twice.chain[0];
    EXPECT_EQ(Parameters::make(twice).error().code, Errc::invalid_argument);
    ParameterSpec composite = spec_of(90);
    composite.chain[1] = 16384 * 3 + 1;  // 49153 is prime; 16384 * 2 + 1 = 32769 = 3 * 10923
    composite.chain[0] = 32769;
    EXPECT_EQ(Parameters::make(composite).error().code, Errc::invalid_argument);
    ParameterSpec no_root = spec_of(90);
    no_root.plain_modulus = 65539;
    EXPECT_EQ(Parameters::make(no_root).error().code, Errc::invalid_argument);
}

TEST(parameters, id_covers_every_field) {
    const Hash256 id = Parameters::make(spec_of(90)).value().id();
    EXPECT_EQ(Parameters::make(spec_of(90)).value().id(), id);
    ParameterSpec other_t = spec_of(90);
    other_t.plain_modulus = 65537;
    EXPECT_NE(Parameters::make(other_t).value().id(), id);
    ParameterSpec with_special = spec_of(90);
    with_special.special = largest_primes(44, 16384, 1).front();
    EXPECT_NE(Parameters::make(with_special).value().id(), id);
}

}  // namespace
}  // namespace theriac::he
