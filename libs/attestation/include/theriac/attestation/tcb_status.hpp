// How current a platform's microcode and quoting enclave are, by the manufacturer's own list.
#pragma once

#include "theriac/base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace theriac::attestation {

/// Status of a platform's trusted computing base (TCB). Names as Intel's PCS serves them.
enum class TcbStatus : std::uint8_t {
    up_to_date,
    sw_hardening_needed,
    configuration_needed,
    configuration_and_sw_hardening_needed,
    out_of_date,
    out_of_date_configuration_needed,
    revoked,  ///< never accepted, whatever a policy lists
};

/// "UpToDate", "SWHardeningNeeded", ...
std::string_view name(TcbStatus status);

/// @return Errc::malformed for another word
Result<TcbStatus> tcb_status_from(std::string_view text);

/// The status of platform and quoting enclave (QE) together: a QE that is out of date makes the
/// whole so, a revoked part makes it revoked.
///
/// @see Intel QuoteVerificationLibrary, TcbLevelCheck: convergeTcbStatusWithQeTcbStatus
TcbStatus converge(TcbStatus platform, TcbStatus qe);

/// What collateral says about a platform.
struct TcbAssessment {
    TcbStatus status = TcbStatus::revoked;
    std::vector<std::string> advisories;  ///< for example INTEL-SA-00615; sorted, each once
    std::uint32_t evaluation_number = 0;  ///< tcbEvaluationDataNumber of the TCB info used

    bool operator==(const TcbAssessment&) const = default;
};

}  // namespace theriac::attestation
