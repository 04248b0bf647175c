#include "primitives.hpp"

#include <benchmark/benchmark.h>
#include <secp256k1_ecdh.h>

namespace theriac::enclave::bench {

namespace {

constexpr std::size_t kMaxSize = std::size_t{1} << 20U;
constexpr std::size_t kShareSize = 65;

void require(int returned) {
    THERIAC_EXPECTS(returned == 1);
}

}  // namespace

Primitives::Primitives(Entropy& entropy)
    : digest_(EVP_MD_fetch(nullptr, "SHA256", nullptr)),
      digest_context_(EVP_MD_CTX_new()),
      cipher_(EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr)),
      cipher_context_(EVP_CIPHER_CTX_new()),
      curve_(secp256k1_context_create(SECP256K1_CONTEXT_NONE)),
      ciphertext_(kMaxSize),
      plaintext_(kMaxSize),
      recipient_(crypto::HpkePrivateKey::generate(entropy)),
      sealed_(
          crypto::hpke_seal(recipient_.public_key(), {}, {}, Bytes(kShareSize), entropy).value()) {
    entropy.fill(key_);
    require(secp256k1_ec_pubkey_create(curve_.get(), &point_, key_.data()));
    require(secp256k1_ecdsa_sign_recoverable(
        curve_.get(), &signature_, key_.data(), key_.data(), nullptr, nullptr));
}

void Primitives::sha256(ByteView bytes) {
    std::array<std::uint8_t, 32> out{};
    require(EVP_DigestInit_ex2(digest_context_.get(), digest_.get(), nullptr));
    require(EVP_DigestUpdate(digest_context_.get(), bytes.data(), bytes.size()));
    require(EVP_DigestFinal_ex(digest_context_.get(), out.data(), nullptr));
    benchmark::DoNotOptimize(out);
}

void Primitives::open_gcm(std::size_t size) {
    THERIAC_EXPECTS(size <= kMaxSize);
    EVP_CIPHER_CTX* context = cipher_context_.get();
    std::array<std::uint8_t, 12> nonce{};
    std::array<std::uint8_t, 16> tag{};
    int written = 0;
    require(EVP_DecryptInit_ex2(context, cipher_.get(), key_.data(), nonce.data(), nullptr));
    require(EVP_DecryptUpdate(
        context, plaintext_.data(), &written, ciphertext_.data(), static_cast<int>(size)));
    require(EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, 16, tag.data()));
    // The tag is none of these bytes; comparing it costs the same.
    benchmark::DoNotOptimize(EVP_DecryptFinal_ex(context, plaintext_.data() + size - 1, &written));
}

void Primitives::diffie_hellman() {
    std::array<std::uint8_t, 32> out{};
    require(secp256k1_ecdh(curve_.get(), out.data(), &point_, key_.data(), nullptr, nullptr));
    benchmark::DoNotOptimize(out);
}

void Primitives::open_hpke() {
    benchmark::DoNotOptimize(crypto::hpke_open(recipient_, {}, {}, sealed_));
}

void Primitives::recover() {
    secp256k1_pubkey out{};
    require(secp256k1_ecdsa_recover(curve_.get(), &out, &signature_, key_.data()));
    benchmark::DoNotOptimize(out);
}

}  // namespace theriac::enclave::bench
