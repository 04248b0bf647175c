#include "theriac/crypto/hash.hpp"
#include "theriac/crypto/hpke.hpp"
#include "theriac/crypto/key_scheme.hpp"
#include "theriac/crypto/secp256k1.hpp"

#include <benchmark/benchmark.h>

namespace theriac::crypto {
namespace {

Scalar scalar() {
    return Scalar::from(Bytes(32, 7)).value();
}

void base_multiplication(benchmark::State& state) {
    const Scalar k = scalar();
    for (auto _ : state)
        benchmark::DoNotOptimize(base_multiply(k));
}

void multiplication(benchmark::State& state) {
    const Scalar k = scalar();
    const Point p = base_multiply(k);
    for (auto _ : state)
        benchmark::DoNotOptimize(multiply(p, k));
}

void unmasking(benchmark::State& state) {
    const Scalar group_secret = scalar();
    const Point group_key = base_multiply(group_secret);
    const Secret<32> seed;
    const CollectionOrigin origin{.vault_seed = seed, .nonce = {}};
    const auto share = derive_consent_share(origin, group_key, group_key).value();
    const auto masked = derive_masked_key(origin, group_key, group_key).value();
    for (auto _ : state)
        benchmark::DoNotOptimize(unmask(masked, share, group_secret));
}

void masking(benchmark::State& state) {
    const Point group_key = base_multiply(scalar());
    const Secret<32> seed;
    const CollectionOrigin origin{.vault_seed = seed, .nonce = {}};
    for (auto _ : state)
        benchmark::DoNotOptimize(derive_masked_key(origin, group_key, group_key));
}

void signing(benchmark::State& state) {
    SystemEntropy entropy;
    const SigningKey key(scalar(), entropy);
    for (auto _ : state)
        benchmark::DoNotOptimize(key.sign(Hash256{}));
}

void recovering(benchmark::State& state) {
    SystemEntropy entropy;
    const auto signature = SigningKey(scalar(), entropy).sign(Hash256{});
    for (auto _ : state)
        benchmark::DoNotOptimize(recover(Hash256{}, signature));
}

void verifying(benchmark::State& state) {
    SystemEntropy entropy;
    const SigningKey key(scalar(), entropy);
    const auto signature = key.sign(Hash256{});
    for (auto _ : state)
        benchmark::DoNotOptimize(verify_vartime(key.public_key(), Hash256{}, signature));
}

void hpke_sealing(benchmark::State& state) {
    SystemEntropy entropy;
    const auto key = HpkePrivateKey::generate(entropy);
    const Bytes plaintext(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(hpke_seal(key.public_key(), {}, {}, plaintext, entropy));
}

void hpke_opening(benchmark::State& state) {
    SystemEntropy entropy;
    const auto key = HpkePrivateKey::generate(entropy);
    const Bytes plaintext(static_cast<std::size_t>(state.range(0)));
    const auto message = hpke_seal(key.public_key(), {}, {}, plaintext, entropy).value();
    for (auto _ : state)
        benchmark::DoNotOptimize(hpke_open(key, {}, {}, message));
}

BENCHMARK(base_multiplication)->Name("crypto/base_multiply/secp256k1");
BENCHMARK(multiplication)->Name("crypto/multiply/secp256k1");
BENCHMARK(masking)->Name("crypto/key_scheme/derive_masked_key");
BENCHMARK(unmasking)->Name("crypto/key_scheme/unmask");
BENCHMARK(signing)->Name("crypto/ecdsa/sign");
BENCHMARK(recovering)->Name("crypto/ecdsa/recover");
BENCHMARK(verifying)->Name("crypto/ecdsa/verify");
BENCHMARK(hpke_sealing)->Name("crypto/hpke/seal")->ArgName("bytes")->Arg(65)->Arg(1 << 20);
BENCHMARK(hpke_opening)->Name("crypto/hpke/open")->ArgName("bytes")->Arg(65)->Arg(1 << 20);

}  // namespace
}  // namespace theriac::crypto
