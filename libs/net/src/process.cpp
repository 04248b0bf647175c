#include "theriac/net/process.hpp"

#include "launch.hpp"

#include <cerrno>
#include <charconv>
#include <csignal>
#include <fstream>
#include <iterator>
#include <sstream>
#include <thread>

namespace theriac::net {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

Error not_running(pid_t pid) {
    return {Errc::not_found, "process " + std::to_string(pid) + ": does not run"};
}

/// The fields of /proc/PID/stat after the program's name, which may itself contain spaces and
/// brackets (proc(5)): the first is field 3.
std::vector<std::string> stat_fields(pid_t pid) {
    std::ifstream in("/proc/" + std::to_string(pid) + "/stat");
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    const std::size_t name_end = text.rfind(')');
    if (name_end == std::string::npos) return {};
    std::istringstream rest(text.substr(name_end + 1));
    return {std::istream_iterator<std::string>(rest), std::istream_iterator<std::string>()};
}

bool gone_within(const ProcessIdentity& process, milliseconds time) {
    const auto end = steady_clock::now() + time;
    while (is_running(process)) {
        if (steady_clock::now() >= end) return false;
        std::this_thread::sleep_for(milliseconds(10));
    }
    return true;
}

}  // namespace

Result<pid_t> spawn_detached(const ProcessOptions& options, const Recorder& record) {
    return Launch(options).run(Bond::detached, record);
}

Result<ProcessIdentity> identify(pid_t pid) {
    constexpr std::size_t kState = 0;
    constexpr std::size_t kStartTime = 22 - 3;
    const auto fields = stat_fields(pid);
    if (fields.size() <= kStartTime || fields[kState] == "Z" || fields[kState] == "X")
        return fail(not_running(pid));
    ProcessIdentity out{.pid = pid};
    const std::string& start = fields[kStartTime];
    if (std::from_chars(start.data(), start.data() + start.size(), out.start_ticks).ec
        != std::errc{})
        return fail(Errc::internal, "/proc/PID/stat: unexpected start time");
    return out;
}

bool is_running(const ProcessIdentity& process) {
    const auto now = identify(process.pid);
    return now && *now == process;
}

bool catches_signal(pid_t pid, int signal) {
    THERIAC_EXPECTS(signal > 0 && signal <= 64);
    std::ifstream in("/proc/" + std::to_string(pid) + "/status");
    constexpr std::string_view kCaught = "SigCgt:\t";
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with(kCaught)) continue;
        std::uint64_t mask = 0;
        const char* end = line.data() + line.size();
        (void)std::from_chars(line.data() + kCaught.size(), end, mask, 16);
        return ((mask >> static_cast<unsigned>(signal - 1)) & 1U) != 0;
    }
    return false;
}

Result<void> stop_process(const ProcessIdentity& process, milliseconds grace) {
    if (!is_running(process)) return fail(not_running(process.pid));
    if (::kill(process.pid, SIGTERM) != 0 && errno == EPERM)
        return fail(
            Errc::denied, "process " + std::to_string(process.pid) + ": belongs to another user");
    if (gone_within(process, grace)) return {};
    (void)::kill(process.pid, SIGKILL);
    if (gone_within(process, milliseconds(10'000))) return {};
    return fail(Errc::timeout, "process " + std::to_string(process.pid) + ": does not end");
}

}  // namespace theriac::net
