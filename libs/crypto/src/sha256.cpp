#include "theriac/crypto/hash.hpp"

#include "openssl.hpp"

namespace theriac::crypto {

void Sha256::Free::operator()(evp_md_ctx_st* context) const {
    EVP_MD_CTX_free(context);
}

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
    THERIAC_EXPECTS(context_ != nullptr);
    openssl::require(EVP_DigestInit_ex2(context_.get(), openssl::sha256(), nullptr));
}

Sha256& Sha256::update(ByteView more) {
    openssl::require(EVP_DigestUpdate(context_.get(), more.data(), more.size()));
    return *this;
}

Hash256 Sha256::finish() {
    Hash256 digest;
    openssl::require(EVP_DigestFinal_ex(context_.get(), digest.mutable_view().data(), nullptr));
    openssl::require(EVP_DigestInit_ex2(context_.get(), nullptr, nullptr));
    return digest;
}

Hash256 sha256(ByteView bytes) {
    return sha256({bytes});
}

Hash256 sha256(std::initializer_list<ByteView> parts) {
    Sha256 hash;
    for (const ByteView part : parts)
        hash.update(part);
    return hash.finish();
}

}  // namespace theriac::crypto
