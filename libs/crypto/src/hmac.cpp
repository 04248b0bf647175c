#include "hmac.hpp"

#include "theriac/base/secret.hpp"
#include "theriac/crypto/hash.hpp"

#include "openssl.hpp"

#include <algorithm>
#include <cstdint>

namespace theriac::crypto {
namespace {

using openssl::require;

constexpr std::size_t kBlockSize = 64;  // of SHA-256, RFC 2104's B
constexpr std::uint8_t kInnerPad = 0x36;
constexpr std::uint8_t kOuterPad = 0x5c;

/// SHA-256 into memory of the caller: unlike `Sha256`, whose digests are public.
void digest(
    EVP_MD_CTX* context,
    ByteView block,
    std::initializer_list<ByteView> parts,
    MutableByteView out) {
    require(EVP_DigestInit_ex2(context, openssl::sha256(), nullptr));
    require(EVP_DigestUpdate(context, block.data(), block.size()));
    for (const ByteView part : parts)
        require(EVP_DigestUpdate(context, part.data(), part.size()));
    require(EVP_DigestFinal_ex(context, out.data(), nullptr));
}

void xor_into(MutableByteView bytes, unsigned mask) {
    for (std::uint8_t& byte : bytes)
        byte = static_cast<std::uint8_t>(byte ^ mask);
}

}  // namespace

// RFC 2104, section 2, by hand: OpenSSL 3.0's own spends twice the time of the hashing on set-up.
void hmac_sha256_into(ByteView key, std::initializer_list<ByteView> parts, MutableByteView out) {
    THERIAC_EXPECTS(out.size() == Hash256::kSize);
    const openssl::DigestContext context(EVP_MD_CTX_new());
    THERIAC_EXPECTS(context != nullptr);
    Secret<kBlockSize> block;
    if (key.size() > kBlockSize)
        digest(context.get(), key, {}, block.fill().first(Hash256::kSize));
    else
        std::ranges::copy(key, block.fill().begin());
    Secret<Hash256::kSize> inner;
    xor_into(block.fill(), kInnerPad);
    digest(context.get(), block.reveal(), parts, inner.fill());
    xor_into(block.fill(), kInnerPad ^ kOuterPad);
    digest(context.get(), block.reveal(), {inner.reveal()}, out);
}

Hash256 hmac_sha256(ByteView key, ByteView message) {
    Hash256 tag;
    hmac_sha256_into(key, {message}, tag.mutable_view());
    return tag;
}

}  // namespace theriac::crypto
