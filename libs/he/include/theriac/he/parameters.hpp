// Parameters of the scheme, which exist only where they are secure.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/he/modulus.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace theriac::he {

/// What a set of parameters is made of.
struct ParameterSpec {
    std::size_t degree = 0;       ///< n: of the ring Z[X]/(X^n + 1); also the number of slots
    std::vector<Word> chain;      ///< primes of the ciphertext modulus; the last is dropped first
    std::optional<Word> special;  ///< a further prime for key switching alone
    Word plain_modulus = 0;       ///< t
};

/// The most bits that the product of all primes, the special one included, may have for 128 bits
/// of classical security with a ternary secret and noise of standard deviation 3.19: the lesser of
/// the Homomorphic Encryption Standard (Albrecht et al. 2018, table 1) and the Security Guidelines
/// of 2024 (Bossuat et al., eprint 2024/463, table 5.2). Zero for a degree that the tables lack.
double max_modulus_bits(std::size_t degree);

/// Degree, moduli and plaintext modulus within `max_modulus_bits`. There is no other maker: what
/// passes for parameters here is at the 128-bit level.
class Parameters {
public:
    /// @return Errc::denied when the modulus is too long for the degree, or the degree not in the
    ///         tables; Errc::invalid_argument when a modulus is no prime that is 1 modulo 2n, or
    ///         two are equal
    static Result<Parameters> make(const ParameterSpec& spec);

    [[nodiscard]] std::size_t degree() const { return degree_; }

    [[nodiscard]] const std::vector<Modulus>& chain() const { return chain_; }

    [[nodiscard]] const std::optional<Modulus>& special() const { return special_; }

    [[nodiscard]] const Modulus& plain_modulus() const { return plain_modulus_; }

    /// log2 of the product of the first `count` primes of the chain.
    [[nodiscard]] double log2_modulus(std::size_t count) const;

    /// SHA-256 of the encoding in docs/formats/he-plan.md: names the set in every file.
    [[nodiscard]] const Hash256& id() const { return id_; }

    [[nodiscard]] ParameterSpec spec() const;

private:
    friend struct ToyParameters;  // defined by tests alone, for rings small enough to exhaust

    Parameters(
        std::size_t degree,
        std::vector<Modulus> chain,
        std::optional<Modulus> special,
        const Modulus& plain_modulus);

    static Result<Parameters> unchecked(const ParameterSpec& spec);

    std::size_t degree_;
    std::vector<Modulus> chain_;
    std::optional<Modulus> special_;
    Modulus plain_modulus_;
    Hash256 id_;
};

}  // namespace theriac::he
