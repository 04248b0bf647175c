// X.509 certificates, chains of a known shape, and revocation lists (RFC 5280), as far as the
// makers of trusted platforms use them. Anything else is refused.
#pragma once

#include "theriac/attestation/quote.hpp"
#include "theriac/base/ports.hpp"

#include "period.hpp"
#include "signature.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace theriac::attestation {

/// Something signed in the form that certificates and revocation lists share.
struct SignedDer {
    ByteView body;  ///< tag and length included: what the signature covers
    SignatureAlgorithm algorithm = SignatureAlgorithm::ecdsa_p256;
    ByteView signature;
};

/// One extension of a certificate.
struct Extension {
    ByteView id;  ///< the object identifier, encoded
    ByteView value;
};

/// What a certificate says of its own use. Nothing said allows nothing, except where RFC 5280 says
/// otherwise.
struct CertificateUse {
    bool is_authority = false;
    std::optional<std::uint32_t> path_length;
    bool signs_certificates = true;  ///< false when a key usage says other things only
    bool signs_lists = true;         ///< likewise
};

/// A parsed certificate. Parsing proves nothing about it.
class Certificate {
public:
    /// @return Errc::malformed unless `der` is exactly one certificate of version 3 in DER, for a
    ///     critical extension that is not understood here, and for one that comes twice;
    ///     Errc::unsupported for a key or a signature of another kind than `PublicKey` and
    ///     `SignatureAlgorithm` name
    static Result<Certificate> parse(Bytes der);

    // Views point into the bytes, which stay where they are when the object moves.
    Certificate(Certificate&&) noexcept = default;
    Certificate& operator=(Certificate&&) noexcept = default;
    Certificate(const Certificate&) = delete;
    Certificate& operator=(const Certificate&) = delete;
    ~Certificate() = default;

    [[nodiscard]] ByteView der() const { return der_; }

    /// The subject's common name; empty when there is none or more than one.
    [[nodiscard]] std::string_view common_name() const { return common_name_; }

    [[nodiscard]] const PublicKey& public_key() const { return key_; }

    /// SHA-256 of the SubjectPublicKeyInfo: names the key whatever the certificate around it.
    [[nodiscard]] Hash256 key_id() const;

    /// The key as a point of P-256.
    ///
    /// @return Errc::unsupported for another kind of key
    [[nodiscard]] Result<P256PublicKey> p256_key() const;

    /// The value of the extension with this encoded object identifier.
    ///
    /// @return Errc::not_found when it is absent
    [[nodiscard]] Result<ByteView> extension(ByteView id) const;

    [[nodiscard]] ByteView serial() const { return serial_; }

    [[nodiscard]] ByteView issuer() const { return issuer_; }

    [[nodiscard]] ByteView subject() const { return subject_; }

    [[nodiscard]] const Period& period() const { return period_; }

    [[nodiscard]] const CertificateUse& use() const { return use_; }

    [[nodiscard]] const SignedDer& signed_part() const { return signed_; }

private:
    Certificate() = default;
    Result<void> read();
    Result<void> read_body();
    Result<void> read_extensions(ByteView list);
    Result<void> read_extension(ByteView der);

    Bytes der_;
    SignedDer signed_;
    ByteView serial_;
    ByteView issuer_;
    ByteView subject_;
    ByteView key_info_;
    std::string_view common_name_;
    Period period_;
    PublicKey key_;
    CertificateUse use_;
    std::vector<Extension> extensions_;
};

/// The certificates of a PEM text, in order; at most `max_count`.
///
/// @return Errc::malformed for anything that is not strict PEM of certificates
Result<std::vector<Certificate>> parse_pem_chain(ByteView pem, std::size_t max_count);

/// One certificate, as PEM or as DER.
Result<Certificate> parse_certificate(ByteView pem_or_der);

/// Whether the last certificate of a chain is byte for byte the one the caller pinned, so that its
/// own signature says nothing more; or only its key is, so that it must be checked.
enum class Root : std::uint8_t { pinned, key_pinned };

/// Verifies a chain in which each certificate is issued by the next and the last, self-issued, is
/// trusted by the caller: names, signatures, CA flags, path lengths, key usage and validity at
/// `now`.
///
/// @param chain  two or more, leaf first
/// @return Errc::expired outside a validity period, Errc::unauthenticated for everything else, with
///     the number of the certificate
Result<void> verify_chain(
    std::span<const Certificate* const> chain,
    Root root,
    const SignatureChecker& signatures,
    UnixTime now);

/// A certificate revocation list.
class RevocationList {
public:
    /// @param der  outlives the list
    /// @return Errc::malformed unless `der` is exactly one list; Errc::unsupported for a critical
    ///     extension, which makes a list partial, indirect or a difference to another;
    ///     Errc::too_large over kMaxCollateralPartSize
    static Result<RevocationList> parse(ByteView der);

    /// Checks that `issuer` issued this list and that it is valid at `now`.
    ///
    /// @return Errc::unauthenticated for another issuer or a bad signature; Errc::expired when it
    ///     is not valid at `now`
    [[nodiscard]] Result<void> verify(
        const Certificate& issuer, const SignatureChecker& signatures, UnixTime now) const;

    /// Whether the serial number is listed. Meaningful for certificates of the list's issuer only.
    [[nodiscard]] bool revokes(const Certificate& certificate) const;

    [[nodiscard]] const Period& period() const { return period_; }

    [[nodiscard]] ByteView issuer() const { return issuer_; }

    [[nodiscard]] const SignedDer& signed_part() const { return signed_; }

    /// The serial numbers listed, in order.
    [[nodiscard]] std::vector<ByteView> serials() const;

private:
    RevocationList() = default;
    Result<void> read(ByteView der);
    Result<void> read_body();
    [[nodiscard]] Result<void> check_entries() const;

    SignedDer signed_;
    ByteView issuer_;
    Period period_;
    ByteView entries_;
};

}  // namespace theriac::attestation
