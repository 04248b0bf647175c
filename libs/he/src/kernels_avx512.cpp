// The kernels for AVX-512 with IFMA (products of 52 bits) and VBMI (byte permutations).
#include "portable_loops.hpp"

#ifdef __x86_64__
#include <immintrin.h>

#include <array>

#define THERIAC_TARGET \
    __attribute__((target("avx512f,avx512dq,avx512bw,avx512vl,avx512ifma,avx512vbmi")))
#define THERIAC_INLINE THERIAC_TARGET inline __attribute__((always_inline))

namespace theriac::he {
namespace {

using Lanes = __m512i;
constexpr std::size_t kLanes = 8;

THERIAC_INLINE Lanes load(const Word* x) {
    return _mm512_loadu_si512(x);
}

THERIAC_INLINE void store(Word* x, Lanes v) {
    _mm512_storeu_si512(x, v);
}

THERIAC_INLINE Lanes all(Word x) {
    return _mm512_set1_epi64(static_cast<long long>(x));
}

/// x - q where that is not negative, else x: of two unsigned words the lesser.
THERIAC_INLINE Lanes subtract_once(Lanes x, Lanes q) {
    return _mm512_min_epu64(x, _mm512_sub_epi64(x, q));
}

THERIAC_INLINE Lanes low_product(Lanes sum, Lanes a, Lanes b) {
    return _mm512_madd52lo_epu64(sum, a, b);
}

THERIAC_INLINE Lanes high_product(Lanes sum, Lanes a, Lanes b) {
    return _mm512_madd52hi_epu64(sum, a, b);
}

/// A modulus in every lane.
struct WideModulus {
    Lanes q;
    Lanes twice;
    Lanes inverse;  ///< modulo 2^52
    Lanes barrett;
    Lanes mask;
    unsigned shift;

    THERIAC_INLINE explicit WideModulus(const Modulus& modulus)
        : q(all(modulus.value())),
          twice(all(2 * modulus.value())),
          inverse(all(modulus.inverse_mod_r())),
          barrett(all(modulus.barrett())),
          mask(all(kRadixMask)),
          shift(modulus.bits() - 2) {}

    /// a * b / 2^52, for a * b < q * 2^52.
    THERIAC_INLINE Lanes multiply(Lanes a, Lanes b) const {
        const Lanes zero = _mm512_setzero_si512();
        const Lanes factor = low_product(zero, low_product(zero, a, b), inverse);
        const Lanes high = high_product(q, a, b);
        return subtract_once(_mm512_sub_epi64(high, high_product(zero, factor, q)), q);
    }

