#include "scrypt.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <span>
#include <vector>

namespace theriac::crypto {
namespace {

constexpr std::size_t kBlockWords = 16;  // a Salsa20 block: 64 bytes
using Words = std::span<std::uint32_t>;
using Block = std::array<std::uint32_t, kBlockWords>;

void quarter_round(Block& x, std::size_t a, std::size_t b, std::size_t c, std::size_t d) {
    x[b] ^= std::rotl(x[a] + x[d], 7);
    x[c] ^= std::rotl(x[b] + x[a], 9);
    x[d] ^= std::rotl(x[c] + x[b], 13);
    x[a] ^= std::rotl(x[d] + x[c], 18);
}

/// Section 3: Salsa20/8, columns then rows.
void salsa20_8(Block& block) {
    Block x = block;
    for (int round = 0; round < 8; round += 2) {
        quarter_round(x, 0, 4, 8, 12);
        quarter_round(x, 5, 9, 13, 1);
        quarter_round(x, 10, 14, 2, 6);
        quarter_round(x, 15, 3, 7, 11);
        quarter_round(x, 0, 1, 2, 3);
        quarter_round(x, 5, 6, 7, 4);
        quarter_round(x, 10, 11, 8, 9);
        quarter_round(x, 15, 12, 13, 14);
    }
    for (std::size_t i = 0; i < kBlockWords; ++i)
        block[i] += x[i];
}

/// Section 4, scryptBlockMix: `out` gets the even blocks first, then the odd ones.
void block_mix(std::span<const std::uint32_t> in, Words out) {
    const std::size_t blocks = in.size() / kBlockWords;
    Block x{};
    std::ranges::copy(in.last(kBlockWords), x.begin());
    for (std::size_t i = 0; i < blocks; ++i) {
        for (std::size_t k = 0; k < kBlockWords; ++k)
            x[k] ^= in[(i * kBlockWords) + k];
        salsa20_8(x);
        const std::size_t place = (i / 2) + ((i % 2) * (blocks / 2));
        std::ranges::copy(x, out.begin() + static_cast<std::ptrdiff_t>(place * kBlockWords));
    }
}

/// Words that are wiped when they end.
class SecretWords {
public:
    explicit SecretWords(std::size_t count) : words_(count) {}

    SecretWords(const SecretWords&) = delete;
    SecretWords& operator=(const SecretWords&) = delete;

    ~SecretWords() {
        // Sound: any object may be written as unsigned char, and the extent is its own.
        wipe({reinterpret_cast<std::uint8_t*>(words_.data()), words_.size() * 4});
    }

    Words words() { return words_; }

private:
    std::vector<std::uint32_t> words_;
};

/// Section 5, scryptROMix: fills the table `v` of n rows, then walks it as its contents say.
void ro_mix(Words x, Words v, Words scratch) {
    const std::size_t row = x.size();
    const std::size_t n = v.size() / row;
    for (std::size_t i = 0; i < n; ++i) {
        std::ranges::copy(x, v.begin() + static_cast<std::ptrdiff_t>(i * row));
        block_mix(v.subspan(i * row, row), x);
    }
    for (std::size_t i = 0; i < n; ++i) {
        // Integerify: the last block, little-endian, modulo n, a power of two of at most 32 bits.
        const std::size_t j = x[row - kBlockWords] & (n - 1);
        for (std::size_t k = 0; k < row; ++k)
            scratch[k] = x[k] ^ v[(j * row) + k];
        block_mix(scratch, x);
    }
}

void load(ByteView bytes, Words words) {
    for (std::size_t i = 0; i < words.size(); ++i)
        words[i] = std::uint32_t{bytes[4 * i]} | std::uint32_t{bytes[(4 * i) + 1]} << 8U
                   | std::uint32_t{bytes[(4 * i) + 2]} << 16U
                   | std::uint32_t{bytes[(4 * i) + 3]} << 24U;
}

void store(std::span<const std::uint32_t> words, MutableByteView bytes) {
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(words[i / 4] >> (8 * (i % 4)));
}

}  // namespace

// Section 6.
void scrypt(
    ByteView password, ByteView salt, const ScryptParameters& parameters, MutableByteView out) {
    const std::size_t row_bytes = std::size_t{128} * parameters.r;
    SecretBytes mixed(row_bytes * parameters.p);
    pbkdf2_sha256(password, salt, 1, mixed.fill());
    SecretWords x(row_bytes / 4);
    SecretWords scratch(row_bytes / 4);
    SecretWords table(row_bytes / 4 * parameters.n);
    for (std::size_t i = 0; i < parameters.p; ++i) {
        const MutableByteView part = mixed.fill().subspan(i * row_bytes, row_bytes);
        load(part, x.words());
        ro_mix(x.words(), table.words(), scratch.words());
        store(x.words(), part);
    }
    pbkdf2_sha256(password, mixed.reveal(), 1, out);
}

}  // namespace theriac::crypto
