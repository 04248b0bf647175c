// Encrypted prediction on pictures, measured from key to answer, with every output compared with
// the plaintext integer network.
//
//   he_mnist_bench --network FILE --images FILE --labels FILE [--json FILE] [--keys N]
//   [--worst-case]
//                  [--set portable|avx2|avx512-ifma]
//
// Exit status 1 when an output differs.
#include "theriac/base/ports.hpp"
#include "theriac/crypto/hash.hpp"
#include "theriac/he/predict.hpp"
#include "theriac/json/json.hpp"

#include "mnist_files.hpp"
#include "pictures.hpp"
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <string>

#include <sys/resource.h>

namespace theriac::he::bench {
namespace {

using Options = std::map<std::string, std::string, std::less<>>;

/// Zmm products of 52 bits that one core of an Emerald Rapids Xeon starts in a second, measured.
constexpr double kProductsPerSecond = 5.97e9 * 8;

Result<Options> read_options(int argc, char** argv) {
    Options out = {
        {"keys", "1"},
        {"worst-case", ""},
        {"flood", "0"},
        {"kernel", std::string(name(best_instruction_set()))}};
    for (int i = 1; i < argc; ++i) {
        std::string flag = argv[i];
        if (!flag.starts_with("--")) return fail(Errc::invalid_argument, "unexpected " + flag);
        flag.erase(0, 2);
        if (flag == "worst-case")
            out[flag] = "yes";
        else if (++i < argc)
            out[flag] = argv[i];
        else
            return fail(Errc::invalid_argument, "--" + flag + " takes a value");
    }
    for (const auto* needed : {"network", "images", "labels"})
        if (!out.contains(needed))
            return fail(Errc::invalid_argument, std::string("--") + needed + " is missing");
    return out;
}

/// @return Errc::unsupported when this machine does not have it
Result<InstructionSet> read_instruction_set(const std::string& text) {
    for (const auto set :
         {InstructionSet::portable, InstructionSet::avx2, InstructionSet::avx512_ifma}) {
        if (text != name(set)) continue;
        if (available(set)) return set;
        return fail(Errc::unsupported, "--kernel: this machine has no " + text);
    }
    return fail(
        Errc::invalid_argument, "--kernel: expected portable, avx2 or avx512-ifma, got " + text);
}

double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Processor time of all threads.
double processor_seconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double peak_megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
}

/// The least wall clock, and the least processor time, of a part.
struct Seconds {
    double wall = 0;
    double processor = 0;
};

struct Times {
    Seconds keys;
    Seconds encryption;
    Seconds server_1;
    Seconds server_2;
    Seconds decryption;
};

/// Measures from its making to `stop`.
class Timer {
public:
    void stop(Seconds& best) const {
        lower(best.wall, now() - wall_);
        lower(best.processor, processor_seconds() - processor_);
    }

private:
    static void lower(double& best, double seconds) {
        if (best == 0 || seconds < best) best = seconds;
    }

