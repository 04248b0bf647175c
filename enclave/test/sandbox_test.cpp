// The process shell against a service that was taken over, as root and as an ordinary user.
#include "theriac/host/enclave_process.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>

// The programs under test, from CMake.
#ifndef THERIAC_ENCLAVE_PROBE
#error "THERIAC_ENCLAVE_PROBE and THERIAC_AS_NOBODY name the programs"
#endif

namespace theriac::enclave {
namespace {

using namespace std::chrono_literals;
using host::EnclaveOptions;
using host::EnclaveProcess;

constexpr auto kPatience = 60s;
constexpr rlim_t kEnoughLockable = rlim_t{1} << 30U;

enum class User { ours, nobody };

struct Probe {
    User user = User::ours;
    std::vector<std::string> arguments = {"--allow-unlocked-memory"};
    rlim_t lockable = kEnoughLockable;  ///< for nobody

    [[nodiscard]] EnclaveProcess start(std::vector<std::string>* lines = nullptr) const {
        EnclaveOptions options{.arguments = arguments, .on_diagnostic = {}};
        if (lines != nullptr)
            options.on_diagnostic = [lines](auto line) { lines->emplace_back(line); };
        std::string program = THERIAC_ENCLAVE_PROBE;
        if (user == User::nobody) {
            options.arguments.insert(
                options.arguments.begin(), {std::to_string(lockable), program});
            program = THERIAC_AS_NOBODY;
        }
        return EnclaveProcess::start(program, {}, std::move(options)).value();
    }
};

Result<Bytes> ask(EnclaveProcess& enclave, std::string_view command) {
    return enclave.call(as_bytes(command), kPatience);
}

std::string answer(EnclaveProcess& enclave, std::string_view command) {
    const auto said = ask(enclave, command);
    return said ? std::string(as_text(*said)) : said.error().message;
}

std::string read_text(const std::string& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// The value after "`field`:" in /proc/PID/status.
std::string status_field(pid_t pid, const std::string& field) {
    std::smatch match;
    const std::string status = read_text("/proc/" + std::to_string(pid) + "/status");
    const std::regex line(field + ":[ \\t]*(.*)");
    return std::regex_search(status, match, line) ? match[1].str() : "(absent)";
}

bool has_more_users() {
    return ::geteuid() == 0;
}

constexpr std::string_view kNoCapability = "0000000000000000";
constexpr std::string_view kLockMemory = "0000000000004000";  // bit 14, CAP_IPC_LOCK

/// Whether root may give a process the limit that locking needs.
bool may_raise_lock_limit() {
    rlimit old{};
    EXPECT_EQ(::getrlimit(RLIMIT_MEMLOCK, &old), 0);
    if (old.rlim_max >= kEnoughLockable) return true;
    const rlimit raised{.rlim_cur = old.rlim_cur, .rlim_max = kEnoughLockable};
    if (::setrlimit(RLIMIT_MEMLOCK, &raised) != 0) return false;
    EXPECT_EQ(::setrlimit(RLIMIT_MEMLOCK, &old), 0);
    return true;
}

/// Root locks memory by privilege where it may not raise the limit, and keeps just that one.
std::string_view expected_capabilities(User user) {
    const bool may_lock =
        (std::stoull(status_field(::getpid(), "CapEff"), nullptr, 16) & 0x4000U) != 0;
    const bool by_privilege = user == User::ours && may_lock && !may_raise_lock_limit();
    return by_privilege ? kLockMemory : kNoCapability;
}

/// As the user who runs the tests and, where that is root, as an ordinary user too.
class Sandbox : public testing::TestWithParam<User> {
protected:
    void SetUp() override {
        if (GetParam() == User::nobody && !has_more_users())
            GTEST_SKIP() << "not run: only root can become another user";
    }

    [[nodiscard]] static Probe probe() { return {.user = GetParam()}; }
};

INSTANTIATE_TEST_SUITE_P(
    users, Sandbox, testing::Values(User::ours, User::nobody), [](const auto& user) {
        return user.param == User::ours ? "ours" : "nobody";
    });

/// An attempt, and the signal that answers it.
struct Attempt {
    std::string_view command;
    std::string_view signal = "SIGSYS";
};

class SandboxForbids : public testing::TestWithParam<std::tuple<User, Attempt>> {};

// clang-format off
constexpr Attempt kAttempts[] = {
    {"open_file"}, {"open_file_legacy"}, {"create_file"}, {"read_environ"}, {"readlink"},
    {"socket_inet"}, {"socket_unix"}, {"socketpair"}, {"pipe"}, {"connect_loopback"},
    {"connect_abstract"}, {"receive_descriptor"},
    {"fork"}, {"clone"}, {"clone3"}, {"execve"},
    {"ptrace_parent"}, {"ptrace_traceme"}, {"read_process_memory"},
    {"memfd_create"}, {"io_uring_setup"}, {"userfaultfd"}, {"bpf"}, {"keyctl"}, {"perf_event_open"},
    {"kill_parent"}, {"kill_self_other_signal"}, {"tgkill_other"},
    {"map_executable"}, {"make_executable"}, {"map_shared"}, {"map_file"},
    {"become_dumpable"}, {"allow_cycle_counter"}, {"raise_limit"}, {"unlock_memory"},
    {"read_stdin"}, {"read_stderr"}, {"read_state_again"}, {"write_stdout"}, {"ioctl_stderr"},
    {"dup_channel"}, {"unshare_user"}, {"setuid_root"}, {"add_filter"}, {"install_handler"},
    {"read_clock_by_system_call"}, {"sleep"},
    {"read_clock_by_vdso", "SIGSEGV"}, {"read_cycle_counter", "SIGSEGV"},
#if defined(__x86_64__)
    {"call_by_i386_table"}, {"call_by_x32_table"},
#endif
};
// clang-format on

INSTANTIATE_TEST_SUITE_P(
    attempts,
    SandboxForbids,
    testing::Combine(testing::Values(User::ours, User::nobody), testing::ValuesIn(kAttempts)),
    [](const auto& pair) {
        return std::string(std::get<1>(pair.param).command)
               + (std::get<0>(pair.param) == User::ours ? "_as_us" : "_as_nobody");
    });

TEST_P(SandboxForbids, attempt_ends_the_process_by_signal) {
    const auto& [user, attempt] = GetParam();
    if (user == User::nobody && !has_more_users())
        GTEST_SKIP() << "not run: only root can become another user";
    auto enclave = Probe{.user = user}.start();
    const auto said = ask(enclave, attempt.command);
    ASSERT_FALSE(said) << as_text(*said);
    EXPECT_EQ(said.error().code, Errc::unavailable);
    EXPECT_TRUE(said.error().message.starts_with(
        "the enclave has ended: killed by " + std::string(attempt.signal)))
        << said.error().message;
}

TEST_P(Sandbox, service_answers_and_close_ends_with_code_0) {
    auto enclave = probe().start();
    EXPECT_EQ(answer(enclave, "echo hello"), "hello");
    EXPECT_EQ(answer(enclave, "echo again"), "again");
    EXPECT_EQ(enclave.stop(), "exit code 0");
}

TEST_P(Sandbox, openssl_hashes_draws_and_signs_inside) {
    auto enclave = probe().start();
    for (const auto* command : {"hash", "draw", "sign", "sign"})
        EXPECT_TRUE(ask(enclave, command)) << command << ": " << answer(enclave, command);
    EXPECT_EQ(enclave.stop(), "exit code 0");
}

TEST_P(Sandbox, time_stands_still_inside) {
    auto enclave = probe().start();
    EXPECT_EQ(answer(enclave, "clocks"), "now 0, fine -1");
}

TEST_P(Sandbox, memory_grows_and_shrinks_inside) {
    auto enclave = probe().start();
    EXPECT_EQ(answer(enclave, "use_memory"), "used");
}

TEST_P(Sandbox, largest_frame_is_answered) {
    auto enclave = probe().start();
    Bytes request(host::kMaxFrameSize, 'x');
    std::copy_n("echo ", 5, request.begin());
    const auto said = enclave.call(request, kPatience);
    ASSERT_TRUE(said) << said.error().message;
    EXPECT_EQ(said->size(), request.size() - 5);
}

TEST_P(Sandbox, process_holds_two_descriptors_and_no_privilege) {
    auto enclave = probe().start();
    ASSERT_EQ(answer(enclave, "echo up"), "up");
    EXPECT_EQ(status_field(enclave.pid(), "NoNewPrivs"), "1");
    EXPECT_EQ(status_field(enclave.pid(), "Seccomp"), "2");
    EXPECT_EQ(status_field(enclave.pid(), "Threads"), "1");
    for (const auto* set : {"CapInh", "CapAmb"})
        EXPECT_EQ(status_field(enclave.pid(), set), kNoCapability) << set;
    for (const auto* set : {"CapPrm", "CapEff"})
        EXPECT_EQ(status_field(enclave.pid(), set), expected_capabilities(GetParam())) << set;
    // Without a user namespace an ordinary user may not shrink the bounding set; and the process
    // hides the rest from its own user.
    if (!has_more_users()) return;
    EXPECT_EQ(status_field(enclave.pid(), "CapBnd"), kNoCapability);
    EXPECT_EQ(status_field(enclave.pid(), "Uid"), "65534\t65534\t65534\t65534");
    EXPECT_EQ(status_field(enclave.pid(), "Groups"), "");
    const std::string fds = "/proc/" + std::to_string(enclave.pid()) + "/fd/";
    for (int fd = 0; fd < 64; ++fd) {
        struct stat info{};
        EXPECT_EQ(::lstat((fds + std::to_string(fd)).c_str(), &info) == 0, fd == 2 || fd == 3)
            << fd;
    }
}

TEST_P(Sandbox, limits_are_zero) {
    auto enclave = probe().start();
    ASSERT_EQ(answer(enclave, "echo up"), "up");
    const std::string limits = read_text("/proc/" + std::to_string(enclave.pid()) + "/limits");
    for (const auto* name :
         {"Max core file size", "Max file size", "Max open files", "Max processes"})
        EXPECT_TRUE(std::regex_search(limits, std::regex(std::string(name) + "\\s+0\\s+0\\s")))
            << limits;
}

TEST_P(Sandbox, vdso_is_not_mapped) {
    if (!has_more_users()) GTEST_SKIP() << "not run: only root can read the map of the process";
    auto enclave = probe().start();
    ASSERT_EQ(answer(enclave, "echo up"), "up");
    const std::string maps = read_text("/proc/" + std::to_string(enclave.pid()) + "/maps");
    EXPECT_NE(maps.find("[heap]"), std::string::npos);
    EXPECT_EQ(maps.find("[vdso]"), std::string::npos);
    EXPECT_EQ(maps.find("[vvar"), std::string::npos);
}

TEST_P(Sandbox, memory_is_locked_where_the_limit_allows_it) {
    const bool by_privilege = expected_capabilities(GetParam()) == kLockMemory;
    if (!by_privilege && (!has_more_users() || !may_raise_lock_limit()))
        GTEST_SKIP() << "not run: the limit on locked memory is low here and may not be raised";
    std::vector<std::string> lines;
    auto enclave = probe().start(&lines);
    ASSERT_EQ(answer(enclave, "echo up"), "up");
    EXPECT_NE(status_field(enclave.pid(), "VmLck"), "0 kB");
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_NE(lines[0].find("; memory locked; "), std::string::npos) << lines[0];
}

TEST_P(Sandbox, ordinary_user_cannot_read_the_memory_or_attach) {
    auto enclave = probe().start();
    ASSERT_EQ(answer(enclave, "echo up"), "up");
    const pid_t reader = ::fork();
    if (reader == 0) {
        if (::geteuid() == 0
            && (::setresgid(65534, 65534, 65534) != 0 || ::setresuid(65534, 65534, 65534) != 0))
            ::_exit(9);
        const std::string folder = "/proc/" + std::to_string(enclave.pid());
        const bool reads = ::open((folder + "/mem").c_str(), O_RDONLY) >= 0
                           || ::open((folder + "/environ").c_str(), O_RDONLY) >= 0
                           || ::open((folder + "/maps").c_str(), O_RDONLY) >= 0;
        const bool attaches = ::ptrace(PTRACE_SEIZE, enclave.pid(), nullptr, nullptr) == 0;
        ::_exit((reads ? 1 : 0) + (attaches ? 2 : 0));
    }
    int status = 0;
    ASSERT_EQ(::waitpid(reader, &status, 0), reader);
    EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST_P(Sandbox, abort_ends_by_its_own_signal) {
    auto enclave = probe().start();
    EXPECT_TRUE(answer(enclave, "abort").starts_with("the enclave has ended: killed by SIGABRT"));
}

TEST_P(Sandbox, exception_ends_the_process_without_its_text) {
    std::vector<std::string> lines;
    auto enclave = probe().start(&lines);
    EXPECT_EQ(
        answer(enclave, "throw_record"),
        "the enclave has ended: exit code 19: theriac-enclave: unhandled exception");
    for (const auto& line : lines)
        EXPECT_EQ(line.find("SECRET"), std::string::npos) << line;
}

TEST_P(Sandbox, exhausted_memory_ends_with_its_own_code) {
    auto enclave = probe().start();
    EXPECT_TRUE(
        answer(enclave, "exhaust_memory")
            .starts_with("the enclave has ended: exit code 20: theriac-enclave: out of memory"));
}

TEST_P(Sandbox, late_answer_is_a_timeout_and_ends_the_enclave) {
    auto enclave = probe().start();
    const auto said = enclave.call(as_bytes("draw"), 0ms);
    ASSERT_FALSE(said);
    EXPECT_EQ(said.error().code, Errc::timeout);
    EXPECT_EQ(enclave.stop(), "killed by SIGKILL");
    EXPECT_EQ(ask(enclave, "echo up").error().code, Errc::unavailable);
}

TEST(sandbox_start, unlockable_memory_is_refused_with_the_cure) {
    if (!has_more_users()) GTEST_SKIP() << "not run: the limit is the system's";
    auto enclave = Probe{.user = User::nobody, .arguments = {}, .lockable = 65536}.start();
    EXPECT_EQ(
        answer(enclave, "echo up"),
        "the enclave has ended: exit code 6: theriac-enclave: memory cannot be locked: the limit "
        "is 64 KiB, needed are 262144 KiB; raise it (ulimit -l, LimitMEMLOCK= in a unit) or pass "
        "--allow-unlocked-memory");
}

TEST(sandbox_start, unlockable_memory_goes_on_loudly_when_allowed) {
    if (!has_more_users()) GTEST_SKIP() << "not run: the limit is the system's";
    std::vector<std::string> lines;
    auto enclave = Probe{.user = User::nobody, .lockable = 65536}.start(&lines);
    ASSERT_EQ(answer(enclave, "echo up"), "up");
    EXPECT_EQ(status_field(enclave.pid(), "VmLck"), "0 kB");
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_NE(lines[0].find("memory NOT locked"), std::string::npos) << lines[0];
}

TEST(sandbox_start, unknown_argument_is_refused) {
    auto enclave = Probe{.arguments = {"--debug"}}.start();
    EXPECT_EQ(
        answer(enclave, "echo up"),
        "the enclave has ended: exit code 2: theriac-enclave: unknown argument; the only one is "
        "--allow-unlocked-memory");
}

TEST(sandbox_start, missing_program_is_not_found) {
    EXPECT_EQ(EnclaveProcess::start("/nonexistent", {}).error().code, Errc::not_found);
}

/// Becomes the probe, not by EnclaveProcess.
[[noreturn]] void execute_probe(const std::vector<std::string>& environment, int channel) {
    if (channel >= 0) ::dup2(channel, 3);
    std::string program = THERIAC_ENCLAVE_PROBE;
    std::string flag = "--allow-unlocked-memory";
    char* const arguments[] = {program.data(), flag.data(), nullptr};
    std::vector<char*> variables;
    for (const auto& one : environment)
        variables.push_back(const_cast<char*>(one.c_str()));
    variables.push_back(nullptr);
    ::execve(program.c_str(), arguments, variables.data());
    ::_exit(99);
}

/// @return its exit code, or minus its signal
int run_by_hand(const std::vector<std::string>& environment, int channel) {
    const pid_t child = ::fork();
    if (child == 0) execute_probe(environment, channel);
    int status = 0;
    EXPECT_EQ(::waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

TEST(sandbox_start, environment_is_refused) {
    EXPECT_EQ(
        run_by_hand({"GLIBC_TUNABLES=glibc.malloc.check=3"}, -1),
        exit_code(Errc::invalid_argument));
}

TEST(sandbox_start, channel_that_is_no_local_socket_is_refused) {
    const int null = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    EXPECT_EQ(run_by_hand({}, null), exit_code(Errc::invalid_argument));
    ::close(null);
}

/// Runs `body` in a child that may write a core, and ends it by SIGSEGV. @return whether it did
template <typename Body>
bool leaves_core(Body body) {
    std::string folder = testing::TempDir() + "theriac-core-XXXXXX";
    EXPECT_NE(::mkdtemp(folder.data()), nullptr);
    const pid_t child = ::fork();
    if (child == 0) {
        rlimit limit{};
        ::getrlimit(RLIMIT_CORE, &limit);
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_CORE, &limit);
        if (::chdir(folder.c_str()) != 0) ::_exit(99);
        body();
        ::_exit(98);
    }
    ::usleep(300'000);  // the child waits in read(2) by then, or has ended
    ::kill(child, SIGSEGV);
    int status = 0;
    EXPECT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFSIGNALED(status));
    std::filesystem::remove_all(folder);
    return WCOREDUMP(status);
}

TEST(sandbox_start, death_by_signal_leaves_no_core) {
    if (!leaves_core([] { ::pause(); })) GTEST_SKIP() << "not run: this system writes no cores";
    std::array<int, 2> ends{};
    ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), 0);
    EXPECT_FALSE(leaves_core([&] { execute_probe({}, ends[1]); }));
    ::close(ends[0]);
    ::close(ends[1]);
}

/// Sends `bytes` as the host would and closes. @return as run_by_hand
int exit_after(ByteView bytes) {
    std::array<int, 2> ends{};
    EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), 0);
    EXPECT_EQ(::write(ends[0], bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
    ::close(ends[0]);
    const int code = run_by_hand({}, ends[1]);
    ::close(ends[1]);
    return code;
}

TEST(sandbox_channel, frame_above_the_limit_ends_with_code_4) {
    EXPECT_EQ(exit_after(from_hex("04000001").value()), 4);
}

TEST(sandbox_channel, empty_frame_ends_with_code_3) {
    EXPECT_EQ(exit_after(from_hex("00000000").value()), 3);
}

TEST(sandbox_channel, end_of_stream_ends_with_code_0) {
    EXPECT_EQ(exit_after({}), 0);
}

TEST(sandbox_start, traced_program_is_refused) {
    const pid_t child = ::fork();
    if (child == 0) {
        std::string program = THERIAC_ENCLAVE_PROBE;
        char* const arguments[] = {program.data(), nullptr};
        char* const none[] = {nullptr};
        ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
        ::execve(program.c_str(), arguments, none);
        ::_exit(99);
    }
    int status = 0;
    while (::waitpid(child, &status, 0) == child && WIFSTOPPED(status))
        ::ptrace(PTRACE_CONT, child, nullptr, nullptr);
    EXPECT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), exit_code(Errc::denied));
}

bool ends_soon(pid_t pid) {
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (std::chrono::steady_clock::now() < deadline) {
        const std::string state = status_field(pid, "State");
        if (state == "(absent)" || state.starts_with("Z")) return true;
        ::usleep(1000);
    }
    return false;
}

/// Starts an enclave from a process of its own, which then waits to be killed.
/// @return the host's and the enclave's process ids; the latter -1 when it did not start
std::pair<pid_t, pid_t> start_under_host(const Probe& probe) {
    std::array<int, 2> pipe{};
    EXPECT_EQ(::pipe2(pipe.data(), O_CLOEXEC), 0);
    const pid_t host = ::fork();
    if (host == 0) {
        auto enclave = probe.start();
        const pid_t pid = ask(enclave, "echo up") ? enclave.pid() : -1;
        if (::write(pipe[1], &pid, sizeof pid) == sizeof pid) ::pause();
        ::_exit(0);
    }
    ::close(pipe[1]);
    pid_t enclave = -1;
    EXPECT_EQ(::read(pipe[0], &enclave, sizeof enclave), static_cast<ssize_t>(sizeof enclave));
    ::close(pipe[0]);
    return {host, enclave};
}

TEST_P(Sandbox, killed_host_takes_the_enclave_with_it) {
    const auto [host, enclave] = start_under_host(probe());
    EXPECT_EQ(::kill(host, SIGKILL), 0);
    EXPECT_EQ(::waitpid(host, nullptr, 0), host);
    ASSERT_GT(enclave, 0);
    EXPECT_TRUE(ends_soon(enclave));
}

}  // namespace
}  // namespace theriac::enclave
