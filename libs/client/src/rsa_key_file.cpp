#include "rsa_key_file.hpp"

#include "theriac/crypto/aead.hpp"
#include "theriac/crypto/hkdf.hpp"
#include "theriac/storage/atomic_file.hpp"

namespace theriac::client {

namespace {

constexpr std::string_view kFormat = "theriac/rsa-key/v1";
constexpr std::size_t kMaxFile = 8192;

// The secret is fresh for each file, so a constant nonce never meets a key twice.
constexpr crypto::AeadNonce kNonce{};

Secret<32> file_key(const Secret<32>& secret) {
    return crypto::hkdf_sha256_key(secret.reveal(), {}, as_bytes(kFormat));
}

}  // namespace

Bytes seal_rsa_key(const crypto::RsaSigningKey& key, const Secret<32>& secret) {
    const SecretBytes plain = key.pkcs8();
    return crypto::aead_seal(file_key(secret), kNonce, as_bytes(kFormat), plain.reveal());
}

Result<crypto::RsaSigningKey> open_rsa_key(
    const std::filesystem::path& file, const Secret<32>& secret) {
    const auto opened = [&]() -> Result<crypto::RsaSigningKey> {
        THERIAC_TRY(sealed, storage::read_file(file, kMaxFile));
        THERIAC_TRY(plain, crypto::aead_open(file_key(secret), kNonce, as_bytes(kFormat), sealed));
        return crypto::RsaSigningKey::from_pkcs8(plain.reveal());
    };
    auto key = opened();
    if (!key) return fail(with_context(file.string(), std::move(key).error()));
    return key;
}

}  // namespace theriac::client
