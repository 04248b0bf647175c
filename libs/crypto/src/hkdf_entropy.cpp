#include "theriac/crypto/hkdf_entropy.hpp"

#include "theriac/crypto/hkdf.hpp"

#include "aes_ctr.hpp"

#include <algorithm>

namespace theriac::crypto {

class HkdfEntropy::Stream : public AesCtr {
public:
    using AesCtr::AesCtr;
};

HkdfEntropy::HkdfEntropy(const Secret<32>& seed, ByteView info)
    : stream_(std::make_unique<Stream>(
          hkdf_sha256_key(seed.reveal(), {}, info).reveal(), std::array<std::uint8_t, 16>{})) {}

HkdfEntropy::~HkdfEntropy() = default;

void HkdfEntropy::fill(MutableByteView bytes) {
    std::ranges::fill(bytes, std::uint8_t{0});
    stream_->apply(bytes);
}

}  // namespace theriac::crypto
