// First stage, before any secret is read: nothing of this process can be dumped, traced or swapped.
#pragma once

#include "theriac/base/result.hpp"

#include <cstdint>

namespace theriac::enclave {

/// What to do when the machine does not let us lock our memory.
enum class MemoryLock : std::uint8_t {
    required,   ///< refuse to start
    preferred,  ///< go on; keys may then reach the swap device
};

/// How memory is held after guard_memory().
enum class MemoryState : std::uint8_t {
    locked,
    locked_by_privilege,  ///< beyond the limit, as long as CAP_IPC_LOCK is kept
    swappable,
};

/// Refuses a set environment and a tracer; forbids core dumps and readers of our memory; locks all
/// memory, present and future.
///
/// The environment must be empty because the C library obeys parts of it (GLIBC_TUNABLES) before
/// main.
///
/// @return Errc::invalid_argument when the environment is not empty; Errc::denied when a debugger
///         is attached, or memory may not be locked and `lock` is required; Errc::io when the
///         kernel refuses a step
Result<MemoryState> guard_memory(MemoryLock lock);

/// Forbids core dumps and access to our memory by processes of the same user. The kernel forgets
/// it when the user changes, so the second stage calls it again.
Result<void> forbid_inspection();

}  // namespace theriac::enclave