    /// x modulo q for x < 2^63. The quotient is estimated from the top bits, at most two too small;
    /// the remainder is then known from its low 52 bits.
    THERIAC_INLINE Lanes reduce(Lanes x) const {
        const Lanes zero = _mm512_setzero_si512();
        const Lanes quotient = high_product(zero, _mm512_srli_epi64(x, shift), barrett);
        const Lanes rest =
            _mm512_and_si512(_mm512_sub_epi64(x, low_product(zero, quotient, q)), mask);
        return subtract_once(subtract_once(rest, q), q);
    }
};

/// Roots with their quotients.
struct Roots {
    Lanes root;
    Lanes quotient;
};

struct Pair {
    Lanes a;
    Lanes b;
};

/// root * y modulo q, below 2q, for y < 2^52.
THERIAC_INLINE Lanes multiply_root(Lanes y, Roots r, const WideModulus& m) {
    const Lanes zero = _mm512_setzero_si512();
    const Lanes estimate = high_product(zero, r.quotient, y);
    const Lanes product = low_product(zero, r.root, y);
    return _mm512_and_si512(_mm512_sub_epi64(product, low_product(zero, estimate, m.q)), m.mask);
}

/// Cooley and Tukey's butterfly; all below 4q.
THERIAC_INLINE Pair forward(Pair x, Roots r, const WideModulus& m) {
    const Lanes u = subtract_once(x.a, m.twice);
    const Lanes v = multiply_root(x.b, r, m);
    return {_mm512_add_epi64(u, v), _mm512_add_epi64(_mm512_sub_epi64(u, v), m.twice)};
}

/// Gentleman and Sande's butterfly; all below 2q.
THERIAC_INLINE Pair inverse(Pair x, Roots r, const WideModulus& m) {
    const Lanes difference = _mm512_add_epi64(_mm512_sub_epi64(x.a, x.b), m.twice);
    return {subtract_once(_mm512_add_epi64(x.a, x.b), m.twice), multiply_root(difference, r, m)};
}

THERIAC_INLINE Roots same_root(const Word* roots, const Word* quotients, std::size_t i) {
    return {all(roots[i]), all(quotients[i])};
}

/// Two layers in one pass over memory: blocks of 4 * quarter words.
THERIAC_TARGET void forward_two_layers(
    Word* x, const NttTables& t, std::size_t blocks, std::size_t quarter, const WideModulus& m) {
    for (std::size_t i = 0; i < blocks; ++i) {
        const Roots outer = same_root(t.roots(), t.root_quotients(), blocks + i);
        const Roots left = same_root(t.roots(), t.root_quotients(), 2 * (blocks + i));
        const Roots right = same_root(t.roots(), t.root_quotients(), 2 * (blocks + i) + 1);
        Word* const base = x + 4 * i * quarter;
        for (std::size_t j = 0; j < quarter; j += kLanes) {
            Word* const p = base + j;
            const Pair even = forward({load(p), load(p + 2 * quarter)}, outer, m);
            const Pair odd = forward({load(p + quarter), load(p + 3 * quarter)}, outer, m);
            const Pair first = forward({even.a, odd.a}, left, m);
            const Pair second = forward({even.b, odd.b}, right, m);
            store(p, first.a);
            store(p + quarter, first.b);
            store(p + 2 * quarter, second.a);
            store(p + 3 * quarter, second.b);
        }
    }
}

THERIAC_TARGET void inverse_two_layers(
    Word* x, const NttTables& t, std::size_t blocks, std::size_t quarter, const WideModulus& m) {
    for (std::size_t i = 0; i < blocks; ++i) {
        const Roots outer = same_root(t.inverse_roots(), t.inverse_root_quotients(), blocks + i);
        const Roots left =
            same_root(t.inverse_roots(), t.inverse_root_quotients(), 2 * (blocks + i));
        const Roots right =
            same_root(t.inverse_roots(), t.inverse_root_quotients(), 2 * (blocks + i) + 1);
        Word* const base = x + 4 * i * quarter;
        for (std::size_t j = 0; j < quarter; j += kLanes) {
            Word* const p = base + j;
            const Pair first = inverse({load(p), load(p + quarter)}, left, m);
            const Pair second = inverse({load(p + 2 * quarter), load(p + 3 * quarter)}, right, m);
            const Pair even = inverse({first.a, second.a}, outer, m);
            const Pair odd = inverse({first.b, second.b}, outer, m);
            store(p, even.a);
            store(p + quarter, odd.a);
            store(p + 2 * quarter, even.b);
            store(p + 3 * quarter, odd.b);
        }
    }
}

THERIAC_TARGET void forward_layer(
    Word* x, const NttTables& t, std::size_t blocks, std::size_t half, const WideModulus& m) {
    for (std::size_t i = 0; i < blocks; ++i) {
        const Roots r = same_root(t.roots(), t.root_quotients(), blocks + i);
        Word* const a = x + 2 * i * half;
        for (std::size_t j = 0; j < half; j += kLanes) {
            const Pair y = forward({load(a + j), load(a + half + j)}, r, m);
            store(a + j, y.a);
            store(a + half + j, y.b);
        }
    }
}

THERIAC_TARGET void inverse_layer(
    Word* x, const NttTables& t, std::size_t blocks, std::size_t half, const WideModulus& m) {
    for (std::size_t i = 0; i < blocks; ++i) {
        const Roots r = same_root(t.inverse_roots(), t.inverse_root_quotients(), blocks + i);
        Word* const a = x + 2 * i * half;
        for (std::size_t j = 0; j < half; j += kLanes) {
            const Pair y = inverse({load(a + j), load(a + half + j)}, r, m);
            store(a + j, y.a);
            store(a + half + j, y.b);
        }
    }
}

/// How 16 neighbouring words are dealt to two registers for butterflies 4, 2 and 1 apart.
struct Shuffles {
    Lanes apart_4_to_2_a;
    Lanes apart_4_to_2_b;
    Lanes merge_a;
    Lanes merge_b;
    Lanes twice_each;
    Lanes four_each;

