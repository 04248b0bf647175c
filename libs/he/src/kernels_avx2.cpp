// The kernels for AVX2 and FMA. Residues below 2^50 are exact in double precision, and so is the
// difference of a product and the nearest multiple of the modulus, thanks to fused multiply-add
// (Dekker 1971; van der Hoeven, Lecerf and Quintin 2016, section 3.1). What gains nothing from this
// is the portable loop.
#include "portable_loops.hpp"

#ifdef __x86_64__
#include <immintrin.h>

#define THERIAC_TARGET __attribute__((target("avx2,fma")))
#define THERIAC_INLINE THERIAC_TARGET inline __attribute__((always_inline))

namespace theriac::he {
namespace {

using Reals = __m256d;
using Integers = __m256i;
constexpr std::size_t kLanes = 4;

THERIAC_INLINE Integers load(const Word* x) {
    return _mm256_loadu_si256(static_cast<const Integers*>(static_cast<const void*>(x)));
}

THERIAC_INLINE void store(Word* x, Integers v) {
    _mm256_storeu_si256(static_cast<Integers*>(static_cast<void*>(x)), v);
}

/// 2^52 as a double: its last bits count ones, so adding it turns integers into doubles and back.
THERIAC_INLINE Reals magic() {
    return _mm256_set1_pd(0x1p52);
}

THERIAC_INLINE Reals to_reals(Integers x) {
    const Integers with_exponent = _mm256_or_si256(x, _mm256_castpd_si256(magic()));
    return _mm256_sub_pd(_mm256_castsi256_pd(with_exponent), magic());
}

THERIAC_INLINE Integers to_integers(Reals x) {
    return _mm256_xor_si256(
        _mm256_castpd_si256(_mm256_add_pd(x, magic())), _mm256_castpd_si256(magic()));
}

THERIAC_INLINE Reals load_reals(const Word* x) {
    return to_reals(load(x));
}

THERIAC_INLINE Reals all(Word x) {
    return _mm256_set1_pd(static_cast<double>(x));
}

/// A modulus in every lane.
struct RealModulus {
    Reals q;
    Reals inverse;

    THERIAC_INLINE explicit RealModulus(const Modulus& modulus)
        : q(all(modulus.value())),
          inverse(_mm256_set1_pd(1.0 / static_cast<double>(modulus.value()))) {}

    /// x + q where x is negative.
    THERIAC_INLINE Reals lift(Reals x) const {
        return _mm256_add_pd(
            x, _mm256_and_pd(q, _mm256_cmp_pd(x, _mm256_setzero_pd(), _CMP_LT_OQ)));
    }

    THERIAC_INLINE Reals add(Reals a, Reals b) const {
        return lift(_mm256_sub_pd(_mm256_add_pd(a, b), q));
    }

    THERIAC_INLINE Reals subtract(Reals a, Reals b) const { return lift(_mm256_sub_pd(a, b)); }

