// Randomness that a second run repeats: all of it follows from one secret.
#pragma once

#include "theriac/base/ports.hpp"
#include "theriac/base/secret.hpp"

#include <memory>

namespace theriac::crypto {

/// The key stream of AES-256 in counter mode from a zero block, under the key HKDF-SHA256(ikm =
/// seed, salt = empty, info). To whoever lacks the seed it is random; two purposes take two infos.
/// The bytes do not depend on how many are asked for at a time.
class HkdfEntropy final : public Entropy {
public:
    HkdfEntropy(const Secret<32>& seed, ByteView info);
    ~HkdfEntropy() override;

    HkdfEntropy(const HkdfEntropy&) = delete;
    HkdfEntropy& operator=(const HkdfEntropy&) = delete;

    void fill(MutableByteView bytes) override;

private:
    class Stream;
    std::unique_ptr<Stream> stream_;
};

}  // namespace theriac::crypto
