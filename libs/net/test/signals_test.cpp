#include "theriac/net/signals.hpp"

#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>

namespace theriac::net {
namespace {

TEST(signals, interrupt_sets_the_flag_and_wakes_sleepers) {
    StopFlag flag;
    const StopOnSignals on_signals(flag);
    EXPECT_TRUE(flag.check());
    ASSERT_EQ(::raise(SIGINT), 0);
    EXPECT_TRUE(flag.stop_requested());
    EXPECT_TRUE(flag.sleep_for(std::chrono::hours(1)));
    EXPECT_EQ(flag.check().error().code, Errc::interrupted);
    pollfd wait{.fd = flag.fd(), .events = POLLIN, .revents = 0};
    EXPECT_EQ(::poll(&wait, 1, 0), 1);
}

TEST(signals, terminate_sets_the_flag) {
    StopFlag flag;
    const StopOnSignals on_signals(flag);
    ASSERT_EQ(::raise(SIGTERM), 0);
    EXPECT_TRUE(flag.stop_requested());
}

TEST(signals, second_interrupt_ends_the_program) {
    EXPECT_EXIT(
        {
            StopFlag flag;
            const StopOnSignals on_signals(flag);
            (void)::raise(SIGINT);
            (void)::raise(SIGINT);
        },
        testing::KilledBySignal(SIGINT),
        "");
}

TEST(signals, previous_handlers_return) {
    {
        StopFlag flag;
        const StopOnSignals on_signals(flag);
    }
    EXPECT_EXIT((void)::raise(SIGTERM), testing::KilledBySignal(SIGTERM), "");
}

TEST(signals, without_a_stop_the_sleep_runs_out) {
    const StopFlag flag;
    EXPECT_FALSE(flag.sleep_for(std::chrono::milliseconds(1)));
}

}  // namespace
}  // namespace theriac::net
