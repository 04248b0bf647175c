#include "theriac/he/plan.hpp"

#include "plan_noise.hpp"
#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace theriac::he {
namespace {

constexpr unsigned kLeastPrimeBits = 30;
constexpr std::size_t kMaxPlainModuli = 4;
constexpr std::size_t kMaxPrimes = 12;
constexpr double kRounding = 0x1p-8;  ///< log2 of a prime is less below its length than this

/// The longest prime for which a residue times a weight stays below 2^52 and a row's sum below
/// 2^62.
unsigned longest_prime(const Network& network) {
    unsigned out = 48;
    for (const LinearLayer& layer : network.layers) {
        const auto weight_bits =
            static_cast<unsigned>(std::bit_width(static_cast<unsigned>(layer.max_weight()))) + 1;
        std::size_t widest = 1;
        for (const RowGroup& group : layer.groups)
            widest = std::max(widest, group.inputs.size());
        const auto sum_bits =
            static_cast<unsigned>(std::ceil(std::log2(static_cast<double>(widest)) - 0.25));
        out = std::min({out, 52 - weight_bits, 62 - weight_bits - sum_bits});
    }
    return out;
}

/// A chain by the lengths of its primes, and how it does.
struct Candidate {
    std::size_t degree = 0;
    std::vector<Word> plain_moduli;
    std::vector<unsigned> lengths;
    std::vector<std::size_t> dropped;
    double cost = std::numeric_limits<double>::infinity();
};

class Search {
public:
    Search(const Network& network, double bound, const PlanOptions& options)
        : network_(&network),
          sums_(sums_of(network)),
          longest_(longest_prime(network)),
          bound_(bound),
          options_(&options) {}

    Candidate best() {
        for (const std::size_t degree : {4096U, 8192U, 16384U, 32768U})
            for (std::size_t count = 1; count <= kMaxPlainModuli; ++count)
                try_moduli(degree, count);
        return best_;
    }

private:
    /// The least primes whose product is above twice the bound.
    [[nodiscard]] std::vector<Word> plain_moduli(std::size_t degree, std::size_t count) const {
        const double root = std::exp2(std::log2(2 * bound_ + 1) / static_cast<double>(count));
        std::vector<Word> out;
        auto least = static_cast<Word>(std::max(root * (1 + 0x1p-40), 2.0 * 32768 + 2)) + 1;
        for (std::size_t i = 0; i < count; ++i) {
            const auto prime = next_prime(least, 2 * degree);
            if (!prime) return {};
            out.push_back(*prime);
            least = *prime + 1;
        }
        return out;
    }

    void try_moduli(std::size_t degree, std::size_t count) {
        now_ = {
            .degree = degree,
            .plain_moduli = plain_moduli(degree, count),
            .lengths = {},
            .dropped = {}};
        if (now_.plain_moduli.empty()) return;
        sizes_ = {
            .degree = degree,
            .plain = std::log2(static_cast<double>(now_.plain_moduli.back())),
            .chain = {},
            .special = {}};
        const std::size_t drops = network_->squares() > 1 ? network_->squares() - 1 : 0;
        std::vector<unsigned> totals(drops);
        try_drops(totals, 0);
    }

    /// Each drop takes one prime, or two of half the length.
    void try_drops(std::vector<unsigned>& totals, std::size_t at) {
        if (at == totals.size()) return try_base(totals);
        const auto most = static_cast<unsigned>(2 * longest_);
        const unsigned step = totals.size() > 1 ? 4 : 1;
        for (unsigned total = kLeastPrimeBits; total <= most; total += step) {
            totals[at] = total;
            try_drops(totals, at + 1);
        }
    }

    void try_base(const std::vector<unsigned>& totals) {
        for (std::size_t count = 1; count <= kMaxPrimes; ++count)
            if (try_base_of(totals, count)) return;
    }

    /// The shortest base of that many primes; whether there is one.
    bool try_base_of(const std::vector<unsigned>& totals, std::size_t count) {
        const auto least = static_cast<unsigned>(count * kLeastPrimeBits);
        const auto most = static_cast<unsigned>(count) * longest_;
        if (!fits(totals, count, most)) return false;
        unsigned low = least;
        unsigned high = most;
        while (low < high) {
            const unsigned middle = (low + high) / 2;
            if (fits(totals, count, middle))
                high = middle;
            else
                low = middle + 1;
        }
        set_lengths(totals, count, high);
        consider();
        return true;
    }

