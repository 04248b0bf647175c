#include "support.hpp"
#include <gtest/gtest.h>

namespace theriac::he {
namespace {

/// The product modulo X^n + 1, from the definition.
Words schoolbook(const Words& a, const Words& b, const Modulus& q) {
    const std::size_t n = a.size();
    Words out(n);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j) {
            const Word product = q.multiply(a[i], b[j]);
            Word& at = out[(i + j) % n];
            at = i + j < n ? q.add(at, product) : q.subtract(at, product);
        }
    return out;
}

Words by_transform(Words a, Words b, const NttTables& tables, const Kernels& k) {
    const Modulus& q = tables.modulus();
    k.ntt_forward(a.data(), tables);
    k.ntt_forward(b.data(), tables);
    k.multiply(a.data(), a.data(), b.data(), a.size(), q);
    k.scale(a.data(), a.data(), q.r_squared(), a.size(), q);
    k.ntt_inverse(a.data(), tables);
    return a;
}

class ntt : public testing::TestWithParam<InstructionSet> {
protected:
    void SetUp() override {
        if (!available(GetParam()))
            GTEST_SKIP() << "not run: this machine lacks " << name(GetParam());
    }
};

TEST_P(ntt, product_agrees_with_the_schoolbook_at_every_size) {
    auto entropy = test_entropy();
    for (const unsigned bits : {20U, 36U, 49U, 50U})
        for (const std::size_t n : {16U, 32U, 64U, 128U, 256U}) {
            const Modulus q = Modulus::prime(largest_primes(bits, 2 * n, 1).front()).value();
            const NttTables tables(n, q);
            const Words a = random_residues(entropy, n, q.value());
            const Words b = random_residues(entropy, n, q.value());
            ASSERT_EQ(by_transform(a, b, tables, kernels(GetParam())), schoolbook(a, b, q)) << n;
        }
}

TEST_P(ntt, monomials_multiply_with_the_right_sign_exhaustively) {
    const Modulus q = Modulus::prime(97).value();
    const NttTables tables(16, q);
    for (std::size_t i = 0; i < 16; ++i)
        for (std::size_t j = 0; j < 16; ++j) {
            Words a(16);
            Words b(16);
            a[i] = 5;
            b[j] = 96;
            ASSERT_EQ(by_transform(a, b, tables, kernels(GetParam())), schoolbook(a, b, q));
        }
}

TEST_P(ntt, largest_residues_do_not_overflow) {
    for (const std::size_t n : {16U, 1024U, 2048U, 8192U}) {
        const Modulus q = Modulus::prime(largest_primes(50, 2 * n, 1).front()).value();
        const NttTables tables(n, q);
        const Words x(n, q.value() - 1);
        Words here = x;
        Words reference = x;
        kernels(GetParam()).ntt_forward(here.data(), tables);
        portable_kernels().ntt_forward(reference.data(), tables);
        ASSERT_EQ(here, reference);
        kernels(GetParam()).ntt_inverse(here.data(), tables);
        ASSERT_EQ(here, x);
    }
}

TEST_P(ntt, entry_i_is_the_value_at_a_root_to_twice_the_reversed_index_plus_one) {
    const Modulus q = Modulus::prime(97).value();
    const NttTables tables(16, q);
    const Word psi = tables.roots()[bit_reversed(1, 4)];
    Words x(16);
    x[1] = 1;
    kernels(GetParam()).ntt_forward(x.data(), tables);
    for (std::size_t i = 0; i < 16; ++i)
        ASSERT_EQ(x[i], q.power(psi, 2 * bit_reversed(i, 4) + 1));
}

INSTANTIATE_TEST_SUITE_P(
    each_set,
    ntt,
    testing::Values(InstructionSet::portable, InstructionSet::avx2, InstructionSet::avx512_ifma),
    [](const auto& set) {
        return set.param == InstructionSet::avx512_ifma ? "avx512_ifma"
                                                        : std::string(name(set.param));
    });

}  // namespace
}  // namespace theriac::he
