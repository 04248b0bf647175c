// Child processes that hold nothing they were not given, and that die with us.
#pragma once

#include "theriac/base/result.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace theriac::net {

/// File descriptor `ours` appears in the child as `theirs`.
struct InheritedFd {
    int ours = -1;
    int theirs = -1;
};

struct ProcessOptions {
    std::vector<std::string> argv;   ///< argv[0] is the path of the program
    std::vector<InheritedFd> fds{};  ///< every other descriptor is closed; 0, 1, 2 that
                                     ///< are not named become /dev/null
    std::optional<std::vector<std::string>> environment{};  ///< "NAME=value"; ours when absent
    std::string directory{};                                ///< to run in; ours when empty
};

/// How a process ended.
struct ExitStatus {
    bool signalled = false;
    int value = 0;  ///< exit code, or the signal's number

    bool operator==(const ExitStatus&) const = default;

    /// "exit code 2", "signal 9".
    [[nodiscard]] std::string text() const;
};

/// A running child in its own process group. The kernel kills it (SIGKILL) when this process ends
/// (prctl(2), PR_SET_PDEATHSIG); destroying the handle kills the whole group.
class ChildProcess {
public:
    /// Returns once the program runs: a missing file is an error here.
    ///
    /// @return Errc::not_found when argv[0] does not exist; Errc::denied when it may not be run;
    ///         Errc::io otherwise
    static Result<ChildProcess> spawn(const ProcessOptions& options);

    ChildProcess(ChildProcess&&) noexcept;
    ChildProcess& operator=(ChildProcess&&) noexcept;
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    ~ChildProcess();

    [[nodiscard]] pid_t pid() const;

    /// Sends `signal` to the child's process group; nothing when it has ended.
    void kill(int signal);

    /// How it ended, or nothing while it runs.
    [[nodiscard]] std::optional<ExitStatus> status() const;

    /// Waits at most `timeout`.
    std::optional<ExitStatus> wait(std::chrono::milliseconds timeout);

    /// SIGTERM, then after `grace` SIGKILL; returns how it ended.
    ExitStatus stop(std::chrono::milliseconds grace);

private:
    struct Impl;
    explicit ChildProcess(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// Told the id of a process that waits to be executed.
using Recorder = std::function<Result<void>(pid_t)>;

/// Starts a process that outlives this one: own session, adopted by init. For services that a
/// command starts and another command stops. The program runs only once `record` has succeeded, so
/// that there is none which nobody knows of, whenever this process is killed.
///
/// @return its process id; the error of `record`; errors as ChildProcess::spawn
Result<pid_t> spawn_detached(const ProcessOptions& options, const Recorder& record = {});

/// A process id together with its start time in clock ticks since boot (/proc/PID/stat, field 22):
/// names one process even after the id is used again.
struct ProcessIdentity {
    pid_t pid = 0;
    std::uint64_t start_ticks = 0;

    bool operator==(const ProcessIdentity&) const = default;
};

/// @return Errc::not_found when no such process runs (a zombie does not run)
Result<ProcessIdentity> identify(pid_t pid);

/// True while exactly this process runs.
bool is_running(const ProcessIdentity& process);

/// True when the process has a handler for `signal` (/proc/PID/status, SigCgt): asking a program to
/// end before that would kill it instead.
bool catches_signal(pid_t pid, int signal);

/// SIGTERM, then SIGKILL after `grace`; returns when the process is gone.
///
/// @return Errc::not_found when it does not run; Errc::denied when it is another user's;
///         Errc::timeout when even SIGKILL did not end it
Result<void> stop_process(const ProcessIdentity& process, std::chrono::milliseconds grace);

}  // namespace theriac::net
