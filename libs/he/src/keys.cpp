#include "theriac/he/keys.hpp"

#include "theriac/crypto/hkdf.hpp"

#include "kernels.hpp"
#include "sampling.hpp"
#include "switching.hpp"

#include <bit>

namespace theriac::he {
namespace {

KeyId id_of(const Secret<32>& seed, const Context& context) {
    Bytes info = to_bytes(as_bytes("theriac/he/key-id/v1"));
    append(info, context.parameters().id().view());
    const Secret<32> id = crypto::hkdf_sha256_key(seed.reveal(), {}, info);
    return KeyId::from(id.reveal()).value();
}

Secret<32> public_seed(const KeyId& id) {
    return Secret<32>::from(id.view()).value();
}

/// row += t e, with e as two's complement in `noise`.
void add_noise(const Context& context, std::size_t i, Word* row, const SecretWords& noise) {
    const Kernels& k = context.kernels();
    const Modulus& q = context.prime(i);
    SecretWords values(noise.size());
    k.reduce_signed(values.data(), noise.data(), noise.size(), q);
    k.ntt_forward(values.data(), context.tables(i));
    const Word t = q.multiply(q.reduce(context.plain().value()), q.r());
    k.scale(values.data(), values.data(), t, noise.size(), q);
    k.add(row, row, values.data(), noise.size(), q);
}

/// row -= a s
void subtract_masked(
    const Context& context, std::size_t i, Word* row, const Word* a, const SecretKey& key) {
    SecretWords product(context.degree());
    context.kernels().multiply(product.data(), a, key.row(i), context.degree(), context.prime(i));
    context.kernels().subtract(row, row, product.data(), context.degree(), context.prime(i));
}

/// row += gadget s', where `other` has 2^52 s' as values.
void add_other_secret(const Context& context, std::size_t i, Word* row, const Word* other) {
    const Modulus& q = context.prime(i);
    const auto& special = context.parameters().special();
    const Word gadget = special ? q.reduce(special->value()) : 1;
    SecretWords product(context.degree());
    context.kernels().scale(product.data(), other, gadget, context.degree(), q);
    context.kernels().add(row, row, product.data(), context.degree(), q);
}

void to_montgomery(const Context& context, Polynomial& x) {
    for (std::size_t i = 0; i < x.rows(); ++i)
        context.kernels().scale(
            x.row(i), x.row(i), context.prime(i).r_squared(), x.degree(), context.prime(i));
}

/// @param other  rows of 2^52 s', as values
/// @param which  0 for relinearisation, else the Galois element
SwitchingKey make_switching_key(
    const Context& context, const SecretKey& key, const SecretWords& other, std::uint32_t which) {
    auto noise_stream = stream(key.seed(), "theriac/he/key-noise/v1", {which});
    SwitchingKey out;
    SecretWords noise(context.degree());
    for (std::size_t digit = 0; digit < context.chain_length(); ++digit) {
        Polynomial a = uniform_switching_part(context, key.id(), which, digit);
        Polynomial b(context.degree(), context.prime_count());
        sample_noise(noise_stream, noise);
        for (std::size_t i = 0; i < context.prime_count(); ++i) {
            subtract_masked(context, i, b.row(i), a.row(i), key);
            add_noise(context, i, b.row(i), noise);
        }
        add_other_secret(context, digit, b.row(digit), other.data() + digit * context.degree());
        to_montgomery(context, a);
        to_montgomery(context, b);
        out.a.push_back(std::move(a));
        out.b.push_back(std::move(b));
    }
    return out;
}

SecretWords squared_secret(const Context& context, const SecretKey& key) {
    const std::size_t n = context.degree();
    SecretWords out(context.chain_length() * n);
    for (std::size_t i = 0; i < context.chain_length(); ++i)
        context.kernels().multiply(out.data() + i * n, key.row(i), key.row(i), n, context.prime(i));
    return out;
}

SecretWords turned_secret(const Context& context, const SecretKey& key, std::uint32_t element) {
    const std::size_t n = context.degree();
    SecretWords out(context.chain_length() * n);
    for (std::size_t i = 0; i < context.chain_length(); ++i)
        apply_galois(context, out.data() + i * n, key.row(i), element);
    return out;
}

}  // namespace

Polynomial uniform_switching_part(
    const Context& context, const KeyId& id, std::uint32_t which, std::size_t digit) {
    Polynomial out(context.degree(), context.prime_count());
    for (std::size_t i = 0; i < context.prime_count(); ++i) {
        auto random = stream(public_seed(id), "theriac/he/key-uniform/v1", {which, digit, i});
        sample_uniform_vartime(random, context.prime(i), {out.row(i), context.degree()});
    }
    return out;
}

SecretKey SecretKey::generate(const Context& context, Entropy& entropy) {
    Secret<32> seed;
    entropy.fill(seed.fill());
    return {context, seed};
}

SecretKey::SecretKey(const Context& context, const Secret<32>& seed)
    : seed_(seed.clone()),
      id_(id_of(seed, context)),
      coefficients_(context.degree()),
      rows_(context.degree() * context.prime_count()) {
    auto random = stream(seed_, "theriac/he/secret/v1", {});
    sample_ternary(random, coefficients_);
    const Kernels& k = context.kernels();
    for (std::size_t i = 0; i < context.prime_count(); ++i) {
        Word* const row = rows_.data() + i * context.degree();
        k.reduce_signed(row, coefficients_.data(), context.degree(), context.prime(i));
        k.ntt_forward(row, context.tables(i));
        k.scale(row, row, context.prime(i).r_squared(), context.degree(), context.prime(i));
    }
}

Polynomial uniform_public_part(const Context& context, const KeyId& id) {
    Polynomial out(context.degree(), context.chain_length());
    for (std::size_t i = 0; i < out.rows(); ++i) {
        auto random = stream(public_seed(id), "theriac/he/public-uniform/v1", {i});
        sample_uniform_vartime(random, context.prime(i), {out.row(i), context.degree()});
    }
    return out;
}

PublicKey make_public_key(const Context& context, const SecretKey& key) {
    PublicKey out{
        .id = key.id(),
        .b = Polynomial(context.degree(), context.chain_length()),
        .a = uniform_public_part(context, key.id())};
    auto random = stream(key.seed(), "theriac/he/public-noise/v1", {});
    SecretWords noise(context.degree());
    sample_noise(random, noise);
    for (std::size_t i = 0; i < context.chain_length(); ++i) {
        subtract_masked(context, i, out.b.row(i), out.a.row(i), key);
        add_noise(context, i, out.b.row(i), noise);
    }
    return out;
}

EvaluationKeys make_evaluation_keys(
    const Context& context, const SecretKey& key, std::span<const int> rotations) {
    EvaluationKeys out{
        .id = key.id(),
        .public_key = make_public_key(context, key),
        .relinearisation = {},
        .rotations = {}};
    out.relinearisation = make_switching_key(context, key, squared_secret(context, key), 0);
    for (const int steps : rotations) {
        const std::uint32_t element = galois_element(context.degree(), steps);
        out.rotations[element] =
            make_switching_key(context, key, turned_secret(context, key, element), element);
    }
    return out;
}

std::uint32_t galois_element(std::size_t degree, int steps) {
    const auto row = static_cast<std::int64_t>(degree / 2);
    const auto turns = static_cast<std::size_t>((steps % row + row) % row);
    std::size_t out = 1;
    for (std::size_t i = 0; i < turns; ++i)
        out = out * 3 % (2 * degree);
    return static_cast<std::uint32_t>(out);
}

// Value i is at psi^e with e = 2 bitrev(i) + 1; that of in(X^g) is in's at psi^(e g).
void apply_galois(const Context& context, Word* out, const Word* in, std::uint32_t element) {
    const std::size_t n = context.degree();
    const auto bits = static_cast<unsigned>(std::countr_zero(n));
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t exponent = (2 * bit_reversed(i, bits) + 1) * element % (2 * n);
        out[i] = in[bit_reversed((exponent - 1) / 2, bits)];
    }
}

}  // namespace theriac::he
