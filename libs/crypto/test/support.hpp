// What several tests build their world from.
#pragma once

#include "theriac/base/ports.hpp"
#include "theriac/base/secret.hpp"
#include "theriac/crypto/hash.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace theriac::crypto {

/// Bytes that look random and are the same in every run: SHA-256(u64be count) one after the other.
class CountingEntropy final : public Entropy {
public:
    explicit CountingEntropy(std::uint8_t seed = 0) : seed_(seed) {}

    void fill(MutableByteView bytes) override {
        while (!bytes.empty()) {
            const Hash256 block = sha256(Bytes{
                seed_, static_cast<std::uint8_t>(count_ >> 8U), static_cast<std::uint8_t>(count_)});
            ++count_;
            const std::size_t size = std::min(bytes.size(), Hash256::kSize);
            std::copy_n(block.view().begin(), size, bytes.begin());
            bytes = bytes.subspan(size);
        }
    }

private:
    std::uint8_t seed_;
    std::uint32_t count_ = 0;
};

inline Secret<32> secret_of(std::uint8_t byte) {
    Secret<32> out;
    std::ranges::fill(out.fill(), byte);
    return out;
}

}  // namespace theriac::crypto
