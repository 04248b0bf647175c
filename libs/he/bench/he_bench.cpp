// The transform and the operations on ciphertexts, for each instruction set.
#include "theriac/base/ports.hpp"
#include "theriac/he/bgv.hpp"

#include "kernels.hpp"
#include <benchmark/benchmark.h>

#include <map>
#include <memory>

namespace theriac::he {
namespace {

/// Degree 8192, four primes of 43 bits and a special one of 42: 214 bits.
struct World {
    explicit World(InstructionSet set)
        : context(
              Parameters::make({.degree = 8192,
                                .chain = largest_primes(43, 16384, 4),
                                .special = largest_primes(42, 16384, 1).front(),
                                .plain_modulus = 786433})
                  .value(),
              set),
          key(SecretKey::generate(context, entropy)),
          keys(make_evaluation_keys(context, key, std::vector<int>{1})),
          message(encode(context, std::vector<std::int64_t>(8192, 3))),
          ciphertext(expand(context, encrypt(context, key, message, entropy))) {}

    SystemEntropy entropy;
    Context context;
    SecretKey key;
    EvaluationKeys keys;
    Plaintext message;
    Ciphertext ciphertext;
};

/// Made once for each set; null where the machine lacks it.
World* world(benchmark::State& state) {
    static std::map<InstructionSet, std::unique_ptr<World>> all;
    const auto set = static_cast<InstructionSet>(state.range(0));
    if (!available(set)) {
        state.SkipWithError("this machine lacks the instructions");
        return nullptr;
    }
    state.SetLabel(std::string(name(set)));
    auto& one = all[set];
    if (!one) one = std::make_unique<World>(set);
    return one.get();
}

template <typename Operation>
void measure(benchmark::State& state, Operation operation) {
    World* const w = world(state);
    if (w == nullptr) return;
    for (auto _ : state)
        operation(*w);
}

void transform(World& w) {
    static Words x(8192, 5);
    w.context.kernels().ntt_forward(x.data(), w.context.tables(0));
    benchmark::DoNotOptimize(x.data());
}

void inverse_transform(World& w) {
    static Words x(8192, 5);
    w.context.kernels().ntt_inverse(x.data(), w.context.tables(0));
    benchmark::DoNotOptimize(x.data());
}

void register_all() {
    const auto add = [](const char* operation, auto run) {
        benchmark::RegisterBenchmark(
            ("he/" + std::string(operation) + "/bgv/n:8192").c_str(),
            [run](benchmark::State& state) { measure(state, run); })
            ->ArgName("set")
            ->DenseRange(0, 2)
            ->Unit(benchmark::kMicrosecond);
    };
    add("transform", transform);
    add("inverse_transform", inverse_transform);
    add("encrypt", [](World& w) {
        benchmark::DoNotOptimize(encrypt(w.context, w.key, w.message, w.entropy));
    });
    add("decrypt", [](World& w) {
        benchmark::DoNotOptimize(decrypt(w.context, w.key, w.ciphertext).value());
    });
    add("multiply", [](World& w) {
        benchmark::DoNotOptimize(multiply(w.context, w.ciphertext, w.ciphertext));
    });
    add("multiply_and_relinearise", [](World& w) {
        benchmark::DoNotOptimize(
            relinearise(w.context, multiply(w.context, w.ciphertext, w.ciphertext), w.keys)
                .value());
    });
    add("rotate", [](World& w) {
        benchmark::DoNotOptimize(rotate(w.context, w.ciphertext, 1, w.keys).value());
    });
    add("switch_down",
        [](World& w) { benchmark::DoNotOptimize(switch_down(w.context, w.ciphertext)); });
}

const bool kRegistered = [] {
    register_all();
    return true;
}();

}  // namespace
}  // namespace theriac::he
