// Who signs a participant's statements: a key of the ledger, an RSA key, or a command in front of a
// smart card. docs/formats/signatures.md.
#pragma once

#include "theriac/crypto/rsa_pss.hpp"
#include "theriac/protocol/statements.hpp"

#include <chrono>
#include <string>
#include <variant>

namespace theriac::client {

/// An RSA key that another program holds: for each signature `command` runs under /bin/sh, gets the
/// message (55 bytes) on standard input, and writes the signature (384 bytes) to standard output.
struct ExternalKey {
    crypto::RsaPublicKey public_key;
    std::string command;
    std::chrono::seconds timeout{60};
};

class StatementSigner {
public:
    explicit StatementSigner(crypto::SigningKey key) : key_(std::move(key)) {}

    explicit StatementSigner(crypto::RsaSigningKey key) : key_(std::move(key)) {}

    explicit StatementSigner(ExternalKey key) : key_(std::move(key)) {}

    [[nodiscard]] eth::Address address() const;

    /// Fails only with an external key, whose answer is checked before it is used.
    ///
    /// @return Errc::unavailable or Errc::timeout when the command fails; Errc::unauthenticated
    ///         when its answer is no signature by the key
    [[nodiscard]] Result<protocol::Signature> sign(const Hash256& digest) const;

    /// The ledger key; null for an RSA key, which can send no transaction.
    [[nodiscard]] const crypto::SigningKey* account() const {
        return std::get_if<crypto::SigningKey>(&key_);
    }

    /// An RSA key that is in this program; null otherwise.
    [[nodiscard]] const crypto::RsaSigningKey* rsa_key() const {
        return std::get_if<crypto::RsaSigningKey>(&key_);
    }

    /// A key that another program holds; null otherwise.
    [[nodiscard]] const ExternalKey* external_key() const {
        return std::get_if<ExternalKey>(&key_);
    }

private:
    std::variant<crypto::SigningKey, crypto::RsaSigningKey, ExternalKey> key_;
};

/// As protocol::sign, by whatever key the signer has.
template <typename Statement>
Result<protocol::Signed<Statement>> sign(
    const protocol::Deployment& deployment, const StatementSigner& signer, Statement statement) {
    THERIAC_TRY(signature, signer.sign(protocol::digest(deployment, statement)));
    return protocol::Signed<Statement>{std::move(statement), std::move(signature)};
}

}  // namespace theriac::client
