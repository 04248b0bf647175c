// as_nobody LOCKABLE-BYTES PROGRAM ARGUMENTS...: lets root's tests also run a program as an
// ordinary user, under a limit on locked memory.
#include <grp.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include <sys/resource.h>

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    const rlim_t wanted = std::strtoull(argv[1], nullptr, 10);
    const rlimit limit{.rlim_cur = wanted, .rlim_max = wanted};
    // Root of a container may not raise it: then the old limit stays.
    if (::setrlimit(RLIMIT_MEMLOCK, &limit) != 0 && errno != EPERM) return 2;
    if (::setgroups(0, nullptr) != 0 || ::setresgid(65534, 65534, 65534) != 0
        || ::setresuid(65534, 65534, 65534) != 0)
        return 2;
    ::execve(argv[2], argv + 2, environ);
    return 2;
}
