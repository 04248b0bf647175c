// The kernels in C++ alone: what the others must agree with, bit for bit.
#include "portable_loops.hpp"

namespace theriac::he {
namespace portable {

namespace {

/// w * y modulo q, below 2q, for y below 2^52 (Shoup; Harvey 2014, algorithm 2 with a 52-bit word).
Word multiply_root(Word y, Word root, Word quotient, Word q) {
    const auto estimate = static_cast<Word>((Wide{quotient} * y) >> kRadixBits);
    return root * y - estimate * q;
}

}  // namespace

// Residues stay below 4q until the end.
void ntt_forward(Word* x, const NttTables& tables) {
    const Word q = tables.modulus().value();
    std::size_t half = tables.n();
    for (std::size_t blocks = 1; blocks < tables.n(); blocks *= 2) {
        half /= 2;
        for (std::size_t i = 0; i < blocks; ++i) {
            const Word root = tables.roots()[blocks + i];
            const Word quotient = tables.root_quotients()[blocks + i];
            Word* const a = x + 2 * i * half;
            Word* const b = a + half;
            for (std::size_t j = 0; j < half; ++j) {
                const Word u = subtract_once(a[j], 2 * q);
                const Word v = multiply_root(b[j], root, quotient, q);
                a[j] = u + v;
                b[j] = u - v + 2 * q;
            }
        }
    }
    for (std::size_t j = 0; j < tables.n(); ++j)
        x[j] = subtract_once(subtract_once(x[j], 2 * q), q);
}

// Residues stay below 2q until the end.
void ntt_inverse(Word* x, const NttTables& tables) {
    const Word q = tables.modulus().value();
    std::size_t half = 1;
    for (std::size_t blocks = tables.n() / 2; blocks > 0; blocks /= 2) {
        for (std::size_t i = 0; i < blocks; ++i) {
            const Word root = tables.inverse_roots()[blocks + i];
            const Word quotient = tables.inverse_root_quotients()[blocks + i];
            Word* const a = x + 2 * i * half;
            Word* const b = a + half;
            for (std::size_t j = 0; j < half; ++j) {
                const Word u = a[j];
                const Word v = b[j];
                a[j] = subtract_once(u + v, 2 * q);
                b[j] = multiply_root(u - v + 2 * q, root, quotient, q);
            }
        }
        half *= 2;
    }
    for (std::size_t j = 0; j < tables.n(); ++j)
        x[j] = subtract_once(
            multiply_root(x[j], tables.n_inverse(), tables.n_inverse_quotient(), q), q);
}

void multiply(Word* out, const Word* a, const Word* b, std::size_t count, const Modulus& q) {
    for (std::size_t i = 0; i < count; ++i)
        out[i] = multiply_montgomery(a[i], b[i], q);
}

void multiply_add(Word* out, const Word* a, const Word* b, std::size_t count, const Modulus& q) {
    for (std::size_t i = 0; i < count; ++i)
        out[i] = subtract_once(out[i] + multiply_montgomery(a[i], b[i], q), q.value());
}

void scale(Word* out, const Word* a, Word factor, std::size_t count, const Modulus& q) {
    for (std::size_t i = 0; i < count; ++i)
        out[i] = multiply_montgomery(a[i], factor, q);
}

void add(Word* out, const Word* a, const Word* b, std::size_t count, const Modulus& q) {
    for (std::size_t i = 0; i < count; ++i)
        out[i] = subtract_once(a[i] + b[i], q.value());
}

void subtract(Word* out, const Word* a, const Word* b, std::size_t count, const Modulus& q) {
    for (std::size_t i = 0; i < count; ++i)
        out[i] = subtract_once(a[i] + q.value() - b[i], q.value());
}

void reduce(Word* out, const Word* a, std::size_t count, const Modulus& q) {
    for (std::size_t i = 0; i < count; ++i)
        out[i] = reduce_word(a[i], q);
}

void reduce_signed(Word* out, const Word* a, std::size_t count, const Modulus& q) {
    const Word lift = (Word{1} << 62U) / q.value() * q.value() + q.value();  // above 2^62
    for (std::size_t i = 0; i < count; ++i)
        out[i] = reduce_word(a[i] + lift, q);
}

void square(
    Word* s0,
    Word* s1,
    Word* s2,
    const Word* a0,
    const Word* a1,
    std::size_t count,
    const Modulus& q) {
    for (std::size_t i = 0; i < count; ++i) {
        const Word x = a0[i];
        const Word y = a1[i];
        const Word cross = multiply_montgomery(x, y, q);
        s0[i] = multiply_montgomery(x, x, q);
        s1[i] = subtract_once(2 * cross, q.value());
        s2[i] = multiply_montgomery(y, y, q);
    }
}

void weighted_sums(const WeightedSums& task) {
    for (std::size_t i = 0; i < kRowBlock * kTileColumns; ++i)
        task.sums[i] = 0;
    const Word* weight = task.weights;
    for (const std::uint32_t k : task.chosen) {
        const Word* const x = task.inputs + k * task.stride;
        for (std::size_t row = 0; row < kRowBlock; ++row, ++weight)
            for (std::size_t j = 0; j < kTileColumns; ++j)
                task.sums[row * kTileColumns + j] += *weight * x[j];
    }
}

void finish_sums(const FinishedSums& task, const Modulus& q) {
    for (std::size_t row = 0; row < task.outputs.size(); ++row) {
        const std::uint32_t output = task.outputs[row];
        const Word lift = task.lift_of(output);
        const Word* const sums = task.sums + row * kTileColumns;
        Word* const out = task.out + output * kTileColumns;
        for (std::size_t j = 0; j < kTileColumns; ++j)
            out[j] = reduce_word(sums[j] + lift - (task.ones[j] << task.shift), q);
    }
}

void pack(std::uint8_t* out, const Word* a, std::size_t count, unsigned bits) {
    Wide pending = 0;
    unsigned held = 0;
    for (std::size_t i = 0; i < count; ++i) {
        pending |= Wide{a[i]} << held;
        for (held += bits; held >= 8; held -= 8) {
            *out++ = static_cast<std::uint8_t>(pending);
            pending >>= 8U;
        }
    }
}

void unpack(Word* out, const std::uint8_t* in, std::size_t count, unsigned bits) {
    Wide pending = 0;
    unsigned held = 0;
    for (std::size_t i = 0; i < count; ++i) {
        for (; held < bits; held += 8)
            pending |= Wide{*in++} << held;
        out[i] = static_cast<Word>(pending) & ((Word{1} << bits) - 1);
        pending >>= bits;
        held -= bits;
    }
}

bool all_below(const Word* a, std::size_t count, Word bound) {
    Word above = 0;
    for (std::size_t i = 0; i < count; ++i)
        above |= (bound - 1 - a[i]) | a[i];
    return above >> 63U == 0;
}

void noisy_message(
    Word* out, const Word* message, const Word* random, std::size_t count, const Modulus& t) {
    const NoiseShape shape(t);
    for (std::size_t i = 0; i < count; ++i)
        out[i] = shape.apply(message[i], random[i]);
}

}  // namespace portable

const Kernels& portable_kernels() {
    static constexpr Kernels kKernels = {
        .set = InstructionSet::portable,
        .ntt_forward = portable::ntt_forward,
        .ntt_inverse = portable::ntt_inverse,
        .multiply = portable::multiply,
        .multiply_add = portable::multiply_add,
        .scale = portable::scale,
        .add = portable::add,
        .subtract = portable::subtract,
        .reduce = portable::reduce,
        .reduce_signed = portable::reduce_signed,
        .square = portable::square,
        .weighted_sums = portable::weighted_sums,
        .finish_sums = portable::finish_sums,
        .pack = portable::pack,
        .unpack = portable::unpack,
        .all_below = portable::all_below,
        .noisy_message = portable::noisy_message,
    };
    return kKernels;
}

}  // namespace theriac::he
