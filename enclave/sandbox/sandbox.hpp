// Second stage, before any byte of a stranger is read: the process gives up everything but one
// socket, its memory and randomness. docs/decisions/0701-libseccomp.md
#pragma once

#include "theriac/base/result.hpp"

#include "sandbox/memory_guard.hpp"

#include <string>

namespace theriac::enclave {

/// What the kernel granted, for the operator.
struct SandboxReport {
    std::string namespaces;  ///< see enter_namespaces()
};

/// Gives everything up, in the only order in which each step is still allowed to take the next.
/// guard_memory() came before, and so did whatever reads files. There is no way back.
///
/// @param memory   what guard_memory() said
/// @param channel  the descriptor to keep, above 2; stderr is kept for one-line messages
/// @param parent   getppid() at the start of main: its end is ours
/// @return Errc::unavailable when the parent is gone; Errc::io when the kernel refuses a step
Result<SandboxReport> enter_sandbox(MemoryState memory, int channel, int parent);

}  // namespace theriac::enclave
