// What Intel wrote about a platform into the certificate of its key (PCK).
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/result.hpp"

#include <array>
#include <cstdint>

namespace theriac::attestation {

/// Family, model, stepping and kind of a platform.
using Fmspc = FixedBytes<struct FmspcTag, 6>;

/// Identity of the provisioning certification enclave.
using PceId = FixedBytes<struct PceIdTag, 2>;

/// Identifies one platform for ever.
using Ppid = FixedBytes<struct PpidTag, 16>;

/// The SGX extension of a PCK certificate, as far as verification needs it.
struct PckExtension {
    Ppid ppid;
    std::array<std::uint8_t, 16> component_svns{};  ///< of the platform's components, in order
    std::uint16_t pce_svn = 0;
    PceId pce_id;
    Fmspc fmspc;

    bool operator==(const PckExtension&) const = default;
};

/// The object identifier of the extension, as text and encoded.
inline constexpr std::string_view kSgxExtensionOid = "1.2.840.113741.1.13.1";
inline constexpr std::array<std::uint8_t, 9> kSgxExtensionId{
    0x2a, 0x86, 0x48, 0x86, 0xf8, 0x4d, 0x01, 0x0d, 0x01};

/// Reads the extension's DER value. Entries are found by their object identifier; unknown ones are
/// passed over.
///
/// @return Errc::malformed when an entry is missing, doubled or of the wrong size
/// @see "Intel SGX PCK Certificate and CRL Profile Specification", section 1.3.5
Result<PckExtension> parse_pck_extension(ByteView der);

}  // namespace theriac::attestation
