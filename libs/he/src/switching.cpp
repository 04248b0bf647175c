#include "switching.hpp"

#include "kernels.hpp"
#include "wide.hpp"

namespace theriac::he {
namespace {

/// The coefficients behind values modulo prime i, times `factor`, in (-q/2, q/2) as two's
/// complement.
void to_centred_coefficients(
    const Context& context, std::size_t i, Word* out, const Word* values, Word factor) {
    const Modulus& q = context.prime(i);
    const std::size_t n = context.degree();
    for (std::size_t j = 0; j < n; ++j)
        out[j] = values[j];
    context.kernels().ntt_inverse(out, context.tables(i));
    context.kernels().scale(out, out, q.multiply(factor, q.r()), n, q);
    const Word half = q.value() / 2;
    for (std::size_t j = 0; j < n; ++j)
        out[j] = subtract_once(out[j] + half, q.value()) - half;
}

/// The values modulo prime i of coefficients as two's complement.
void to_values(const Context& context, std::size_t i, Word* out, const Word* coefficients) {
    context.kernels().reduce_signed(out, coefficients, context.degree(), context.prime(i));
    context.kernels().ntt_forward(out, context.tables(i));
}

/// Rows of the first primes of the chain, and of the special prime last.
std::size_t prime_of_row(const Context& context, std::size_t row, std::size_t chain_rows) {
    return row < chain_rows ? row : context.chain_length();
}

void add_rows(const Context& context, Polynomial& to, const Polynomial& from) {
    for (std::size_t i = 0; i < to.rows(); ++i)
        context.kernels().add(
            to.row(i), to.row(i), from.row(i), context.degree(), context.prime(i));
}

}  // namespace

void divide_by_last(const Context& context, Polynomial& x, std::size_t last) {
    const std::size_t n = context.degree();
    const Modulus& q = context.prime(last);
    const std::size_t rows = x.rows() - 1;
    const Word t = context.plain().value();
    const Kernels& k = context.kernels();
    Words correction(n);
    Words values(n);
    to_centred_coefficients(
        context, last, correction.data(), x.row(rows), q.negate(q.inverse(q.reduce(t))));
    for (std::size_t i = 0; i < rows; ++i) {
        const Modulus& p = context.prime(i);
        const Word inverse = p.inverse(p.reduce(q.value()));
        to_values(context, i, values.data(), correction.data());
        const Word both = p.multiply(inverse, p.reduce(t));
        k.scale(values.data(), values.data(), p.multiply(both, p.r()), n, p);
        k.scale(x.row(i), x.row(i), p.multiply(inverse, p.r()), n, p);
        k.add(x.row(i), x.row(i), values.data(), n, p);
    }
    x.keep_rows(rows);
}

void switch_key(
    const Context& context,
    const Polynomial& part,
    const SwitchingKey& key,
    Polynomial& c0,
    Polynomial& c1) {
    const std::size_t n = context.degree();
    const std::size_t chain_rows = part.rows();
    const bool with_special = context.parameters().special().has_value();
    const std::size_t rows = chain_rows + (with_special ? 1 : 0);
    const Kernels& k = context.kernels();
    Polynomial sum0(n, rows);
    Polynomial sum1(n, rows);
    Words digit(n);
    Words values(n);
    for (std::size_t i = 0; i < chain_rows; ++i) {
        to_centred_coefficients(context, i, digit.data(), part.row(i), 1);
        for (std::size_t row = 0; row < rows; ++row) {
            const std::size_t prime = prime_of_row(context, row, chain_rows);
            const Modulus& p = context.prime(prime);
            if (prime != i) to_values(context, prime, values.data(), digit.data());
            const Word* const x = prime == i ? part.row(i) : values.data();
            k.multiply_add(sum0.row(row), x, key.b[i].row(prime), n, p);
            k.multiply_add(sum1.row(row), x, key.a[i].row(prime), n, p);
        }
    }
    if (with_special) {
        divide_by_last(context, sum0, context.chain_length());
        divide_by_last(context, sum1, context.chain_length());
    }
    add_rows(context, c0, sum0);
    add_rows(context, c1, sum1);
}

}  // namespace theriac::he
