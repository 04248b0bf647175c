#include "theriac/he/batch.hpp"

#include "batch_layout.hpp"
#include "wide.hpp"
#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace theriac::he {
namespace {

/// Reads the ciphertext of one output.
Result<Ciphertext> read_output(
    const Session& session,
    std::size_t modulus,
    const EncryptedResult& result,
    std::size_t output) {
    const PublicPlan& plan = session.plan();
    const Context& context = session.context(modulus);
    const std::size_t part_bytes = packed_bytes(plan, plan.final_primes);
    Bytes padded(part_bytes + 64);  // the kernels read beyond the end
    Ciphertext out{
        .key = result.key,
        .parts = std::vector<Polynomial>(2, Polynomial(plan.degree, plan.final_primes)),
        .factor = result_factor(session, modulus),
        .noise = {}};
    for (std::size_t part = 0; part < 2; ++part) {
        const auto from =
            ByteView(result.body).subspan((output * 2 + part) * part_bytes, part_bytes);
        std::ranges::copy(from, padded.begin());
        for (std::size_t i = 0; i < plan.final_primes; ++i) {
            Word* const row = out.parts[part].row(i);
            const Modulus& q = context.prime(i);
            context.kernels().unpack(
                row, padded.data() + packed_bytes(plan, i), plan.degree, q.bits());
            if (!context.kernels().all_below(row, plan.degree, q.value()))
                return fail(Errc::malformed, "result: a residue is not below its prime");
        }
    }
    if (is_transparent(out)) return fail(Errc::malformed, "result: a ciphertext is transparent");
    return out;
}

Result<void> check_sizes(const PublicPlan& plan, std::span<const EncryptedResult> results) {
    if (results.size() != plan.plain_moduli.size())
        return fail(
            Errc::malformed,
            fmt::format(
                "result: expected {} parts, got {}", plan.plain_moduli.size(), results.size()));
    for (const EncryptedResult& result : results)
        if (result.body.size() != result_body_bytes(plan))
            return fail(
                Errc::malformed,
                fmt::format(
                    "result: expected {} bytes, got {}",
                    result_body_bytes(plan),
                    result.body.size()));
    return {};
}

/// Residues modulo several plaintext moduli into one signed number (Garner), below 2^63 in size.
/// What is larger is cut to 64 bits: it was out of the plan's bound.
class Combination {
public:
    explicit Combination(const Session& session) {
        for (std::size_t i = 0; i < session.moduli(); ++i)
            moduli_.push_back(session.context(i).plain());
        half_.reserve(moduli_.size());
        for (const Modulus& t : moduli_)
            half_.push_back(t.value() / 2);
    }

    [[nodiscard]] std::int64_t combine(std::span<const std::int64_t> residues) const {
        SecretWords digits(moduli_.size());
        for (std::size_t i = 0; i < digits.size(); ++i) {
            const Modulus& t = moduli_[i];
            digits[i] = t.from_signed(residues[i]);
            for (std::size_t j = 0; j < i; ++j)
                digits[i] = t.multiply(
                    t.subtract(digits[i], t.reduce(digits[j])),
                    t.inverse(t.reduce(moduli_[j].value())));
        }
        Word above = 0;
        Word sum = 0;
        Word product = 1;
        for (std::size_t i = 0; i < digits.size(); ++i) {
            const Word greater = Word{0} - ((half_[i] - digits[i]) >> 63U);
            const Word less = Word{0} - ((digits[i] - half_[i]) >> 63U);
            above = greater | (above & ~less);
            sum += digits[i] * product;
            product *= moduli_[i].value();
        }
        return static_cast<std::int64_t>(sum - (product & above));
    }

private:
    std::vector<Modulus> moduli_;
    std::vector<Word> half_;
};

}  // namespace

Word result_factor(const Session& session, std::size_t modulus) {
    const PublicPlan& plan = session.plan();
    const Modulus& t = session.context(modulus).plain();
    Word factor = 1;
    std::size_t primes = plan.chain.size();
    const auto drop_to = [&](std::size_t least) {
        for (; primes > least; --primes)
            factor = t.multiply(factor, t.inverse(t.reduce(plan.chain[primes - 1])));
    };
    for (std::size_t square = 1; square <= plan.squares; ++square) {
        factor = t.multiply(factor, factor);
        if (square < plan.squares) drop_to(plan.primes_after(square));
    }
    drop_to(plan.final_primes);
    return factor;
}

Result<Outputs> decrypt_results(
    const Session& session, const ClientKey& key, std::span<const EncryptedResult> results) {
    const PublicPlan& plan = session.plan();
    THERIAC_CHECK(check_sizes(plan, results));
    Outputs out{
        .values = std::vector<std::int64_t>(plan.outputs * plan.degree),
        .margin_bits = std::numeric_limits<double>::infinity()};
    const Combination combination(session);
    for (std::size_t output = 0; output < plan.outputs; ++output) {
        std::vector<std::vector<std::int64_t>> slots;
        for (std::size_t i = 0; i < results.size(); ++i) {
            THERIAC_TRY(ciphertext, read_output(session, i, results[i], output));
            THERIAC_TRY(plaintext, decrypt(session.context(i), key.key(i), ciphertext));
            THERIAC_TRY(
                margin, measured_margin_vartime(session.context(i), key.key(i), ciphertext));
            out.margin_bits = std::min(out.margin_bits, margin);
            slots.push_back(decode(session.context(i), plaintext));
        }
        std::vector<std::int64_t> residues(results.size());
        for (std::size_t e = 0; e < plan.degree; ++e) {
            for (std::size_t i = 0; i < residues.size(); ++i)
                residues[i] = slots[i][e];
            out.values[output * plan.degree + e] = combination.combine(residues);
        }
    }
    return out;
}

}  // namespace theriac::he
