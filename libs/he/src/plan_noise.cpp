#include "plan_noise.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace theriac::he {
namespace {

struct RowSums {
    std::vector<double> squares;
    std::vector<double> sizes;
};

RowSums row_sums(const LinearLayer& layer) {
    RowSums out{
        .squares = std::vector<double>(layer.outputs), .sizes = std::vector<double>(layer.outputs)};
    for (const RowGroup& group : layer.groups) {
        const std::int32_t* weight = group.weights.data();
        for (const std::uint32_t o : group.outputs)
            for (std::size_t i = 0; i < group.inputs.size(); ++i, ++weight) {
                out.squares[o] += static_cast<double>(*weight) * *weight;
                out.sizes[o] += std::abs(*weight);
            }
    }
    return out;
}

/// The largest row sum of |weight| * of(input).
double largest_weighted(const LinearLayer& layer, const std::vector<double>& of) {
    double out = 0;
    for (const RowGroup& group : layer.groups)
        for (std::size_t o = 0; o < group.outputs.size(); ++o) {
            double sum = 0;
            for (std::size_t i = 0; i < group.inputs.size(); ++i)
                sum += std::abs(group.weights[o * group.inputs.size() + i]) * of[group.inputs[i]];
            out = std::max(out, sum);
        }
    return out;
}

double largest(const std::vector<double>& values) {
    return values.empty() ? 0 : *std::ranges::max_element(values);
}

/// Follows the noise and writes down each step.
class Tracer {
public:
    Tracer(const Network& network, const NetworkSums& sums, const ModulusSizes& sizes)
        : network_(&network), sums_(&sums), sizes_(&sizes), primes_(sizes.chain.size()) {
        out_.margin = std::numeric_limits<double>::infinity();
    }

    /// A plaintext constant in every slot is a constant polynomial: at most t/2 everywhere.
    void add_bias() {
        const double half = sizes_->plain - 1;
        noise_ = he::add(noise_, {half, half});
    }

    void encrypted() {
        noise_ = fresh_noise(*sizes_);
        note("fresh");
    }

    void first_layer() {
        noise_ = fresh_sum_noise(
            *sizes_,
            std::max(1.0, largest(sums_->first_squares)),
            std::max(1.0, largest(sums_->first_sizes)));
        add_bias();
        note(network_->layers.front().name);
    }

    /// The square of each output of the first layer and the second layer, row by row: a row's bound
    /// is its weights times the squares of its inputs' own bounds.
    void first_square_and_layer() {
        const double n = std::log2(static_cast<double>(sizes_->degree));
        const NoiseBound one = fresh_noise(*sizes_);
        const double embedding = 2 * one.embedding + std::log2(sums_->second_by_squares);
        const double coefficient = 2 * one.coefficient + n + std::log2(sums_->second_by_sizes);
        noise_ = {std::min(coefficient, embedding), std::min(embedding, coefficient + n)};
        add_bias();
        note(network_->layers[1].name);
    }

    void square_and_layer(std::size_t layer) {
        noise_ = scaled(
            multiply(noise_, noise_, sizes_->degree),
            std::log2(std::max(1.0, sums_->weighted[layer])));
        add_bias();
        note(network_->layers[layer].name);
    }

    void relinearise() {
        noise_ = key_switched(noise_, *sizes_, primes_);
        note("relinearise");
    }

    void flood(unsigned bits) {
        // Its length is rounded up to whole bits.
        noise_ = he::add(he::add(noise_, fresh_public_noise(*sizes_)), scaled(noise_, bits + 1));
        note("flood");
    }

    /// The public key, whose noise is less than a fresh ciphertext's.
    void public_zero() { noise_ = he::add(noise_, fresh_noise(*sizes_)); }

    void drop(std::size_t count) {
        for (; count > 0; --count)
            noise_ = switched_down(noise_, *sizes_, primes_--);
        note("drop");
    }

    /// Drops primes for as long as the margin stays, or stays long enough.
    void drop_for_download() {
        while (primes_ > 1) {
            const NoiseBound next = switched_down(noise_, *sizes_, primes_);
            const double margin = he::margin_bits(noise_, *sizes_, primes_);
            if (he::margin_bits(next, *sizes_, primes_ - 1)
                < std::min(kResultMarginBits, margin - 0.01))
                break;
            noise_ = next;
            --primes_;
        }
        note("result");
        out_.final_primes = primes_;
    }

    NoiseTrace finish() && { return std::move(out_); }

private:
    void note(std::string name) {
        const double margin = he::margin_bits(noise_, *sizes_, primes_);
        out_.steps.push_back({std::move(name), primes_, noise_, margin});
        out_.margin = std::min(out_.margin, margin);
    }

    const Network* network_;
    const NetworkSums* sums_;
    const ModulusSizes* sizes_;
    std::size_t primes_;
    NoiseBound noise_;
    NoiseTrace out_;
};

}  // namespace

NetworkSums sums_of(const Network& network) {
    RowSums first = row_sums(network.layers.front());
    NetworkSums out;
    for (const LinearLayer& layer : network.layers)
        out.weighted.push_back(largest(row_sums(layer).sizes));
    if (network.layers.size() > 1) {
        // A row with squares Q and sizes L is at most E sqrt(Q) + t (L n 2^-20 + 1/2), E being a
        // fresh ciphertext's bound, of which t is less than 2^-9: the carry's bias and the layer's
        // own.
        std::vector<double> squares;
        std::vector<double> sizes;
        for (std::size_t i = 0; i < first.sizes.size(); ++i) {
            const double root = std::sqrt(first.squares[i]) + first.sizes[i] * 0x1p-8 + 0x1p-8;
            squares.push_back(root * root);
            sizes.push_back((first.sizes[i] + 1) * (first.sizes[i] + 1));
        }
        out.second_by_squares = std::max(1.0, largest_weighted(network.layers[1], squares));
        out.second_by_sizes = std::max(1.0, largest_weighted(network.layers[1], sizes));
    }
    out.first_squares = std::move(first.squares);
    out.first_sizes = std::move(first.sizes);
    return out;
}

NoiseTrace trace_noise(
    const Network& network,
    const NetworkSums& sums,
    const ModulusSizes& sizes,
    const std::vector<std::size_t>& dropped,
    unsigned flood_bits) {
    Tracer tracer(network, sums, sizes);
    tracer.encrypted();
    tracer.first_layer();
    for (std::size_t square = 1; square <= network.squares(); ++square) {
        if (square == 1)
            tracer.first_square_and_layer();
        else
            tracer.square_and_layer(square);
        tracer.relinearise();
        if (square < network.squares()) tracer.drop(dropped[square - 1]);
    }
    if (flood_bits > 0)
        tracer.flood(flood_bits);
    else
        tracer.public_zero();
    tracer.drop_for_download();
    return std::move(tracer).finish();
}

}  // namespace theriac::he
