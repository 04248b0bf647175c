// The inner loops, once for each instruction set. All sets give the same bits: every output is the
// canonical residue or an exact integer, so nothing depends on how it was reached.
#pragma once

#include "theriac/he/instruction_set.hpp"
#include "theriac/he/modulus.hpp"

#include "ntt_tables.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace theriac::he {

/// Columns that the network runtime takes at a time: four AVX-512 registers, four cache lines.
inline constexpr std::size_t kTileColumns = 32;

/// Rows of weights that go together: 6 x 4 accumulators fill 24 of 32 registers.
inline constexpr std::size_t kRowBlock = 6;

/// sums[row][column] = sum over k of weights[k][row] * input(k)[column], exact, for kRowBlock rows
/// and kTileColumns columns. Each product is below 2^52 and each sum below 2^63.
struct WeightedSums {
    const Word* inputs;                     ///< of one tile, kTileColumns words each
    std::size_t stride;                     ///< from one input to the next, in words
    std::span<const std::uint32_t> chosen;  ///< the inputs k, in the order of the weights
    const Word* weights;                    ///< kRowBlock words for each chosen input
    Word* sums;                             ///< kRowBlock * kTileColumns words
};

/// out(outputs[row]) = (sums[row] - ones * 2^shift + bias) modulo q, for each row, on kTileColumns
/// columns.
struct FinishedSums {
    const Word* sums;                        ///< kTileColumns words for each row
    const Word* ones;                        ///< the sum of the inputs without weights
    std::span<const std::uint32_t> outputs;  ///< where each row goes
    const Word* bias;                        ///< a residue for each output, or null
    Word* out;                               ///< kTileColumns words for each output
    unsigned shift;
    Word lift;  ///< a multiple of q, at least ones * 2^shift; sums + lift + bias is below 2^63

    [[nodiscard]] Word lift_of(std::uint32_t output) const {
        return lift + (bias == nullptr ? 0 : bias[output]);
    }
};

/// `count` is a multiple of 8 and memory aligned to 64 bytes throughout; outputs may be inputs.
/// Residues are canonical. Constant-time in the contents of all arrays.
struct Kernels {
    InstructionSet set;

    /// Coefficients in natural order to values in bit-reversed order, and back.
    void (*ntt_forward)(Word* x, const NttTables& tables);
    void (*ntt_inverse)(Word* x, const NttTables& tables);

    /// out = a * b / 2^52, out = out + a * b / 2^52, out = a * factor / 2^52, modulo q.
    void (*multiply)(Word* out, const Word* a, const Word* b, std::size_t count, const Modulus& q);
    void (*multiply_add)(
        Word* out, const Word* a, const Word* b, std::size_t count, const Modulus& q);
    void (*scale)(Word* out, const Word* a, Word factor, std::size_t count, const Modulus& q);

    void (*add)(Word* out, const Word* a, const Word* b, std::size_t count, const Modulus& q);
    void (*subtract)(Word* out, const Word* a, const Word* b, std::size_t count, const Modulus& q);

    /// The residue of any words below 2^63.
    void (*reduce)(Word* out, const Word* a, std::size_t count, const Modulus& q);

    /// The residue of words that stand for signed numbers (two's complement) above -2^62, below
    /// 2^62.
    void (*reduce_signed)(Word* out, const Word* a, std::size_t count, const Modulus& q);

    /// The square of a0 + a1 s: s0 = a0^2, s1 = 2 a0 a1, s2 = a1^2, each divided by 2^52.
    void (*square)(
        Word* s0,
        Word* s1,
        Word* s2,
        const Word* a0,
        const Word* a1,
        std::size_t count,
        const Modulus& q);

    void (*weighted_sums)(const WeightedSums& task);

    void (*finish_sums)(const FinishedSums& task, const Modulus& q);

    /// Words of `bits` bits (at most 50), the first in the lowest bits of the first byte.
    void (*pack)(std::uint8_t* out, const Word* a, std::size_t count, unsigned bits);

    /// Reads words of `bits` bits. `in` is readable for 64 bytes beyond the last.
    void (*unpack)(Word* out, const std::uint8_t* in, std::size_t count, unsigned bits);

    /// Whether every word is below `bound`. For public data: the answer is a branch's.
    bool (*all_below)(const Word* a, std::size_t count, Word bound);

    /// out = representative of the message + t * noise, as signed numbers; see sampling.hpp.
    void (*noisy_message)(
        Word* out, const Word* message, const Word* random, std::size_t count, const Modulus& t);
};

/// The kernels of a set that this machine has (see `available`).
const Kernels& kernels(InstructionSet set);

/// The fastest that this machine has.
const Kernels& best_kernels();

// Each in its own file.
const Kernels& portable_kernels();
const Kernels& avx2_kernels();
const Kernels& avx512_kernels();

}  // namespace theriac::he
