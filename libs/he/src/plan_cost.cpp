#include "theriac/he/plan.hpp"

#include "batch_layout.hpp"
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace theriac::he {
namespace {

double weights_of(const LinearLayer& layer) {
    double out = 0;
    for (const RowGroup& group : layer.groups)
        out += static_cast<double>(group.inputs.size())
               * static_cast<double>(group.outputs.size() + 1);  // and their plain sum
    return out;
}

/// Rows of weights at two parts before the first square, at three after a square; a square is
/// three products of four multiplications.
std::vector<StepCost> steps_of(const Plan& plan) {
    const PublicPlan& open = plan.open;
    const auto residues = static_cast<double>(open.degree * open.plain_moduli.size());
    std::vector<StepCost> out;
    for (std::size_t i = 0; i < plan.network.layers.size(); ++i) {
        const LinearLayer& layer = plan.network.layers[i];
        const double rows = residues * static_cast<double>(open.primes_after(i == 0 ? 0 : i - 1));
        if (i > 0)
            out.push_back(
                {fmt::format("square {}", i), rows * static_cast<double>(layer.inputs) * 12});
        out.push_back({layer.name, rows * weights_of(layer) * (i == 0 ? 2 : 3)});
    }
    return out;
}

}  // namespace

PlanCost cost_of(const Plan& plan) {
    const PublicPlan& open = plan.open;
    const std::size_t moduli = open.plain_moduli.size();
    const std::size_t row = open.degree * sizeof(Word);
    PlanCost out;
    out.steps = steps_of(plan);
    for (const StepCost& step : out.steps)
        out.products += step.products;
    out.upload_bytes = moduli * batch_body_bytes(open);
    out.download_bytes = moduli * result_body_bytes(open);
    out.key_bytes = moduli * (open.chain.size() + 1) * packed_bytes(open, open.chain.size());
    const std::size_t widest =
        plan.network.squares() == 0 ? open.outputs : plan.network.layers[1].outputs;
    out.server_bytes = widest * 3 * open.chain.size() * row
                       + 2 * moduli * open.chain.size() * open.chain.size() * row;
    return out;
}

std::string describe(const Plan& plan) {
    const PublicPlan& open = plan.open;
    const PlanCost cost = cost_of(plan);
    std::string out = fmt::format(
        "network      {}: {} inputs in [{}, {}], {} outputs, {} squares\n",
        open.name,
        open.inputs,
        open.input_min,
        open.input_max,
        open.outputs,
        open.squares);
    out += fmt::format(
        "outputs      right within +-2^{:.2f}, {}\n",
        std::log2(open.output_bound),
        open.calibrated ? "the declared inputs' largest and 1/32 more: for other inputs an "
                          "output may be off by a "
                          "multiple of the plaintext moduli's product, for that client alone"
                        : "which no input exceeds");
    double bits = 0;
    std::string lengths;
    for (const Word q : open.chain) {
        bits += std::log2(static_cast<double>(q));
        lengths += fmt::format(" {:.0f}", std::log2(static_cast<double>(q)));
    }
    out += fmt::format(
        "parameters   degree {}, modulus {:.2f} bits of at most {} (primes of{} bits), plaintext "
        "moduli",
        open.degree,
        bits,
        max_modulus_bits(open.degree),
        lengths);
    for (const Word t : open.plain_moduli)
        out += fmt::format(" {}", t);
    out += fmt::format(
        "\nlayout       one ciphertext for each input, {} examples in its slots\n"
        "messages     up {:.1f} MB, down {:.2f} MB, keys {:.2f} MB once\n"
        "server       {:.0f} MB beside them, {:.2e} products for a batch\n"
        "noise        step, primes, bound in bits, margin proved\n",
        open.degree,
        static_cast<double>(cost.upload_bytes) / 1e6,
        static_cast<double>(cost.download_bytes) / 1e6,
        static_cast<double>(cost.key_bytes) / 1e6,
        static_cast<double>(cost.server_bytes) / 1e6,
        cost.products);
    for (const PlanStep& step : plan.steps)
        out += fmt::format(
            "             {:<12} {:>2} {:>8.1f} {:>8.1f}\n",
            step.name,
            step.primes,
            step.noise.coefficient,
            step.margin_bits);
    return out;
}

}  // namespace theriac::he
