#include "theriac/he/noise.hpp"

#include "noise_shape.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace theriac::he {
namespace {

constexpr double kNoiseVariance = kNoiseHalf / 2.0;            // 42 bits, each of variance 1/4
constexpr double kFreshVariance = kNoiseVariance + 1.0 / 4.0;  // and a carry of 0 or 1
constexpr double kSecretVariance = 2.0 / 3.0;
constexpr double kCarryBias = 0x1p-20;  // of the carry's mean; noise_shape.hpp

double log2_degree(std::size_t degree) {
    return std::log2(static_cast<double>(degree));
}

/// log2 of a random polynomial's largest value at a root.
double random_embedding(double variance, std::size_t degree) {
    return std::log2(tail_factor(degree) * std::sqrt(variance * static_cast<double>(degree)));
}

/// Every embedding is at most n times the largest coefficient, and a coefficient at most the
/// largest embedding.
NoiseBound tightened(const NoiseBound& a, std::size_t degree) {
    return {
        std::min(a.coefficient, a.embedding),
        std::min(a.embedding, a.coefficient + log2_degree(degree))};
}

}  // namespace

ModulusSizes sizes_of(const Parameters& parameters) {
    ModulusSizes out{
        .degree = parameters.degree(),
        .plain = parameters.plain_modulus().log2(),
        .chain = {},
        .special = {}};
    for (const Modulus& q : parameters.chain())
        out.chain.push_back(q.log2());
    if (parameters.special()) out.special = parameters.special()->log2();
    return out;
}

double tail_factor(std::size_t degree) {
    const double events = 2 + log2_degree(degree) - 1 + kRandomPolynomialsLog2;
    return std::sqrt(2 * std::numbers::ln2 * (kFailureBits + events));
}

double log2_sum(double a, double b) {
    return std::max(a, b) + std::log2(1 + std::exp2(-std::abs(a - b)));
}

double secret_embedding(std::size_t degree) {
    return random_embedding(kSecretVariance, degree);
}

NoiseBound fresh_noise(const ModulusSizes& sizes) {
    return fresh_sum_noise(sizes, 1, 1);
}

NoiseBound fresh_sum_noise(const ModulusSizes& sizes, double square_sum, double size_sum) {
    const std::size_t n = sizes.degree;
    const double t = sizes.plain;
    const double random = random_embedding(kFreshVariance * square_sum, n);
    const double bias = std::log2(size_sum * kCarryBias) + log2_degree(n);
    return tightened({t + std::log2(size_sum * (kNoiseHalf + 1)), t + log2_sum(random, bias)}, n);
}

// v = m + t (e u + e0 + e1 s), with u ternary.
NoiseBound fresh_public_noise(const ModulusSizes& sizes) {
    const std::size_t n = sizes.degree;
    const double t = sizes.plain;
    const double product = random_embedding(kNoiseVariance, n) + secret_embedding(n);
    const double size = 2 * static_cast<double>(n) * kNoiseHalf;
    const NoiseBound products{t + std::log2(size), t + 1 + product};
    return tightened(add(fresh_noise(sizes), products), n);
}

NoiseBound add(const NoiseBound& a, const NoiseBound& b) {
    return {log2_sum(a.coefficient, b.coefficient), log2_sum(a.embedding, b.embedding)};
}

NoiseBound scaled(const NoiseBound& a, double log2_factor) {
    return {a.coefficient + log2_factor, a.embedding + log2_factor};
}

NoiseBound multiply(const NoiseBound& a, const NoiseBound& b, std::size_t degree) {
    return tightened(
        {a.coefficient + b.coefficient + log2_degree(degree), a.embedding + b.embedding}, degree);
}

NoiseBound plaintext_bound(const ModulusSizes& sizes) {
    const double coefficient = sizes.plain - 1;
    return {coefficient, coefficient + log2_degree(sizes.degree)};
}

// t times the sum of the products of digits, at most q/2, and noise; with a special prime divided
// by it and rounded.
NoiseBound key_switched(const NoiseBound& a, const ModulusSizes& sizes, std::size_t primes) {
    const std::size_t n = sizes.degree;
    double digits = 0;
    for (std::size_t i = 0; i < primes; ++i)
        digits += std::exp2(sizes.chain[i] - 1);
    const double sum = sizes.plain + std::log2(digits) + log2_degree(n);
    const NoiseBound added{sum + std::log2(kNoiseHalf), sum + random_embedding(kNoiseVariance, n)};
    if (!sizes.special) return tightened(add(a, added), n);
    const double t = sizes.plain;
    const NoiseBound rounding{
        t + log2_degree(n), t + log2_degree(n) - 1 + log2_sum(0, secret_embedding(n))};
    return tightened(add(a, add(scaled(added, -*sizes.special), rounding)), n);
}

// v / q, and t (d0 + d1 s) with coefficients of d0 and d1 at most 1/2.
NoiseBound switched_down(const NoiseBound& a, const ModulusSizes& sizes, std::size_t primes) {
    const std::size_t n = sizes.degree;
    const double t = sizes.plain;
    const double half = -1;
    const NoiseBound rounding{
        t + half + log2_sum(0, log2_degree(n)),
        t + half + log2_degree(n) + log2_sum(0, secret_embedding(n))};
    const NoiseBound divided = scaled(a, -sizes.chain[primes - 1]);
    return tightened(add(divided, rounding), n);
}

double margin_bits(const NoiseBound& a, const ModulusSizes& sizes, std::size_t primes) {
    double modulus = 0;
    for (std::size_t i = 0; i < primes; ++i)
        modulus += sizes.chain[i];
    return modulus - 1 - a.coefficient;
}

}  // namespace theriac::he
