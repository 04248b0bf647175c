// The system calls that are left. Any other kills the process (SIGSYS).
#pragma once

#include "theriac/base/result.hpp"

namespace theriac::enclave {

/// Allows, from here on and for good, only the calls of docs/decisions/0701-libseccomp.md: read on
/// `channel`, write on `channel` and stderr, private memory that is never executable, getrandom,
/// futex within the process, and ending.
///
/// @return Errc::io when the kernel does not take the filter
Result<void> install_syscall_filter(int channel);

}  // namespace theriac::enclave
