// What the levels of TCB info, of TDX modules and of QE identity have in common.
#pragma once

#include "theriac/attestation/tcb_status.hpp"

#include "json_cursor.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace theriac::attestation {

/// The longest list seen has 20 levels.
inline constexpr std::size_t kMaxTcbLevels = 256;

/// What is said of those who reach a level.
struct LevelVerdict {
    TcbStatus status = TcbStatus::revoked;
    std::string date;  ///< as served: no rule depends on it
    std::vector<std::string> advisories;
};

/// Takes the member `name` of a level when it is one of the verdict's ("tcbStatus", "tcbDate",
/// "advisoryIDs"); else its value is skipped.
Result<void> take_verdict_member(
    JsonCursor& in, std::string_view name, LevelVerdict& out, Members& seen);

/// Index of "tcbStatus" in `Members`, which every level must have.
inline constexpr std::size_t kStatusMember = 0;

/// A level of an enclave or module: the least version, and the verdict.
struct SvnLevel {
    std::uint16_t isv_svn = 0;
    LevelVerdict verdict;
};

/// Takes an array of {"tcb":{"isvsvn":…},"tcbStatus":…}.
Result<std::vector<SvnLevel>> take_svn_levels(JsonCursor& in);

/// The first level that `isv_svn` reaches; null when it reaches none.
const SvnLevel* find_level(const std::vector<SvnLevel>& levels, std::uint32_t isv_svn);

}  // namespace theriac::attestation
