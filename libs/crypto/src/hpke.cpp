#include "theriac/crypto/hpke.hpp"

#include "aes_gcm.hpp"
#include "hpke_schedule.hpp"
#include "x25519.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace theriac::crypto {
namespace {

Bytes seal_from(
    const HpkePrivateKey& ephemeral,
    const hpke::Context& context,
    ByteView associated_data,
    ByteView plaintext) {
    const ByteView encapsulated = ephemeral.public_key().view();
    Bytes message(plaintext.size() + kHpkeOverhead);
    std::ranges::copy(encapsulated, message.begin());
    AesGcmSealer(context.key.reveal())
        .seal(
            context.nonce(0),
            associated_data,
            plaintext,
            MutableByteView(message).subspan(encapsulated.size()));
    return message;
}

Result<hpke::Context> decapsulate(
    const HpkePrivateKey& recipient, const HpkePublicKey& encapsulated, ByteView info) {
    THERIAC_TRY(diffie_hellman, x25519(recipient, encapsulated));
    const auto shared = hpke::shared_secret(diffie_hellman, encapsulated, recipient.public_key());
    return hpke::key_schedule(hpke::kAes256Gcm, shared, info);
}

}  // namespace

HpkePrivateKey::HpkePrivateKey(Secret<32> bytes)
    : bytes_(std::move(bytes)), public_key_(x25519_public(bytes_)) {}

Result<HpkePrivateKey> HpkePrivateKey::from(ByteView bytes) {
    THERIAC_TRY(secret, Secret<32>::from(bytes));
    return HpkePrivateKey(std::move(secret));
}

HpkePrivateKey HpkePrivateKey::generate(Entropy& entropy) {
    Secret<32> secret;
    entropy.fill(secret.fill());
    return HpkePrivateKey(std::move(secret));
}

HpkePrivateKey HpkePrivateKey::clone() const {
    return HpkePrivateKey(bytes_.clone());
}

Result<Bytes> hpke_seal(
    const HpkePublicKey& recipient,
    ByteView info,
    ByteView associated_data,
    ByteView plaintext,
    Entropy& entropy) {
    Secret<32> ikm;
    entropy.fill(ikm.fill());
    return hpke_seal_deterministic(recipient, info, associated_data, plaintext, ikm.reveal());
}

Result<Bytes> hpke_seal_deterministic(
    const HpkePublicKey& recipient,
    ByteView info,
    ByteView associated_data,
    ByteView plaintext,
    ByteView ephemeral_ikm) {
    const auto ephemeral = HpkePrivateKey::derive_key_pair(ephemeral_ikm);
    const auto diffie_hellman = x25519(ephemeral, recipient);
    if (!diffie_hellman)
        return fail(Errc::malformed, "hpke: the recipient's public key has low order");
    const auto shared = hpke::shared_secret(*diffie_hellman, ephemeral.public_key(), recipient);
    return seal_from(
        ephemeral, hpke::key_schedule(hpke::kAes256Gcm, shared, info), associated_data, plaintext);
}

Result<SecretBytes> hpke_open(
    const HpkePrivateKey& recipient, ByteView info, ByteView associated_data, ByteView message) {
    if (message.size() < kHpkeOverhead)
        return fail(
            Errc::unauthenticated,
            "hpke: expected at least 48 bytes, got " + std::to_string(message.size()));
    THERIAC_TRY(encapsulated, HpkePublicKey::from(message.first(HpkePublicKey::kSize)));
    THERIAC_TRY(context, decapsulate(recipient, encapsulated, info));
    SecretBytes plaintext(message.size() - kHpkeOverhead);
    AesGcmOpener opener(context.key.reveal());
    if (!opener.open(
            context.nonce(0),
            associated_data,
            message.subspan(HpkePublicKey::kSize),
            plaintext.fill()))
        return fail(Errc::unauthenticated, "hpke: the tag does not match");
    return plaintext;
}

}  // namespace theriac::crypto