    THERIAC_INLINE Shuffles()
        : apart_4_to_2_a(_mm512_setr_epi64(0, 1, 8, 9, 4, 5, 12, 13)),
          apart_4_to_2_b(_mm512_setr_epi64(2, 3, 10, 11, 6, 7, 14, 15)),
          merge_a(_mm512_setr_epi64(0, 8, 1, 9, 2, 10, 3, 11)),
          merge_b(_mm512_setr_epi64(4, 12, 5, 13, 6, 14, 7, 15)),
          twice_each(_mm512_setr_epi64(0, 0, 1, 1, 2, 2, 3, 3)),
          four_each(_mm512_setr_epi64(0, 0, 0, 0, 1, 1, 1, 1)) {}
};

/// The roots of the layers 4, 2 and 1 apart for the 16 words that begin at 16 * i.
struct LastRoots {
    Roots apart_4;
    Roots apart_2;
    Roots apart_1;
};

THERIAC_INLINE Lanes spread_two(const Word* x, Lanes index) {
    return _mm512_permutexvar_epi64(
        index,
        _mm512_castsi128_si512(
            _mm_loadu_si128(static_cast<const __m128i*>(static_cast<const void*>(x)))));
}

THERIAC_INLINE Lanes spread_four(const Word* x, Lanes index) {
    return _mm512_permutexvar_epi64(
        index,
        _mm512_castsi256_si512(
            _mm256_loadu_si256(static_cast<const __m256i*>(static_cast<const void*>(x)))));
}

THERIAC_INLINE LastRoots last_roots(
    const Word* roots, const Word* quotients, std::size_t n, std::size_t i, const Shuffles& s) {
    const std::size_t at_4 = n / 8 + 2 * i;
    const std::size_t at_2 = n / 4 + 4 * i;
    const std::size_t at_1 = n / 2 + 8 * i;
    return {
        {spread_two(roots + at_4, s.four_each), spread_two(quotients + at_4, s.four_each)},
        {spread_four(roots + at_2, s.twice_each), spread_four(quotients + at_2, s.twice_each)},
        {load(roots + at_1), load(quotients + at_1)}};
}

THERIAC_TARGET void forward_last_layers(Word* x, const NttTables& t, const WideModulus& m) {
    const Shuffles s;
    for (std::size_t i = 0; i < t.n() / 16; ++i) {
        const LastRoots r = last_roots(t.roots(), t.root_quotients(), t.n(), i, s);
        Word* const p = x + 16 * i;
        const Lanes v0 = load(p);
        const Lanes v1 = load(p + kLanes);
        Pair y = forward(
            {_mm512_shuffle_i64x2(v0, v1, 0x44), _mm512_shuffle_i64x2(v0, v1, 0xee)}, r.apart_4, m);
        y = forward(
            {_mm512_permutex2var_epi64(y.a, s.apart_4_to_2_a, y.b),
             _mm512_permutex2var_epi64(y.a, s.apart_4_to_2_b, y.b)},
            r.apart_2,
            m);
        y = forward(
            {_mm512_unpacklo_epi64(y.a, y.b), _mm512_unpackhi_epi64(y.a, y.b)}, r.apart_1, m);
        const Lanes a = subtract_once(subtract_once(y.a, m.twice), m.q);
        const Lanes b = subtract_once(subtract_once(y.b, m.twice), m.q);
        store(p, _mm512_permutex2var_epi64(a, s.merge_a, b));
        store(p + kLanes, _mm512_permutex2var_epi64(a, s.merge_b, b));
    }
}

THERIAC_TARGET void inverse_first_layers(Word* x, const NttTables& t, const WideModulus& m) {
    const Shuffles s;
    const Lanes evens = _mm512_setr_epi64(0, 2, 4, 6, 8, 10, 12, 14);
    const Lanes odds = _mm512_setr_epi64(1, 3, 5, 7, 9, 11, 13, 15);
    for (std::size_t i = 0; i < t.n() / 16; ++i) {
        const LastRoots r = last_roots(t.inverse_roots(), t.inverse_root_quotients(), t.n(), i, s);
        Word* const p = x + 16 * i;
        const Lanes v0 = load(p);
        const Lanes v1 = load(p + kLanes);
        Pair y = inverse(
            {_mm512_permutex2var_epi64(v0, evens, v1), _mm512_permutex2var_epi64(v0, odds, v1)},
            r.apart_1,
            m);
        y = inverse(
            {_mm512_unpacklo_epi64(y.a, y.b), _mm512_unpackhi_epi64(y.a, y.b)}, r.apart_2, m);
        y = inverse(
            {_mm512_permutex2var_epi64(y.a, s.apart_4_to_2_a, y.b),
             _mm512_permutex2var_epi64(y.a, s.apart_4_to_2_b, y.b)},
            r.apart_4,
            m);
        store(p, _mm512_shuffle_i64x2(y.a, y.b, 0x44));
        store(p + kLanes, _mm512_shuffle_i64x2(y.a, y.b, 0xee));
    }
}

THERIAC_TARGET void ntt_forward(Word* x, const NttTables& tables) {
    const WideModulus m(tables.modulus());
    std::size_t blocks = 1;
    std::size_t half = tables.n() / 2;
    for (; half >= 2 * kLanes; blocks *= 4, half /= 4)
        forward_two_layers(x, tables, blocks, half / 2, m);
    if (half >= kLanes) forward_layer(x, tables, blocks, half, m);
    forward_last_layers(x, tables, m);
}

THERIAC_TARGET void ntt_inverse(Word* x, const NttTables& tables) {
    const WideModulus m(tables.modulus());
    inverse_first_layers(x, tables, m);
    std::size_t half = kLanes;
    for (; 4 * half <= tables.n(); half *= 4)
        inverse_two_layers(x, tables, tables.n() / (4 * half), half, m);
    if (2 * half <= tables.n()) inverse_layer(x, tables, tables.n() / (2 * half), half, m);
    const Roots last = {all(tables.n_inverse()), all(tables.n_inverse_quotient())};
    for (std::size_t i = 0; i < tables.n(); i += kLanes)
        store(x + i, subtract_once(multiply_root(load(x + i), last, m), m.q));
}

THERIAC_TARGET void multiply(
    Word* out, const Word* a, const Word* b, std::size_t count, const Modulus& q) {
    const WideModulus m(q);
    for (std::size_t i = 0; i < count; i += kLanes)
        store(out + i, m.multiply(load(a + i), load(b + i)));
}

THERIAC_TARGET void multiply_add(
    Word* out, const Word* a, const Word* b, std::size_t count, const Modulus& q) {
    const WideModulus m(q);
    for (std::size_t i = 0; i < count; i += kLanes) {
        const Lanes product = m.multiply(load(a + i), load(b + i));
        store(out + i, subtract_once(_mm512_add_epi64(load(out + i), product), m.q));
    }
}

THERIAC_TARGET void scale(
    Word* out, const Word* a, Word factor, std::size_t count, const Modulus& q) {
    const WideModulus m(q);
    const Lanes f = all(factor);
    for (std::size_t i = 0; i < count; i += kLanes)
        store(out + i, m.multiply(load(a + i), f));
}

THERIAC_TARGET void add(
    Word* out, const Word* a, const Word* b, std::size_t count, const Modulus& q) {
    const Lanes wide = all(q.value());
    for (std::size_t i = 0; i < count; i += kLanes)
        store(out + i, subtract_once(_mm512_add_epi64(load(a + i), load(b + i)), wide));
}

THERIAC_TARGET void subtract(
    Word* out, const Word* a, const Word* b, std::size_t count, const Modulus& q) {
    const Lanes wide = all(q.value());
    for (std::size_t i = 0; i < count; i += kLanes) {
        const Lanes difference = _mm512_sub_epi64(load(a + i), load(b + i));
        store(out + i, _mm512_min_epu64(difference, _mm512_add_epi64(difference, wide)));
    }
}

THERIAC_TARGET void reduce(Word* out, const Word* a, std::size_t count, const Modulus& q) {
    if (q.bits() < 16) return portable::reduce(out, a, count, q);  // too short for `reduce`
    const WideModulus m(q);
    for (std::size_t i = 0; i < count; i += kLanes)
        store(out + i, m.reduce(load(a + i)));
}

THERIAC_TARGET void reduce_signed(Word* out, const Word* a, std::size_t count, const Modulus& q) {
    if (q.bits() < 16) return portable::reduce_signed(out, a, count, q);
    const WideModulus m(q);
    const Lanes lift = all((Word{1} << 62U) / q.value() * q.value());
    for (std::size_t i = 0; i < count; i += kLanes) {
        // Below zero the sum is above -q: one more q makes it a residue to be reduced.
        const Lanes sum = _mm512_add_epi64(_mm512_add_epi64(load(a + i), lift), m.q);
        store(out + i, m.reduce(sum));
    }
}

THERIAC_TARGET void square(
    Word* s0,
    Word* s1,
    Word* s2,
    const Word* a0,
    const Word* a1,
    std::size_t count,
    const Modulus& q) {
    const WideModulus m(q);
    for (std::size_t i = 0; i < count; i += kLanes) {
        const Lanes x = load(a0 + i);
        const Lanes y = load(a1 + i);
        const Lanes cross = m.multiply(x, y);
        store(s0 + i, m.multiply(x, x));
        store(s1 + i, subtract_once(_mm512_add_epi64(cross, cross), m.q));
        store(s2 + i, m.multiply(y, y));
    }
}

/// The accumulators of one block: kRowBlock rows of kTileColumns columns, all in registers.
THERIAC_TARGET void weighted_sums(const WeightedSums& task) {
    constexpr std::size_t kAcross = kTileColumns / kLanes;
    static_assert(kRowBlock == 6 && kAcross == 4);
    Lanes sums[kRowBlock][kAcross];  // NOLINT(modernize-avoid-c-arrays): kept in registers
    for (auto& row : sums)
        for (Lanes& sum : row)
            sum = _mm512_setzero_si512();
    const Word* weight = task.weights;
    for (const std::uint32_t k : task.chosen) {
        const Word* const x = task.inputs + k * task.stride;
        const Lanes x0 = load(x);
        const Lanes x1 = load(x + kLanes);
        const Lanes x2 = load(x + 2 * kLanes);
        const Lanes x3 = load(x + 3 * kLanes);
#pragma GCC unroll 6
        for (std::size_t row = 0; row < kRowBlock; ++row) {
            const Lanes w = all(weight[row]);
            sums[row][0] = low_product(sums[row][0], x0, w);
            sums[row][1] = low_product(sums[row][1], x1, w);
            sums[row][2] = low_product(sums[row][2], x2, w);
            sums[row][3] = low_product(sums[row][3], x3, w);
        }
        weight += kRowBlock;
    }
    Word* out = task.sums;
    for (const auto& row : sums)
        for (const Lanes sum : row) {
            store(out, sum);
            out += kLanes;
        }
}

THERIAC_TARGET void finish_sums(const FinishedSums& task, const Modulus& q) {
    if (q.bits() < 16) return portable::finish_sums(task, q);
    const WideModulus m(q);
    const __m128i shift = _mm_cvtsi32_si128(static_cast<int>(task.shift));
    for (std::size_t j = 0; j < kTileColumns; j += kLanes) {
        const Lanes offset = _mm512_sll_epi64(load(task.ones + j), shift);
        const Word* sums = task.sums + j;
        for (const std::uint32_t output : task.outputs) {
            const Lanes lifted = _mm512_add_epi64(load(sums), all(task.lift_of(output)));
            store(task.out + output * kTileColumns + j, m.reduce(_mm512_sub_epi64(lifted, offset)));
            sums += kTileColumns;
        }
    }
}

/// Where eight words of `bits` bits lie in 8 * bits bits: word i begins in byte i * bits / 8 at bit
/// i * bits % 8, and with at most 50 bits ends within 8 bytes of there.
struct BitLayout {
    Lanes starts;  ///< bits into the first byte
    Lanes gather;  ///< for each byte of each word, the byte it comes from
    __mmask64 touched;

