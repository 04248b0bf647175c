// 128-bit products, and the scalar reductions that the portable kernels and Modulus share.
#pragma once

#include "theriac/he/modulus.hpp"

namespace theriac::he {

__extension__ using Wide = unsigned __int128;

inline constexpr unsigned kRadixBits = 52;  ///< what one IFMA instruction multiplies
inline constexpr Word kRadixMask = (Word{1} << kRadixBits) - 1;

inline Word high_word(Word a, Word b) {
    return static_cast<Word>((Wide{a} * b) >> 64U);
}

/// `x - q` where x >= q, else `x`, without a branch. Both are below 2^63.
inline Word subtract_once(Word x, Word q) {
    const Word less = x - q;
    const Word borrow = Word{0} - (less >> 63U);
    return less + (q & borrow);
}

/// `x` modulo `q`, for any x. The quotient is at most two too small.
inline Word reduce_word(Word x, const Modulus& q) {
    const Word r = x - high_word(x, q.reciprocal()) * q.value();
    return subtract_once(subtract_once(r, q.value()), q.value());
}

/// a * b / 2^52 modulo q, for a * b < q * 2^52 (Montgomery 1985, with a radix of 2^52).
inline Word multiply_montgomery(Word a, Word b, const Modulus& q) {
    const Wide product = Wide{a} * b;
    const Word low = static_cast<Word>(product) & kRadixMask;
    const Word high = static_cast<Word>(product >> kRadixBits);
    const Word factor = (low * q.inverse_mod_r()) & kRadixMask;
    const Word cancelled = static_cast<Word>((Wide{factor} * q.value()) >> kRadixBits);
    return subtract_once(high + q.value() - cancelled, q.value());
}

}  // namespace theriac::he
