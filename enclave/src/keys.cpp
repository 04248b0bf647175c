#include "keys.hpp"

#include "theriac/crypto/aead.hpp"
#include "theriac/crypto/hkdf.hpp"
#include "theriac/eth/rlp.hpp"
#include "theriac/protocol/evidence.hpp"

#include <algorithm>

namespace theriac::enclave {

namespace {

constexpr std::string_view kFormat = "theriac/sealed-state/v1";
constexpr std::size_t kSaltSize = 32;
// Grants of earlier epochs stay usable to their end; a runner that renews weekly needs five for
// thirty days.
constexpr std::size_t kMaxEpochs = 8;
constexpr std::size_t kMaxSealed = 65536;

// The salt is fresh for each sealing, so the key is, and a constant nonce is never used twice with
// one key.
constexpr std::array<std::uint8_t, 12> kNonce{};

Secret<32> sealing_key(const Secret<32>& platform_key, ByteView salt) {
    Secret<32> key;
    crypto::hkdf_sha256(platform_key.reveal(), salt, as_bytes(kFormat), key.fill());
    return key;
}

}  // namespace

Keys::Keys(
    const protocol::Deployment& deployment,
    crypto::Scalar group_secret,
    crypto::SigningKey instance_key,
    Secret<32> job_secret)
    : deployment_(deployment.hash()),
      group_secret_(std::move(group_secret)),
      group_key_(crypto::base_multiply(group_secret_)),
      instance_key_(std::move(instance_key)),
      job_secret_(std::move(job_secret)) {}

Keys Keys::create(const protocol::Deployment& deployment, Entropy& entropy) {
    Secret<32> job_secret;
    entropy.fill(job_secret.fill());
    return {
        deployment,
        crypto::Scalar::random(entropy),
        crypto::SigningKey::generate(entropy),
        std::move(job_secret)};
}

Bytes Keys::seal(const Secret<32>& platform_key, Entropy& entropy) const {
    eth::rlp::Encoder to;
    to.list([&] {
        to.fixed(deployment_);
        to.bytes(group_secret_.reveal());
        to.bytes(instance_key_.secret().reveal());
        to.bytes(job_secret_.reveal());
        to.list([&] {
            for (const Epoch& epoch : epochs_) {
                to.list([&] {
                    to.bytes(epoch.secret.reveal());
                    to.u64(epoch.until.seconds);
                });
            }
        });
    });
    const SecretBytes plain(std::move(to).take());
    Bytes salt(kSaltSize);
    entropy.fill(salt);
    const Bytes sealed = crypto::aead_seal(
        sealing_key(platform_key, salt), kNonce, as_bytes(kFormat), plain.reveal());
    return concat({salt, sealed});
}

Result<Keys> Keys::unseal(
    const protocol::Deployment& deployment,
    ByteView sealed,
    const Secret<32>& platform_key,
    Entropy& entropy) {
    if (sealed.size() < kSaltSize || sealed.size() > kMaxSealed)
        return fail(Errc::malformed, "sealed state: wrong size");
    const auto plain = crypto::aead_open(
        sealing_key(platform_key, sealed.first(kSaltSize)),
        kNonce,
        as_bytes(kFormat),
        sealed.subspan(kSaltSize));
    if (!plain)
        return fail(
            Errc::unauthenticated,
            "sealed state: does not open on this platform with this measurement");
    THERIAC_TRY(from, eth::rlp::ListReader::open("sealed state", plain->reveal(), kMaxSealed));
    THERIAC_TRY(bound_to, from.fixed<Hash256>("deployment"));
    if (bound_to != deployment.hash())
        return fail(Errc::denied, "sealed state: belongs to another deployment");
    THERIAC_TRY(group_bytes, from.bytes("group_secret", 32));
    THERIAC_TRY(group_secret, crypto::Scalar::from(group_bytes));
    THERIAC_TRY(instance_bytes, from.bytes("instance_key", 32));
    THERIAC_TRY(instance_secret, crypto::Scalar::from(instance_bytes));
    THERIAC_TRY(job_bytes, from.bytes("job_secret", 32));
    THERIAC_TRY(job_secret, Secret<32>::from(job_bytes));
    Keys keys(
        deployment,
        std::move(group_secret),
        crypto::SigningKey(std::move(instance_secret), entropy),
        std::move(job_secret));
    THERIAC_TRY(epochs, from.list("epochs", kMaxEpochs));
    THERIAC_CHECK(from.end());
    while (!epochs.at_end()) {
        THERIAC_TRY(epoch, epochs.list({}, 2));
        THERIAC_TRY(secret_bytes, epoch.bytes("secret", 32));
        THERIAC_TRY(secret, crypto::HpkePrivateKey::from(secret_bytes));
        THERIAC_TRY(until, epoch.u64("until"));
        const protocol::EncryptionKey public_key(secret.public_key().array());
        keys.epochs_.push_back({std::move(secret), public_key, UnixTime{until}});
    }
    return keys;
}

void Keys::ensure_epoch(UnixTime until, Entropy& entropy) {
    if (!epochs_.empty() && epochs_.back().until >= until) return;
    crypto::HpkePrivateKey secret = crypto::HpkePrivateKey::generate(entropy);
    const protocol::EncryptionKey public_key(secret.public_key().array());
    if (epochs_.size() == kMaxEpochs) epochs_.erase(epochs_.begin());
    epochs_.push_back({std::move(secret), public_key, until});
}

void Keys::forget_epochs_before(UnixTime now) {
    std::erase_if(epochs_, [&](const Epoch& epoch) { return epoch.until < now; });
}

const Epoch* Keys::epoch(const protocol::EncryptionKey& public_key) const {
    const auto found = std::ranges::find(epochs_, public_key, &Epoch::public_key);
    return found == epochs_.end() ? nullptr : &*found;
}

protocol::GroupId Keys::group() const {
    return protocol::group_id(group_key_.compressed());
}

eth::Address Keys::instance() const {
    return eth::address_of(instance_key_.public_key());
}

}  // namespace theriac::enclave
