// What the manufacturer publishes about its platforms, beside the quote: which certificates are
// revoked, which microcode is current, which quoting enclave is genuine.
#pragma once

#include "theriac/base/bytes.hpp"

#include <cstddef>

namespace theriac::attestation {

/// All of it untrusted: every part is signed and checked. Bytes as Intel's PCS (API v4) serves
/// them.
struct Collateral {
    Bytes root_crl;           ///< DER, issued by the root
    Bytes pck_crl;            ///< DER, issued by the CA that issued the platform's certificate
    Bytes tcb_info;           ///< JSON; the signature covers these bytes, so never format them anew
    Bytes tcb_info_chain;     ///< PEM: TCB signing certificate, root
    Bytes qe_identity;        ///< JSON, likewise
    Bytes qe_identity_chain;  ///< PEM: TCB signing certificate, root
};

/// The limit on each part. The largest PCK CRL seen is under 100 KiB.
inline constexpr std::size_t kMaxCollateralPartSize = 1'048'576;

/// One byte string for all parts, to store or send beside a quote.
///
/// Each part has at most kMaxCollateralPartSize bytes.
/// @see docs/formats/collateral.md
Bytes encode(const Collateral& collateral);

/// Reads what `encode` wrote. Nothing is verified.
///
/// @return Errc::malformed for anything else, Errc::too_large for a part over its limit
Result<Collateral> decode_collateral(ByteView bytes);

}  // namespace theriac::attestation
