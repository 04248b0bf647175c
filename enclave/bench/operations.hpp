// What Wang et al. 2022 time in and out of an enclave (Figure 9, a to d), with this system's
// primitives: the same code for both sides.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/crypto/hpke.hpp"
#include "theriac/crypto/secp256k1.hpp"
#include "theriac/crypto/stream.hpp"

#include <cstdint>

namespace theriac::enclave::bench {

enum class Operation : std::uint8_t { nothing, key_pair, hash, sign, verify, whole_path };

class Operations {
public:
    /// Everything is over records of `kRecordSize` bytes.
    static constexpr std::size_t kRecordSize = 6144;

    explicit Operations(Entropy& entropy);

    void run(Operation operation, std::uint32_t times);

private:
    void run(Operation operation);

    /// From the encrypted record, the masked key and the sealed share to the plaintext.
    void open_record() const;

    Entropy* entropy_;
    crypto::SigningKey key_;
    crypto::RecoverableSignature signature_;
    crypto::Scalar group_secret_;
    crypto::HpkePrivateKey epoch_key_;
    crypto::MaskedKey masked_;
    Bytes sealed_share_;
    Bytes record_;
    std::uint8_t kept_ = 0;  ///< so that no result can be left out
};

}  // namespace theriac::enclave::bench
