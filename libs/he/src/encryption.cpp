#include "encryption.hpp"

#include "theriac/he/bgv.hpp"

#include "kernels.hpp"
#include "sampling.hpp"

#include <algorithm>

namespace theriac::he {
namespace {

constexpr std::string_view kUniform = "theriac/he/ciphertext/v1";

Polynomial uniform_part(const Context& context, const Secret<32>& seed) {
    Polynomial out(context.degree(), context.chain_length());
    for (std::size_t i = 0; i < context.chain_length(); ++i) {
        auto random = stream(seed, kUniform, {i});
        sample_uniform_vartime(random, context.prime(i), {out.row(i), context.degree()});
    }
    return out;
}

/// t e, with e drawn from `entropy`, as two's complement.
SecretWords scaled_noise(const Context& context, Entropy& entropy) {
    SecretWords out(context.degree());
    sample_noise(entropy, out);
    for (Word& x : out)
        x *= context.plain().value();
    return out;
}

/// row += the values of signed coefficients
void add_signed(const Context& context, std::size_t i, Word* row, const SecretWords& coefficients) {
    const Kernels& k = context.kernels();
    SecretWords values(context.degree());
    k.reduce_signed(values.data(), coefficients.data(), context.degree(), context.prime(i));
    k.ntt_forward(values.data(), context.tables(i));
    k.add(row, row, values.data(), context.degree(), context.prime(i));
}

}  // namespace

SecretWords noisy_message(const Context& context, const Plaintext& message, Entropy& entropy) {
    THERIAC_EXPECTS(message.coefficients.size() == context.degree());
    SecretWords out(context.degree());
    fill_words(entropy, out);
    context.kernels().noisy_message(
        out.data(), message.coefficients.data(), out.data(), context.degree(), context.plain());
    return out;
}

SeededCiphertext encrypt(
    const Context& context, const SecretKey& key, const Plaintext& message, Entropy& entropy) {
    Secret<32> seed;
    entropy.fill(seed.fill());
    SeededCiphertext out{
        .key = key.id(), .seed = {}, .body = Polynomial(context.degree(), context.chain_length())};
    std::ranges::copy(seed.reveal(), out.seed.begin());
    const Polynomial a = uniform_part(context, seed);
    const SecretWords noisy = noisy_message(context, message, entropy);
    SecretWords masked(context.degree());
    for (std::size_t i = 0; i < context.chain_length(); ++i) {
        add_signed(context, i, out.body.row(i), noisy);
        const Modulus& q = context.prime(i);
        context.kernels().multiply(masked.data(), a.row(i), key.row(i), context.degree(), q);
        context.kernels().subtract(
            out.body.row(i), out.body.row(i), masked.data(), context.degree(), q);
    }
    return out;
}

Ciphertext expand(const Context& context, const SeededCiphertext& seeded) {
    const Secret<32> seed = Secret<32>::from(seeded.seed).value();
    return {
        .key = seeded.key,
        .parts = {seeded.body, uniform_part(context, seed)},
        .factor = 1,
        .noise = fresh_noise(sizes_of(context.parameters()))};
}

Ciphertext encrypt(
    const Context& context, const PublicKey& key, const Plaintext& message, Entropy& entropy) {
    const std::size_t n = context.degree();
    SecretWords mask(n);
    sample_ternary(entropy, mask);
    const SecretWords noisy = noisy_message(context, message, entropy);
    const SecretWords other = scaled_noise(context, entropy);
    Polynomial c0(n, context.chain_length());
    Polynomial c1(n, context.chain_length());
    const Kernels& k = context.kernels();
    for (std::size_t i = 0; i < context.chain_length(); ++i) {
        const Modulus& q = context.prime(i);
        SecretWords u(n);
        add_signed(context, i, u.data(), mask);
        k.scale(u.data(), u.data(), q.r_squared(), n, q);
        k.multiply(c0.row(i), key.b.row(i), u.data(), n, q);
        k.multiply(c1.row(i), key.a.row(i), u.data(), n, q);
        add_signed(context, i, c0.row(i), noisy);
        add_signed(context, i, c1.row(i), other);
    }
    return {
        .key = key.id,
        .parts = {std::move(c0), std::move(c1)},
        .factor = 1,
        .noise = fresh_public_noise(sizes_of(context.parameters()))};
}

bool is_transparent(const Ciphertext& ciphertext) {
    return std::all_of(
        ciphertext.parts.begin() + 1, ciphertext.parts.end(), [](const Polynomial& part) {
            return std::ranges::all_of(part.words(), [](Word w) { return w == 0; });
        });
}

}  // namespace theriac::he
