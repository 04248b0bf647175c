// The bare primitives that the pipeline cannot do without, as their libraries have them: contexts
// made beforehand, results thrown away, nothing derived, checked, wiped or kept.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/crypto/hpke.hpp"

#include <openssl/evp.h>
#include <secp256k1.h>
#include <secp256k1_recovery.h>

#include <memory>

namespace theriac::enclave::bench {

class Primitives {
public:
    explicit Primitives(Entropy& entropy);

    void sha256(ByteView bytes);

    /// AES-256-GCM over `size` bytes, under a key that is new to the context.
    void open_gcm(std::size_t size);

    /// One constant-time multiplication of a point of secp256k1.
    void diffie_hellman();

    /// One opening of a sealed consent share: `crypto::hpke_open`, for OpenSSL 3.0 has no HPKE.
    void open_hpke();

    /// One recovery of a signer's key.
    void recover();

private:
    template <auto kFree>
    struct Freed {
        template <typename T>
        void operator()(T* object) const {
            kFree(object);
        }
    };

    std::unique_ptr<EVP_MD, Freed<EVP_MD_free>> digest_;
    std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>> digest_context_;
    std::unique_ptr<EVP_CIPHER, Freed<EVP_CIPHER_free>> cipher_;
    std::unique_ptr<EVP_CIPHER_CTX, Freed<EVP_CIPHER_CTX_free>> cipher_context_;
    std::unique_ptr<secp256k1_context, Freed<secp256k1_context_destroy>> curve_;
    std::array<std::uint8_t, 32> key_{};
    Bytes ciphertext_;
    Bytes plaintext_;
    secp256k1_pubkey point_{};
    secp256k1_ecdsa_recoverable_signature signature_{};
    crypto::HpkePrivateKey recipient_;
    Bytes sealed_;
};

}  // namespace theriac::enclave::bench
