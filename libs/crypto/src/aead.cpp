#include "theriac/crypto/aead.hpp"

#include "aes_gcm.hpp"

#include <string>

namespace theriac::crypto {

Bytes aead_seal(
    const Secret<32>& key, const AeadNonce& nonce, ByteView associated_data, ByteView plaintext) {
    Bytes sealed(plaintext.size() + kAeadTagSize);
    AesGcmSealer(key.reveal()).seal(nonce, associated_data, plaintext, sealed);
    return sealed;
}

Result<SecretBytes> aead_open(
    const Secret<32>& key, const AeadNonce& nonce, ByteView associated_data, ByteView sealed) {
    if (sealed.size() < kAeadTagSize)
        return fail(
            Errc::unauthenticated,
            "aead: expected at least a tag of 16 bytes, got " + std::to_string(sealed.size()));
    SecretBytes plaintext(sealed.size() - kAeadTagSize);
    if (!AesGcmOpener(key.reveal()).open(nonce, associated_data, sealed, plaintext.fill()))
        return fail(Errc::unauthenticated, "aead: the tag does not match");
    return plaintext;
}

}  // namespace theriac::crypto
