// The two chains of certificates that Intel's evidence comes with.
#pragma once

#include "theriac/attestation/trust_anchor.hpp"

#include "x509.hpp"

#include <string_view>
#include <vector>

namespace theriac::attestation {

/// One of the two authorities that issue platforms' certificates.
inline constexpr std::string_view kPckProcessorCa = "Intel SGX PCK Processor CA";

/// Platform certificate (PCK), the CA that issued it, the root. Not yet verified.
class PckChain {
public:
    /// @return Errc::malformed unless `pem` is three certificates, Errc::unauthenticated unless
    /// they
    ///     have the names of a PCK chain
    static Result<PckChain> parse(ByteView pem);

    [[nodiscard]] const Certificate& leaf() const { return certificates_[0]; }

    [[nodiscard]] const Certificate& issuer() const { return certificates_[1]; }

    [[nodiscard]] const Certificate& root() const { return certificates_[2]; }

private:
    explicit PckChain(std::vector<Certificate> certificates)
        : certificates_(std::move(certificates)) {}

    std::vector<Certificate> certificates_;
};

/// Issuer of platforms' certificates and of the list of the revoked ones, root. Not yet verified.
class PckCaChain {
public:
    /// As PckChain::parse.
    static Result<PckCaChain> parse(ByteView pem);

    [[nodiscard]] const Certificate& issuer() const { return certificates_[0]; }

    [[nodiscard]] const Certificate& root() const { return certificates_[1]; }

private:
    explicit PckCaChain(std::vector<Certificate> certificates)
        : certificates_(std::move(certificates)) {}

    std::vector<Certificate> certificates_;
};

/// Signer of TCB info and QE identity, root. Not yet verified.
class SigningChain {
public:
    /// As PckChain::parse. The names matter: a PCK chain ends at the same root.
    static Result<SigningChain> parse(ByteView pem);

    [[nodiscard]] const Certificate& signer() const { return certificates_[0]; }

    [[nodiscard]] const Certificate& root() const { return certificates_[1]; }

private:
    explicit SigningChain(std::vector<Certificate> certificates)
        : certificates_(std::move(certificates)) {}

    std::vector<Certificate> certificates_;
};

/// How much of `root` the anchor pins.
///
/// @return Errc::unauthenticated unless `root` holds a key of `anchor`
Result<Root> expect_root(const Certificate& root, const TrustAnchor& anchor);

}  // namespace theriac::attestation
