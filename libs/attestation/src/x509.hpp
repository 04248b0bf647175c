// X.509 certificates, chains of a known shape, and revocation lists. The wrapping of OpenSSL.
#pragma once

#include "theriac/attestation/quote.hpp"
#include "theriac/base/ports.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace theriac::attestation {

/// A parsed certificate. Parsing proves nothing about it. Cheap to copy.
class Certificate {
public:
    /// @return Errc::malformed unless `der` is exactly one certificate
    static Result<Certificate> parse(ByteView der);

    /// The subject's common name; empty when there is none or more than one.
    [[nodiscard]] std::string common_name() const;

    /// @return Errc::unsupported unless the key is a point of P-256
    [[nodiscard]] Result<P256PublicKey> public_key() const;

    /// The DER value of the extension with this object identifier (dotted numbers).
    ///
    /// @return Errc::not_found when it is absent, Errc::malformed when it comes twice
    [[nodiscard]] Result<Bytes> extension(std::string_view oid) const;

    struct Impl;

    [[nodiscard]] const Impl& impl() const { return *impl_; }

private:
    explicit Certificate(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}

    std::shared_ptr<const Impl> impl_;
};

/// The certificates of a PEM text, in order; at most `max_count`.
///
/// @return Errc::malformed for anything that is not strict PEM of certificates
Result<std::vector<Certificate>> parse_pem_chain(ByteView pem, std::size_t max_count);

/// Verifies a chain in which each certificate is issued by the next and the last, self-signed, is
/// trusted by the caller: names, signatures, CA flags, path lengths, key usage, critical extensions
/// and validity at `now`.
///
/// @param chain  two or more, leaf first
/// @return Errc::expired outside a validity period, Errc::unauthenticated for everything else, with
///     the name of the certificate
Result<void> verify_chain(std::span<const Certificate> chain, UnixTime now);

/// A certificate revocation list.
class RevocationList {
public:
    /// @return Errc::malformed unless `der` is exactly one list
    static Result<RevocationList> parse(ByteView der);

    /// Checks that `issuer` issued this list and that it is valid at `now`.
    ///
    /// @return Errc::unauthenticated for another issuer, a bad signature or a partial list;
    ///     Errc::expired when it is not valid at `now`
    [[nodiscard]] Result<void> verify(const Certificate& issuer, UnixTime now) const;

    [[nodiscard]] bool revokes(const Certificate& certificate) const;

    struct Impl;

private:
    explicit RevocationList(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}

    std::shared_ptr<const Impl> impl_;
};

}  // namespace theriac::attestation