    static void append_split(std::vector<unsigned>& to, unsigned bits, std::size_t count) {
        for (; count > 0; --count) {
            const auto here = static_cast<unsigned>((bits + count - 1) / count);
            to.push_back(here);
            bits -= here;
        }
    }

    /// The base first, then what is dropped, last what is dropped first.
    void set_lengths(const std::vector<unsigned>& totals, std::size_t count, unsigned base) {
        now_.lengths.clear();
        now_.dropped.clear();
        append_split(now_.lengths, base, count);
        for (const unsigned total : totals)
            now_.dropped.push_back(total > longest_ ? 2 : 1);
        for (std::size_t i = totals.size(); i-- > 0;)
            append_split(now_.lengths, totals[i], now_.dropped[i]);
    }

    bool fits(const std::vector<unsigned>& totals, std::size_t count, unsigned base) {
        set_lengths(totals, count, base);
        if (std::ranges::any_of(now_.lengths, [](unsigned b) { return b < kLeastPrimeBits; }))
            return false;
        // A prime of b bits is the largest there is: its log2 is at most b, and here more than b -
        // 2^-8.
        sizes_.chain.assign(now_.lengths.begin(), now_.lengths.end());
        for (double& x : sizes_.chain)
            x -= kRounding;
        return trace_noise(*network_, sums_, sizes_, now_.dropped, options_->flood_bits).margin
               >= least_margin(network_->squares(), options_->flood_bits) + kRounding;
    }

    void consider() {
        const auto bits = std::accumulate(now_.lengths.begin(), now_.lengths.end(), 0U);
        if (bits > max_modulus_bits(now_.degree)) return;
        const auto moduli = static_cast<double>(now_.plain_moduli.size());
        // Work grows with the number of primes, messages with their bits; larger rings make larger
        // batches at the same cost for an example, so a smaller ring wins only a tie.
        now_.cost = moduli
                    * (static_cast<double>(now_.lengths.size()) * 1000 + bits
                       + std::log2(static_cast<double>(now_.degree)))
                    * slots_for_each_example();
        if (now_.cost < best_.cost) best_ = now_;
    }

    /// One, unless the last batch has slots that nobody uses.
    [[nodiscard]] double slots_for_each_example() const {
        const std::size_t examples = options_->examples;
        if (examples == 0) return 1;
        const std::size_t batches = (examples + now_.degree - 1) / now_.degree;
        return static_cast<double>(batches * now_.degree) / static_cast<double>(examples);
    }

    const Network* network_;
    NetworkSums sums_;
    unsigned longest_;
    double bound_;
    const PlanOptions* options_;
    ModulusSizes sizes_;
    Candidate now_;
    Candidate best_;
};

std::vector<Word> primes_of(const Candidate& candidate) {
    std::vector<Word> out;
    std::vector<Word> avoid = candidate.plain_moduli;
    for (const unsigned bits : candidate.lengths) {
        const auto found = largest_primes(bits, 2 * candidate.degree, 1, avoid);
        if (found.empty()) return {};
        out.push_back(found.front());
        avoid.push_back(found.front());
    }
    return out;
}

Result<double> output_bound(const Network& network, const PlanOptions& options) {
    const double bound = options.calibrated_bound ? *options.calibrated_bound * kCalibrationSlack
                                                  : worst_case_output(network);
    if (bound >= std::exp2(kMaxOutputBits))
        return fail(
            Errc::denied,
            fmt::format("plan: outputs of up to 2^{:.1f} are more than 62 bits", std::log2(bound)));
    return std::max(bound, 1.0)
           * (1 + 0x1p-20);  // so that a bound that was written down and read again holds
}

/// Traces the noise again with the primes as they are.
Result<void> trace_plan(Plan& plan) {
    double largest = 0;
    for (std::size_t i = 0; i < plan.open.plain_moduli.size(); ++i) {
        THERIAC_TRY(parameters, plan.open.parameters(i));
        const ModulusSizes sizes = sizes_of(parameters);
        if (sizes.plain < largest) continue;
        largest = sizes.plain;
        NoiseTrace trace = trace_noise(
            plan.network, sums_of(plan.network), sizes, plan.open.dropped, plan.open.flood_bits);
        plan.open.final_primes = trace.final_primes;
        plan.steps = std::move(trace.steps);
    }
    if (plan.margin_bits() < least_margin(plan.network.squares(), plan.open.flood_bits))
        return fail(
            Errc::denied,
            fmt::format(
                "plan: a margin of {:.2f} bits is proved, expected {}",
                plan.margin_bits(),
                least_margin(plan.network.squares(), plan.open.flood_bits)));
    return {};
}

/// Whether the public plan describes the network.
Result<void> check_shape(const PublicPlan& open, const Network& network) {
    const bool same = open.inputs == network.inputs() && open.outputs == network.outputs()
                      && open.squares == network.squares() && open.input_min == network.input_min
                      && open.input_max == network.input_max;
    if (!same) return fail(Errc::denied, "plan: its shape is not the network's");
    if (std::ranges::any_of(open.chain, [&](Word q) { return q >> longest_prime(network) != 0; }))
        return fail(Errc::denied, "plan: a prime is too long for the network's weights");
    return {};
}

Result<void> check_bound(const PublicPlan& open, const Network& network) {
    double moduli = 0;
    for (const Word t : open.plain_moduli)
        moduli += std::log2(static_cast<double>(t));
    if (std::log2(2 * open.output_bound + 1) > moduli)
        return fail(Errc::denied, "plan: the plaintext moduli are too short for the output bound");
    if (!open.calibrated && open.output_bound < worst_case_output(network))
        return fail(Errc::denied, "plan: outputs can be larger than the plan says");
    return {};
}

}  // namespace

