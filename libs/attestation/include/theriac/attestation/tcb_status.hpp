// How current a platform's microcode and quoting enclave are, by the manufacturer's own list.
#pragma once

#include "theriac/base/result.hpp"

#include <cstdint>
#include <optional>
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
    td_relaunch_advised,  ///< TDX: current once the guest is started anew
    td_relaunch_advised_configuration_needed,
    revoked,  ///< never accepted, whatever a policy lists
};

/// "UpToDate", "SWHardeningNeeded", ...
std::string_view name(TcbStatus status);

/// @return Errc::malformed for another word
Result<TcbStatus> tcb_status_from(std::string_view text);

/// Whether the platform's operator is asked to configure something.
bool needs_configuration(TcbStatus status);

/// The status of a platform and a part of it, the quoting enclave (QE) or the TDX module, together:
/// a part that is out of date makes the whole so, a revoked part makes it revoked.
///
/// @see Intel QuoteVerificationLibrary, TcbLevelCheck and TdxModuleCheck
TcbStatus converge(TcbStatus platform, TcbStatus part);

/// What collateral says about a platform.
struct TcbAssessment {
    TcbStatus status = TcbStatus::revoked;    ///< of the whole
    TcbStatus platform = TcbStatus::revoked;  ///< of the level that the platform reaches
    TcbStatus quoting_enclave = TcbStatus::revoked;
    std::optional<TcbStatus> module;         ///< of the TDX module, where it is judged by itself
    std::string date;                        ///< tcbDate of the platform's level, as served
    std::vector<std::string> advisories;     ///< for example INTEL-SA-00615; sorted, each once
    std::uint32_t evaluation_number = 0;     ///< tcbEvaluationDataNumber of the TCB info
    std::uint32_t qe_evaluation_number = 0;  ///< and of the QE identity

    bool operator==(const TcbAssessment&) const = default;
};

}  // namespace theriac::attestation
