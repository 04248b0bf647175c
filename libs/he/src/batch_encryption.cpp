#include "theriac/he/batch.hpp"

#include "batch_layout.hpp"
#include "batch_stream.hpp"
#include "encryption.hpp"
#include "parallel.hpp"
#include "sampling.hpp"
#include <fmt/format.h>

#include <algorithm>

namespace theriac::he {
namespace {

Result<void> check_examples(const PublicPlan& plan, const Examples& examples) {
    if (examples.inputs != plan.inputs)
        return fail(
            Errc::invalid_argument,
            fmt::format(
                "encryption: the plan takes {} inputs, got {}", plan.inputs, examples.inputs));
    if (examples.count == 0 || examples.count > plan.degree)
        return fail(
            Errc::invalid_argument,
            fmt::format(
                "encryption: a batch holds 1 to {} examples, got {}", plan.degree, examples.count));
    const bool in_range = std::ranges::all_of(examples.values, [&](std::int64_t x) {
        return x >= plan.input_min && x <= plan.input_max;
    });
    if (!in_range)
        return fail(
            Errc::invalid_argument,
            fmt::format(
                "encryption: an input is outside [{}, {}]", plan.input_min, plan.input_max));
    return {};
}

/// Encrypts under one plaintext modulus.
class BatchEncryption {
public:
    BatchEncryption(
        const PublicPlan& plan,
        const Context& context,
        const SecretKey& key,
        const Examples& examples,
        unsigned threads)
        : plan_(&plan),
          context_(&context),
          key_(&key),
          examples_(&examples),
          threads_(threads),
          noisy_(plan.inputs * plan.degree),
          uniform_(plan.inputs * plan.degree) {}

    EncryptedBatch run(Entropy& entropy) {
        Secret<32> noise_seed;
        entropy.fill(noise_seed.fill());
        entropy.fill(out_.seed);
        out_.key = key_->id();
        out_.body.resize(batch_body_bytes(*plan_));
        draw_messages(noise_seed);
        for (std::size_t prime = 0; prime < plan_->chain.size(); ++prime) {
            draw_uniform(prime);
            mask(prime);
        }
        return std::move(out_);
    }

private:
    void draw_messages(const Secret<32>& noise_seed) {
        parallel_for(plan_->inputs, threads_, [&](std::size_t input, unsigned /*worker*/) {
            auto random = stream(noise_seed, "theriac/he/batch-noise/v1", {input});
            const Plaintext message = encode(*context_, examples_->input(input));
            const SecretWords noisy = noisy_message(*context_, message, random);
            std::ranges::copy(noisy, noisy_.begin() + at(input));
        });
    }

    void draw_uniform(std::size_t prime) {
        const std::size_t size = plan_->inputs * kTileColumns;
        parallel_for(tiles(), threads_, [&](std::size_t tile, unsigned /*worker*/) {
            uniform_tile(*context_, out_.seed, prime, tile, {uniform_.data() + tile * size, size});
        });
    }

    void mask(std::size_t prime) {
        parallel_for(plan_->inputs, threads_, [&](std::size_t input, unsigned /*worker*/) {
            mask_input(prime, input);
        });
    }

    /// body = message + t noise - a s
    void mask_input(std::size_t prime, std::size_t input) {
        const Kernels& k = context_->kernels();
        const Modulus& q = context_->prime(prime);
        SecretWords row(plan_->degree);
        k.reduce_signed(row.data(), noisy_.data() + at(input), row.size(), q);
        k.ntt_forward(row.data(), context_->tables(prime));
        Words a(plan_->degree);
        for (std::size_t tile = 0; tile < tiles(); ++tile)
            std::copy_n(
                uniform_.data() + (tile * plan_->inputs + input) * kTileColumns,
                kTileColumns,
                a.data() + tile * kTileColumns);
        SecretWords product(plan_->degree);
        k.multiply(product.data(), a.data(), key_->row(prime), row.size(), q);
        k.subtract(row.data(), row.data(), product.data(), row.size(), q);
        for (std::size_t tile = 0; tile < tiles(); ++tile)
            k.pack(
                out_.body.data() + tile_offset(*plan_, prime, tile) + input * tile_bytes(q.value()),
                row.data() + tile * kTileColumns,
                kTileColumns,
                q.bits());
    }

    [[nodiscard]] std::size_t tiles() const { return plan_->degree / kTileColumns; }

    [[nodiscard]] std::ptrdiff_t at(std::size_t input) const {
        return static_cast<std::ptrdiff_t>(input * plan_->degree);
    }

    const PublicPlan* plan_;
    const Context* context_;
    const SecretKey* key_;
    const Examples* examples_;
    unsigned threads_;
    SecretWords noisy_;
    Words uniform_;
    EncryptedBatch out_;
};

}  // namespace

void uniform_tile(
    const Context& context,
    const std::array<std::uint8_t, 32>& seed,
    std::size_t prime,
    std::size_t tile,
    std::span<Word> out) {
    auto random = stream(Secret<32>::from(seed).value(), "theriac/he/batch/v1", {prime, tile});
    sample_uniform_vartime(random, context.prime(prime), out);
}

Result<std::vector<EncryptedBatch>> encrypt_batch(
    const Session& session,
    const ClientKey& key,
    const Examples& examples,
    Entropy& entropy,
    unsigned threads) {
    THERIAC_CHECK(check_examples(session.plan(), examples));
    std::vector<EncryptedBatch> out;
    for (std::size_t i = 0; i < session.moduli(); ++i)
        out.push_back(
            BatchEncryption(session.plan(), session.context(i), key.key(i), examples, threads)
                .run(entropy));
    return out;
}

}  // namespace theriac::he
