#include "theriac/crypto/keystore.hpp"

#include "theriac/crypto/hash.hpp"

#include "aes_ctr.hpp"
#include "password_kdf.hpp"

#include <algorithm>
#include <string>

namespace theriac::crypto {
namespace {

/// The first half of the derived key encrypts, the second authenticates.
Hash256 mac_of(const Secret<32>& derived, ByteView ciphertext) {
    return keccak256({derived.reveal().last(16), ciphertext});
}

void apply_cipher(
    const Secret<32>& derived, const std::array<std::uint8_t, 16>& iv, MutableByteView bytes) {
    AesCtr(derived.reveal().first(16), iv).apply(bytes);
}

std::array<std::uint8_t, 16> random_uuid(Entropy& entropy) {
    std::array<std::uint8_t, 16> id{};
    entropy.fill(id);
    id[6] = static_cast<std::uint8_t>((id[6] & 0x0fU) | 0x40U);
    id[8] = static_cast<std::uint8_t>((id[8] & 0x3fU) | 0x80U);
    return id;
}

}  // namespace

Result<KeystoreV3> seal_keystore(
    const Secret<32>& secret,
    ByteView password,
    const ScryptParameters& profile,
    Entropy& entropy) {
    KeystoreV3 file;
    file.kdf = profile;
    if (const auto checked = check_kdf(file.kdf); !checked)
        return fail(Errc::invalid_argument, checked.error().message);
    file.salt.resize(32);
    entropy.fill(file.salt);
    entropy.fill(file.iv);
    file.id = random_uuid(entropy);
    const auto derived = derive_from_password(file.kdf, password, file.salt);
    file.ciphertext = to_bytes(secret.reveal());
    apply_cipher(derived, file.iv, file.ciphertext);
    file.mac = mac_of(derived, file.ciphertext);
    return file;
}

Result<Secret<32>> open_keystore(const KeystoreV3& file, ByteView password) {
    if (file.ciphertext.size() != 32)
        return fail(
            Errc::malformed,
            "keystore: expected a ciphertext of 32 bytes, got "
                + std::to_string(file.ciphertext.size()));
    THERIAC_CHECK(check_kdf(file.kdf));
    const auto derived = derive_from_password(file.kdf, password, file.salt);
    if (!equal_constant_time(mac_of(derived, file.ciphertext).view(), file.mac.view()))
        return fail(Errc::wrong_password, "keystore: the password does not open this file");
    Secret<32> secret;
    std::ranges::copy(file.ciphertext, secret.fill().begin());
    apply_cipher(derived, file.iv, secret.fill());
    return secret;
}

}  // namespace theriac::crypto
