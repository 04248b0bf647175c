// Random polynomials. Secret ones are drawn in constant time, with a fixed number of random bytes.
#pragma once

#include "theriac/base/ports.hpp"
#include "theriac/crypto/hkdf_entropy.hpp"
#include "theriac/he/modulus.hpp"
#include "theriac/he/words.hpp"

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

namespace theriac::he {

/// The random stream for a purpose ("theriac/he/.../v1") and numbers, 4 bytes each, little-endian,
/// out of a seed (docs/formats/he-messages.md).
crypto::HkdfEntropy stream(
    const Secret<32>& seed, std::string_view purpose, std::initializer_list<std::size_t> numbers);

/// Little-endian words.
void fill_words(Entropy& entropy, std::span<Word> out);

/// Uniform residues, public: each word of the stream is cut to the modulus' length; after the last,
/// those that are not below the modulus are drawn again in order.
void sample_uniform_vartime(Entropy& entropy, const Modulus& q, std::span<Word> out);

/// -1, 0 and 1 with a third each, up to 2^-62, as two's complement.
void sample_ternary(Entropy& entropy, std::span<Word> out);

/// Centred binomial noise (noise_shape.hpp) as two's complement.
void sample_noise(Entropy& entropy, std::span<Word> out);

}  // namespace theriac::he
