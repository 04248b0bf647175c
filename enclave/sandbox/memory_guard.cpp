#include "sandbox/memory_guard.hpp"

#include "theriac/base/bytes.hpp"

#include "sandbox/capabilities.hpp"
#include "sandbox/diagnostics.hpp"
#include "sandbox/inherited.hpp"
#include <unistd.h>

#include <cstddef>
#include <string>
#include <string_view>

#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace theriac::enclave {
namespace {

/// Enough for a largest frame, what it is decrypted into, and a model beside it. With less, a
/// request would end the program later, for want of memory, instead of now with a reason.
constexpr rlim_t kLeastLockable = rlim_t{256} << 20U;

constexpr std::size_t kStatusLimit = std::size_t{64} << 10U;

Result<void> require_empty_environment() {
    if (environ != nullptr && *environ != nullptr)
        return fail(
            Errc::invalid_argument,
            "the environment must be empty; start with `env -i` or by the host program");
    return {};
}

/// The value of TracerPid in /proc/self/status: 0, or the process that traces us (proc(5)).
Result<void> require_no_tracer() {
    THERIAC_TRY(status, read_file("/proc/self/status", kStatusLimit));
    if (!as_text(status).contains("\nTracerPid:\t0\n"))
        return fail(Errc::denied, "a debugger is attached to this process");
    return {};
}

/// Raises the limit on locked memory as far as we are allowed to.
/// @return the limit now in force
rlim_t raise_lock_limit() {
    const rlimit unlimited{.rlim_cur = RLIM_INFINITY, .rlim_max = RLIM_INFINITY};
    if (::setrlimit(RLIMIT_MEMLOCK, &unlimited) == 0) return RLIM_INFINITY;
    rlimit limit{};
    if (::getrlimit(RLIMIT_MEMLOCK, &limit) != 0) return 0;
    limit.rlim_cur = limit.rlim_max;
    return ::setrlimit(RLIMIT_MEMLOCK, &limit) == 0 ? limit.rlim_cur : 0;
}

std::unexpected<Error> limit_too_low(rlim_t limit) {
    return fail(
        Errc::denied,
        "memory cannot be locked: the limit is " + std::to_string(limit >> 10U)
            + " KiB, needed are " + std::to_string(kLeastLockable >> 10U)
            + " KiB; raise it (ulimit -l, LimitMEMLOCK= in a unit) or pass "
              "--allow-unlocked-memory");
}

Result<MemoryState> lock_memory() {
    const rlim_t limit = raise_lock_limit();
    const bool within_limit = limit >= kLeastLockable;
    if (!within_limit && !has_lock_privilege()) return limit_too_low(limit);
    if (::mlockall(MCL_CURRENT | MCL_FUTURE) != 0) return system_failure("mlockall");
    return within_limit ? MemoryState::locked : MemoryState::locked_by_privilege;
}

}  // namespace

Result<void> forbid_inspection() {
    const rlimit none{.rlim_cur = 0, .rlim_max = 0};
    if (::setrlimit(RLIMIT_CORE, &none) != 0) return system_failure("setrlimit(RLIMIT_CORE)");
    if (::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) return system_failure("PR_SET_DUMPABLE");
    return {};
}

Result<MemoryState> guard_memory(MemoryLock lock) {
    THERIAC_CHECK(require_empty_environment());
    // In this order nobody of our user can attach after the look.
    THERIAC_CHECK(forbid_inspection());
    THERIAC_CHECK(require_no_tracer());
    auto locked = lock_memory();
    if (!locked && lock == MemoryLock::preferred) return MemoryState::swappable;
    return locked;
}

}  // namespace theriac::enclave
