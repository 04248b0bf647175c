#include "hpke_schedule.hpp"

#include "theriac/crypto/hkdf.hpp"

#include <algorithm>
#include <string_view>

namespace theriac::crypto {
namespace {

constexpr std::uint16_t kKemX25519 = 0x0020;
constexpr std::uint16_t kKdfSha256 = 0x0001;
constexpr std::uint8_t kModeBase = 0;

Bytes u16(std::size_t value) {
    return {static_cast<std::uint8_t>(value >> 8U), static_cast<std::uint8_t>(value)};
}

Bytes kem_suite() {
    return concat({as_bytes("KEM"), u16(kKemX25519)});
}

Bytes hpke_suite(const hpke::Suite& suite) {
    return concat({as_bytes("HPKE"), u16(kKemX25519), u16(kKdfSha256), u16(suite.aead_id)});
}

// Section 4, LabeledExtract and LabeledExpand.
Secret<32> labeled_extract(ByteView suite, ByteView salt, std::string_view label, ByteView ikm) {
    const SecretBytes labeled(concat({as_bytes("HPKE-v1"), suite, as_bytes(label), ikm}));
    return hkdf_sha256_extract(salt, labeled.reveal());
}

void labeled_expand(
    ByteView suite,
    const Secret<32>& key,
    std::string_view label,
    ByteView info,
    MutableByteView out) {
    hkdf_sha256_expand(
        key, concat({u16(out.size()), as_bytes("HPKE-v1"), suite, as_bytes(label), info}), out);
}

}  // namespace

namespace hpke {

Secret<32> shared_secret(
    const Secret<32>& diffie_hellman,
    const HpkePublicKey& encapsulated,
    const HpkePublicKey& recipient) {
    const Bytes suite = kem_suite();
    const auto key = labeled_extract(suite, {}, "eae_prk", diffie_hellman.reveal());
    Secret<32> shared;
    labeled_expand(
        suite,
        key,
        "shared_secret",
        concat({encapsulated.view(), recipient.view()}),
        shared.fill());
    return shared;
}

AeadNonce Context::nonce(std::uint64_t sequence) const {
    AeadNonce out = base_nonce;
    for (std::size_t i = 0; i < sizeof sequence; ++i)
        out[out.size() - 1 - i] ^= static_cast<std::uint8_t>(sequence >> (8 * i));
    return out;
}

Context key_schedule(const Suite& suite, const Secret<32>& shared, ByteView info) {
    const Bytes id = hpke_suite(suite);
    const auto psk_id_hash = labeled_extract(id, {}, "psk_id_hash", {});
    const auto info_hash = labeled_extract(id, {}, "info_hash", info);
    const Bytes context = concat({Bytes{kModeBase}, psk_id_hash.reveal(), info_hash.reveal()});
    const auto secret = labeled_extract(id, shared.reveal(), "secret", {});
    Context out{.key = SecretBytes(suite.key_size)};
    labeled_expand(id, secret, "key", context, out.key.fill());
    labeled_expand(id, secret, "base_nonce", context, out.base_nonce);
    return out;
}

}  // namespace hpke

// Section 7.1.3. X25519 takes any 32 bytes, so that nothing is tried twice.
HpkePrivateKey HpkePrivateKey::derive_key_pair(ByteView ikm) {
    const Bytes suite = kem_suite();
    const auto key = labeled_extract(suite, {}, "dkp_prk", ikm);
    Secret<32> secret;
    labeled_expand(suite, key, "sk", {}, secret.fill());
    return HpkePrivateKey(std::move(secret));
}

}  // namespace theriac::crypto
