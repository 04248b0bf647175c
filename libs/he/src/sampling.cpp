#include "sampling.hpp"

#include "theriac/base/byte_reader.hpp"

#include "noise_shape.hpp"
#include "wide.hpp"

#include <bit>

namespace theriac::he {

crypto::HkdfEntropy stream(
    const Secret<32>& seed, std::string_view purpose, std::initializer_list<std::size_t> numbers) {
    Bytes info = to_bytes(as_bytes(purpose));
    for (const std::size_t number : numbers)
        append_u32_le(info, static_cast<std::uint32_t>(number));
    return {seed, info};
}

void fill_words(Entropy& entropy, std::span<Word> out) {
    static_assert(std::endian::native == std::endian::little);
    // Sound: any bytes make a word.
    entropy.fill({reinterpret_cast<std::uint8_t*>(out.data()), out.size_bytes()});
}

void sample_uniform_vartime(Entropy& entropy, const Modulus& q, std::span<Word> out) {
    const Word mask = (Word{1} << q.bits()) - 1;
    fill_words(entropy, out);
    for (Word& x : out)
        x &= mask;
    for (Word& x : out)
        while (x >= q.value()) {
            fill_words(entropy, {&x, 1});
            x &= mask;
        }
}

void sample_ternary(Entropy& entropy, std::span<Word> out) {
    fill_words(entropy, out);
    for (Word& x : out)
        x = high_word(x, 3) - 1;
}

void sample_noise(Entropy& entropy, std::span<Word> out) {
    fill_words(entropy, out);
    for (Word& x : out)
        x = binomial_noise(x);
}

}  // namespace theriac::he
