// Simulated time: whole microseconds since the start of a run.
#pragma once

#include <chrono>
#include <cstdint>

namespace theriac::consensus {

/// A span of simulated time. Whole, so that the order of events never depends on rounding.
using Duration = std::chrono::duration<std::int64_t, std::micro>;

/// A moment of simulated time, since the start of the run.
using Time = Duration;

constexpr double to_seconds(Duration d) {
    return static_cast<double>(d.count()) / 1e6;
}

constexpr double to_milliseconds(Duration d) {
    return static_cast<double>(d.count()) / 1e3;
}

}  // namespace theriac::consensus
