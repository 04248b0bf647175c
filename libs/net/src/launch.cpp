#include "launch.hpp"

#include "sigpipe.hpp"
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <system_error>

#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>

namespace theriac::net {

namespace {

std::vector<char*> pointers(std::vector<std::string>& text) {
    std::vector<char*> out;
    for (std::string& one : text)
        out.push_back(one.data());
    out.push_back(nullptr);
    return out;
}

[[noreturn]] void report_and_exit(int report, int error) {
    const std::int64_t value = error;
    [[maybe_unused]] const auto ignored = ::write(report, &value, sizeof value);
    ::_exit(127);
}

void close_span(int first, int last) {
    if (first > last) return;
    // Linux 5.9; older kernels get the slow way.
    if (::syscall(SYS_close_range, first, last, 0) == 0) return;
    const long open_max = ::sysconf(_SC_OPEN_MAX);
    for (int fd = first; fd <= last && fd < open_max; ++fd)
        (void)::close(fd);
}

void default_signals() {
    for (int signal = 1; signal < NSIG; ++signal) {
        struct sigaction action{};
        action.sa_handler = SIG_DFL;
        (void)::sigaction(signal, &action, nullptr);
    }
    sigset_t none;
    sigemptyset(&none);
    // NOLINTNEXTLINE(concurrency-mt-unsafe): the child after fork has one thread
    (void)::sigprocmask(SIG_SETMASK, &none, nullptr);
}

Errc code_of(int error) {
    if (error == ENOENT || error == ENOTDIR) return Errc::not_found;
    if (error == EACCES || error == EPERM) return Errc::denied;
    return Errc::io;
}

void reap(pid_t pid) {
    int status = 0;
    while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
}

/// One report, or nothing at the end of the pipe.
std::optional<std::int64_t> read_report(int report) {
    std::int64_t value = 0;
    ssize_t got = 0;
    do
        got = ::read(report, &value, sizeof value);
    while (got < 0 && errno == EINTR);
    if (got != sizeof value) return std::nullopt;
    return value;
}

}  // namespace

Launch::Launch(const ProcessOptions& options)
    : argv_text_(options.argv), directory_(options.directory), fds_(options.fds) {
    THERIAC_EXPECTS(!argv_text_.empty());
    argv_ = pointers(argv_text_);
    if (options.environment) {
        environment_text_ = *options.environment;
        environment_ = pointers(environment_text_);
        own_environment_ = true;
    }
    keep_ = {0, 1, 2};
    for (const InheritedFd& fd : fds_)
        keep_.push_back(fd.theirs);
    std::ranges::sort(keep_);
}

Result<pid_t> Launch::run(Bond bond, const Recorder& record) {
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0)
        return fail(Errc::io, "pipe: " + std::generic_category().message(errno));
    if (::pipe2(gate_.data(), O_CLOEXEC) != 0) {
        (void)::close(pipe[0]);
        (void)::close(pipe[1]);
        return fail(Errc::io, "pipe: " + std::generic_category().message(errno));
    }
    const pid_t parent = ::getpid();
    const pid_t forked = ::fork();
    if (forked == 0) child(pipe[1], bond, parent);
    const int error = errno;
    (void)::close(pipe[1]);
    (void)::close(gate_[0]);
    Result<pid_t> started = fail(Errc::io, "fork: " + std::generic_category().message(error));
    if (forked >= 0) started = await_start(pipe[0], forked, bond, record);
    (void)::close(pipe[0]);
    (void)::close(gate_[1]);
    return started;
}

Result<pid_t> Launch::await_start(
    int report, pid_t forked, Bond bond, const Recorder& record) const {
    pid_t pid = forked;
    std::optional<std::int64_t> value = read_report(report);
    if (bond == Bond::detached) {
        reap(forked);
        if (!value || *value <= 0) return fail(Errc::io, argv_text_[0] + ": cannot be detached");
        pid = static_cast<pid_t>(*value);
        if (record) THERIAC_CHECK(record(pid));
        const SigpipeBlocked no_sigpipe;  // the process may have been killed meanwhile
        [[maybe_unused]] const auto ignored = ::write(gate_[1], "", 1);
        value = read_report(report);
    }
    if (!value) return pid;  // closed by exec: it runs
    if (bond == Bond::attached) reap(forked);
    const int error = static_cast<int>(*value);
    return fail(
        code_of(error), argv_text_[0] + ": cannot run: " + std::generic_category().message(error));
}

void Launch::child(int report, Bond bond, pid_t parent) {
    default_signals();
    if (bond == Bond::detached) middle(report, parent);
    (void)::setpgid(0, 0);
    (void)::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(127);  // the parent ended before the line above
    execute(report);
}

void Launch::middle(int report, pid_t) {
    (void)::setsid();
    const pid_t forked = ::fork();
    if (forked < 0) report_and_exit(report, -errno);
    if (forked == 0) {
        // The reader must see the process id before a failure of exec: wait for our parent's end.
        while (::getppid() == ::getpgrp())
            (void)::usleep(200);
        pass_gate();
        execute(report);
    }
    const std::int64_t pid = forked;
    [[maybe_unused]] const auto ignored = ::write(report, &pid, sizeof pid);
    ::_exit(0);
}

/// Until it is recorded. Whoever would have recorded it may have been killed: then nothing starts.
void Launch::pass_gate() const {
    (void)::close(gate_[1]);
    char opened = 0;
    ssize_t got = -1;
    do
        got = ::read(gate_[0], &opened, 1);
    while (got < 0 && errno == EINTR);
    if (got != 1) ::_exit(127);
}

void Launch::execute(int report) {
    if (!arrange_fds(report)) report_and_exit(report, errno);
    close_others(report);
    if (!directory_.empty() && ::chdir(directory_.c_str()) != 0) report_and_exit(report, errno);
    (void)::execve(argv_[0], argv_.data(), own_environment_ ? environment_.data() : environ);
    report_and_exit(report, errno);
}

bool Launch::arrange_fds(int& report) {
    const int above = keep_.back() + 1;
    report = ::fcntl(report, F_DUPFD_CLOEXEC, above);
    if (report < 0) return false;
    // First out of the way, so that no target overwrites another's source.
    for (InheritedFd& fd : fds_) {
        fd.ours = ::fcntl(fd.ours, F_DUPFD_CLOEXEC, above);
        if (fd.ours < 0) return false;
    }
    return place_fds();
}

bool Launch::place_fds() {
    std::array<bool, 3> standard{};
    for (const InheritedFd& fd : fds_) {
        if (::dup2(fd.ours, fd.theirs) < 0) return false;
        if (fd.theirs < 3) standard[static_cast<std::size_t>(fd.theirs)] = true;
    }
    for (int fd = 0; fd < 3; ++fd) {
        if (standard[static_cast<std::size_t>(fd)]) continue;
        const int null = ::open("/dev/null", O_RDWR);
        if (null < 0) return false;
        if (null == fd) continue;
        if (::dup2(null, fd) < 0) return false;
        (void)::close(null);
    }
    return true;
}

void Launch::close_others(int report) const {
    int next = 3;
    for (const int fd : keep_) {
        close_span(next, fd - 1);
        next = std::max(next, fd + 1);
    }
    close_span(next, report - 1);
    close_span(report + 1, INT_MAX);
}

}  // namespace theriac::net
