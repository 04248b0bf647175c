// The time during which a certificate, a revocation list or a document may be used.
#pragma once

#include "theriac/base/ports.hpp"
#include "theriac/base/result.hpp"

namespace theriac::attestation {

/// Both ends included.
struct Period {
    UnixTime from;
    UnixTime until;
};

/// @return Errc::expired before or after the period
Result<void> expect_within(const Period& period, UnixTime now);

/// Seconds since 1970 of a moment in UTC. Done here because the C library's functions may open
/// /etc/localtime even for UTC.
///
/// @return Errc::malformed for a date or time of day that does not exist, or one before 1970
Result<UnixTime> from_civil(int year, int month, int day, int hour, int minute, int second);

}  // namespace theriac::attestation
