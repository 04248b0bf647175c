// The two chains of certificates that Intel's evidence comes with.
#pragma once

#include "theriac/attestation/pck_extension.hpp"
#include "theriac/attestation/trust_anchor.hpp"

#include "x509.hpp"

#include <array>
#include <span>
#include <vector>

namespace theriac::attestation {

/// Platform certificate (PCK), the CA that issued it, the root. Not yet verified.
struct PckChain {
    std::array<Certificate, 3> certificates;

    [[nodiscard]] const Certificate& leaf() const { return certificates[0]; }

    [[nodiscard]] const Certificate& issuer() const { return certificates[1]; }

    [[nodiscard]] const Certificate& root() const { return certificates[2]; }
};

/// @return Errc::malformed unless `pem` is three certificates, Errc::unauthenticated unless they
/// have
///     the names of a PCK chain
Result<PckChain> parse_pck_chain(ByteView pem);

/// Signer of TCB info and QE identity, root. Not yet verified.
struct SigningChain {
    std::array<Certificate, 2> certificates;

    [[nodiscard]] const Certificate& signer() const { return certificates[0]; }

    [[nodiscard]] const Certificate& root() const { return certificates[1]; }
};

/// As `parse_pck_chain`, for the chain of TCB info and of QE identity. The names matter: a PCK
/// chain ends at the same root.
Result<SigningChain> parse_signing_chain(ByteView pem);

/// @return Errc::unauthenticated unless `root` holds the key of `anchor`
Result<void> expect_root(const Certificate& root, const TrustAnchor& anchor);

}  // namespace theriac::attestation
