#include "aes_ctr.hpp"

#include <algorithm>

namespace theriac::crypto {

AesCtr::AesCtr(ByteView key, const std::array<std::uint8_t, 16>& first_block)
    : context_(EVP_CIPHER_CTX_new()) {
    THERIAC_EXPECTS(context_ != nullptr);
    openssl::require(EVP_EncryptInit_ex2(
        context_.get(), openssl::aes_ctr(key.size()), key.data(), first_block.data(), nullptr));
}

void AesCtr::apply(MutableByteView bytes) {
    constexpr std::size_t kPiece = std::size_t{1} << 30U;  // OpenSSL counts in int
    while (!bytes.empty()) {
        const MutableByteView piece = bytes.first(std::min(bytes.size(), kPiece));
        int written = 0;
        openssl::require(EVP_EncryptUpdate(
            context_.get(), piece.data(), &written, piece.data(), static_cast<int>(piece.size())));
        bytes = bytes.subspan(piece.size());
    }
}

}  // namespace theriac::crypto
