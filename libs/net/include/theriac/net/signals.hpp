// Ctrl-C as a flag that long work looks at, instead of a sudden end.
#pragma once

#include "theriac/base/result.hpp"

#include <atomic>
#include <chrono>
#include <memory>

namespace theriac::net {

/// Set once, from any thread or signal handler; looked at by whoever works or waits.
class StopFlag {
public:
    StopFlag();
    StopFlag(const StopFlag&) = delete;
    StopFlag& operator=(const StopFlag&) = delete;
    StopFlag(StopFlag&&) = delete;
    StopFlag& operator=(StopFlag&&) = delete;
    ~StopFlag();

    /// Async-signal-safe.
    void request_stop() noexcept;

    [[nodiscard]] bool stop_requested() const noexcept { return stopped_.load(); }

    /// Sleeps, but not beyond the stop. True when it was requested.
    bool sleep_for(std::chrono::milliseconds time) const;

    /// @return Errc::interrupted once a stop was requested
    [[nodiscard]] Result<void> check() const;

    /// Becomes readable (and stays so) on a stop: for poll(2) beside other descriptors.
    [[nodiscard]] int fd() const { return read_end_; }

private:
    std::atomic<bool> stopped_{false};
    int read_end_ = -1;
    int write_end_ = -1;
};

/// While it lives SIGINT and SIGTERM request a stop of `flag`; a second one ends the program at
/// once, as without us. One at a time in a program; the previous handlers return at its end.
class StopOnSignals {
public:
    explicit StopOnSignals(StopFlag& flag);
    StopOnSignals(const StopOnSignals&) = delete;
    StopOnSignals& operator=(const StopOnSignals&) = delete;
    StopOnSignals(StopOnSignals&&) = delete;
    StopOnSignals& operator=(StopOnSignals&&) = delete;
    ~StopOnSignals();

private:
    struct Saved;
    std::unique_ptr<Saved> saved_;
};

}  // namespace theriac::net
