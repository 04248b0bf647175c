#include "theriac/he/bgv.hpp"

#include "kernels.hpp"
#include "switching.hpp"

#include <cmath>

namespace theriac::he {
namespace {

void expect_alike(const Ciphertext& a, const Ciphertext& b) {
    THERIAC_EXPECTS(a.key == b.key && a.primes() == b.primes());
}

/// A plaintext's values modulo prime i, its coefficients taken in (-t/2, t/2) and times 2^52 if so
/// asked.
Words values_of(const Context& context, std::size_t i, const SecretWords& coefficients) {
    const Kernels& k = context.kernels();
    Words out(context.degree());
    for (std::size_t j = 0; j < out.size(); ++j)
        out[j] = static_cast<Word>(context.plain().centred(coefficients[j]));
    k.reduce_signed(out.data(), out.data(), out.size(), context.prime(i));
    k.ntt_forward(out.data(), context.tables(i));
    return out;
}

void scale_rows(const Context& context, Ciphertext& a, std::int64_t factor) {
    for (Polynomial& part : a.parts)
        for (std::size_t i = 0; i < part.rows(); ++i) {
            const Modulus& q = context.prime(i);
            const Word wide = q.multiply(q.from_signed(factor), q.r());
            context.kernels().scale(part.row(i), part.row(i), wide, part.degree(), q);
        }
}

/// `a` with the message's factor `factor`.
Ciphertext with_factor(const Context& context, Ciphertext a, Word factor) {
    if (a.factor == factor) return a;
    const Modulus& t = context.plain();
    const std::int64_t by = t.centred(t.multiply(factor, t.inverse(a.factor)));
    scale_rows(context, a, by);
    a.noise = scaled(a.noise, std::log2(std::abs(static_cast<double>(by))));
    a.factor = factor;
    return a;
}

enum class Sign : std::uint8_t { plus, minus };

Ciphertext combined(const Context& context, const Ciphertext& a, const Ciphertext& b, Sign sign) {
    expect_alike(a, b);
    const Ciphertext other = with_factor(context, b, a.factor);
    Ciphertext out = a;
    const Kernels& k = context.kernels();
    const auto operation = sign == Sign::plus ? k.add : k.subtract;
    while (out.parts.size() < other.parts.size())
        out.parts.emplace_back(context.degree(), a.primes());
    for (std::size_t part = 0; part < other.parts.size(); ++part)
        for (std::size_t i = 0; i < a.primes(); ++i)
            operation(
                out.parts[part].row(i),
                out.parts[part].row(i),
                other.parts[part].row(i),
                context.degree(),
                context.prime(i));
    out.noise = he::add(a.noise, other.noise);
    return out;
}

/// out += a * b
void multiply_into(
    const Context& context, Polynomial& out, const Polynomial& a, const Polynomial& b) {
    const Kernels& k = context.kernels();
    Words wide(context.degree());
    for (std::size_t i = 0; i < out.rows(); ++i) {
        const Modulus& q = context.prime(i);
        k.scale(wide.data(), b.row(i), q.r_squared(), wide.size(), q);
        k.multiply_add(out.row(i), a.row(i), wide.data(), wide.size(), q);
    }
}

Result<void> check_key(const KeyId& ciphertext, const KeyId& keys) {
    if (ciphertext != keys)
        return fail(
            Errc::unauthenticated,
            "evaluation: the ciphertext belongs to key " + ciphertext.hex() + ", the keys to "
                + keys.hex());
    return {};
}

}  // namespace

Ciphertext add(const Context& context, const Ciphertext& a, const Ciphertext& b) {
    return combined(context, a, b, Sign::plus);
}

Ciphertext subtract(const Context& context, const Ciphertext& a, const Ciphertext& b) {
    return combined(context, a, b, Sign::minus);
}

Ciphertext add_plain(const Context& context, const Ciphertext& a, const Plaintext& b) {
    const Modulus& t = context.plain();
    SecretWords scaled_message = b.coefficients;
    for (Word& x : scaled_message)
        x = t.multiply(x, a.factor);
    Ciphertext out = a;
    for (std::size_t i = 0; i < a.primes(); ++i) {
        const Words values = values_of(context, i, scaled_message);
        Word* const row = out.parts[0].row(i);
        context.kernels().add(row, row, values.data(), values.size(), context.prime(i));
    }
    out.noise = he::add(a.noise, plaintext_bound(sizes_of(context.parameters())));
    return out;
}

Ciphertext multiply_plain(const Context& context, const Ciphertext& a, const Plaintext& b) {
    Ciphertext out = a;
    const Kernels& k = context.kernels();
    for (std::size_t i = 0; i < a.primes(); ++i) {
        const Modulus& q = context.prime(i);
        Words values = values_of(context, i, b.coefficients);
        k.scale(values.data(), values.data(), q.r_squared(), values.size(), q);
        for (Polynomial& part : out.parts)
            k.multiply(part.row(i), part.row(i), values.data(), values.size(), q);
    }
    out.noise =
        he::multiply(a.noise, plaintext_bound(sizes_of(context.parameters())), context.degree());
    return out;
}

Ciphertext multiply(const Context& context, const Ciphertext& a, const Ciphertext& b) {
    expect_alike(a, b);
    THERIAC_EXPECTS(a.parts.size() == 2 && b.parts.size() == 2);
    Ciphertext out{
        .key = a.key,
        .parts = std::vector<Polynomial>(3, Polynomial(context.degree(), a.primes())),
        .factor = context.plain().multiply(a.factor, b.factor),
        .noise = he::multiply(a.noise, b.noise, context.degree())};
    for (std::size_t i = 0; i < 2; ++i)
        for (std::size_t j = 0; j < 2; ++j)
            multiply_into(context, out.parts[i + j], a.parts[i], b.parts[j]);
    return out;
}

Result<Ciphertext> relinearise(
    const Context& context, const Ciphertext& a, const EvaluationKeys& keys) {
    THERIAC_CHECK(check_key(a.key, keys.id));
    if (a.parts.size() == 2) return a;
    Ciphertext out = a;
    out.parts.resize(2);
    switch_key(context, a.parts[2], keys.relinearisation, out.parts[0], out.parts[1]);
    out.noise = key_switched(a.noise, sizes_of(context.parameters()), a.primes());
    return out;
}

Result<Ciphertext> rotate(
    const Context& context, const Ciphertext& a, int steps, const EvaluationKeys& keys) {
    THERIAC_CHECK(check_key(a.key, keys.id));
    THERIAC_EXPECTS(a.parts.size() == 2);
    const std::uint32_t element = galois_element(context.degree(), steps);
    if (element == 1) return a;
    const auto key = keys.rotations.find(element);
    if (key == keys.rotations.end())
        return fail(
            Errc::not_found, "evaluation: no key for a rotation by " + std::to_string(steps));
    Ciphertext out{
        .key = a.key,
        .parts = std::vector<Polynomial>(2, Polynomial(context.degree(), a.primes())),
        .factor = a.factor,
        .noise = key_switched(a.noise, sizes_of(context.parameters()), a.primes())};
    Polynomial turned(context.degree(), a.primes());
    for (std::size_t i = 0; i < a.primes(); ++i) {
        apply_galois(context, out.parts[0].row(i), a.parts[0].row(i), element);
        apply_galois(context, turned.row(i), a.parts[1].row(i), element);
    }
    switch_key(context, turned, key->second, out.parts[0], out.parts[1]);
    return out;
}

Ciphertext switch_down(const Context& context, const Ciphertext& a) {
    THERIAC_EXPECTS(a.parts.size() == 2 && a.primes() > 1);
    const std::size_t last = a.primes() - 1;
    Ciphertext out = a;
    for (Polynomial& part : out.parts)
        divide_by_last(context, part, last);
    const Modulus& t = context.plain();
    out.factor = t.multiply(a.factor, t.inverse(t.reduce(context.prime(last).value())));
    out.noise = switched_down(a.noise, sizes_of(context.parameters()), a.primes());
    return out;
}

}  // namespace theriac::he
