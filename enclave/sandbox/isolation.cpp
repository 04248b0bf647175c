#include "sandbox/isolation.hpp"

#include "sandbox/diagnostics.hpp"
#include <sched.h>
#include <unistd.h>

#include <array>
#include <climits>
#include <csignal>
#include <string_view>

#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#ifndef PR_SET_MDWE  // Linux 6.3; older headers lack it
#define PR_SET_MDWE 65
#define PR_MDWE_REFUSE_EXEC_GAIN 1
#endif

namespace theriac::enclave {
namespace {

constexpr int kStderr = 2;

struct Namespace {
    int flag;
    std::string_view name;
};

// The user namespace first: it brings the privilege that the others need.
constexpr std::array<Namespace, 5> kNamespaces = {
    {{CLONE_NEWUSER, "user"},
     {CLONE_NEWNET, "network"},
     {CLONE_NEWNS, "mount"},
     {CLONE_NEWIPC, "ipc"},
     {CLONE_NEWUTS, "uts"}}};

/// An empty read-only file tree as root directory. /proc is there, we have read from it.
bool enter_empty_root() {
    return ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
           && ::mount(
                  "none", "/proc", "tmpfs", MS_RDONLY | MS_NOSUID | MS_NODEV | MS_NOEXEC, nullptr)
                  == 0
           && ::chdir("/proc") == 0 && ::chroot(".") == 0 && ::chdir("/") == 0;
}

void add_word(std::string& words, std::string_view word) {
    if (!words.empty()) words += ' ';
    words += word;
}

Result<void> limit_to_zero(__rlimit_resource resource, std::string_view name) {
    const rlimit none{.rlim_cur = 0, .rlim_max = 0};
    if (::setrlimit(resource, &none) != 0) return system_failure(name);
    return {};
}

}  // namespace

Result<void> close_descriptors(int channel) {
    THERIAC_EXPECTS(channel > kStderr);
    const auto first = static_cast<unsigned>(channel);
    if (::close_range(0, kStderr - 1, 0) != 0) return system_failure("close_range");
    if (first > kStderr + 1 && ::close_range(kStderr + 1, first - 1, 0) != 0)
        return system_failure("close_range");
    if (::close_range(first + 1, UINT_MAX, 0) != 0) return system_failure("close_range");
    return {};
}

std::string enter_namespaces() {
    // Root needs no user namespace, and could not become nobody in one without that user.
    const bool skip_user = ::geteuid() == 0;
    std::string granted;
    for (const auto& [flag, name] : kNamespaces) {
        if (flag == CLONE_NEWUSER && skip_user) continue;
        if (::unshare(flag) != 0) continue;
        add_word(granted, name);
        if (flag == CLONE_NEWNS && enter_empty_root()) add_word(granted, "empty-root");
    }
    return granted.empty() ? "none" : granted;
}

Result<void> bind_to_parent(int parent) {
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return system_failure("PR_SET_NO_NEW_PRIVS");
    if (::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0) return system_failure("PR_SET_PDEATHSIG");
    if (::getppid() != parent) return fail(Errc::unavailable, "the host is gone");
    static_cast<void>(::prctl(PR_SET_MDWE, PR_MDWE_REFUSE_EXEC_GAIN, 0, 0, 0));
    return {};
}

Result<void> lower_limits() {
    THERIAC_CHECK(limit_to_zero(RLIMIT_FSIZE, "RLIMIT_FSIZE"));
    THERIAC_CHECK(limit_to_zero(RLIMIT_NOFILE, "RLIMIT_NOFILE"));
    return limit_to_zero(RLIMIT_NPROC, "RLIMIT_NPROC");
}

}  // namespace theriac::enclave
