#include "theriac/net/filter.hpp"

#include <gtest/gtest.h>

namespace theriac::net {
namespace {

using std::chrono::milliseconds;

Errc code_of(const FilterOptions& options) {
    const auto answer = run_filter(options, as_bytes("question"));
    return answer ? Errc::internal : answer.error().code;
}

TEST(filter, command_gets_the_input_and_gives_its_output) {
    EXPECT_EQ(
        run_filter({.command = "tr a-z A-Z"}, as_bytes("question")).value(),
        to_bytes(as_bytes("QUESTION")));
    EXPECT_EQ(run_filter({.command = "true"}, as_bytes("unread")).value(), Bytes{});
}

TEST(filter, command_that_fails_or_is_missing_is_told_with_its_exit_code) {
    EXPECT_EQ(
        run_filter({.command = "echo half; exit 3"}, {}).error(),
        (Error{Errc::unavailable, "command: ended with exit code 3: echo half; exit 3"}));
    EXPECT_EQ(code_of({.command = "/nowhere/signer 2> /dev/null"}), Errc::unavailable);
}

TEST(filter, command_that_does_not_end_is_killed) {
    EXPECT_EQ(code_of({.command = "sleep 600", .timeout = milliseconds(50)}), Errc::timeout);
    EXPECT_EQ(
        code_of({.command = "exec >&-; sleep 600", .timeout = milliseconds(50)}), Errc::timeout);
}

TEST(filter, endless_output_is_refused) {
    EXPECT_EQ(code_of({.command = "yes"}), Errc::too_large);
}

}  // namespace
}  // namespace theriac::net
