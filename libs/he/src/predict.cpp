#include "theriac/he/predict.hpp"

#include "batch_layout.hpp"
#include "batch_stream.hpp"
#include "flooding.hpp"
#include "parallel.hpp"
#include "prepared.hpp"
#include "switching.hpp"
#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <ctime>
#include <map>

namespace theriac::he {
namespace {

/// Parts of one output, with all primes that are left.
using Parts = std::vector<Polynomial>;

/// This thread's processor time.
double thread_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// Adds the time since the last call to a step, one table for each worker.
class Stopwatch {
public:
    Stopwatch(std::size_t workers, std::vector<std::string> steps)
        : steps_(std::move(steps)),
          seconds_(workers, std::vector<double>(steps_.size())),
          last_(workers) {}

    void start(unsigned worker) { last_[worker] = thread_seconds(); }

    void step(unsigned worker, std::size_t step) {
        const double now = thread_seconds();
        seconds_[worker][step] += now - last_[worker];
        last_[worker] = now;
    }

    void report(std::vector<StepTime>& to) const {
        for (std::size_t i = 0; i < steps_.size(); ++i) {
            double sum = 0;
            for (const auto& worker : seconds_)
                sum += worker[i];
            to.push_back({steps_[i], sum});
        }
    }

private:
    std::vector<std::string> steps_;
    std::vector<std::vector<double>> seconds_;
    std::vector<double> last_;
};

/// One batch through the network.
class Prediction {
public:
    Prediction(
        const PublicPlan& plan,
        const PreparedNetwork& network,
        const Context& context,
        const EvaluationKeys& keys,
        const EncryptedBatch& batch,
        const PredictOptions& options)
        : plan_(&plan),
          layers_(&network.layers().all),
          flood_length_(network.layers().flood_length),
          context_(&context),
          keys_(&keys),
          batch_(&batch),
          options_(&options),
          primes_(plan.chain.size()),
          total_(work()) {}

    Result<EncryptedResult> run() {
        if (plan_->flood_bits > 0) options_->entropy->fill(flood_seed_.fill());
        THERIAC_CHECK(first_pass());
        for (std::size_t square = 1; square <= plan_->squares; ++square) {
            if (square > 1) square_pass(square);
            last_ = square == plan_->squares;
            const std::size_t next =
                square < plan_->squares ? plan_->primes_after(square) : plan_->final_primes;
            relinearise_and_drop(next);
        }
        if (plan_->squares == 0) relinearise_and_drop(plan_->final_primes);
        return pack();
    }

private:
    /// What one worker needs for one tile.
    struct Workspace {
        std::array<Words, 2> inputs;  ///< both parts
        std::array<Words, 2> values;  ///< after the first layer
        std::array<Words, 3> squares;
        Words outputs;
        Words sums;
    };

    [[nodiscard]] std::size_t tiles() const { return plan_->degree / kTileColumns; }

    [[nodiscard]] std::size_t work() const {
        std::size_t out = plan_->chain.size() * tiles();
        for (std::size_t i = 1; i <= plan_->squares; ++i)
            out += (i > 1 ? plan_->primes_after(i - 1) * tiles() : 0) + (*layers_)[i].outputs;
        return out;
    }

    void advance() {
        const std::size_t done = ++done_;
        if (options_->progress && done % 64 == 0)
            options_->progress(static_cast<double>(done) / static_cast<double>(total_));
    }

    /// The biases of a layer modulo a prime, times the message's factor and divided by `divisor`.
    [[nodiscard]] Words bias_of(
        const PreparedLayer& layer, std::size_t prime, Word factor, Word divisor) const {
        const Modulus& t = context_->plain();
        const Modulus& q = context_->prime(prime);
        const Word by = q.inverse(divisor);
        Words out;
        for (const std::int64_t b : layer.bias)
            out.push_back(
                q.multiply(q.from_signed(t.centred(t.multiply(t.from_signed(b), factor))), by));
        return out;
    }

    [[nodiscard]] std::vector<Words> biases_of(
        const PreparedLayer& layer, Word factor, bool after_square) const {
        std::vector<Words> out;
        for (std::size_t i = 0; i < primes_; ++i)
            out.push_back(
                bias_of(layer, i, factor, after_square ? context_->prime(i).r() : Word{1}));
        return out;
    }

    /// Made on all threads: the kernel hands out and clears these pages one by one.
    [[nodiscard]] std::vector<Parts> empty_outputs(std::size_t outputs, std::size_t parts) const {
        std::vector<Parts> out(outputs);
        parallel_for(outputs, options_->threads, [&](std::size_t i, unsigned /*worker*/) {
            for (std::size_t part = 0; part < parts; ++part)
                out[i].emplace_back(plan_->degree, primes_);
        });
        return out;
    }

