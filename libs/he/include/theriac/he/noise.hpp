// How large the noise of a ciphertext can be; docs/he/noise.md has the proofs.
#pragma once

#include "theriac/he/parameters.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace theriac::he {

/// Bounds on v = c0 + c1 s + c2 s^2, the integer polynomial that decryption recovers, as log2. A
/// ciphertext decrypts rightly when the coefficients stay below half the modulus.
struct NoiseBound {
    double coefficient = 0;  ///< of the largest coefficient
    double embedding = 0;    ///< of the largest value at a root of X^n + 1
};

/// How long the moduli are, as log2: all that a noise bound depends on.
struct ModulusSizes {
    std::size_t degree = 0;
    double plain = 0;
    std::vector<double> chain;
    std::optional<double> special;
};

ModulusSizes sizes_of(const Parameters& parameters);

/// All bounds together fail with a probability of at most 2^-64, taken over the randomness of keys
/// and encryptions, for any messages, when one computation takes at most 2^12 ciphertexts.
inline constexpr double kFailureBits = 64;
inline constexpr double kRandomPolynomialsLog2 = 12;

/// How many standard deviations a sum of independent terms stays within, at every root.
double tail_factor(std::size_t degree);

/// log2 of 2^a + 2^b.
double log2_sum(double a, double b);

/// log2 of the largest value of the secret key at a root.
double secret_embedding(std::size_t degree);

/// Of a fresh ciphertext under the secret, and under the public key.
NoiseBound fresh_noise(const ModulusSizes& sizes);
NoiseBound fresh_public_noise(const ModulusSizes& sizes);

/// Of a sum with signed weights of *independent fresh* ciphertexts, with the given sum of their
/// squares and of their sizes.
NoiseBound fresh_sum_noise(const ModulusSizes& sizes, double square_sum, double size_sum);

NoiseBound add(const NoiseBound& a, const NoiseBound& b);

/// Times a number of that size, given as log2.
NoiseBound scaled(const NoiseBound& a, double log2_factor);

NoiseBound multiply(const NoiseBound& a, const NoiseBound& b, std::size_t degree);

/// What a plaintext polynomial, reduced to (-t/2, t/2), is at most.
NoiseBound plaintext_bound(const ModulusSizes& sizes);

/// After key switching at a level with `primes` primes.
NoiseBound key_switched(const NoiseBound& a, const ModulusSizes& sizes, std::size_t primes);

/// After dropping the last of `primes` primes.
NoiseBound switched_down(const NoiseBound& a, const ModulusSizes& sizes, std::size_t primes);

/// How many bits the bound stays below half the modulus of `primes` primes; decryption is right
/// when it is positive.
double margin_bits(const NoiseBound& a, const ModulusSizes& sizes, std::size_t primes);

}  // namespace theriac::he