    /// a * b, of which `estimate` is the quotient by q up to less than 1/2.
    THERIAC_INLINE Reals multiply_by(Reals a, Reals b, Reals estimate) const {
        const Reals high = _mm256_mul_pd(a, b);
        const Reals low = _mm256_fmsub_pd(a, b, high);
        const Reals quotient =
            _mm256_round_pd(estimate, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
        return lift(_mm256_add_pd(_mm256_fnmadd_pd(quotient, q, high), low));
    }

    THERIAC_INLINE Reals multiply(Reals a, Reals b) const {
        return multiply_by(a, b, _mm256_mul_pd(_mm256_mul_pd(a, b), inverse));
    }
};

struct Roots {
    Reals root;
    Reals ratio;  ///< root / q
};

struct Pair {
    Reals a;
    Reals b;
};

THERIAC_INLINE Roots roots_of(Integers roots, Integers quotients) {
    return {to_reals(roots), _mm256_mul_pd(to_reals(quotients), _mm256_set1_pd(0x1p-52))};
}

THERIAC_INLINE Integers same(Word x) {
    return _mm256_set1_epi64x(static_cast<long long>(x));
}

THERIAC_INLINE Reals multiply_root(Reals y, Roots r, const RealModulus& m) {
    return m.multiply_by(y, r.root, _mm256_mul_pd(y, r.ratio));
}

THERIAC_INLINE Pair forward(Pair x, Roots r, const RealModulus& m) {
    const Reals v = multiply_root(x.b, r, m);
    return {m.add(x.a, v), m.subtract(x.a, v)};
}

THERIAC_INLINE Pair inverse(Pair x, Roots r, const RealModulus& m) {
    return {m.add(x.a, x.b), multiply_root(m.subtract(x.a, x.b), r, m)};
}

enum class Direction : std::uint8_t { forward, inverse };

template <Direction kDirection>
THERIAC_INLINE Pair butterfly(Pair x, Roots r, const RealModulus& m) {
    if constexpr (kDirection == Direction::forward) return forward(x, r, m);
    return inverse(x, r, m);
}

struct RootTable {
    const Word* roots;
    const Word* quotients;
};

/// Butterflies `half` >= 4 apart.
template <Direction kDirection>
THERIAC_TARGET void wide_layer(
    Word* x, RootTable t, std::size_t blocks, std::size_t half, const RealModulus& m) {
    for (std::size_t i = 0; i < blocks; ++i) {
        const Roots r = roots_of(same(t.roots[blocks + i]), same(t.quotients[blocks + i]));
        Word* const a = x + 2 * i * half;
        for (std::size_t j = 0; j < half; j += kLanes) {
            const Pair y =
                butterfly<kDirection>({load_reals(a + j), load_reals(a + half + j)}, r, m);
            store(a + j, to_integers(y.a));
            store(a + half + j, to_integers(y.b));
        }
    }
}

/// Two roots, each for two neighbours.
THERIAC_INLINE Integers two_each(const Word* x) {
    const Integers pair = _mm256_castsi128_si256(
        _mm_loadu_si128(static_cast<const __m128i*>(static_cast<const void*>(x))));
    return _mm256_permute4x64_epi64(pair, 0x50);
}

/// Butterflies 2 apart, over 8 words at a time.
template <Direction kDirection>
THERIAC_TARGET void layer_of_two(Word* x, RootTable t, std::size_t n, const RealModulus& m) {
    for (std::size_t i = 0; i < n / 8; ++i) {
        Word* const p = x + 8 * i;
        const std::size_t at = n / 4 + 2 * i;
        const Reals v0 = load_reals(p);
        const Reals v1 = load_reals(p + kLanes);
        const Pair y = butterfly<kDirection>(
            {_mm256_permute2f128_pd(v0, v1, 0x20), _mm256_permute2f128_pd(v0, v1, 0x31)},
            roots_of(two_each(t.roots + at), two_each(t.quotients + at)),
            m);
        store(p, to_integers(_mm256_permute2f128_pd(y.a, y.b, 0x20)));
        store(p + kLanes, to_integers(_mm256_permute2f128_pd(y.a, y.b, 0x31)));
    }
}

/// Butterflies of neighbours.
template <Direction kDirection>
THERIAC_TARGET void layer_of_one(Word* x, RootTable t, std::size_t n, const RealModulus& m) {
    for (std::size_t i = 0; i < n / 8; ++i) {
        Word* const p = x + 8 * i;
        const std::size_t at = n / 2 + 4 * i;
        const Reals v0 = load_reals(p);
        const Reals v1 = load_reals(p + kLanes);
        const Pair y = butterfly<kDirection>(
            {_mm256_unpacklo_pd(v0, v1), _mm256_unpackhi_pd(v0, v1)},
            roots_of(
                _mm256_permute4x64_epi64(load(t.roots + at), 0xd8),
                _mm256_permute4x64_epi64(load(t.quotients + at), 0xd8)),
            m);
        store(p, to_integers(_mm256_unpacklo_pd(y.a, y.b)));
        store(p + kLanes, to_integers(_mm256_unpackhi_pd(y.a, y.b)));
    }
}

THERIAC_TARGET void ntt_forward(Word* x, const NttTables& tables) {
    const RealModulus m(tables.modulus());
    const RootTable t{tables.roots(), tables.root_quotients()};
    std::size_t blocks = 1;
    for (std::size_t half = tables.n() / 2; half >= kLanes; half /= 2, blocks *= 2)
        wide_layer<Direction::forward>(x, t, blocks, half, m);
    layer_of_two<Direction::forward>(x, t, tables.n(), m);
    layer_of_one<Direction::forward>(x, t, tables.n(), m);
}

THERIAC_TARGET void ntt_inverse(Word* x, const NttTables& tables) {
    const RealModulus m(tables.modulus());
    const RootTable t{tables.inverse_roots(), tables.inverse_root_quotients()};
    layer_of_one<Direction::inverse>(x, t, tables.n(), m);
    layer_of_two<Direction::inverse>(x, t, tables.n(), m);
    std::size_t blocks = tables.n() / 8;
    for (std::size_t half = kLanes; half < tables.n(); half *= 2, blocks /= 2)
        wide_layer<Direction::inverse>(x, t, blocks, half, m);
    const Reals last = all(tables.n_inverse());
    for (std::size_t i = 0; i < tables.n(); i += kLanes)
        store(x + i, to_integers(m.multiply(load_reals(x + i), last)));
}

THERIAC_TARGET void multiply(
    Word* out, const Word* a, const Word* b, std::size_t count, const Modulus& q) {
    const RealModulus m(q);
    const Reals r_inverse = all(q.r_inverse());
    for (std::size_t i = 0; i < count; i += kLanes)
        store(
            out + i,
            to_integers(m.multiply(m.multiply(load_reals(a + i), load_reals(b + i)), r_inverse)));
}

THERIAC_TARGET void multiply_add(
    Word* out, const Word* a, const Word* b, std::size_t count, const Modulus& q) {
    const RealModulus m(q);
    const Reals r_inverse = all(q.r_inverse());
    for (std::size_t i = 0; i < count; i += kLanes) {
        const Reals product =
            m.multiply(m.multiply(load_reals(a + i), load_reals(b + i)), r_inverse);
        store(out + i, to_integers(m.add(load_reals(out + i), product)));
    }
}

THERIAC_TARGET void scale(
    Word* out, const Word* a, Word factor, std::size_t count, const Modulus& q) {
    const RealModulus m(q);
    const Reals f = all(multiply_montgomery(factor, 1, q));
    for (std::size_t i = 0; i < count; i += kLanes)
        store(out + i, to_integers(m.multiply(load_reals(a + i), f)));
}

THERIAC_TARGET void square(
    Word* s0,
    Word* s1,
    Word* s2,
    const Word* a0,
    const Word* a1,
    std::size_t count,
    const Modulus& q) {
    const RealModulus m(q);
    const Reals r_inverse = all(q.r_inverse());
    for (std::size_t i = 0; i < count; i += kLanes) {
        const Reals x = load_reals(a0 + i);
        const Reals y = load_reals(a1 + i);
        const Reals x_scaled = m.multiply(x, r_inverse);
        const Reals cross = m.multiply(x_scaled, y);
        store(s0 + i, to_integers(m.multiply(x_scaled, x)));
        store(s1 + i, to_integers(m.add(cross, cross)));
        store(s2 + i, to_integers(m.multiply(m.multiply(y, r_inverse), y)));
    }
}

/// Four columns at a time; each input as two halves of 32 bits, whose sums never meet.
THERIAC_TARGET void weighted_sums(const WeightedSums& task) {
    for (std::size_t column = 0; column < kTileColumns; column += kLanes) {
        Integers low[kRowBlock];   // NOLINT(modernize-avoid-c-arrays): kept in registers
        Integers high[kRowBlock];  // NOLINT(modernize-avoid-c-arrays): kept in registers
        for (std::size_t row = 0; row < kRowBlock; ++row)
            low[row] = high[row] = _mm256_setzero_si256();
        const Word* weight = task.weights;
        for (const std::uint32_t k : task.chosen) {
            const Integers x = load(task.inputs + k * task.stride + column);
            const Integers x_high = _mm256_srli_epi64(x, 32);
#pragma GCC unroll 6
            for (std::size_t row = 0; row < kRowBlock; ++row) {
                const Integers w = same(weight[row]);
                low[row] = _mm256_add_epi64(low[row], _mm256_mul_epu32(x, w));
                high[row] = _mm256_add_epi64(high[row], _mm256_mul_epu32(x_high, w));
            }
            weight += kRowBlock;
        }
        for (std::size_t row = 0; row < kRowBlock; ++row)
            store(
                task.sums + row * kTileColumns + column,
                _mm256_add_epi64(low[row], _mm256_slli_epi64(high[row], 32)));
    }
}

}  // namespace

const Kernels& avx2_kernels() {
    static constexpr Kernels kKernels = {
        .set = InstructionSet::avx2,
        .ntt_forward = ntt_forward,
        .ntt_inverse = ntt_inverse,
        .multiply = multiply,
        .multiply_add = multiply_add,
        .scale = scale,
        .add = portable::add,
        .subtract = portable::subtract,
        .reduce = portable::reduce,
        .reduce_signed = portable::reduce_signed,
        .square = square,
        .weighted_sums = weighted_sums,
        .finish_sums = portable::finish_sums,
        .pack = portable::pack,
        .unpack = portable::unpack,
        .all_below = portable::all_below,
        .noisy_message = portable::noisy_message,
    };
    return kKernels;
}

}  // namespace theriac::he

#else

namespace theriac::he {

const Kernels& avx2_kernels() {
    return portable_kernels();
}

}  // namespace theriac::he

#endif