    /// Reads one tile of the batch and draws its random part.
    [[nodiscard]] bool load(std::size_t prime, std::size_t tile, Workspace& w) const {
        const Modulus& q = context_->prime(prime);
        const Kernels& k = context_->kernels();
        const std::size_t count = plan_->inputs * kTileColumns;
        const std::size_t bytes = plan_->inputs * tile_bytes(q.value());
        const std::uint8_t* const from = batch_->body.data() + tile_offset(*plan_, prime, tile);
        if (tile + 1 < tiles() || prime + 1 < plan_->chain.size()) {
            k.unpack(w.inputs[0].data(), from, count, q.bits());
        } else {  // the kernels read beyond the end
            Bytes padded(from, from + bytes);
            padded.resize(bytes + 64);
            k.unpack(w.inputs[0].data(), padded.data(), count, q.bits());
        }
        if (!k.all_below(w.inputs[0].data(), count, q.value())) return false;
        uniform_tile(*context_, batch_->seed, prime, tile, w.inputs[1]);
        return true;
    }

    [[nodiscard]] static Workspace workspace(
        const PreparedLayer* first, const PreparedLayer& last) {
        Workspace w;
        std::size_t blocks = last.most_blocks;
        if (first != nullptr) {
            blocks = std::max(blocks, first->most_blocks);
            for (auto& part : w.inputs)
                part.resize(first->inputs * kTileColumns);
        }
        for (auto& part : w.values)
            part.resize(last.inputs * kTileColumns);
        for (auto& part : w.squares)
            part.resize(last.inputs * kTileColumns);
        w.outputs.resize(last.outputs * kTileColumns);
        w.sums.resize(blocks * kRowBlock * kTileColumns);
        return w;
    }

    void store(std::size_t prime, std::size_t tile, std::size_t part, const Words& tile_values) {
        for (std::size_t o = 0; o < outputs_.size(); ++o)
            std::copy_n(
                tile_values.data() + o * kTileColumns,
                kTileColumns,
                outputs_[o][part].row(prime) + tile * kTileColumns);
    }

    /// Runs the layer on all three parts of the squares.
    void square_and_layer(
        const PreparedLayer& layer,
        std::size_t prime,
        std::size_t tile,
        const Words& bias,
        Workspace& w) {
        const Modulus& q = context_->prime(prime);
        const Kernels& k = context_->kernels();
        for (std::size_t part = 0; part < 3; ++part) {
            run_tile(
                layer,
                k,
                q,
                w.squares[part].data(),
                w.outputs.data(),
                w.sums.data(),
                part == 0 ? bias.data() : nullptr);
            k.scale(w.outputs.data(), w.outputs.data(), q.r_squared(), w.outputs.size(), q);
            store(prime, tile, part, w.outputs);
        }
    }

    void square(std::size_t prime, Workspace& w) const {
        context_->kernels().square(
            w.squares[0].data(),
            w.squares[1].data(),
            w.squares[2].data(),
            w.values[0].data(),
            w.values[1].data(),
            w.values[0].size(),
            context_->prime(prime));
    }

    /// Into `values`, or into the outputs when no square follows.
    void first_layer(
        const PreparedLayer& layer,
        std::size_t prime,
        std::size_t tile,
        const Words& bias,
        Workspace& w) {
        for (std::size_t part = 0; part < 2; ++part) {
            Words& out = plan_->squares > 0 ? w.values[part] : w.outputs;
            run_tile(
                layer,
                context_->kernels(),
                context_->prime(prime),
                w.inputs[part].data(),
                out.data(),
                w.sums.data(),
                part == 0 ? bias.data() : nullptr);
            if (plan_->squares == 0) store(prime, tile, part, out);
        }
    }

    /// The first layer, and with it the first square and the second layer: tile by tile, so that
    /// nothing of the first layer's width is ever in memory.
    Result<void> first_pass() {
        const PreparedLayer& first = layers_->front();
        const bool fused = plan_->squares > 0;
        const PreparedLayer& last = fused ? (*layers_)[1] : first;
        outputs_ = empty_outputs(last.outputs, fused ? 3 : 2);
        const auto first_bias = biases_of(first, 1, false);
        const auto last_bias = biases_of(last, 1, true);
        Stopwatch watch(
            options_->threads,
            {"read", first.name, fused ? "square 1" : "-", fused ? last.name : "-"});
        std::vector<Workspace> spaces;
        for (unsigned i = 0; i < options_->threads; ++i)
            spaces.push_back(workspace(&first, last));
        std::atomic<bool> refused{false};
        parallel_for(primes_ * tiles(), options_->threads, [&](std::size_t i, unsigned worker) {
            const std::size_t prime = i / tiles();
            const std::size_t tile = i % tiles();
            Workspace& w = spaces[worker];
            watch.start(worker);
            if (!load(prime, tile, w)) refused = true;
            watch.step(worker, 0);
            first_layer(first, prime, tile, first_bias[prime], w);
            watch.step(worker, 1);
            if (fused) {
                square(prime, w);
                watch.step(worker, 2);
                square_and_layer(last, prime, tile, last_bias[prime], w);
                watch.step(worker, 3);
            }
            advance();
        });
        if (options_->times != nullptr) watch.report(*options_->times);
        if (refused) return fail(Errc::malformed, "batch: a residue is not below its prime");
        return {};
    }

