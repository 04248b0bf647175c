#include "theriac/net/signals.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <csignal>

namespace theriac::net {

namespace {

// A signal handler has no other way to find what it must set.
std::atomic<StopFlag*> g_flag{nullptr};

static_assert(std::atomic<StopFlag*>::is_always_lock_free);

extern "C" void on_stop_signal(int signal) {
    StopFlag* flag = g_flag.load();
    if (flag != nullptr && !flag->stop_requested()) {
        flag->request_stop();
        return;
    }
    (void)::signal(signal, SIG_DFL);
    (void)::raise(signal);
}

}  // namespace

StopFlag::StopFlag() {
    std::array<int, 2> ends{-1, -1};
    THERIAC_EXPECTS(::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) == 0);
    read_end_ = ends[0];
    write_end_ = ends[1];
}

StopFlag::~StopFlag() {
    (void)::close(read_end_);
    (void)::close(write_end_);
}

void StopFlag::request_stop() noexcept {
    if (stopped_.exchange(true)) return;
    const char byte = 1;
    [[maybe_unused]] const auto ignored = ::write(write_end_, &byte, 1);
}

bool StopFlag::sleep_for(std::chrono::milliseconds time) const {
    if (stop_requested()) return true;
    pollfd wait{.fd = read_end_, .events = POLLIN, .revents = 0};
    (void)::poll(&wait, 1, static_cast<int>(time.count()));
    return stop_requested();
}

Result<void> StopFlag::check() const {
    if (stop_requested()) return fail(Errc::interrupted, "stopped on request");
    return {};
}

struct StopOnSignals::Saved {
    struct sigaction on_int{};
    struct sigaction on_term{};
};

StopOnSignals::StopOnSignals(StopFlag& flag) : saved_(std::make_unique<Saved>()) {
    StopFlag* none = nullptr;
    THERIAC_EXPECTS(g_flag.compare_exchange_strong(none, &flag));
    struct sigaction action{};
    action.sa_handler = on_stop_signal;
    sigemptyset(&action.sa_mask);
    THERIAC_EXPECTS(::sigaction(SIGINT, &action, &saved_->on_int) == 0);
    THERIAC_EXPECTS(::sigaction(SIGTERM, &action, &saved_->on_term) == 0);
}

StopOnSignals::~StopOnSignals() {
    (void)::sigaction(SIGINT, &saved_->on_int, nullptr);
    (void)::sigaction(SIGTERM, &saved_->on_term, nullptr);
    g_flag.store(nullptr);
}

}  // namespace theriac::net
