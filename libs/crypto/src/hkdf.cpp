#include "theriac/crypto/hkdf.hpp"

#include "hmac.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace theriac::crypto {

Secret<32> hkdf_sha256_extract(ByteView salt, ByteView ikm) {
    Secret<32> key;
    hmac_sha256_into(salt, {ikm}, key.fill());
    return key;
}

// T(i) = HMAC(key, T(i-1) || info || i), RFC 5869 section 2.3.
void hkdf_sha256_expand(const Secret<32>& key, ByteView info, MutableByteView out) {
    THERIAC_EXPECTS(out.size() <= kHkdfMaxSize);
    Secret<32> block;
    ByteView previous;
    for (std::array<std::uint8_t, 1> counter{1}; !out.empty(); ++counter[0]) {
        hmac_sha256_into(key.reveal(), {previous, info, counter}, block.fill());
        previous = block.reveal();
        const std::size_t count = std::min(out.size(), previous.size());
        std::copy_n(previous.begin(), count, out.begin());
        out = out.subspan(count);
    }
}

void hkdf_sha256(ByteView ikm, ByteView salt, ByteView info, MutableByteView out) {
    hkdf_sha256_expand(hkdf_sha256_extract(salt, ikm), info, out);
}

Secret<32> hkdf_sha256_key(ByteView ikm, ByteView salt, ByteView info) {
    Secret<32> key;
    hkdf_sha256(ikm, salt, info, key.fill());
    return key;
}

}  // namespace theriac::crypto
