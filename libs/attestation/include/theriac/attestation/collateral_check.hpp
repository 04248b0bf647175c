// What can be said of collateral without a quote: for those who fetch and keep it.
#pragma once

#include "theriac/attestation/collateral.hpp"
#include "theriac/attestation/trust_anchor.hpp"
#include "theriac/base/ports.hpp"

#include <string>
#include <vector>

namespace theriac::attestation {

/// When a part may be used. Both ends included.
struct PartPeriod {
    std::string part;  ///< for example "TCB info"
    UnixTime from;
    UnixTime until;
};

/// When each part may be used, by its own word: nothing is verified.
///
/// @return Errc::malformed and its kin, naming the part that cannot be read
Result<std::vector<PartPeriod>> periods(const Collateral& collateral);
Result<std::vector<PartPeriod>> periods(const AmdCollateral& collateral);

/// Checks every signature and period that can be checked without a quote. Of Intel's only the
/// signature of the list of revoked platforms is left over, whose issuer's certificate comes with
/// quotes: see check_pck_crl.
///
/// @return what `verify` would refuse with
Result<void> check_collateral(
    const Collateral& collateral, const TrustAnchor& anchor, UnixTime now);
Result<void> check_collateral(
    const AmdCollateral& collateral, const TrustAnchor& anchor, UnixTime now);

/// Checks the list of revoked platforms, with the certificates that Intel's service gives beside
/// it.
///
/// @param chain  PEM: the CA that issued the list, root
/// @return what `verify` would refuse with
Result<void> check_pck_crl(
    const Collateral& collateral, ByteView chain, const TrustAnchor& anchor, UnixTime now);

}  // namespace theriac::attestation
