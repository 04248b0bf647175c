// Bytes that are the same in every run.
#pragma once

#include "theriac/base/byte_reader.hpp"
#include "theriac/base/ports.hpp"
#include "theriac/crypto/hash.hpp"

#include <cstdint>

namespace theriac::simulation {

class TestEntropy final : public Entropy {
public:
    explicit TestEntropy(std::uint64_t seed) : seed_(seed) {}

    void fill(MutableByteView bytes) override {
        for (std::uint8_t& byte : bytes)
            byte = next();
    }

private:
    std::uint8_t next() {
        Bytes input;
        append_u64_le(input, seed_);
        append_u64_le(input, counter_++);
        return crypto::sha256(input).array()[0];
    }

    std::uint64_t seed_;
    std::uint64_t counter_ = 0;
};

}  // namespace theriac::simulation
