// Parts of the second stage: what the process owns of the system, given up one by one.
#pragma once

#include "theriac/base/result.hpp"

#include <string>

namespace theriac::enclave {

/// Closes every descriptor but stderr and `channel`.
Result<void> close_descriptors(int channel);

/// Moves into namespaces of its own, as many as the kernel grants: without privilege a user
/// namespace first, then network, mounts (with an empty file tree as root), IPC and host name.
///
/// @return the names of those granted, for the operator; "none" is not an error, because the
///         system call filter alone already forbids what they hide
std::string enter_namespaces();

/// Nothing gained by a later exec; ends with the parent; writable memory never executable, where
/// the kernel knows that.
///
/// @return Errc::unavailable when `parent`, who started us, is gone already
Result<void> bind_to_parent(int parent);

/// No file may grow, no descriptor be opened, no process be made.
Result<void> lower_limits();

}  // namespace theriac::enclave