    /// A later square and the layer after it.
    void square_pass(std::size_t number) {
        const PreparedLayer& layer = (*layers_)[number];
        const std::vector<Parts> inputs = std::move(outputs_);
        outputs_ = empty_outputs(layer.outputs, 3);
        const Modulus& t = context_->plain();
        factor_ = t.multiply(factor_, factor_);
        const auto bias = biases_of(layer, factor_, true);
        Stopwatch watch(options_->threads, {fmt::format("square {}", number), layer.name});
        std::vector<Workspace> spaces;
        for (unsigned i = 0; i < options_->threads; ++i)
            spaces.push_back(workspace(nullptr, layer));
        parallel_for(primes_ * tiles(), options_->threads, [&](std::size_t i, unsigned worker) {
            const std::size_t prime = i / tiles();
            const std::size_t tile = i % tiles();
            Workspace& w = spaces[worker];
            watch.start(worker);
            for (std::size_t input = 0; input < inputs.size(); ++input)
                for (std::size_t part = 0; part < 2; ++part)
                    std::copy_n(
                        inputs[input][part].row(prime) + tile * kTileColumns,
                        kTileColumns,
                        w.values[part].data() + input * kTileColumns);
            square(prime, w);
            watch.step(worker, 0);
            square_and_layer(layer, prime, tile, bias[prime], w);
            watch.step(worker, 1);
            advance();
        });
        if (options_->times != nullptr) watch.report(*options_->times);
    }

    /// The public key is an encryption of zero. With it an output that depends on no input is no
    /// transparent ciphertext, which the client would refuse; which outputs those are, time does
    /// not tell.
    void add_public_zero(Parts& parts) const {
        const PublicKey& key = keys_->public_key;
        for (std::size_t i = 0; i < primes_; ++i) {
            const Modulus& q = context_->prime(i);
            const Kernels& k = context_->kernels();
            k.add(parts[0].row(i), parts[0].row(i), key.b.row(i), plan_->degree, q);
            k.add(parts[1].row(i), parts[1].row(i), key.a.row(i), plan_->degree, q);
        }
    }

    void relinearise_and_drop(std::size_t remaining) {
        Stopwatch watch(options_->threads, {"relinearise", "drop"});
        parallel_for(outputs_.size(), options_->threads, [&](std::size_t o, unsigned worker) {
            watch.start(worker);
            Parts& parts = outputs_[o];
            if (parts.size() == 3) {
                switch_key(*context_, parts[2], keys_->relinearisation, parts[0], parts[1]);
                parts.resize(2);
            }
            if (last_ && plan_->flood_bits > 0)
                flood(*context_, keys_->public_key, flood_length_, flood_seed_, o, parts);
            else if (last_)
                add_public_zero(parts);
            watch.step(worker, 0);
            for (Polynomial& part : parts)
                for (std::size_t last = primes_; last-- > remaining;)
                    divide_by_last(*context_, part, last);
            watch.step(worker, 1);
            advance();
        });
        const Modulus& t = context_->plain();
        for (std::size_t last = primes_; last-- > remaining;)
            factor_ = t.multiply(factor_, t.inverse(t.reduce(plan_->chain[last])));
        primes_ = remaining;
        if (options_->times != nullptr) watch.report(*options_->times);
    }

    [[nodiscard]] EncryptedResult pack() const {
        EncryptedResult out{.key = batch_->key, .body = Bytes(result_body_bytes(*plan_))};
        std::uint8_t* to = out.body.data();
        for (const Parts& parts : outputs_)
            for (const Polynomial& part : parts)
                for (std::size_t i = 0; i < primes_; ++i) {
                    const unsigned bits = context_->prime(i).bits();
                    context_->kernels().pack(to, part.row(i), plan_->degree, bits);
                    to += plan_->degree * bits / 8;
                }
        return out;
    }

    const PublicPlan* plan_;
    const std::vector<PreparedLayer>* layers_;
    unsigned flood_length_;
    Secret<32> flood_seed_;
    const Context* context_;
    const EvaluationKeys* keys_;
    const EncryptedBatch* batch_;
    const PredictOptions* options_;
    std::size_t primes_;
    std::size_t total_;
    std::atomic<std::size_t> done_{0};
    Word factor_ = 1;
    bool last_ = true;  ///< whether what is dropped next is for the result
    std::vector<Parts> outputs_;
};

}  // namespace

Result<EncryptedResult> predict(
    const PublicPlan& plan,
    const PreparedNetwork& network,
    const Context& context,
    const EvaluationKeys& keys,
    const EncryptedBatch& batch,
    const PredictOptions& options) {
    if (batch.key != keys.id)
        return fail(
            Errc::unauthenticated,
            "prediction: the batch belongs to key " + batch.key.hex() + ", the keys to "
                + keys.id.hex());
    if (batch.body.size() != batch_body_bytes(plan))
        return fail(
            Errc::malformed,
            fmt::format(
                "batch: expected {} bytes, got {}", batch_body_bytes(plan), batch.body.size()));
    THERIAC_EXPECTS(options.threads > 0 && (plan.flood_bits == 0 || options.entropy != nullptr));
    return Prediction(plan, network, context, keys, batch, options).run();
}

}  // namespace theriac::he
