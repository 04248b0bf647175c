#include "theriac/he/modulus.hpp"

#include <gtest/gtest.h>

namespace theriac::he {
namespace {

TEST(modulus, composite_even_and_long_numbers_are_refused) {
    for (const Word value : {Word{0}, Word{1}, Word{2}, Word{9}, Word{561}, Word{1} << 50U})
        EXPECT_EQ(Modulus::prime(value).error().code, Errc::invalid_argument) << value;
    EXPECT_EQ(
        Modulus::prime(1125899906842679).error().code, Errc::invalid_argument);  // prime, 51 bits
}

TEST(modulus, strong_pseudoprimes_are_recognised) {
    // To the bases 2; 2 and 3; 2, 3, 5 and 7 (OEIS A014233).
    for (const Word value : {Word{2047}, Word{1373653}, Word{3215031751}})
        EXPECT_FALSE(is_prime_vartime(value)) << value;
    EXPECT_TRUE(is_prime_vartime(18446744073709551557U));  // the largest below 2^64
}

TEST(modulus, small_field_agrees_with_the_definition_exhaustively) {
    const Modulus q = Modulus::prime(97).value();
    for (Word a = 0; a < 97; ++a) {
        for (Word b = 0; b < 97; ++b) {
            ASSERT_EQ(q.add(a, b), (a + b) % 97);
            ASSERT_EQ(q.subtract(a, b), (a + 97 - b) % 97);
            ASSERT_EQ(q.multiply(a, b), a * b % 97);
        }
        ASSERT_EQ(q.negate(a), (97 - a) % 97);
        if (a != 0) {
            ASSERT_EQ(q.multiply(a, q.inverse(a)), 1U);
        }
        ASSERT_EQ(
            q.centred(a),
            a <= 48 ? static_cast<std::int64_t>(a) : static_cast<std::int64_t>(a) - 97);
    }
}

TEST(modulus, signed_numbers_have_their_residue) {
    const Modulus q = Modulus::prime(97).value();
    for (std::int64_t x = -300; x <= 300; ++x)
        ASSERT_EQ(q.from_signed(x), static_cast<Word>((x % 97 + 97) % 97)) << x;
    EXPECT_EQ(q.reduce(~Word{0}), ~Word{0} % 97);
}

TEST(modulus, largest_primes_descend_and_leave_out_what_is_avoided) {
    const auto primes = largest_primes(44, 16384, 3);
    ASSERT_EQ(primes.size(), 3U);
    for (const Word p : primes) {
        EXPECT_EQ(p % 16384, 1U);
        EXPECT_EQ(Modulus::prime(p).value().bits(), 44U);
    }
    EXPECT_GT(primes[0], primes[1]);
    EXPECT_EQ(largest_primes(44, 16384, 1, {primes[0]}).front(), primes[1]);
}

TEST(modulus, next_prime_is_the_least_that_fits) {
    EXPECT_EQ(next_prime(97, 32).value(), 97U);
    EXPECT_EQ(next_prime(98, 32).value(), 193U);
    EXPECT_EQ(next_prime((Word{1} << 50U) - 1, 32).error().code, Errc::unsupported);
}

}  // namespace
}  // namespace theriac::he
