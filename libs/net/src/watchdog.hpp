// Calls a function when a deadline passes before it is disarmed. One thread, started on first use.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace theriac::net {

class Watchdog {
public:
    explicit Watchdog(std::function<void()> bite) : bite_(std::move(bite)) {}

    Watchdog(const Watchdog&) = delete;
    Watchdog& operator=(const Watchdog&) = delete;
    Watchdog(Watchdog&&) = delete;
    Watchdog& operator=(Watchdog&&) = delete;
    ~Watchdog();

    void arm(std::chrono::milliseconds after);

    /// True when it had bitten since `arm`.
    bool disarm();

private:
    void watch();

    std::function<void()> bite_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::optional<std::chrono::steady_clock::time_point> deadline_;
    bool bitten_ = false;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace theriac::net
