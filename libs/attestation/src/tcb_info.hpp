// Intel's list of how current each version of one family of platforms is.
#pragma once

#include "theriac/attestation/pck_extension.hpp"
#include "theriac/attestation/tcb_status.hpp"

#include "signed_json.hpp"

#include <array>
#include <string>
#include <vector>

namespace theriac::attestation {

/// A set of least versions, and the status of a platform that reaches them all.
struct TcbLevel {
    std::array<std::uint8_t, 16> component_svns{};
    std::uint16_t pce_svn = 0;
    TcbStatus status = TcbStatus::revoked;
    std::vector<std::string> advisories;
};

struct TcbInfo {
    Period period;
    Fmspc fmspc;
    PceId pce_id;
    std::uint32_t evaluation_number = 0;
    std::vector<TcbLevel> levels;  ///< in the order served, best first
};

/// Reads the body of SGX TCB info, version 2 or 3.
///
/// @return Errc::malformed, too_large; Errc::unsupported for another version or for TDX
Result<TcbInfo> parse_tcb_info(ByteView body);

/// The first level that the platform reaches; null when it reaches none.
///
/// @see Intel QuoteVerificationLibrary, TcbLevelCheck
const TcbLevel* find_level(const TcbInfo& info, const PckExtension& platform);

}  // namespace theriac::attestation
