// The scheme of Brakerski, Gentry and Vaikuntanathan (ITCS 2012) by residues: encryption,
// decryption, and computing on ciphertexts. Exact: a slot decrypts to precisely the integer modulo
// t.
#pragma once

#include "theriac/base/ports.hpp"
#include "theriac/he/encoding.hpp"
#include "theriac/he/keys.hpp"
#include "theriac/he/noise.hpp"

#include <array>
#include <vector>

namespace theriac::he {

/// parts[0] + parts[1] s + parts[2] s^2 = factor * message + t * noise.
struct Ciphertext {
    KeyId key;
    std::vector<Polynomial> parts;  ///< two, or three after a multiplication
    Word factor = 1;  ///< what dropped primes have multiplied the message by, modulo t
    NoiseBound noise;

    /// The primes of the chain that are left.
    [[nodiscard]] std::size_t primes() const { return parts.front().rows(); }
};

/// A fresh ciphertext under the secret key: the second part is random, and 32 bytes stand for it.
struct SeededCiphertext {
    KeyId key;
    std::array<std::uint8_t, 32> seed{};
    Polynomial body;
};

/// Constant-time in key and message.
SeededCiphertext encrypt(
    const Context& context, const SecretKey& key, const Plaintext& message, Entropy& entropy);
Ciphertext encrypt(
    const Context& context, const PublicKey& key, const Plaintext& message, Entropy& entropy);

Ciphertext expand(const Context& context, const SeededCiphertext& seeded);

/// The message, whatever the noise bound says. Constant-time in key and message.
///
/// @return Errc::unauthenticated when the ciphertext belongs to another key
Result<Plaintext> decrypt(
    const Context& context, const SecretKey& key, const Ciphertext& ciphertext);

/// How many bits the noise in fact stays below half the modulus. It depends on the secret key: a
/// diagnosis for the key's owner, never for whoever made the ciphertext.
Result<double> measured_margin_vartime(
    const Context& context, const SecretKey& key, const Ciphertext& ciphertext);

// All of these need operands of one key at one level, and multiplication operands of two parts;
// what breaks that is the caller's mistake. Their cost and noise: docs/he/scheme.md.
Ciphertext add(const Context& context, const Ciphertext& a, const Ciphertext& b);
Ciphertext subtract(const Context& context, const Ciphertext& a, const Ciphertext& b);
Ciphertext add_plain(const Context& context, const Ciphertext& a, const Plaintext& b);
Ciphertext multiply_plain(const Context& context, const Ciphertext& a, const Plaintext& b);
Ciphertext multiply(const Context& context, const Ciphertext& a, const Ciphertext& b);

/// Back to two parts.
///
/// @return Errc::unauthenticated when the keys belong to another secret key
Result<Ciphertext> relinearise(
    const Context& context, const Ciphertext& a, const EvaluationKeys& keys);

/// Turns each row of slots by `steps` to the left.
///
/// @return Errc::not_found when there is no key for that rotation; Errc::unauthenticated
Result<Ciphertext> rotate(
    const Context& context, const Ciphertext& a, int steps, const EvaluationKeys& keys);

/// Drops the last prime, and with it noise. For two parts.
Ciphertext switch_down(const Context& context, const Ciphertext& a);

/// Whether it decrypts without a key: the parts that the secret multiplies are all zero.
bool is_transparent(const Ciphertext& ciphertext);

}  // namespace theriac::he
