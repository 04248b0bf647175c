#include "theriac/he/bgv.hpp"

#include "kernels.hpp"
#include "wide.hpp"

#include <algorithm>
#include <cmath>

namespace theriac::he {
namespace {

/// c0 + c1 s + c2 s^2 modulo each prime, as coefficients.
SecretWords inner_product(
    const Context& context, const SecretKey& key, const Ciphertext& ciphertext) {
    const std::size_t n = context.degree();
    const Kernels& k = context.kernels();
    SecretWords out(n * ciphertext.primes());
    for (std::size_t i = 0; i < ciphertext.primes(); ++i) {
        const Modulus& q = context.prime(i);
        Word* const row = out.data() + i * n;
        for (std::size_t part = ciphertext.parts.size(); part-- > 0;) {  // Horner in s
            k.multiply(row, row, key.row(i), n, q);
            k.add(row, row, ciphertext.parts[part].row(i), n, q);
        }
        k.ntt_inverse(row, context.tables(i));
    }
    return out;
}

/// Digits x_i with value = x_0 + x_1 q_0 + x_2 q_0 q_1 + ..., x_i < q_i (Garner), for the first
/// primes of a chain.
class MixedRadix {
public:
    MixedRadix(const Context& context, std::size_t primes) : context_(&context), primes_(primes) {
        for (std::size_t i = 0; i < primes; ++i)
            for (std::size_t j = 0; j < i; ++j) {
                const Modulus& q = context.prime(i);
                inverses_.push_back(q.inverse(q.reduce(context.prime(j).value())));
            }
        // Half of the product less one has the digits of (q_i - 1) / 2.
        for (std::size_t i = 0; i < primes; ++i)
            half_.push_back(context.prime(i).value() / 2);
    }

    /// @param residues  of one number; becomes its digits
    void convert(SecretWords& residues) const {
        auto inverse = inverses_.begin();
        for (std::size_t i = 0; i < primes_; ++i) {
            const Modulus& q = context_->prime(i);
            for (std::size_t j = 0; j < i; ++j, ++inverse)
                residues[i] = q.multiply(q.subtract(residues[i], q.reduce(residues[j])), *inverse);
        }
    }

    /// All ones when the number is above half the product, else zero.
    [[nodiscard]] Word above_half(const SecretWords& digits) const {
        Word above = 0;
        for (std::size_t i = 0; i < primes_; ++i) {
            const Word greater = Word{0} - ((half_[i] - digits[i]) >> 63U);
            const Word less = Word{0} - ((digits[i] - half_[i]) >> 63U);
            above = greater | (above & ~less);
        }
        return above;
    }

    /// The number modulo t, centred first.
    [[nodiscard]] Word modulo(const SecretWords& digits, const Modulus& t) const {
        Word product = 1;
        Word sum = 0;
        for (std::size_t i = 0; i < primes_; ++i) {
            sum = t.add(sum, t.multiply(t.reduce(digits[i]), product));
            product = t.multiply(product, t.reduce(context_->prime(i).value()));
        }
        return t.subtract(sum, product & above_half(digits));
    }

    /// log2 of the number's size, centred.
    [[nodiscard]] double log2_size_vartime(const SecretWords& digits) const {
        SecretWords size = digits;
        if (above_half(digits) != 0)  // product - 1 - number, digit by digit
            for (std::size_t i = 0; i < primes_; ++i)
                size[i] = context_->prime(i).value() - 1 - size[i];
        double out = 0;
        for (std::size_t i = primes_; i-- > 0;)
            out = out * static_cast<double>(context_->prime(i).value())
                  + static_cast<double>(size[i]);
        return std::log2(std::max(out, 1.0));
    }

private:
    const Context* context_;
    std::size_t primes_;
    std::vector<Word> inverses_;
    std::vector<Word> half_;
};

Result<void> check_key(const SecretKey& key, const Ciphertext& ciphertext) {
    if (ciphertext.key != key.id())
        return fail(
            Errc::unauthenticated,
            "decryption: the ciphertext belongs to key " + ciphertext.key.hex() + ", this is "
                + key.id().hex());
    return {};
}

/// Calls `use(j, digits)` for coefficient j.
template <typename Use>
void for_each_coefficient(
    const Context& context, const SecretWords& rows, const MixedRadix& radix, Use use) {
    const std::size_t n = context.degree();
    SecretWords digits(rows.size() / n);
    for (std::size_t j = 0; j < n; ++j) {
        for (std::size_t i = 0; i < digits.size(); ++i)
            digits[i] = rows[i * n + j];
        radix.convert(digits);
        use(j, digits);
    }
}

}  // namespace

Result<Plaintext> decrypt(
    const Context& context, const SecretKey& key, const Ciphertext& ciphertext) {
    THERIAC_CHECK(check_key(key, ciphertext));
    const MixedRadix radix(context, ciphertext.primes());
    const Modulus& t = context.plain();
    const Word unscale = t.inverse(ciphertext.factor);
    Plaintext out{.coefficients = SecretWords(context.degree())};
    for_each_coefficient(
        context,
        inner_product(context, key, ciphertext),
        radix,
        [&](std::size_t j, const SecretWords& digits) {
            out.coefficients[j] = t.multiply(radix.modulo(digits, t), unscale);
        });
    return out;
}

Result<double> measured_margin_vartime(
    const Context& context, const SecretKey& key, const Ciphertext& ciphertext) {
    THERIAC_CHECK(check_key(key, ciphertext));
    const MixedRadix radix(context, ciphertext.primes());
    double largest = 0;
    for_each_coefficient(
        context,
        inner_product(context, key, ciphertext),
        radix,
        [&](std::size_t /*j*/, const SecretWords& digits) {
            largest = std::max(largest, radix.log2_size_vartime(digits));
        });
    return context.parameters().log2_modulus(ciphertext.primes()) - 1 - largest;
}

}  // namespace theriac::he
