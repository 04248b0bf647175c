// Verification of a whole quote, beside the bare signature checks that it cannot do without: the
// same number of ECDSA P-256 verifications by OpenSSL, keys and signatures ready.
#include "theriac/attestation/verify.hpp"
#include "theriac/simulation/platform.hpp"

#include <benchmark/benchmark.h>
#include <openssl/ec.h>
#include <openssl/evp.h>

#include <memory>

namespace theriac::attestation {
namespace {

constexpr UnixTime kNow{1'780'000'000};

struct World {
    SystemEntropy entropy;
    simulation::Platform platform =
        simulation::Platform::create(entropy, kNow, std::chrono::days(1));
    Bytes quote = platform.quote({}, {});
    TrustAnchor anchor = TrustAnchor::simulated(platform.public_part().root_certificate).value();
    Policy policy{
        .measurements = Any{},
        .report_data = Any{},
        .missing_collateral = Rule::accept,
        .simulated = Rule::accept};
};

void verify_quote(benchmark::State& state, const World& world, const Collateral* collateral) {
    for (auto _ : state)
        benchmark::DoNotOptimize(
            verify(world.quote, collateral, world.anchor, world.policy, kNow).value());
    state.SetItemsProcessed(state.iterations());
}

void without_collateral(benchmark::State& state) {
    const World world;
    verify_quote(state, world, nullptr);
}

void with_collateral(benchmark::State& state) {
    const World world;
    verify_quote(state, world, &world.platform.public_part().collateral);
}

void parse_only(benchmark::State& state) {
    const World world;
    for (auto _ : state)
        benchmark::DoNotOptimize(parse_quote(world.quote).value());
    state.SetItemsProcessed(state.iterations());
}

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Digest = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

Bytes sign(EVP_PKEY* key, ByteView message) {
    const Digest digest(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    std::size_t size = 0;
    EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, key);
    EVP_DigestSign(digest.get(), nullptr, &size, message.data(), message.size());
    Bytes signature(size);
    EVP_DigestSign(digest.get(), signature.data(), &size, message.data(), message.size());
    signature.resize(size);
    return signature;
}

bool check(EVP_PKEY* key, ByteView message, const Bytes& signature) {
    const Digest digest(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    return EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, key) == 1
           && EVP_DigestVerify(
                  digest.get(), signature.data(), signature.size(), message.data(), message.size())
                  == 1;
}

void bare_signatures(benchmark::State& state) {
    const Key key(EVP_EC_gen("P-256"), EVP_PKEY_free);
    const Bytes message(432);
    const Bytes signature = sign(key.get(), message);
    for (auto _ : state)
        for (std::int64_t i = 0; i < state.range(0); ++i)
            if (!check(key.get(), message, signature)) state.SkipWithError("does not verify");
    state.SetItemsProcessed(state.iterations());
}

// Leaf, intermediate and root certificates, QE report, quote.
constexpr std::int64_t kSignatures = 5;
// And two revocation lists, TCB info, QE identity, and their chain of a signing certificate and the
// root.
constexpr std::int64_t kSignaturesWithCollateral = kSignatures + 2 + 2 + 2;

BENCHMARK(parse_only)->Name("attestation/parse_quote/sgx_v3");
BENCHMARK(without_collateral)->Name("attestation/verify/sgx_v3/collateral:0");
BENCHMARK(bare_signatures)
    ->Name("attestation/verify/openssl_signatures_alone")
    ->ArgName("signatures")
    ->Arg(kSignatures);
BENCHMARK(with_collateral)->Name("attestation/verify/sgx_v3/collateral:1");
BENCHMARK(bare_signatures)
    ->Name("attestation/verify/openssl_signatures_alone")
    ->ArgName("signatures")
    ->Arg(kSignaturesWithCollateral);

}  // namespace
}  // namespace theriac::attestation
