#include "doctor_checks.hpp"

#include "theriac/storage/atomic_file.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include <sys/resource.h>
#include <sys/timex.h>
#include <sys/utsname.h>

namespace theriac::cli {

namespace {

namespace fs = std::filesystem;
using State = Finding::State;

constexpr std::size_t kMaxFile = 1'048'576;

// Files of /proc have no size to ask for; what cannot be read is empty.
std::string read_text(const fs::path& path) {
    std::string out;
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(
        std::fopen(path.c_str(), "re"), &std::fclose);
    if (!file) return out;
    std::array<char, 4096> part{};
    std::size_t got = part.size();
    while (got == part.size() && out.size() < kMaxFile) {
        got = std::fread(part.data(), 1, part.size(), file.get());
        out.append(part.data(), got);
    }
    return out;
}

bool has_word(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos;
         at = text.find(word, at + 1)) {
        const bool starts = at == 0 || text[at - 1] == ' ' || text[at - 1] == '\t';
        const std::size_t end = at + word.size();
        if (starts && (end == text.size() || text[end] == ' ' || text[end] == '\n')) return true;
    }
    return false;
}

Finding check_cpu(const fs::path& root) {
    const std::string info = read_text(root / "proc/cpuinfo");
    if (has_word(info, "aes") && has_word(info, "pclmulqdq"))
        return {.what = "processor", .found = "AES and carry-less multiplication in hardware"};
    return {
        .what = "processor",
        .state = State::fault,
        .found = "no AES instructions",
        .cause = "encryption would be slow and open to timing attacks",
        .cure =
            "use a processor from the last ten years; in a virtual machine, pass its features "
            "through"};
}

Finding check_kernel(const fs::path& root) {
    utsname names{};
    if (::uname(&names) != 0) return {.what = "kernel", .state = State::fault, .found = "unknown"};
    const std::string actions = read_text(root / "proc/sys/kernel/seccomp/actions_avail");
    if (has_word(actions, "kill_process"))
        return {
            .what = "kernel", .found = fmt::format("{} with seccomp filters", &names.release[0])};
    return {
        .what = "kernel",
        .state = State::fault,
        .found = fmt::format("{} without seccomp's kill_process", &names.release[0]),
        .cause = "the enclave's sandbox cannot be closed",
        .cure =
            "run Linux 4.14 or later with CONFIG_SECCOMP_FILTER; in a container, allow seccomp"};
}

struct Device {
    std::string_view path;
    std::string_view what;
    std::string_view cure;
};

constexpr std::array kDevices{
    Device{
        "dev/sgx_enclave", "SGX device", "enable SGX in the firmware and run Linux 5.11 or later"},
    Device{
        "dev/attestation",
        "Gramine attestation",
        "only inside a program that Gramine runs with sgx.remote_attestation = \"dcap\""},
    Device{
        "dev/tdx_guest", "TDX guest device", "only inside a TDX guest with the tdx_guest driver"},
    Device{
        "dev/sev-guest",
        "SEV-SNP guest device",
        "only inside an SEV-SNP guest with the sev_guest driver"},
    Device{
        "sys/kernel/config/tsm/report",
        "configfs-tsm",
        "in a confidential guest: Linux 6.7 or later, mount configfs, load tsm"},
};

Finding check_device(const fs::path& root, const Device& device) {
    const fs::path path = root / device.path;
    std::error_code ignored;
    if (!fs::exists(path, ignored))
        return {
            .what = std::string(device.what),
            .state = State::absent,
            .found = "not there",
            .cause = "this machine is no such platform, or it is not enabled",
            .cure = std::string(device.cure)};
    if (::access(path.c_str(), R_OK | W_OK) == 0)
        return {.what = std::string(device.what), .found = path.string()};
    return {
        .what = std::string(device.what),
        .state = State::fault,
        .found = path.string() + " may not be read and written by this user",
        .cause = "quotes cannot be asked for",
        .cure = "add the user to the group that owns it (ls -l), or run the service as that group"};
}

Finding check_memory_lock() {
    rlimit limit{};
    static constexpr rlim_t kNeeded = std::uint64_t{512} << 20U;
    if (::getrlimit(RLIMIT_MEMLOCK, &limit) != 0)
        return {.what = "locked memory", .state = State::fault, .found = "limit unknown"};
    if (limit.rlim_cur == RLIM_INFINITY || limit.rlim_cur >= kNeeded || ::geteuid() == 0)
        return {.what = "locked memory", .found = "the enclave's memory can be kept from swap"};
    return {
        .what = "locked memory",
        .state = State::fault,
        .found = fmt::format("at most {} KiB", limit.rlim_cur / 1024),
        .cause = "secrets could reach the swap device, and the enclave refuses to start",
        .cure =
            "raise memlock (ulimit -l, LimitMEMLOCK=infinity), or pass --allow-unlocked-memory in "
            "development"};
}

Finding check_namespaces(const fs::path& root) {
    const std::string most = read_text(root / "proc/sys/user/max_user_namespaces");
    const std::string clone = read_text(root / "proc/sys/kernel/unprivileged_userns_clone");
    const bool off = most.starts_with("0\n") || clone.starts_with("0\n");
    if (!off || ::geteuid() == 0)
        return {.what = "sandbox", .found = "user namespaces can be made"};
    return {
        .what = "sandbox",
        .state = State::fault,
        .found = "user namespaces are turned off",
        .cause =
            "the enclave keeps its system call filter, but not its own empty network and file "
            "system",
        .cure = "sysctl user.max_user_namespaces=1024 kernel.unprivileged_userns_clone=1"};
}

}  // namespace

std::string_view name(Finding::State state) {
    switch (state) {
        case State::good:
            return "ok";
        case State::absent:
            return "absent";
        case State::fault:
            break;
    }
    return "FAULT";
}

std::vector<Finding> check_machine(const fs::path& root) {
    std::vector<Finding> out{
        check_cpu(root), check_kernel(root), check_memory_lock(), check_namespaces(root)};
    for (const Device& device : kDevices)
        out.push_back(check_device(root, device));
    return out;
}

Finding check_clock(UnixTime now) {
    static constexpr UnixTime kEarliest{1'767'225'600};  // 2026, when this was written
    if (now < kEarliest)
        return {
            .what = "clock",
            .state = State::fault,
            .found = "a time before 2026",
            .cause = "every certificate would look not yet valid",
            .cure = "set the clock, then keep it by a time server (timedatectl set-ntp true)"};
    timex state{};
    if (::adjtimex(&state) == TIME_ERROR)
        return {
            .what = "clock",
            .state = State::absent,
            .found = "runs without a time server",
            .cause = "it may drift until certificates and collateral are judged wrongly",
            .cure = "timedatectl set-ntp true, or chrony"};
    return {.what = "clock", .found = "follows a time server"};
}

Finding check_clock_against(UnixTime now, UnixTime block) {
    static constexpr std::uint64_t kFiveMinutes = 300;
    if (block.seconds <= now.seconds + kFiveMinutes)
        return {
            .what = "clock and chain",
            .found = fmt::format(
                "newest block is {} seconds old",
                now.seconds > block.seconds ? now.seconds - block.seconds : 0)};
    return {
        .what = "clock and chain",
        .state = State::fault,
        .found = fmt::format("newest block is {} seconds ahead", block.seconds - now.seconds),
        .cause = "this machine's clock is behind, or the chain's validators' is ahead",
        .cure = "compare with a time server; a chain that is ahead expires grants too early"};
}

}  // namespace theriac::cli
