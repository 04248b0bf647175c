#include "sandbox/capabilities.hpp"

#include "sandbox/diagnostics.hpp"
#include <grp.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

namespace theriac::enclave {
namespace {

constexpr unsigned kNobody = 65534;

// One bit a capability, in two words of 32 (capset(2)). glibc wraps neither call.
using Sets = std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3>;

Result<Sets> read_sets() {
    __user_cap_header_struct header{.version = _LINUX_CAPABILITY_VERSION_3, .pid = 0};
    Sets sets{};
    if (::syscall(SYS_capget, &header, sets.data()) != 0) return system_failure("capget");
    return sets;
}

Result<void> write_sets(const Sets& sets) {
    __user_cap_header_struct header{.version = _LINUX_CAPABILITY_VERSION_3, .pid = 0};
    if (::syscall(SYS_capset, &header, sets.data()) != 0) return system_failure("capset");
    return {};
}

Sets sets_for(Privilege keep) {
    Sets sets{};
    if (keep == Privilege::lock_memory)
        sets[0].effective = sets[0].permitted = 1U << unsigned{CAP_IPC_LOCK};
    return sets;
}

bool same(const Sets& a, const Sets& b) {
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a.at(i).effective != b.at(i).effective || a.at(i).permitted != b.at(i).permitted
            || a.at(i).inheritable != b.at(i).inheritable)
            return false;
    return true;
}

/// How many capabilities there are is asked of the kernel, which may know more than our headers.
Result<void> drop_bounding_set() {
    for (unsigned long one = 0; ::prctl(PR_CAPBSET_READ, one, 0, 0, 0) >= 0; ++one)
        // EPERM: no privilege to give up capabilities, hence none to give up.
        if (::prctl(PR_CAPBSET_DROP, one, 0, 0, 0) != 0 && errno != EPERM)
            return system_failure("PR_CAPBSET_DROP");
    return {};
}

Result<void> become_nobody() {
    if (::geteuid() != 0) return {};
    // Else the change of user would drop all of them before we choose.
    if (::prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0) != 0) return system_failure("PR_SET_KEEPCAPS");
    if (::setgroups(0, nullptr) != 0) return system_failure("setgroups");
    if (::setresgid(kNobody, kNobody, kNobody) != 0) return system_failure("setresgid");
    if (::setresuid(kNobody, kNobody, kNobody) != 0) return system_failure("setresuid");
    return {};
}

}  // namespace

bool has_lock_privilege() {
    const auto sets = read_sets();
    return sets && ((*sets)[0].effective >> unsigned{CAP_IPC_LOCK} & 1U) != 0;
}

Result<void> drop_privileges(Privilege keep) {
    THERIAC_CHECK(drop_bounding_set());
    THERIAC_CHECK(become_nobody());
    static_cast<void>(::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0));
    const Sets wanted = sets_for(keep);
    THERIAC_CHECK(write_sets(wanted));
    THERIAC_TRY(left, read_sets());
    if (!same(left, wanted)) return fail(Errc::io, "capabilities are left after capset");
    return {};
}

}  // namespace theriac::enclave
