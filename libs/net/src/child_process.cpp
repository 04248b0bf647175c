#include "launch.hpp"

#include <cerrno>
#include <condition_variable>
#include <csignal>
#include <future>
#include <mutex>
#include <thread>

#include <sys/wait.h>

namespace theriac::net {

std::string ExitStatus::text() const {
    return (signalled ? "signal " : "exit code ") + std::to_string(value);
}

/// The keeper thread forks and then waits for the child: it must live as long as the child does,
/// because PR_SET_PDEATHSIG fires at the end of the forking *thread*.
struct ChildProcess::Impl {
    void keep(Launch& launch, std::promise<Result<pid_t>>& started);
    void await_end();

    pid_t pid = 0;
    mutable std::mutex mutex;
    std::condition_variable ended;
    std::optional<ExitStatus> status;
    std::thread keeper;
};

void ChildProcess::Impl::keep(Launch& launch, std::promise<Result<pid_t>>& started) {
    auto forked = launch.run(Bond::attached);
    const bool runs = forked.has_value();
    if (runs) pid = *forked;
    started.set_value(std::move(forked));  // `launch` and `started` are gone after this
    if (runs) await_end();
}

void ChildProcess::Impl::await_end() {
    siginfo_t info{};
    while (::waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOWAIT) < 0
           && errno == EINTR) {
    }
    const std::scoped_lock lock(mutex);
    // Not yet reaped, so the group's number still means this group.
    (void)::kill(-pid, SIGKILL);
    while (::waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED) < 0 && errno == EINTR) {
    }
    status = ExitStatus{.signalled = info.si_code != CLD_EXITED, .value = info.si_status};
    ended.notify_all();
}

Result<ChildProcess> ChildProcess::spawn(const ProcessOptions& options) {
    auto impl = std::make_unique<Impl>();
    Launch launch(options);
    std::promise<Result<pid_t>> started;
    auto result = started.get_future();
    impl->keeper =
        std::thread([&launch, &started, self = impl.get()] { self->keep(launch, started); });
    auto pid = result.get();
    if (!pid) {
        impl->keeper.join();
        return fail(std::move(pid).error());
    }
    return ChildProcess(std::move(impl));
}

ChildProcess::ChildProcess(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

ChildProcess::ChildProcess(ChildProcess&&) noexcept = default;

ChildProcess& ChildProcess::operator=(ChildProcess&& other) noexcept {
    if (this != &other) {
        const ChildProcess ending(std::move(impl_));
        impl_ = std::move(other.impl_);
    }
    return *this;
}

ChildProcess::~ChildProcess() {
    if (!impl_) return;
    kill(SIGKILL);
    impl_->keeper.join();
}

pid_t ChildProcess::pid() const {
    return impl_->pid;
}

void ChildProcess::kill(int signal) {
    const std::scoped_lock lock(impl_->mutex);
    if (!impl_->status) (void)::kill(-impl_->pid, signal);
}

std::optional<ExitStatus> ChildProcess::status() const {
    const std::scoped_lock lock(impl_->mutex);
    return impl_->status;
}

std::optional<ExitStatus> ChildProcess::wait(std::chrono::milliseconds timeout) {
    std::unique_lock lock(impl_->mutex);
    impl_->ended.wait_for(lock, timeout, [this] { return impl_->status.has_value(); });
    return impl_->status;
}

ExitStatus ChildProcess::stop(std::chrono::milliseconds grace) {
    kill(SIGTERM);
    if (const auto status = wait(grace)) return *status;
    kill(SIGKILL);
    std::unique_lock lock(impl_->mutex);
    impl_->ended.wait(lock, [this] { return impl_->status.has_value(); });
    return *impl_->status;
}

}  // namespace theriac::net
