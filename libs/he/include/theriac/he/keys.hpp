// Secret, public and evaluation keys.
#pragma once

#include "theriac/base/ports.hpp"
#include "theriac/base/secret.hpp"
#include "theriac/he/context.hpp"

#include <cstdint>
#include <map>
#include <span>

namespace theriac::he {

/// Names a secret key in public: a ciphertext and an evaluation key that belong together carry the
/// same one. It is the seed of the evaluation keys' random part.
using KeyId = FixedBytes<struct KeyIdTag, 32>;

/// A ternary secret s. All of it follows from 32 random bytes, which is what one stores.
class SecretKey {
public:
    static SecretKey generate(const Context& context, Entropy& entropy);
    SecretKey(const Context& context, const Secret<32>& seed);

    [[nodiscard]] const Secret<32>& seed() const { return seed_; }

    [[nodiscard]] const KeyId& id() const { return id_; }

    /// s as two's complement.
    [[nodiscard]] const SecretWords& coefficients() const { return coefficients_; }

    /// The values of 2^52 s modulo prime i, for products with the kernels' `multiply`.
    [[nodiscard]] const Word* row(std::size_t i) const {
        return rows_.data() + i * coefficients_.size();
    }

private:
    Secret<32> seed_;
    KeyId id_;
    SecretWords coefficients_;
    SecretWords rows_;
};

/// b = -a s + t e, and a.
struct PublicKey {
    KeyId id;
    Polynomial b;
    Polynomial a;
};

/// Always the same for one secret key.
PublicKey make_public_key(const Context& context, const SecretKey& key);

/// The random part of the public key with that id.
Polynomial uniform_public_part(const Context& context, const KeyId& id);

/// Turns a part that is multiplied by another secret s' into parts under s. For each prime of the
/// chain: b = -a s + t e + g s', where the gadget g is the special prime (or 1) modulo that prime
/// and zero modulo the others (Brakerski and Vaikuntanathan 2011 by residues; Gentry, Halevi and
/// Smart 2012 for the special prime).
struct SwitchingKey {
    std::vector<Polynomial> b;  ///< times 2^52, as values
    std::vector<Polynomial> a;
};

/// What a server needs to compute on ciphertexts of one key.
struct EvaluationKeys {
    KeyId id;
    PublicKey public_key;                             ///< to re-randomise results
    SwitchingKey relinearisation;                     ///< from s^2
    std::map<std::uint32_t, SwitchingKey> rotations;  ///< from s(X^g), by g
};

/// @param rotations  steps by which rows may be turned; see `rotate`
EvaluationKeys make_evaluation_keys(
    const Context& context, const SecretKey& key, std::span<const int> rotations = {});

/// The automorphism X -> X^g that turns rows by `steps` to the left.
std::uint32_t galois_element(std::size_t degree, int steps);

/// out(X) = in(X^g), on values.
void apply_galois(const Context& context, Word* out, const Word* in, std::uint32_t element);

}  // namespace theriac::he
