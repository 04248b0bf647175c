// The layout of Intel's quotes of SGX enclaves and TDX guests (TD), versions 3 to 5, signed with
// ECDSA P-256. Parsing proves nothing: a `Quote` is what some bytes say; only `verify` (verify.hpp)
// says that it is true.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/result.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <variant>

namespace theriac::attestation {

/// Which code runs, in the 32 bytes that the ledger and policies name it by: MRENCLAVE of an SGX
/// enclave; for TDX and SEV-SNP a hash over all that was measured (`measurement_of`).
using Measurement = FixedBytes<struct MeasurementTag, 32>;

/// A SHA-384 register of a TDX guest or an SEV-SNP guest.
using Register384 = FixedBytes<struct Register384Tag, 48>;

/// Who signed the code: MRSIGNER of an SGX enclave.
using SignerMeasurement = FixedBytes<struct SignerMeasurementTag, 32>;

/// What the attested code says: the 64 bytes that it chose and the platform signed.
using ReportData = FixedBytes<struct ReportDataTag, 64>;

/// A point of P-256: X, then Y, each 32 bytes, big-endian. Not checked to lie on the curve.
using P256PublicKey = FixedBytes<struct P256PublicKeyTag, 64>;

/// An ECDSA signature: R, then S, each 32 bytes, big-endian.
using P256Signature = FixedBytes<struct P256SignatureTag, 64>;

/// Security version numbers of the processor's components, as the report shows them.
using CpuSvn = FixedBytes<struct CpuSvnTag, 16>;

/// ATTRIBUTES of an enclave: 8 bytes of flags, then 8 of XFRM, both little-endian.
using SgxAttributes = FixedBytes<struct SgxAttributesTag, 16>;

/// An SGX report body, 384 bytes. Integers are little-endian on the wire.
///
/// @see Intel SDM volume 3D, section 38.15 (REPORT); docs/formats/quote.md
struct SgxReport {
    static constexpr std::size_t kSize = 384;

    CpuSvn cpu_svn;
    std::uint32_t misc_select = 0;
    SgxAttributes attributes;
    Measurement mr_enclave;
    SignerMeasurement mr_signer;
    std::uint16_t isv_prod_id = 0;
    std::uint16_t isv_svn = 0;
    std::uint16_t config_svn = 0;
    ReportData report_data;

    /// True when anyone who runs the machine may read and change the enclave's memory.
    [[nodiscard]] bool debug() const { return (attributes.array()[0] & kDebugFlag) != 0; }

    static constexpr std::uint8_t kDebugFlag = 0x02;
};

/// Security version numbers of a TDX platform: [0] of the TDX module, [1] its version, [2] of the
/// microcode.
using TeeTcbSvn = FixedBytes<struct TeeTcbSvnTag, 16>;

/// Eight bytes of flags, little-endian.
using Flags64 = FixedBytes<struct Flags64Tag, 8>;

/// A TD report body: 584 bytes (TDX 1.0) or 648 (TDX 1.5).
///
/// @see Intel "TDX DCAP Quoting Library API", appendix A.3.2 and A.4.2
struct TdReport {
    static constexpr std::size_t kSize10 = 584;
    static constexpr std::size_t kSize15 = 648;

    TeeTcbSvn tee_tcb_svn;
    Register384 mr_seam;         ///< the TDX module
    Register384 mr_signer_seam;  ///< who signed it; zero: Intel
    Flags64 seam_attributes;
    Flags64 td_attributes;
    Flags64 xfam;
    Register384 mr_td;  ///< the guest's initial memory: its firmware
    Register384 mr_config_id;
    Register384 mr_owner;
    Register384 mr_owner_config;
    std::array<Register384, 4> rtmr;  ///< what firmware, kernel and programs measured at run time
    ReportData report_data;

    /// Of TDX 1.5 only.
    struct Additional {
        TeeTcbSvn tee_tcb_svn_2;  ///< the versions now, after updates without a relaunch
        Register384 mr_service_td;
    };

    std::optional<Additional> additional;

    /// True when anyone who runs the machine may read and change the guest's memory. All eight bits
    /// of the group "TD under debug" mean it.
    [[nodiscard]] bool debug() const { return td_attributes.array()[0] != 0; }
};

/// How the key that signed the quote is vouched for: the quoting enclave's (QE) own report, which
/// names that key, its signature by the platform's certified key (PCK), and the certificates.
struct QeCertification {
    ByteView report_bytes;  ///< 384 bytes, what `report_signature` signs
    SgxReport report;
    P256Signature report_signature;
    ByteView authentication_data;  ///< free bytes, bound together with the attestation key
    std::uint16_t data_type = 0;   ///< kPckChainPem carries all that verification needs
    ByteView data;                 ///< for kPckChainPem: leaf, intermediate, root
    static constexpr std::uint16_t kPpid = 1;
    static constexpr std::uint16_t kPpidRsa3072 = 3;
    static constexpr std::uint16_t kPckChainPem = 5;
};

/// The first 48 bytes of a quote, as far as they carry something.
struct QuoteHeader {
    std::uint16_t version = 0;
    std::uint16_t qe_svn = 0;   ///< of version 3 only
    std::uint16_t pce_svn = 0;  ///< likewise
    FixedBytes<struct QuoteUserDataTag, 20> user_data;
};

/// A parsed quote. Its views point into the bytes it was parsed from, which must outlive it.
struct Quote {
    QuoteHeader header;
    std::variant<SgxReport, TdReport> report;
    ByteView signed_part;  ///< header and report: what `signature` signs
    P256Signature signature;
    P256PublicKey attestation_key;
    QeCertification qe;

    [[nodiscard]] bool is_tdx() const { return std::holds_alternative<TdReport>(report); }

    [[nodiscard]] const ReportData& report_data() const;

    [[nodiscard]] bool debug() const;
};

/// MRENCLAVE.
Measurement measurement_of(const SgxReport& report);

/// SHA-256("theriac/tdx-measurement/v1" || MRTD || MRCONFIGID || MROWNER || MROWNERCONFIG || RTMR0
/// || RTMR1 || RTMR2 || RTMR3).
Measurement measurement_of(const TdReport& report);

/// No quote seen in the field is longer than 8 KiB; Linux' own limit is 32 KiB.
inline constexpr std::size_t kMaxQuoteSize = 32'768;

/// Reads a quote: version 3 (SGX), 4 and 5 (SGX, TDX). Zero bytes after its end are padding of the
/// platform's buffer.
///
/// @return Errc::too_large over kMaxQuoteSize; Errc::unsupported for another version, key type,
/// kind
///     of platform or quoting vendor, or an unknown kind of certification data; Errc::malformed for
///     lengths that do not agree and for anything but zeros after the end
Result<Quote> parse_quote(ByteView bytes);

/// Reads a report body of exactly SgxReport::kSize bytes.
///
/// @return Errc::malformed for another size
Result<SgxReport> parse_sgx_report(ByteView bytes);

/// Reads a TD report body of exactly TdReport::kSize10 or kSize15 bytes.
///
/// @return Errc::malformed for another size
Result<TdReport> parse_td_report(ByteView bytes);

}  // namespace theriac::attestation
