// Records beside the raw cipher of OpenSSL over the same number of bytes: the ratio of the two is
// what a key derivation, a commitment, padding and wiped memory cost.
#include "theriac/crypto/stream.hpp"

#include <benchmark/benchmark.h>
#include <openssl/evp.h>

namespace theriac::crypto {
namespace {

void over_sizes(benchmark::internal::Benchmark* benchmark) {
    benchmark->ArgName("bytes")->Arg(1024)->Arg(3072)->Arg(6144)->Arg(65536)->Arg(1 << 20);
}

CollectionKey key() {
    const Secret<32> seed;
    return derive_collection_key({.vault_seed = seed, .nonce = {}}).value();
}

RecordContext context() {
    return {.chain_id = 1, .data_type = "fhir/Observation"};
}

void raw_seal(benchmark::State& state) {
    const Bytes plaintext(static_cast<std::size_t>(state.range(0)));
    const Bytes cipher_key(32);
    const AeadNonce nonce{};
    Bytes out(plaintext.size() + 16);
    EVP_CIPHER* cipher = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
    EVP_CIPHER_CTX* cipher_context = EVP_CIPHER_CTX_new();
    int written = 0;
    for (auto _ : state) {
        EVP_EncryptInit_ex2(cipher_context, cipher, cipher_key.data(), nonce.data(), nullptr);
        EVP_EncryptUpdate(
            cipher_context,
            out.data(),
            &written,
            plaintext.data(),
            static_cast<int>(plaintext.size()));
        EVP_EncryptFinal_ex(cipher_context, out.data() + plaintext.size(), &written);
        EVP_CIPHER_CTX_ctrl(
            cipher_context, EVP_CTRL_AEAD_GET_TAG, 16, out.data() + plaintext.size());
        benchmark::DoNotOptimize(out.data());
    }
    EVP_CIPHER_CTX_free(cipher_context);
    EVP_CIPHER_free(cipher);
    state.SetBytesProcessed(state.iterations() * state.range(0));
}

void one_shot_seal(benchmark::State& state) {
    const Bytes plaintext(static_cast<std::size_t>(state.range(0)));
    const Secret<32> cipher_key;
    for (auto _ : state)
        benchmark::DoNotOptimize(aead_seal(cipher_key, {}, {}, plaintext));
    state.SetBytesProcessed(state.iterations() * state.range(0));
}

void record_seal(benchmark::State& state) {
    const Bytes content(static_cast<std::size_t>(state.range(0)));
    const auto collection = key();
    const auto where = context();
    SystemEntropy entropy;
    for (auto _ : state)
        benchmark::DoNotOptimize(seal_record(collection, where, content, entropy));
    state.SetBytesProcessed(state.iterations() * state.range(0));
}

void record_open(benchmark::State& state) {
    const Bytes content(static_cast<std::size_t>(state.range(0)));
    const auto collection = key();
    const auto where = context();
    SystemEntropy entropy;
    const Bytes record = seal_record(collection, where, content, entropy).value();
    for (auto _ : state)
        benchmark::DoNotOptimize(open_record(collection, where, record));
    state.SetBytesProcessed(state.iterations() * state.range(0));
}

BENCHMARK(raw_seal)->Name("crypto/aead_seal/openssl_evp")->Apply(over_sizes);
BENCHMARK(one_shot_seal)->Name("crypto/aead_seal/aes256gcm")->Apply(over_sizes);
BENCHMARK(record_seal)->Name("crypto/record/seal")->Apply(over_sizes);
BENCHMARK(record_open)->Name("crypto/record/open")->Apply(over_sizes);

}  // namespace
}  // namespace theriac::crypto
