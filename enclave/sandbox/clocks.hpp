// Time is a proven block's (docs/architecture.md): the process keeps no clock of the host's.
#pragma once

#include "theriac/base/result.hpp"

namespace theriac::enclave {

/// Unmaps the pages through which the C library reads clocks without a system call (vDSO), and, on
/// x86, makes the time stamp counter fault. Whoever asks for the time afterwards ends the program.
///
/// Needs /proc/self/maps, so it comes before the file system is closed.
///
/// @return Errc::io when the kernel refuses
Result<void> remove_clocks();

}  // namespace theriac::enclave
