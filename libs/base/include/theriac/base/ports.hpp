// What pure code asks of its surroundings. Each comes in as a parameter; a test passes its own.
#pragma once

#include "theriac/base/bytes.hpp"

#include <chrono>
#include <compare>
#include <cstdint>

namespace theriac {

/// Seconds since 1970-01-01 00:00:00 UTC, as in a block's timestamp.
struct UnixTime {
    std::uint64_t seconds = 0;

    constexpr auto operator<=>(const UnixTime&) const = default;

    friend constexpr UnixTime operator+(UnixTime t, std::chrono::seconds d) {
        return {t.seconds + static_cast<std::uint64_t>(d.count())};
    }
};

/// The time as the caller is ready to believe it. Inside the enclave there is none: time is a
/// proven block's.
class Clock {
public:
    virtual ~Clock() = default;
    virtual UnixTime now() = 0;
};

/// Unpredictable bytes. A failure stops the program: there is no safe way on without randomness.
class Entropy {
public:
    virtual ~Entropy() = default;
    virtual void fill(MutableByteView bytes) = 0;
};

/// The kernel's generator, getrandom(2).
class SystemEntropy final : public Entropy {
public:
    void fill(MutableByteView bytes) override;
};

}  // namespace theriac
