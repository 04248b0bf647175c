// The functions under EVP's, old but not withdrawn: a key derivation of a few blocks would spend
// more on EVP's contexts than on hashing. They run the same code, and take no configuration either.
#define OPENSSL_SUPPRESS_DEPRECATED
#include "hmac.hpp"

#include "theriac/base/secret.hpp"
#include "theriac/crypto/hash.hpp"

#include "openssl.hpp"
#include <openssl/sha.h>

#include <algorithm>
#include <cstdint>

namespace theriac::crypto {
namespace {

using openssl::require;

constexpr std::size_t kBlockSize = 64;  // of SHA-256, RFC 2104's B
constexpr std::uint8_t kInnerPad = 0x36;
constexpr std::uint8_t kOuterPad = 0x5c;

/// SHA-256 into memory of the caller: unlike `Sha256`, whose digests are public.
void digest(ByteView block, std::initializer_list<ByteView> parts, MutableByteView out) {
    SHA256_CTX state;
    require(SHA256_Init(&state));
    require(SHA256_Update(&state, block.data(), block.size()));
    for (const ByteView part : parts)
        require(SHA256_Update(&state, part.data(), part.size()));
    require(SHA256_Final(out.data(), &state));
    OPENSSL_cleanse(&state, sizeof state);
}

void xor_into(MutableByteView bytes, unsigned mask) {
    for (std::uint8_t& byte : bytes)
        byte = static_cast<std::uint8_t>(byte ^ mask);
}

}  // namespace

// RFC 2104, section 2, by hand: OpenSSL 3.0's own spends twice the time of the hashing on set-up.
void hmac_sha256_into(ByteView key, std::initializer_list<ByteView> parts, MutableByteView out) {
    THERIAC_EXPECTS(out.size() == Hash256::kSize);
    Secret<kBlockSize> block;
    if (key.size() > kBlockSize)
        digest(key, {}, block.fill().first(Hash256::kSize));
    else
        std::ranges::copy(key, block.fill().begin());
    Secret<Hash256::kSize> inner;
    xor_into(block.fill(), kInnerPad);
    digest(block.reveal(), parts, inner.fill());
    xor_into(block.fill(), kInnerPad ^ kOuterPad);
    digest(block.reveal(), {inner.reveal()}, out);
}

Hash256 hmac_sha256(ByteView key, ByteView message) {
    Hash256 tag;
    hmac_sha256_into(key, {message}, tag.mutable_view());
    return tag;
}

}  // namespace theriac::crypto
