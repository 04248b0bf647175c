#include "sandbox/program.hpp"

#include "sandbox/channel.hpp"
#include "sandbox/diagnostics.hpp"
#include "sandbox/memory_guard.hpp"
#include "sandbox/openssl_start.hpp"
#include "sandbox/sandbox.hpp"
#include <unistd.h>

#include <string>
#include <string_view>

namespace theriac::enclave {
namespace {

Result<MemoryLock> parse_arguments(std::span<char* const> arguments) {
    auto lock = MemoryLock::required;
    for (const std::string_view argument : arguments) {
        if (argument != "--allow-unlocked-memory")
            return fail(
                Errc::invalid_argument,
                "unknown argument; the only one is --allow-unlocked-memory");
        lock = MemoryLock::preferred;
    }
    return lock;
}

void say_where_we_are(const Platform& platform, MemoryState memory, const SandboxReport& sandbox) {
    const std::string locked =
        memory == MemoryState::swappable ? "NOT locked, keys may reach the swap device" : "locked";
    say("platform " + std::string(platform.name()) + "; memory " + locked + "; namespaces "
        + sandbox.namespaces);
}

Result<void> run(std::span<char* const> arguments, const Program& program) {
    const int parent = ::getppid();
    THERIAC_TRY(lock, parse_arguments(arguments));
    THERIAC_TRY(memory, guard_memory(lock));
    start_openssl();
    THERIAC_TRY(channel, Channel::adopt(kChannelFd));
    THERIAC_TRY(platform, program.open_platform());
    SystemEntropy entropy;
    const auto service = program.make_service(*platform, entropy);
    THERIAC_TRY(sandbox, enter_sandbox(memory, kChannelFd, parent));
    say_where_we_are(*platform, memory, sandbox);
    return serve(channel, *service);
}

}  // namespace

int run_program(std::span<char* const> arguments, const Program& program) {
    install_last_words();
    const auto done = run(arguments, program);
    if (done) return 0;
    say(done.error().message);
    return exit_code(done.error().code);
}

}  // namespace theriac::enclave
