// The layout of AMD's SEV-SNP attestation report, versions 2 to 5, signed with ECDSA P-384. Parsing
// proves nothing: only `verify` (verify.hpp) says that it is true.
#pragma once

#include "theriac/attestation/quote.hpp"
#include "theriac/base/bytes.hpp"
#include "theriac/base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace theriac::attestation {

/// Families of processors, by the names in AMD's certificates. They place the parts of a TCB
/// version differently.
enum class SnpProduct : std::uint8_t { milan, genoa, turin };

/// "Milan", "Genoa" or "Turin".
std::string_view name(SnpProduct product);

/// Eight bytes of versions as they stand in a report; what each means depends on the product.
using SnpTcbBytes = FixedBytes<struct SnpTcbBytesTag, 8>;

/// Security version numbers of the parts of a platform.
struct SnpTcb {
    std::uint8_t fmc = 0;  ///< Turin only
    std::uint8_t bootloader = 0;
    std::uint8_t tee = 0;
    std::uint8_t snp = 0;
    std::uint8_t microcode = 0;

    bool operator==(const SnpTcb&) const = default;
};

/// @see AMD 56860, TCB_VERSION
SnpTcb decode_tcb(SnpProduct product, const SnpTcbBytes& bytes);

/// True when each part of `platform` is at least that of `least`.
bool reaches(const SnpTcb& platform, const SnpTcb& least);

/// Names one processor, as long as it is not masked.
using SnpChipId = FixedBytes<struct SnpChipIdTag, 64>;

/// Which of the platform's keys signed a report.
enum class SnpKey : std::uint8_t { vcek = 0, vlek = 1, none = 7 };

/// A report of 1184 bytes. Integers are little-endian on the wire.
///
/// @see AMD 56860 "SEV-SNP Firmware ABI", ATTESTATION_REPORT; docs/formats/snp-report.md
struct SnpReport {
    static constexpr std::size_t kSize = 1184;
    static constexpr std::size_t kSignedSize = 672;

    std::uint32_t version = 0;
    std::uint32_t guest_svn = 0;
    std::uint64_t policy = 0;
    FixedBytes<struct SnpFamilyTag, 16> family_id;
    FixedBytes<struct SnpImageTag, 16> image_id;
    std::uint32_t vmpl = 0;  ///< the privilege level that asked for the report; 0 is the highest
    SnpTcbBytes current_tcb;
    std::uint64_t platform_info = 0;
    SnpKey signing_key = SnpKey::none;
    bool chip_is_masked = false;
    ReportData report_data;
    Register384 measurement;
    FixedBytes<struct SnpHostDataTag, 32> host_data;
    Register384 id_key_digest;
    Register384 author_key_digest;
    FixedBytes<struct SnpReportIdTag, 32> report_id;
    SnpTcbBytes reported_tcb;
    std::optional<SnpProduct> product;  ///< versions from 3 on name the processor
    SnpChipId chip_id;
    SnpTcbBytes committed_tcb;
    SnpTcbBytes launch_tcb;
    ByteView signed_part;
    ByteView signature_r;  ///< 72 bytes, little-endian
    ByteView signature_s;  ///< likewise

    /// True when the host may read and change the guest's memory.
    [[nodiscard]] bool debug() const { return (policy >> kDebugBit & 1) != 0; }

    /// True when a migration agent may move the guest to another machine.
    [[nodiscard]] bool may_migrate() const { return (policy >> kMigrateBit & 1) != 0; }

    static constexpr unsigned kMigrateBit = 18;
    static constexpr unsigned kDebugBit = 19;
};

/// Reads a report. Views point into `bytes`, which must outlive it.
///
/// @return Errc::malformed for another size or reserved bytes that are not zero; Errc::unsupported
///     for another version, algorithm, signing key or processor
Result<SnpReport> parse_snp_report(ByteView bytes);

/// SHA-256("theriac/snp-measurement/v1" || MEASUREMENT || HOST_DATA || ID_KEY_DIGEST ||
/// AUTHOR_KEY_DIGEST || FAMILY_ID || IMAGE_ID).
Measurement measurement_of(const SnpReport& report);

}  // namespace theriac::attestation
