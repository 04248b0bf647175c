#include "period.hpp"

#include <fmt/format.h>

#include <chrono>

namespace theriac::attestation {

Result<void> expect_within(const Period& period, UnixTime now) {
    if (period.from <= now && now <= period.until) return {};
    return fail(
        Errc::expired,
        fmt::format(
            "valid from {} to {}, got time {}",
            period.from.seconds,
            period.until.seconds,
            now.seconds));
}

Result<UnixTime> from_civil(int year, int month, int day, int hour, int minute, int second) {
    namespace chr = std::chrono;
    static constexpr int kEpochYear = 1970;
    const auto within = [](int value, int last) { return value >= 0 && value <= last; };
    const bool numbers = year >= kEpochYear && month > 0 && day > 0 && within(hour, 23)
                         && within(minute, 59) && within(second, 59);
    if (!numbers) return fail(Errc::malformed, "expected a time of day and a date from 1970 on");
    const chr::year_month_day date{
        chr::year(year),
        chr::month(static_cast<unsigned>(month)),
        chr::day(static_cast<unsigned>(day))};
    if (!date.ok()) return fail(Errc::malformed, "expected a date of the calendar");
    const auto since_epoch = chr::sys_days(date).time_since_epoch() + chr::hours(hour)
                             + chr::minutes(minute) + chr::seconds(second);
    return UnixTime{static_cast<std::uint64_t>(chr::seconds(since_epoch).count())};
}

}  // namespace theriac::attestation
