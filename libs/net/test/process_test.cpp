#include "theriac/net/process.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <array>

#include <sys/wait.h>

namespace theriac::net {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr auto kLong = seconds(30);

/// A pipe whose ends close with it.
struct Pipe {
    Pipe() { EXPECT_EQ(::pipe2(ends.data(), O_CLOEXEC), 0); }

    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    ~Pipe() {
        (void)::close(ends[0]);
        close_write();
    }

    void close_write() {
        if (ends[1] >= 0) (void)::close(ends[1]);
        ends[1] = -1;
    }

    std::string read_all() {
        close_write();
        std::string out;
        char buffer[4096];
        ssize_t got = 0;
        while ((got = ::read(ends[0], buffer, sizeof buffer)) > 0)
            out.append(buffer, static_cast<std::size_t>(got));
        return out;
    }

    std::array<int, 2> ends{-1, -1};
};

ProcessOptions shell(const std::string& script) {
    return {.argv = {"/bin/sh", "-c", script}};
}

std::string output_of(ProcessOptions options) {
    Pipe pipe;
    options.fds.push_back({.ours = pipe.ends[1], .theirs = 1});
    auto child = ChildProcess::spawn(options).value();
    std::string out = pipe.read_all();
    (void)child.wait(kLong);
    return out;
}

TEST(process, exit_code_is_reported) {
    auto child = ChildProcess::spawn(shell("exit 7")).value();
    EXPECT_EQ(child.wait(kLong), (ExitStatus{.signalled = false, .value = 7}));
}

TEST(process, signal_is_reported) {
    auto child = ChildProcess::spawn(shell("kill -9 $$")).value();
    EXPECT_EQ(child.wait(kLong), (ExitStatus{.signalled = true, .value = SIGKILL}));
    EXPECT_EQ(child.status()->text(), "signal 9");
}

TEST(process, wait_ends_at_its_timeout) {
    auto child = ChildProcess::spawn(shell("sleep 100")).value();
    EXPECT_EQ(child.wait(milliseconds(1)), std::nullopt);
    EXPECT_EQ(child.stop(kLong), (ExitStatus{.signalled = true, .value = SIGTERM}));
}

TEST(process, stop_kills_what_ignores_the_request) {
    Pipe pipe;
    auto options = shell("trap '' TERM; echo ready; exec 1>&-; while :; do sleep 1; done");
    options.fds = {{.ours = pipe.ends[1], .theirs = 1}};
    auto child = ChildProcess::spawn(options).value();
    EXPECT_EQ(pipe.read_all(), "ready\n");
    EXPECT_EQ(child.stop(milliseconds(50)), (ExitStatus{.signalled = true, .value = SIGKILL}));
}

TEST(process, missing_program_is_not_found) {
    EXPECT_EQ(
        ChildProcess::spawn({.argv = {"/nonexistent/program"}}).error().code, Errc::not_found);
    EXPECT_EQ(spawn_detached({.argv = {"/nonexistent/program"}}).error().code, Errc::not_found);
}

TEST(process, program_that_may_not_run_is_denied) {
    EXPECT_EQ(ChildProcess::spawn({.argv = {"/etc/passwd"}}).error().code, Errc::denied);
}

TEST(process, only_named_descriptors_are_inherited) {
    Pipe other;
    const int leaky = ::dup(other.ends[0]);  // without close-on-exec
    Pipe given;
    auto options = shell("ls /proc/self/fd | tr '\\n' ' '");
    options.fds = {{.ours = given.ends[0], .theirs = 9}};
    // ls itself opens one more, the directory it reads.
    EXPECT_EQ(output_of(options), "0 1 2 3 9 ");
    (void)::close(leaky);
}

TEST(process, descriptors_may_swap_places) {
    Pipe a;
    Pipe b;
    ASSERT_EQ(::write(a.ends[1], "a", 1), 1);
    ASSERT_EQ(::write(b.ends[1], "b", 1), 1);
    auto options = shell("head -c1 <&8; head -c1 <&9");
    const int eight = ::fcntl(a.ends[0], F_DUPFD_CLOEXEC, 8);
    const int nine = ::fcntl(b.ends[0], F_DUPFD_CLOEXEC, 9);
    options.fds = {{.ours = eight, .theirs = 9}, {.ours = nine, .theirs = 8}};
    EXPECT_EQ(output_of(options), "ba");
    (void)::close(eight);
    (void)::close(nine);
}

TEST(process, environment_and_directory_are_as_given) {
    auto options = shell("echo $THERIAC_X; pwd; env | wc -l");
    options.environment = {"THERIAC_X=1"};
    options.directory = "/usr";
    // The shell itself sets PWD, and some shells _ and SHLVL.
    EXPECT_TRUE(output_of(options).starts_with("1\n/usr\n"));
}

TEST(process, ignored_signals_are_default_in_the_child) {
    auto* before = ::signal(SIGPIPE, SIG_IGN);
    auto child = ChildProcess::spawn(shell("kill -PIPE $$")).value();
    EXPECT_EQ(child.wait(kLong), (ExitStatus{.signalled = true, .value = SIGPIPE}));
    (void)::signal(SIGPIPE, before);
}

TEST(process, child_dies_with_its_parent) {
    Pipe pipe;
    const pid_t parent = ::fork();
    if (parent == 0) {
        auto options = shell("echo $$; exec sleep 100");
        options.fds = {{.ours = pipe.ends[1], .theirs = 1}};
        auto child = ChildProcess::spawn(options);
        (void)::usleep(300'000);
        ::_exit(child ? 0 : 1);  // as a crash does: no destructor runs
    }
    const std::string pid = pipe.read_all();  // ends when the grandchild's end of the pipe closes
    int status = 0;
    ASSERT_EQ(::waitpid(parent, &status, 0), parent);
    EXPECT_FALSE(pid.empty());
}

TEST(process, destroying_the_handle_ends_the_group) {
    Pipe pipe;
    {
        auto options = shell("sleep 100 & echo started; wait");
        options.fds = {{.ours = pipe.ends[1], .theirs = 1}};
        const auto child = ChildProcess::spawn(options).value();
        pipe.close_write();
        char buffer[8];
        ASSERT_EQ(::read(pipe.ends[0], buffer, sizeof buffer), 8);
    }
    EXPECT_EQ(pipe.read_all(), "");  // returns: nobody holds the other end any more
}

TEST(spawn_detached, program_runs_only_after_it_was_recorded) {
    pid_t told = 0;
    const auto refuse = [&](pid_t pid) -> Result<void> {
        told = pid;
        EXPECT_TRUE(identify(pid));
        return fail(Errc::disk_full, "no room");
    };
    EXPECT_EQ(spawn_detached(shell("exec sleep 100"), refuse).error().code, Errc::disk_full);
    for (int i = 0; i < 500 && identify(told); ++i)
        ::usleep(10'000);
    EXPECT_FALSE(identify(told));
}

TEST(process, detached_process_is_found_again_and_stopped) {
    const pid_t pid = spawn_detached(shell("exec sleep 100")).value();
    const ProcessIdentity process = identify(pid).value();
    EXPECT_TRUE(is_running(process));
    EXPECT_FALSE(is_running({.pid = pid, .start_ticks = process.start_ticks + 1}));
    EXPECT_TRUE(stop_process(process, kLong));
    EXPECT_FALSE(is_running(process));
    EXPECT_EQ(stop_process(process, kLong).error().code, Errc::not_found);
}

TEST(process, handler_of_a_signal_is_seen) {
    Pipe pipe;
    auto options = shell("trap 'exit 0' TERM; echo ready; while :; do sleep 1; done");
    options.fds = {{.ours = pipe.ends[1], .theirs = 1}};
    auto child = ChildProcess::spawn(options).value();
    pipe.close_write();
    char buffer[6];
    ASSERT_EQ(::read(pipe.ends[0], buffer, sizeof buffer), 6);
    EXPECT_TRUE(catches_signal(child.pid(), SIGTERM));
    EXPECT_FALSE(catches_signal(child.pid(), SIGUSR1));
    EXPECT_FALSE(catches_signal(0x3fffffff, SIGTERM));
}

TEST(process, unknown_process_is_not_found) {
    EXPECT_EQ(identify(0x3fffffff).error().code, Errc::not_found);
}

}  // namespace
}  // namespace theriac::net
