// The keys an instance lives by. They are made inside, and leave only sealed to this platform and
// measurement.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/ports.hpp"
#include "theriac/base/secret.hpp"
#include "theriac/crypto/hpke.hpp"
#include "theriac/crypto/secp256k1.hpp"
#include "theriac/eth/address.hpp"
#include "theriac/protocol/deployment.hpp"
#include "theriac/protocol/ids.hpp"

#include <array>
#include <optional>
#include <vector>

namespace theriac::enclave {

/// A key that receives consent shares for at most 30 days.
struct Epoch {
    crypto::HpkePrivateKey secret;
    protocol::EncryptionKey public_key;
    UnixTime until;
};

class Keys {
public:
    /// New keys for a new group, of which this instance is the founder.
    static Keys create(const protocol::Deployment& deployment, Entropy& entropy);

    /// Opens what `seal` made. docs/formats/sealed-state.md.
    ///
    /// @return Errc::unauthenticated for another platform, measurement or a changed byte;
    ///         Errc::denied for the keys of another deployment
    static Result<Keys> unseal(
        const protocol::Deployment& deployment,
        ByteView sealed,
        const Secret<32>& platform_key,
        Entropy& entropy);

    [[nodiscard]] Bytes seal(const Secret<32>& platform_key, Entropy& entropy) const;

    /// Begins a new epoch unless the present one lasts until `until`. Earlier epochs stay usable to
    /// their end.
    void ensure_epoch(UnixTime until, Entropy& entropy);

    /// Deletes the epochs that are over at `now`, a proven time.
    void forget_epochs_before(UnixTime now);

    /// The epoch of that public key, or nullptr.
    [[nodiscard]] const Epoch* epoch(const protocol::EncryptionKey& public_key) const;

    [[nodiscard]] const Epoch& present_epoch() const { return epochs_.back(); }

    [[nodiscard]] const crypto::Scalar& group_secret() const { return group_secret_; }

    [[nodiscard]] const crypto::Point& group_key() const { return group_key_; }

    [[nodiscard]] protocol::GroupId group() const;

    [[nodiscard]] const crypto::SigningKey& instance_key() const { return instance_key_; }

    [[nodiscard]] eth::Address instance() const;

    /// Secret of the group from which all randomness of a job follows.
    [[nodiscard]] const Secret<32>& job_secret() const { return job_secret_; }

private:
    Keys(
        const protocol::Deployment& deployment,
        crypto::Scalar group_secret,
        crypto::SigningKey instance_key,
        Secret<32> job_secret);

    Hash256 deployment_;
    crypto::Scalar group_secret_;
    crypto::Point group_key_;
    crypto::SigningKey instance_key_;
    Secret<32> job_secret_;
    std::vector<Epoch> epochs_;
};

}  // namespace theriac::enclave
