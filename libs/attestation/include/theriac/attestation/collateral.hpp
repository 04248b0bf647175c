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
    Bytes pck_chain{};  ///< PEM: leaf, intermediate, root; for quotes that only name the platform
};

/// What goes with an SEV-SNP report. All of it untrusted, as above.
struct AmdCollateral {
    Bytes endorsement_key;    ///< VCEK or VLEK certificate, DER or PEM
    Bytes signer;             ///< ASK or ASVK certificate, likewise
    Bytes root;               ///< ARK certificate, likewise
    Bytes revocation_list{};  ///< DER, issued by the ARK; may be empty if policy says so
};

/// The limit on each part. The largest PCK CRL seen is under 100 KiB.
inline constexpr std::size_t kMaxCollateralPartSize = 1'048'576;

/// One byte string for all parts, to store or send beside a quote.
///
/// Each part has at most kMaxCollateralPartSize bytes. `pck_chain` is not kept: a quote that is
/// sent carries its own.
/// @see docs/formats/collateral.md
Bytes encode(const Collateral& collateral);

/// Reads what `encode` wrote. Nothing is verified.
///
/// @return Errc::malformed for anything else, Errc::too_large for a part over its limit
Result<Collateral> decode_collateral(ByteView bytes);

/// As above, for AMD's.
Bytes encode(const AmdCollateral& collateral);

Result<AmdCollateral> decode_amd_collateral(ByteView bytes);

/// A report as the guest's kernel hands it out together with the certificates its host gave it.
struct ExtendedReport {
    ByteView report;
    AmdCollateral certificates;  ///< those that the table has; never a revocation list
};

/// Splits a report followed by a certificate table (AMD 56421 section 4.1.8.1): entries of an
/// identifier (16 bytes), an offset and a size, ended by an entry of zeros, then the certificates.
///
/// @return Errc::malformed for a table whose entries reach past its end, or an entry that comes
///     twice
Result<ExtendedReport> split_extended_report(ByteView bytes);

}  // namespace theriac::attestation
