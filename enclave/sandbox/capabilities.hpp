// Root's privileges (capabilities(7)), which the enclave gives up.
#pragma once

#include "theriac/base/result.hpp"

#include <cstdint>

namespace theriac::enclave {

/// What stays after drop_privileges().
enum class Privilege : std::uint8_t {
    none,
    lock_memory,  ///< CAP_IPC_LOCK alone, for memory that is allocated later
};

/// Whether we may lock memory beyond our limit.
bool has_lock_privilege();

/// As root: becomes user and group 65534 (nobody). Gives up every capability but `keep`, whoever we
/// are.
///
/// @return Errc::io when a step fails or another capability is left
Result<void> drop_privileges(Privilege keep);

}  // namespace theriac::enclave
