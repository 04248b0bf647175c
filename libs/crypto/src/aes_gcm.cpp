#include "aes_gcm.hpp"

#include <algorithm>

namespace theriac::crypto {
namespace {

using openssl::require;

enum class Direction : std::uint8_t { open = 0, seal = 1 };  // as EVP_CipherInit_ex2 wants it

openssl::CipherContext expand_key(ByteView key, Direction direction) {
    openssl::CipherContext context(EVP_CIPHER_CTX_new());
    THERIAC_EXPECTS(context != nullptr);
    require(EVP_CipherInit_ex2(
        context.get(),
        openssl::aes_gcm(key.size()),
        key.data(),
        nullptr,
        static_cast<int>(direction),
        nullptr));
    return context;
}

/// OpenSSL counts in int: longer input goes in pieces. `out` is null for associated data.
void update(EVP_CIPHER_CTX* context, ByteView in, std::uint8_t* out) {
    constexpr std::size_t kPiece = std::size_t{1} << 30U;
    while (!in.empty()) {
        const ByteView piece = in.first(std::min(in.size(), kPiece));
        int written = 0;
        require(
            EVP_CipherUpdate(context, out, &written, piece.data(), static_cast<int>(piece.size())));
        if (out != nullptr) out += piece.size();
        in = in.subspan(piece.size());
    }
}

void start(EVP_CIPHER_CTX* context, const AeadNonce& nonce, ByteView associated_data) {
    require(EVP_CipherInit_ex2(context, nullptr, nullptr, nonce.data(), -1, nullptr));
    update(context, associated_data, nullptr);
}

}  // namespace

AesGcmSealer::AesGcmSealer(ByteView key) : context_(expand_key(key, Direction::seal)) {}

void AesGcmSealer::seal(
    const AeadNonce& nonce, ByteView associated_data, ByteView plaintext, MutableByteView out) {
    THERIAC_EXPECTS(out.size() == plaintext.size() + kAeadTagSize);
    start(context_.get(), nonce, associated_data);
    update(context_.get(), plaintext, out.data());
    const MutableByteView tag = out.last(kAeadTagSize);
    int written = 0;
    require(EVP_CipherFinal_ex(context_.get(), tag.data(), &written));
    require(EVP_CIPHER_CTX_ctrl(context_.get(), EVP_CTRL_AEAD_GET_TAG, kAeadTagSize, tag.data()));
}

AesGcmOpener::AesGcmOpener(ByteView key) : context_(expand_key(key, Direction::open)) {}

bool AesGcmOpener::open(
    const AeadNonce& nonce, ByteView associated_data, ByteView sealed, MutableByteView out) {
    THERIAC_EXPECTS(sealed.size() == out.size() + kAeadTagSize);
    std::array<std::uint8_t, kAeadTagSize> tag{};  // OpenSSL takes it as non-const
    std::ranges::copy(sealed.last(kAeadTagSize), tag.begin());
    start(context_.get(), nonce, associated_data);
    update(context_.get(), sealed.first(out.size()), out.data());
    require(EVP_CIPHER_CTX_ctrl(context_.get(), EVP_CTRL_AEAD_SET_TAG, kAeadTagSize, tag.data()));
    int written = 0;
    std::uint8_t nothing = 0;
    // Compares the tags with CRYPTO_memcmp, in constant time.
    const bool authentic = EVP_CipherFinal_ex(context_.get(), &nothing, &written) == 1;
    if (!authentic) wipe(out);
    return authentic;
}

}  // namespace theriac::crypto