    double wall_ = now();
    double processor_ = processor_seconds();
};

struct Measured {
    Times best;
    std::vector<StepTime> steps;
    std::size_t mismatches = 0;
    std::size_t compared = 0;
    std::size_t right = 0;
    std::size_t labelled = 0;
    double margin = 1e9;
    std::size_t upload = 0;
    std::size_t download = 0;
    double peak_at_server = 0;
};

Result<std::vector<EncryptedResult>> serve(
    const Session& session,
    const PreparedNetwork& network,
    const std::vector<EvaluationKeys>& keys,
    const std::vector<EncryptedBatch>& batches,
    const PredictOptions& options) {
    std::vector<EncryptedResult> out;
    for (std::size_t i = 0; i < session.moduli(); ++i) {
        THERIAC_TRY(
            result,
            predict(session.plan(), network, session.context(i), keys[i], batches[i], options));
        out.push_back(std::move(result));
    }
    return out;
}

std::size_t best_class(const Outputs& outputs, std::size_t degree, std::size_t e) {
    std::size_t best = 0;
    for (std::size_t o = 0; o * degree < outputs.values.size(); ++o)
        if (outputs.values[o * degree + e] > outputs.values[best * degree + e]) best = o;
    return best;
}

void compare(
    Measured& m,
    const Session& session,
    const Outputs& outputs,
    const Expected& expected,
    const Bytes& labels,
    std::size_t first,
    std::size_t count) {
    const std::size_t degree = session.plan().degree;
    for (std::size_t e = 0; e < count; ++e) {
        for (std::size_t o = 0; o < session.plan().outputs; ++o) {
            ++m.compared;
            if (outputs.values[o * degree + e] != expected.outputs[first + e][o]) ++m.mismatches;
        }
        ++m.labelled;
        if (best_class(outputs, degree, e) == labels[first + e]) ++m.right;
    }
    m.margin = std::min(m.margin, outputs.margin_bits);
}

/// One batch under a fresh key.
Result<void> one_batch(
    Measured& m,
    const Session& session,
    const PreparedNetwork& network,
    const Examples& examples,
    const Expected& expected,
    const Bytes& labels,
    std::size_t first) {
    SystemEntropy entropy;
    const Timer keys_timer;
    const ClientKey key = ClientKey::generate(session, entropy);
    const auto keys = make_server_keys(session, key);
    keys_timer.stop(m.best.keys);
    const Timer encryption_timer;
    THERIAC_TRY(batches, encrypt_batch(session, key, examples, entropy, 2));
    encryption_timer.stop(m.best.encryption);
    const Timer server_2_timer;
    THERIAC_TRY(
        results,
        serve(
            session,
            network,
            keys,
            batches,
            {.threads = 2, .entropy = &entropy, .progress = {}, .times = nullptr}));
    server_2_timer.stop(m.best.server_2);
    m.peak_at_server = std::max(m.peak_at_server, peak_megabytes());
    std::vector<StepTime> steps;
    const double before = m.best.server_1.processor;
    const Timer server_1_timer;
    THERIAC_TRY(
        again,
        serve(
            session,
            network,
            keys,
            batches,
            {.threads = 1, .entropy = &entropy, .progress = {}, .times = &steps}));
    server_1_timer.stop(m.best.server_1);
    if (m.best.server_1.processor != before) m.steps = steps;
    for (std::size_t i = 0; i < results.size(); ++i)
        if (session.plan().flood_bits == 0 && results[i].body != again[i].body)
            return fail(Errc::internal, "one and two threads give different results");
    const Timer decryption_timer;
    THERIAC_TRY(outputs, decrypt_results(session, key, results));
    decryption_timer.stop(m.best.decryption);
    m.upload = 0;
    m.download = 0;
    for (const auto& batch : batches)
        m.upload += batch.body.size();
    for (const auto& result : results)
        m.download += result.body.size();
    compare(m, session, outputs, expected, labels, first, examples.count);
    return {};
}

json::Value as_json(const Seconds& seconds) {
    return json::Value::object({{"wall", seconds.wall}, {"processor", seconds.processor}});
}

/// A step beside its arithmetic bound, where its products are counted.
json::Value as_json(const StepTime& step, const PlanCost& cost) {
    json::Value out = json::Value::object({{"step", step.name}, {"seconds", step.seconds}});
    const auto counted = std::ranges::find(cost.steps, step.name, &StepCost::name);
    if (counted != cost.steps.end())
        out.set("bound seconds, AVX-512", counted->products / kProductsPerSecond);
    return out;
}

json::Value as_json(const Measured& m, const Plan& plan, const std::string& set) {
    const PlanCost cost = cost_of(plan);
    auto steps = json::Value::array();
    for (const StepTime& step : m.steps)
        steps.push_back(as_json(step, cost));
    return json::Value::object(
        {{"network", plan.open.name},
         {"instruction set", set},
         {"degree", plan.open.degree},
         {"flood bits", plan.open.flood_bits},
         {"primes", plan.open.chain.size()},
         {"plaintext moduli", plan.open.plain_moduli.size()},
         {"examples in a batch", plan.open.degree},
         {"seconds",
          json::Value::object(
              {{"key generation", as_json(m.best.keys)},
               {"encryption, 2 threads", as_json(m.best.encryption)},
               {"server, 1 thread", as_json(m.best.server_1)},
               {"server, 2 threads", as_json(m.best.server_2)},
               {"decryption, with the margin", as_json(m.best.decryption)}})},
         {"server steps, 1 thread", steps},
         {"products, a batch", cost.products},
         {"arithmetic bound seconds, 1 thread", cost.products / kProductsPerSecond},
         {"upload bytes", m.upload},
         {"download bytes", m.download},
         {"key bytes", cost.key_bytes},
         {"peak memory bytes", m.peak_at_server * 1e6},
         {"margin bits, proved", plan.margin_bits()},
         {"margin bits, least measured", m.margin},
         {"outputs compared", m.compared},
         {"mismatches", m.mismatches},
         {"labels right", m.right},
         {"labels", m.labelled}});
}

Result<int> run(const Options& options) {
    THERIAC_TRY(text, read_text(options.at("network")));
    THERIAC_TRY(network, parse_network(text));
    THERIAC_TRY(pictures, read_pictures(options.at("images")));
    THERIAC_TRY(labels, read_labels(options.at("labels")));
    if (pictures.size != network.inputs() || labels.size() != pictures.count)
        return fail(Errc::invalid_argument, "network, images and labels do not belong together");
    const Expected expected = expect(network, pictures);
    PlanOptions plan_options;
    if (options.at("worst-case").empty()) plan_options.calibrated_bound = expected.largest;
    plan_options.flood_bits = static_cast<unsigned>(std::stoul(options.at("flood")));
    THERIAC_TRY(plan, make_plan(network, crypto::sha256(as_bytes(text)), plan_options));
    fmt::print("{}", describe(plan));
    THERIAC_TRY(set, read_instruction_set(options.at("kernel")));
    THERIAC_TRY(session, Session::open(plan.open, set));
    const PreparedNetwork prepared(plan);
    Measured m;
    const std::size_t slots = plan.open.degree;
    for (int round = 0; round < std::stoi(options.at("keys")); ++round)
        for (std::size_t first = 0; first < pictures.count; first += slots) {
            const std::size_t count = std::min(slots, pictures.count - first);
            const Examples examples = examples_from(pictures, first, count, network.input_max);
            THERIAC_CHECK(one_batch(m, session, prepared, examples, expected, labels, first));
        }
    const json::Value report = as_json(m, plan, std::string(name(set)));
    fmt::print("{}", json::pretty(report));
    if (options.contains("json")) std::ofstream(options.at("json")) << json::pretty(report);
    return m.mismatches == 0 ? 0 : 1;
}

}  // namespace
}  // namespace theriac::he::bench

int main(int argc, char** argv) {
    using namespace theriac;
    const auto options = he::bench::read_options(argc, argv);
    const auto status = options ? he::bench::run(*options) : fail(options.error());
    if (status) return *status;
    std::fputs(("he_mnist_bench: " + status.error().message + "\n").c_str(), stderr);
    return exit_code(status.error().code);
}
