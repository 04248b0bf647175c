#include "theriac/crypto/hash.hpp"
#include "theriac/crypto/hkdf.hpp"
#include "theriac/crypto/merkle.hpp"

#include <benchmark/benchmark.h>

namespace theriac::crypto {
namespace {

void over_sizes(benchmark::internal::Benchmark* benchmark) {
    benchmark->ArgName("bytes")->Arg(32)->Arg(1024)->Arg(65536)->Arg(1 << 20);
}

template <auto kHash>
void hash(benchmark::State& state) {
    const Bytes message(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(kHash(message));
    state.SetBytesProcessed(state.iterations() * state.range(0));
}

void sha256_of(benchmark::State& state) {
    hash<static_cast<Hash256 (*)(ByteView)>(sha256)>(state);
}

void keccak256_of(benchmark::State& state) {
    hash<static_cast<Hash256 (*)(ByteView)>(keccak256)>(state);
}

void blob_address_of(benchmark::State& state) {
    hash<blob_address>(state);
}

void hkdf_of(benchmark::State& state) {
    const Bytes ikm(33);
    Bytes out(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state)
        hkdf_sha256(ikm, ikm, ikm, out);
}

BENCHMARK(sha256_of)->Name("crypto/hash/sha256")->Apply(over_sizes);
BENCHMARK(keccak256_of)->Name("crypto/hash/keccak256")->Apply(over_sizes);
BENCHMARK(blob_address_of)->Name("crypto/blob_address")->Apply(over_sizes);
BENCHMARK(hkdf_of)->Name("crypto/hkdf/sha256")->ArgName("bytes")->Arg(32)->Arg(48);

}  // namespace
}  // namespace theriac::crypto
