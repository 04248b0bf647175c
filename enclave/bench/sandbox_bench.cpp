// The same operations inside an enclave process (static, memory locked where the machine lets it,
// behind the system call filter) and in this one. docs/benchmarks.md.
#include "theriac/base/byte_reader.hpp"
#include "theriac/host/enclave_process.hpp"
#include "theriac/simulation/platform.hpp"

#include "operations.hpp"
#include "paired.hpp"

namespace theriac::enclave::bench {

namespace {

using namespace std::chrono_literals;

host::EnclaveProcess start_enclave() {
    SystemEntropy entropy;
    const auto platform =
        simulation::Platform::create(entropy, UnixTime{1'700'000'000}, std::chrono::years(1));
    return host::EnclaveProcess::start(
               THERIAC_ENCLAVE_OPERATIONS,
               platform.serialise().reveal(),
               {.arguments = {"--allow-unlocked-memory"}, .on_diagnostic = {}})
        .value();
}

void ask(host::EnclaveProcess& enclave, Operation operation, std::uint32_t times) {
    Bytes request{static_cast<std::uint8_t>(operation)};
    append_u32_be(request, times);
    THERIAC_EXPECTS(enclave.call(request, 60s).has_value());
}

void in_and_out(benchmark::State& state, Operation operation, std::uint32_t times) {
    SystemEntropy entropy;
    Operations here(entropy);
    auto enclave = start_enclave();
    ask(enclave, operation, 1);
    clockid_t its_clock{};
    THERIAC_EXPECTS(clock_getcpuclockid(enclave.pid(), &its_clock) == 0);
    Paired paired;
    for (auto _ : state) {
        const double inside = processor_seconds([&] { ask(enclave, operation, times); }, its_clock);
        const double outside = processor_seconds([&] { here.run(operation, times); });
        paired.add(inside, outside);
        state.SetIterationTime(inside);
    }
    paired.report(state, times);
}

/// One request and its answer: what it costs to enter and leave.
void round_trip(benchmark::State& state) {
    auto enclave = start_enclave();
    ask(enclave, Operation::nothing, 1);  // waits for its start
    for (auto _ : state)
        ask(enclave, Operation::nothing, 1);
}

BENCHMARK_CAPTURE(in_and_out, key_pair, Operation::key_pair, 50U)
    ->Name("enclave/sandbox/key_pair")
    ->UseManualTime();
BENCHMARK_CAPTURE(in_and_out, hash, Operation::hash, 500U)
    ->Name("enclave/sandbox/sha256/bytes:6144")
    ->UseManualTime();
BENCHMARK_CAPTURE(in_and_out, sign, Operation::sign, 100U)
    ->Name("enclave/sandbox/sign")
    ->UseManualTime();
BENCHMARK_CAPTURE(in_and_out, verify, Operation::verify, 100U)
    ->Name("enclave/sandbox/verify")
    ->UseManualTime();
BENCHMARK_CAPTURE(in_and_out, whole_path, Operation::whole_path, 50U)
    ->Name("enclave/sandbox/whole_path/bytes:6144")
    ->UseManualTime();
BENCHMARK(round_trip)->Name("enclave/sandbox/round_trip")->UseRealTime();

}  // namespace

}  // namespace theriac::enclave::bench