    THERIAC_INLINE explicit BitLayout(unsigned bits) : touched((__mmask64{1} << bits) - 1) {
        const Lanes lane = _mm512_setr_epi64(0, 1, 2, 3, 4, 5, 6, 7);
        const Lanes first_bit = _mm512_mullo_epi64(lane, all(bits));
        starts = _mm512_and_si512(first_bit, all(7));
        const Lanes first_byte = _mm512_srli_epi64(first_bit, 3);
        gather = _mm512_add_epi8(
            _mm512_mullo_epi64(first_byte, all(0x0101010101010101U)), all(0x0706050403020100U));
    }
};

THERIAC_TARGET void unpack(Word* out, const std::uint8_t* in, std::size_t count, unsigned bits) {
    const BitLayout layout(bits);
    const Lanes mask = all((Word{1} << bits) - 1);
    for (std::size_t i = 0; i < count; i += kLanes, in += bits) {
        const Lanes bytes = _mm512_maskz_loadu_epi8(layout.touched, in);
        const Lanes words = _mm512_permutexvar_epi8(layout.gather, bytes);
        store(out + i, _mm512_and_si512(_mm512_srlv_epi64(words, layout.starts), mask));
    }
}

/// The inverse of `BitLayout::gather` for the even and for the odd words: neighbours share at most
/// one byte, so each kind alone puts at most one word into a byte.
struct Scatter {
    alignas(64) std::array<std::uint8_t, 64> from_even{};
    alignas(64) std::array<std::uint8_t, 64> from_odd{};
    std::uint64_t has_even = 0;
    std::uint64_t has_odd = 0;
};

constexpr Scatter scatter_of(unsigned bits) {
    Scatter out;
    for (unsigned word = 0; word < kLanes; ++word) {
        auto& from = word % 2 == 0 ? out.from_even : out.from_odd;
        auto& has = word % 2 == 0 ? out.has_even : out.has_odd;
        const unsigned first = word * bits / 8;
        for (unsigned byte = first; 8 * byte < (word + 1) * bits; ++byte) {
            from[byte] = static_cast<std::uint8_t>(8 * word + byte - first);
            has |= std::uint64_t{1} << byte;
        }
    }
    return out;
}

constexpr auto kScatters = [] {
    std::array<Scatter, Modulus::kMaxBits + 1> out{};
    for (unsigned bits = 1; bits <= Modulus::kMaxBits; ++bits)
        out[bits] = scatter_of(bits);
    return out;
}();

THERIAC_TARGET void pack(std::uint8_t* out, const Word* a, std::size_t count, unsigned bits) {
    const BitLayout layout(bits);
    const Scatter& scatter = kScatters[bits];
    const Lanes even = _mm512_load_si512(scatter.from_even.data());
    const Lanes odd = _mm512_load_si512(scatter.from_odd.data());
    for (std::size_t i = 0; i < count; i += kLanes, out += bits) {
        const Lanes words = _mm512_sllv_epi64(load(a + i), layout.starts);
        const Lanes bytes = _mm512_or_si512(
            _mm512_maskz_permutexvar_epi8(scatter.has_even, even, words),
            _mm512_maskz_permutexvar_epi8(scatter.has_odd, odd, words));
        _mm512_mask_storeu_epi8(out, layout.touched, bytes);
    }
}

THERIAC_TARGET bool all_below(const Word* a, std::size_t count, Word bound) {
    const Lanes bounds = all(bound);
    __mmask8 below = 0xff;
    for (std::size_t i = 0; i < count; i += kLanes)
        below = static_cast<__mmask8>(below & _mm512_cmplt_epu64_mask(load(a + i), bounds));
    return below == 0xff;
}

THERIAC_TARGET void noisy_message(
    Word* out, const Word* message, const Word* random, std::size_t count, const Modulus& t) {
    const NoiseShape shape(t);
    for (std::size_t i = 0; i < count; ++i)
        out[i] = shape.apply(message[i], random[i]);
}

}  // namespace

const Kernels& avx512_kernels() {
    static constexpr Kernels kKernels = {
        .set = InstructionSet::avx512_ifma,
        .ntt_forward = ntt_forward,
        .ntt_inverse = ntt_inverse,
        .multiply = multiply,
        .multiply_add = multiply_add,
        .scale = scale,
        .add = add,
        .subtract = subtract,
        .reduce = reduce,
        .reduce_signed = reduce_signed,
        .square = square,
        .weighted_sums = weighted_sums,
        .finish_sums = finish_sums,
        .pack = pack,
        .unpack = unpack,
        .all_below = all_below,
        .noisy_message = noisy_message,
    };
    return kKernels;
}

}  // namespace theriac::he

#else

namespace theriac::he {

const Kernels& avx512_kernels() {
    return portable_kernels();
}

}  // namespace theriac::he

#endif
