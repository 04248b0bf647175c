// Many examples in one batch: a ciphertext for each input, whose slots are the examples.
#pragma once

#include "theriac/he/session.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace theriac::he {

/// A table of integers, input by input: value e of input i is at i * count + e.
struct Examples {
    std::size_t inputs = 0;
    std::size_t count = 0;
    std::vector<std::int64_t> values;

    [[nodiscard]] std::span<const std::int64_t> input(std::size_t i) const {
        return {values.data() + i * count, count};
    }
};

/// Secret-key encryptions of all inputs modulo one plaintext modulus, with one seed for all their
/// random parts (docs/formats/he-messages.md).
struct EncryptedBatch {
    KeyId key;
    std::array<std::uint8_t, 32> seed{};
    Bytes body;
};

/// The ciphertexts of the outputs, with PublicPlan::final_primes primes each.
struct EncryptedResult {
    KeyId key;
    Bytes body;
};

/// One batch for each plaintext modulus. Constant-time in key and values once they are in range.
///
/// @return Errc::invalid_argument when there are other inputs than the plan's, more examples than
///         slots, or a value out of the plan's range
Result<std::vector<EncryptedBatch>> encrypt_batch(
    const Session& session,
    const ClientKey& key,
    const Examples& examples,
    Entropy& entropy,
    unsigned threads);

/// Every output of every slot: of output o and example e at o * degree + e.
struct Outputs {
    std::vector<std::int64_t> values;
    double margin_bits = 0;  ///< measured; for the key's owner alone (see measured_margin_vartime)
};

/// Decrypts a result for each plaintext modulus and puts the residues together.
///
/// @return Errc::unauthenticated for another key's; Errc::malformed
Result<Outputs> decrypt_results(
    const Session& session, const ClientKey& key, std::span<const EncryptedResult> results);

/// What the outputs' messages have been multiplied by when they leave, modulo that plaintext
/// modulus.
Word result_factor(const Session& session, std::size_t modulus);

}  // namespace theriac::he