Result<Plan> verify_plan(PublicPlan open, Network network, const Hash256& network_hash) {
    if (open.network != network_hash)
        return fail(
            Errc::unauthenticated,
            "plan: made for network " + open.network.hex() + ", this is " + network_hash.hex());
    THERIAC_CHECK(check_shape(open, network));
    THERIAC_CHECK(check_bound(open, network));
    const std::size_t final_primes = open.final_primes;
    Plan out{.open = std::move(open), .network = std::move(network), .steps = {}};
    THERIAC_CHECK(trace_plan(out));
    if (out.open.final_primes != final_primes)
        return fail(Errc::denied, "plan: results have another number of primes");
    return out;
}

Result<Parameters> PublicPlan::parameters(std::size_t modulus) const {
    return Parameters::make(
        {.degree = degree, .chain = chain, .special = {}, .plain_modulus = plain_moduli[modulus]});
}

std::size_t PublicPlan::primes_after(std::size_t squares_done) const {
    std::size_t out = chain.size();
    for (std::size_t i = 0; i < std::min(squares_done, dropped.size()); ++i)
        out -= dropped[i];
    return out;
}

unsigned Plan::flood_length() const {
    double noise = 0;
    double plain = 0;
    for (std::size_t i = 0; i + 1 < steps.size(); ++i)
        if (steps[i + 1].name == "flood") noise = steps[i].noise.coefficient;
    for (const Word t : open.plain_moduli)
        plain = std::max(plain, std::log2(static_cast<double>(t)));
    return static_cast<unsigned>(std::ceil(std::max(noise - plain, 0.0))) + open.flood_bits;
}

double Plan::margin_bits() const {
    double out = std::numeric_limits<double>::infinity();
    for (const PlanStep& step : steps)
        out = std::min(out, step.margin_bits);
    return out;
}

Result<Plan> make_plan(Network network, const Hash256& network_hash, const PlanOptions& options) {
    THERIAC_TRY(bound, output_bound(network, options));
    const Candidate chosen = Search(network, bound, options).best();
    if (chosen.lengths.empty())
        return fail(
            Errc::denied,
            fmt::format(
                "plan: {} squares over outputs of {:.1f} bits fit no parameters at the 128-bit "
                "level",
                network.squares(),
                std::log2(bound)));
    Plan out{
        .open =
            {.name = network.name,
             .degree = chosen.degree,
             .chain = primes_of(chosen),
             .plain_moduli = chosen.plain_moduli,
             .input_min = network.input_min,
             .input_max = network.input_max,
             .inputs = network.inputs(),
             .outputs = network.outputs(),
             .squares = network.squares(),
             .dropped = chosen.dropped,
             .final_primes = 0,
             .flood_bits = options.flood_bits,
             .output_bound = bound,
             .calibrated = options.calibrated_bound.has_value(),
             .network = network_hash},
        .network = std::move(network),
        .steps = {}};
    THERIAC_CHECK(trace_plan(out));
    return out;
}

}  // namespace theriac::he
