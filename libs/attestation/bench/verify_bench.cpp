// Verification of whole evidence, beside the bare signature checks that it cannot do without: the
// same number of signatures of the same kinds by OpenSSL, keys and signatures ready. The evidence
// is genuine where the cases published by others are at hand, and always also simulated.
#include "theriac/attestation/verify.hpp"
#include "theriac/simulation/platform.hpp"

#include "corpus_fixture.hpp"
#include <benchmark/benchmark.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

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

void genuine(benchmark::State& state, const std::string& id) {
    if (!corpus::present()) return state.SkipWithError("the published cases are absent");
    const corpus::Case& c = corpus::find(id);
    const TrustAnchor anchor = corpus::anchor_of(c).value();
    const Policy policy = corpus::lenient(c);
    const auto* amd = std::get_if<AmdCollateral>(&c.collateral);
    const auto* intel = std::get_if<Collateral>(&c.collateral);
    for (auto _ : state)
        if (amd != nullptr)
            benchmark::DoNotOptimize(verify(c.evidence, *amd, anchor, policy, c.now).value());
        else
            benchmark::DoNotOptimize(verify(c.evidence, intel, anchor, policy, c.now).value());
    state.SetItemsProcessed(state.iterations());
}

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Digest = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

// A key with a signature of its own over 432 bytes.
class Signer {
public:
    Signer(EVP_PKEY* key, const EVP_MD* digest) : key_(key, EVP_PKEY_free), digest_(digest) {
        const Digest context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
        start(context.get(), EVP_DigestSignInit);
        std::size_t size = 0;
        EVP_DigestSign(context.get(), nullptr, &size, message_.data(), message_.size());
        signature_.resize(size);
        EVP_DigestSign(context.get(), signature_.data(), &size, message_.data(), message_.size());
        signature_.resize(size);
    }

    [[nodiscard]] bool check() const {
        const Digest context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
        start(context.get(), EVP_DigestVerifyInit);
        return EVP_DigestVerify(
                   context.get(),
                   signature_.data(),
                   signature_.size(),
                   message_.data(),
                   message_.size())
               == 1;
    }

private:
    template <typename Init>
    void start(EVP_MD_CTX* context, Init init) const {
        EVP_PKEY_CTX* options = nullptr;
        init(context, &options, digest_, nullptr, key_.get());
        if (EVP_PKEY_is_a(key_.get(), "RSA") == 0) return;
        EVP_PKEY_CTX_set_rsa_padding(options, RSA_PKCS1_PSS_PADDING);
        EVP_PKEY_CTX_set_rsa_pss_saltlen(options, 48);
        EVP_PKEY_CTX_set_rsa_mgf1_md(options, EVP_sha384());
    }

    Key key_;
    const EVP_MD* digest_;
    Bytes message_ = Bytes(432);
    Bytes signature_;
};

void bare_p256(benchmark::State& state) {
    const Signer signer(EVP_EC_gen("P-256"), EVP_sha256());
    for (auto _ : state)
        for (std::int64_t i = 0; i < state.range(0); ++i)
            if (!signer.check()) state.SkipWithError("does not verify");
    state.SetItemsProcessed(state.iterations());
}

// One of P-384, and as many of RSA as asked for.
void bare_amd(benchmark::State& state) {
    const Signer report(EVP_EC_gen("P-384"), EVP_sha384());
    const Signer authority(EVP_RSA_gen(4096), EVP_sha384());
    for (auto _ : state) {
        if (!report.check()) state.SkipWithError("does not verify");
        for (std::int64_t i = 0; i < state.range(0); ++i)
            if (!authority.check()) state.SkipWithError("does not verify");
    }
    state.SetItemsProcessed(state.iterations());
}

// Leaf and intermediate certificate, QE report, quote. The root is the pinned one.
constexpr std::int64_t kSignatures = 4;
// And two revocation lists, the signing certificate, TCB info, QE identity.
constexpr std::int64_t kSignaturesWithCollateral = kSignatures + 5;
// Endorsement key by ASK, ASK by ARK; and AMD's revocation list where there is one.
constexpr std::int64_t kAmdCertificates = 2;

BENCHMARK(parse_only)->Name("attestation/parse_quote/sgx_v3");
BENCHMARK(without_collateral)->Name("attestation/verify/sgx_v3/simulated/collateral:0");
BENCHMARK(bare_p256)
    ->Name("attestation/verify/openssl_signatures_alone/p256")
    ->ArgName("signatures")
    ->Arg(kSignatures);
BENCHMARK(with_collateral)->Name("attestation/verify/sgx_v3/simulated/collateral:1");
BENCHMARK(bare_p256)
    ->Name("attestation/verify/openssl_signatures_alone/p256")
    ->ArgName("signatures")
    ->Arg(kSignaturesWithCollateral);
BENCHMARK_CAPTURE(genuine, sgx, "sgx-v3-phala")->Name("attestation/verify/sgx_v3/genuine");
BENCHMARK_CAPTURE(genuine, tdx4, "tdx-v4-phala")->Name("attestation/verify/tdx_v4/genuine");
BENCHMARK_CAPTURE(genuine, tdx5, "tdx-v5-google")->Name("attestation/verify/tdx_v5/genuine");
BENCHMARK_CAPTURE(genuine, milan, "snp-milan-v3-ms")->Name("attestation/verify/snp_milan/genuine");
BENCHMARK_CAPTURE(genuine, genoa, "snp-genoa-v5-oak")->Name("attestation/verify/snp_genoa/genuine");
BENCHMARK_CAPTURE(genuine, turin, "snp-turin-v5-ms")->Name("attestation/verify/snp_turin/genuine");
BENCHMARK(bare_amd)
    ->Name("attestation/verify/openssl_signatures_alone/p384_and_rsa4096")
    ->ArgName("certificates")
    ->Arg(kAmdCertificates);

}  // namespace
}  // namespace theriac::attestation
