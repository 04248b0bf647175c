// Signatures of statements, in either suite. docs/formats/signatures.md.
//
// The address says which suite speaks for it: that of a secp256k1 key is the hash of its point,
// that of an RSA key the hash of its modulus under the suite's name.
#pragma once

#include "theriac/crypto/rsa_pss.hpp"
#include "theriac/eth/signature.hpp"

namespace theriac::protocol {

/// 65 bytes r ‖ s ‖ v of secp256k1; or the tag 2, an RSA modulus, and a number of RSASSA-PSS.
class Signature {
public:
    static constexpr std::size_t kPlainSize = eth::Signature65::kSize;
    static constexpr std::size_t kRsaPssSize = 1 + 2 * crypto::kRsaSize;

    /// Zeros in the form of secp256k1; nobody's.
    Signature() : bytes_(kPlainSize) {}

    explicit Signature(const eth::Signature65& plain) : bytes_(to_bytes(plain.view())) {}

    Signature(const crypto::RsaPublicKey& key, const crypto::RsaPssSignature& number);

    /// Takes the form apart; whose it is, `check_signer` says.
    ///
    /// @return Errc::malformed for another size or tag
    static Result<Signature> from(ByteView bytes);

    [[nodiscard]] ByteView view() const { return bytes_; }

    [[nodiscard]] bool is_plain() const { return bytes_.size() == kPlainSize; }

    bool operator==(const Signature&) const = default;

private:
    explicit Signature(ByteView bytes) : bytes_(to_bytes(bytes)) {}

    Bytes bytes_;
};

/// The address of whoever has the key.
eth::Address address_of(const crypto::RsaPublicKey& key);

/// What an RSA key signs for a statement with this digest: the suite's name, then the digest.
Bytes rsa_pss_message(const Hash256& digest);

/// @return Errc::unauthenticated unless `signature` over `digest` is `signer`'s; `what` names the
/// statement
Result<void> check_signer(
    std::string_view what,
    const Hash256& digest,
    const Signature& signature,
    const eth::Address& signer);

}  // namespace theriac::protocol
