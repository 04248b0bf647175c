// RSASSA-PSS with keys of 3072 bits and the exponent 65537, SHA-256, MGF1 of SHA-256 and a salt of
// 32 bytes (RFC 8017, section 8.1): the signatures of smart cards and of an institution's PKI.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/secret.hpp"

#include <array>
#include <cstddef>
#include <memory>
#include <string_view>

struct evp_pkey_st;

namespace theriac::crypto {

/// Bytes of a modulus and of a signature.
inline constexpr std::size_t kRsaSize = 384;

/// Salted: two signatures of one message differ, so nothing may be named by its signature.
using RsaPssSignature = FixedBytes<struct RsaPssSignatureTag, kRsaSize>;

/// A modulus of exactly 3072 bits, which is odd; the exponent is 65537. That it is a product of two
/// primes nobody can see: whoever made it otherwise weakened a key of their own.
class RsaPublicKey {
public:
    /// @return Errc::malformed for another size, an even number or fewer than 3072 bits
    static Result<RsaPublicKey> from_modulus(ByteView modulus);

    /// Reads a SubjectPublicKeyInfo of `rsaEncryption` (RFC 3279, section 2.3.1) in DER, of which
    /// there is one for each key.
    ///
    /// @return Errc::unsupported for another size, exponent or kind of key; Errc::malformed as
    ///         `from_modulus`
    static Result<RsaPublicKey> from_spki(ByteView der);

    /// The same from PEM ("BEGIN PUBLIC KEY"), of at most 4096 bytes.
    static Result<RsaPublicKey> from_pem(std::string_view text);

    [[nodiscard]] const std::array<std::uint8_t, kRsaSize>& modulus() const { return modulus_; }

    [[nodiscard]] Bytes spki() const;

    /// Whether `signature` is this key's of `message`. False for a number that is not below the
    /// modulus, for another size and another length of salt.
    [[nodiscard]] bool verify_vartime(ByteView message, ByteView signature) const;

    bool operator==(const RsaPublicKey&) const = default;

private:
    explicit RsaPublicKey(const std::array<std::uint8_t, kRsaSize>& modulus) : modulus_(modulus) {}

    std::array<std::uint8_t, kRsaSize> modulus_;
};

/// The private key of one. Salts, blinding and primes are of OpenSSL's generator, seeded by the
/// system (docs/decisions/0306): this is for a person's own program, and enclaves only verify.
class RsaSigningKey {
public:
    static RsaSigningKey generate();

    /// Reads a PrivateKeyInfo of `rsaEncryption` (PKCS #8, RFC 5208) in DER, of at most 4096 bytes,
    /// and checks that its numbers belong together.
    ///
    /// @return Errc::too_large, Errc::malformed; Errc::unsupported for another kind or size of key
    static Result<RsaSigningKey> from_pkcs8(ByteView der);

    /// The same from PEM ("BEGIN PRIVATE KEY"), of at most 8192 bytes.
    ///
    /// @return also Errc::unsupported for an encrypted key or another PEM type, with what to do
    static Result<RsaSigningKey> from_pem(std::string_view text);

    [[nodiscard]] SecretBytes pkcs8() const;

    [[nodiscard]] const RsaPublicKey& public_key() const { return public_key_; }

    [[nodiscard]] RsaPssSignature sign(ByteView message) const;

private:
    struct Free {
        void operator()(evp_pkey_st* key) const;
    };

    using Native = std::unique_ptr<evp_pkey_st, Free>;

    RsaSigningKey(Native native, const RsaPublicKey& public_key);

    static Result<RsaSigningKey> from_native(Native native);

    Native native_;
    RsaPublicKey public_key_;
};

}  // namespace theriac::crypto
