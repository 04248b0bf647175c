// The portable kernels by name, for the other sets to fall back on.
#pragma once

#include "kernels.hpp"
#include "noise_shape.hpp"
#include "wide.hpp"

namespace theriac::he::portable {

void ntt_forward(Word* x, const NttTables& tables);
void ntt_inverse(Word* x, const NttTables& tables);
void multiply(Word* out, const Word* a, const Word* b, std::size_t count, const Modulus& q);
void multiply_add(Word* out, const Word* a, const Word* b, std::size_t count, const Modulus& q);
void scale(Word* out, const Word* a, Word factor, std::size_t count, const Modulus& q);
void add(Word* out, const Word* a, const Word* b, std::size_t count, const Modulus& q);
void subtract(Word* out, const Word* a, const Word* b, std::size_t count, const Modulus& q);
void reduce(Word* out, const Word* a, std::size_t count, const Modulus& q);
void reduce_signed(Word* out, const Word* a, std::size_t count, const Modulus& q);
void square(
    Word* s0,
    Word* s1,
    Word* s2,
    const Word* a0,
    const Word* a1,
    std::size_t count,
    const Modulus& q);
void weighted_sums(const WeightedSums& task);
void finish_sums(const FinishedSums& task, const Modulus& q);
void pack(std::uint8_t* out, const Word* a, std::size_t count, unsigned bits);
void unpack(Word* out, const std::uint8_t* in, std::size_t count, unsigned bits);
bool all_below(const Word* a, std::size_t count, Word bound);
void noisy_message(
    Word* out, const Word* message, const Word* random, std::size_t count, const Modulus& t);

}  // namespace theriac::he::portable
