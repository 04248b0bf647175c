// What the levels of TCB info and of QE identity have in common.
#pragma once

#include "theriac/attestation/tcb_status.hpp"
#include "theriac/json/object_reader.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace theriac::attestation {

/// The longest list seen has 20 levels.
inline constexpr std::size_t kMaxTcbLevels = 256;

/// Reads "tcbStatus".
Result<TcbStatus> read_status(json::ObjectReader& in);

/// Reads "advisoryIDs"; empty when the field is absent.
Result<std::vector<std::string>> read_advisories(json::ObjectReader& in);

}  // namespace theriac::attestation
