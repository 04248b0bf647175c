#include "flooding.hpp"

#include "kernels.hpp"
#include "sampling.hpp"

#include <algorithm>

namespace theriac::he {
namespace {

constexpr unsigned kLimbBits = 32;

/// Numbers of up to some hundred bits, coefficient by coefficient, as limbs of 32 bits.
class LongNumbers {
public:
    LongNumbers(Entropy& entropy, unsigned length, std::size_t count) : length_(length) {
        for (unsigned done = 0; done < length; done += kLimbBits) {
            SecretWords limb(count);
            fill_words(entropy, limb);
            const unsigned bits = std::min(kLimbBits, length - done);
            for (Word& x : limb)
                x >>= 64 - bits;
            limbs_.push_back(std::move(limb));
        }
    }

    /// Each number less half of 2^length, modulo q.
    [[nodiscard]] SecretWords modulo(const Modulus& q) const {
        SecretWords out(limbs_.front().size());
        const Word base = q.reduce(Word{1} << kLimbBits);
        const Word half = q.power(q.reduce(2), length_ - 1);
        for (std::size_t j = 0; j < out.size(); ++j) {
            for (std::size_t i = limbs_.size(); i-- > 0;)
                out[j] = q.add(q.multiply(out[j], base), q.reduce(limbs_[i][j]));
            out[j] = q.subtract(out[j], half);
        }
        return out;
    }

private:
    unsigned length_;
    std::vector<SecretWords> limbs_;
};

}  // namespace

void flood(
    const Context& context,
    const PublicKey& key,
    unsigned length,
    const Secret<32>& seed,
    std::size_t output,
    std::vector<Polynomial>& parts) {
    auto entropy = stream(seed, "theriac/he/flood/v1", {output});
    const Plaintext zero{.coefficients = SecretWords(context.degree())};
    const Ciphertext fresh = encrypt(context, key, zero, entropy);
    const LongNumbers drowning(entropy, length, context.degree());
    const Kernels& k = context.kernels();
    const std::size_t n = context.degree();
    for (std::size_t i = 0; i < parts[0].rows(); ++i) {
        const Modulus& q = context.prime(i);
        SecretWords values = drowning.modulo(q);
        k.ntt_forward(values.data(), context.tables(i));
        const Word t = q.multiply(q.reduce(context.plain().value()), q.r());
        k.scale(values.data(), values.data(), t, n, q);
        k.add(parts[0].row(i), parts[0].row(i), values.data(), n, q);
        for (std::size_t part = 0; part < 2; ++part)
            k.add(parts[part].row(i), parts[part].row(i), fresh.parts[part].row(i), n, q);
    }
}

}  // namespace theriac::he
