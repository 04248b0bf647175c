#include "sandbox/syscall_filter.hpp"

#include "sandbox/diagnostics.hpp"
#include <seccomp.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <memory>
#include <span>

#include <linux/futex.h>
#include <sys/mman.h>

namespace theriac::enclave {
namespace {

constexpr int kStderr = 2;
constexpr std::uint64_t kData = PROT_READ | PROT_WRITE;

using Filter = std::unique_ptr<void, decltype(&::seccomp_release)>;

struct Condition {
    unsigned argument = 0;  ///< counted from 0
    scmp_compare how = SCMP_CMP_EQ;
    std::uint64_t a = 0;
    std::uint64_t b = 0;
};

constexpr Condition equals(unsigned argument, std::uint64_t value) {
    return {argument, SCMP_CMP_EQ, value};
}

/// No bit but those of `allowed` is set.
constexpr Condition within(unsigned argument, std::uint64_t allowed) {
    return {argument, SCMP_CMP_MASKED_EQ, ~allowed, 0};
}

/// All bits of `required` are set, and no others but those of `optional`.
constexpr Condition flags(unsigned argument, std::uint64_t required, std::uint64_t optional) {
    return {argument, SCMP_CMP_MASKED_EQ, ~optional, required};
}

/// Adds rules to one filter, and remembers the first that it did not take.
class Rules {
public:
    explicit Rules(scmp_filter_ctx filter) : filter_(filter) {}

    void allow(int call, std::initializer_list<Condition> conditions = {}) {
        std::array<scmp_arg_cmp, 6> all{};
        unsigned count = 0;
        for (const auto& c : conditions)
            all.at(count++) = {.arg = c.argument, .op = c.how, .datum_a = c.a, .datum_b = c.b};
        const int code =
            ::seccomp_rule_add_exact_array(filter_, SCMP_ACT_ALLOW, call, count, all.data());
        if (code != 0 && first_error_ == 0) first_error_ = code;
    }

    [[nodiscard]] int first_error() const { return first_error_; }

private:
    scmp_filter_ctx filter_;
    int first_error_ = 0;
};

/// A descriptor is an int: the kernel ignores the upper half of the argument's register, and so
/// must the comparison.
constexpr Condition descriptor(int fd) {
    return {0, SCMP_CMP_MASKED_EQ, 0xffff'ffff, static_cast<std::uint64_t>(fd)};
}

void allow_channel(Rules& rules, int channel) {
    rules.allow(SCMP_SYS(read), {descriptor(channel)});
    rules.allow(SCMP_SYS(write), {descriptor(channel)});
    rules.allow(SCMP_SYS(write), {descriptor(kStderr)});
}

/// Private anonymous memory, never executable: what malloc asks for.
void allow_memory(Rules& rules) {
    rules.allow(SCMP_SYS(brk));
    rules.allow(
        SCMP_SYS(mmap), {within(2, kData), flags(3, MAP_PRIVATE | MAP_ANONYMOUS, MAP_NORESERVE)});
    rules.allow(SCMP_SYS(mprotect), {within(2, kData)});
    rules.allow(SCMP_SYS(mremap), {equals(3, MREMAP_MAYMOVE)});
    rules.allow(SCMP_SYS(munmap));
}

/// getpid is OpenSSL's look for a fork; futex is its one-time initialisation, which never waits on
/// another process.
void allow_libraries(Rules& rules) {
    rules.allow(SCMP_SYS(getrandom));
    rules.allow(SCMP_SYS(getpid));
    rules.allow(SCMP_SYS(futex), {equals(1, FUTEX_WAIT_PRIVATE)});
    rules.allow(SCMP_SYS(futex), {equals(1, FUTEX_WAKE_PRIVATE)});
}

/// The end, and abort(3): a signal to ourselves and no other.
void allow_ending(Rules& rules) {
    rules.allow(SCMP_SYS(exit));
    rules.allow(SCMP_SYS(exit_group));
    rules.allow(SCMP_SYS(gettid));
    rules.allow(SCMP_SYS(rt_sigprocmask));
    rules.allow(
        SCMP_SYS(tgkill), {equals(0, static_cast<std::uint64_t>(::getpid())), equals(2, SIGABRT)});
}

std::unexpected<Error> refused(std::string_view step, int negative_errno) {
    errno = -negative_errno;
    return system_failure(step);
}

}  // namespace

Result<void> install_syscall_filter(int channel) {
    const Filter filter(::seccomp_init(SCMP_ACT_KILL_PROCESS), &::seccomp_release);
    if (filter == nullptr) return fail(Errc::io, "seccomp_init");
    // A call by another ABI's numbers (i386, x32) would dodge the rules above.
    const int code =
        ::seccomp_attr_set(filter.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
    if (code != 0) return refused("seccomp_attr_set", code);
    Rules rules(filter.get());
    allow_channel(rules, channel);
    allow_memory(rules);
    allow_libraries(rules);
    allow_ending(rules);
    if (rules.first_error() != 0) return refused("seccomp_rule_add", rules.first_error());
    if (const int loaded = ::seccomp_load(filter.get()); loaded != 0)
        return refused("seccomp_load", loaded);
    return {};
}

}  // namespace theriac::enclave
