#include "watchdog.hpp"

namespace theriac::net {

Watchdog::~Watchdog() {
    {
        const std::scoped_lock lock(mutex_);
        ending_ = true;
    }
    changed_.notify_one();
    if (thread_.joinable()) thread_.join();
}

void Watchdog::arm(std::chrono::milliseconds after) {
    const std::scoped_lock lock(mutex_);
    if (!thread_.joinable()) thread_ = std::thread([this] { watch(); });
    bitten_ = false;
    deadline_ = std::chrono::steady_clock::now() + after;
    changed_.notify_one();
}

bool Watchdog::disarm() {
    const std::scoped_lock lock(mutex_);
    deadline_.reset();
    return bitten_;
}

void Watchdog::watch() {
    std::unique_lock lock(mutex_);
    while (!ending_) {
        if (!deadline_) {
            changed_.wait(lock);
            continue;
        }
        // A copy: the wait gives the lock up, and the deadline may change meanwhile.
        const auto until = *deadline_;
        changed_.wait_until(lock, until);
        if (!deadline_ || std::chrono::steady_clock::now() < *deadline_) continue;
        bitten_ = true;
        // Bites again until disarmed: the first one may come before there is a socket to shut.
        deadline_ = std::chrono::steady_clock::now() + std::chrono::milliseconds(50);
        bite_();
    }
}

}  // namespace theriac::net
