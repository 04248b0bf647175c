#include "ntt_tables.hpp"

#include "wide.hpp"

#include <bit>

namespace theriac::he {
namespace {

/// A primitive 2n-th root of unity: the first x whose power (q-1)/2n is one.
Word primitive_root(std::size_t n, const Modulus& q) {
    const Word exponent = (q.value() - 1) / (2 * n);
    for (Word x = 2;; ++x) {
        const Word root = q.power(x, exponent);
        if (q.power(root, n) == q.value() - 1) return root;
    }
}

Words bit_reversed_powers(Word root, std::size_t n, const Modulus& q) {
    const auto bits = static_cast<unsigned>(std::countr_zero(n));
    Words out(n);
    Word power = 1;
    for (std::size_t i = 0; i < n; ++i) {
        out[bit_reversed(i, bits)] = power;
        power = q.multiply(power, root);
    }
    return out;
}

Words quotients(const Words& factors, const Modulus& q) {
    Words out;
    out.reserve(factors.size());
    for (const Word factor : factors)
        out.push_back(shoup_quotient(factor, q));
    return out;
}

}  // namespace

Word shoup_quotient(Word factor, const Modulus& q) {
    return static_cast<Word>((Wide{factor} << kRadixBits) / q.value());
}

std::size_t bit_reversed(std::size_t x, unsigned bits) {
    std::size_t out = 0;
    for (unsigned i = 0; i < bits; ++i)
        out |= ((x >> i) & 1U) << (bits - 1 - i);
    return out;
}

NttTables::NttTables(std::size_t n, const Modulus& q)
    : n_(n), q_(q), n_inverse_(q.inverse(q.reduce(n))) {
    THERIAC_EXPECTS(std::has_single_bit(n) && n >= 16 && q.value() % (2 * n) == 1);
    const Word root = primitive_root(n, q);
    roots_ = bit_reversed_powers(root, n, q);
    root_quotients_ = quotients(roots_, q);
    inverse_roots_ = bit_reversed_powers(q.inverse(root), n, q);
    inverse_root_quotients_ = quotients(inverse_roots_, q);
    n_inverse_quotient_ = shoup_quotient(n_inverse_, q);
}

}  // namespace theriac::he
