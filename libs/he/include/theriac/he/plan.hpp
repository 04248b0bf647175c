// How a network is computed on ciphertexts: moduli, what is dropped when, and the proof that it
// fits.
#pragma once

#include "theriac/he/network.hpp"
#include "theriac/he/noise.hpp"
#include "theriac/he/parameters.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace theriac::he {

/// What a client must know to encrypt and decrypt: nothing of the weights.
struct PublicPlan {
    std::string name;
    std::size_t degree = 0;          ///< also how many examples one batch holds
    std::vector<Word> chain;         ///< the ciphertext modulus; the last prime is dropped first
    std::vector<Word> plain_moduli;  ///< an output is found modulo their product
    std::int64_t input_min = 0;
    std::int64_t input_max = 0;
    std::size_t inputs = 0;
    std::size_t outputs = 0;
    std::size_t squares = 0;
    std::vector<std::size_t> dropped;  ///< primes, after each square but the last
    std::size_t final_primes = 0;      ///< in a result
    unsigned flood_bits = 0;           ///< how far a result's noise is drowned; 0 for not
    double output_bound = 0;           ///< outputs within +-this are right; others are off by a
                                       ///< multiple of the plaintext moduli's product
    bool calibrated = false;           ///< the bound holds for declared inputs, not for all
    Hash256 network;                   ///< SHA-256 of the network file

    /// The scheme's parameters for one of the plaintext moduli.
    [[nodiscard]] Result<Parameters> parameters(std::size_t modulus) const;

    /// Primes that are left after the first `squares` of them have been taken and dropped from.
    [[nodiscard]] std::size_t primes_after(std::size_t squares_done) const;
};

/// The noise bound after a step, for the plan that is printed.
struct PlanStep {
    std::string name;
    std::size_t primes;
    NoiseBound noise;
    double margin_bits;  ///< proved
};

/// A network with its plan.
struct Plan {
    PublicPlan open;
    Network network;
    std::vector<PlanStep> steps;

    /// log2 of the noise that drowns a result's, divided by t; needs flood_bits.
    [[nodiscard]] unsigned flood_length() const;

    /// The least margin of all steps.
    [[nodiscard]] double margin_bits() const;
};

struct PlanOptions {
    /// The largest size of an output on the declared inputs; empty for the worst case over all.
    std::optional<double> calibrated_bound;
    /// Bits by which the noise is drowned before a result leaves, for circuit privacy; 0 for none.
    unsigned flood_bits = 0;
    /// How many examples are usually asked about at once; 0: as many as a batch holds. For few, a
    /// smaller ring may be cheaper though it costs more for each slot.
    std::size_t examples = 0;
};

/// Room that a calibrated bound gets above the largest output that was seen.
inline constexpr double kCalibrationSlack = 1 + 1.0 / 32;

/// The margin that is proved for every step. What is measured after a square is larger by many
/// bits, since the bounds of all terms hardly ever meet; without a square, and with flooding, the
/// bound is nearly reached, and has to leave the margin that a result should have.
inline constexpr double kProvedMarginBits = 0.5;
inline constexpr double kResultMarginBits = 8;

/// What `make_plan` asks of such a network.
inline double least_margin(std::size_t squares, unsigned flood_bits) {
    return squares == 0 || flood_bits > 0 ? kResultMarginBits : kProvedMarginBits;
}

/// Chooses the cheapest moduli for which the noise bound is proved to suffice.
///
/// @param network_hash  SHA-256 of the file
/// @return Errc::denied when no set of parameters at the 128-bit level is enough; the message says
///         what was asked for
Result<Plan> make_plan(
    Network network, const Hash256& network_hash, const PlanOptions& options = {});

/// The plan that somebody else made for the network, if it is one that `make_plan` could have made.
///
/// @return Errc::unauthenticated when the plan is for another network; Errc::denied when its bounds
/// are
///         not proved, or the worst case is larger than it says and it is not a calibrated one
Result<Plan> verify_plan(PublicPlan open, Network network, const Hash256& network_hash);

/// What a linear layer or a square costs, under the name that `predict` reports its time by.
struct StepCost {
    std::string name;
    double products;
};

/// What a plan costs, for a full batch.
struct PlanCost {
    double products = 0;          ///< of a residue and a weight, or in squares: 8 to an instruction
    std::vector<StepCost> steps;  ///< of which the products are the sum
    std::size_t upload_bytes = 0;
    std::size_t download_bytes = 0;
    std::size_t key_bytes = 0;
    std::size_t server_bytes = 0;  ///< memory beside upload, download and keys
};

PlanCost cost_of(const Plan& plan);

/// The plan in words and numbers.
std::string describe(const Plan& plan);

}  // namespace theriac::he
