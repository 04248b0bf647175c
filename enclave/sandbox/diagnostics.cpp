#include "sandbox/diagnostics.hpp"

#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <new>
#include <string>

namespace theriac::enclave {
namespace {

constexpr int kStderr = 2;

/// write(2) alone: it runs when there is no memory left.
[[noreturn]] void end_with(std::string_view line, int code) {
    [[maybe_unused]] const auto written = ::write(kStderr, line.data(), line.size());
    ::_exit(code);
}

void out_of_memory() {
    end_with(
        "theriac-enclave: out of memory; raise the limit on locked memory (ulimit -l)\n",
        kOutOfMemoryExit);
}

void unhandled_exception() {
    end_with("theriac-enclave: unhandled exception\n", exit_code(Errc::internal));
}

}  // namespace

void say(std::string_view line) {
    const std::string text = "theriac-enclave: " + std::string(line) + "\n";
    [[maybe_unused]] const auto written = ::write(kStderr, text.data(), text.size());
}

std::unexpected<Error> system_failure(std::string_view doing) {
    // Safe: this program has one thread.
    return fail(
        Errc::io,
        std::string(doing) + ": " + std::strerror(errno));  // NOLINT(concurrency-mt-unsafe)
}

void install_last_words() {
    static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
    // The sandbox allows no file to grow, and stderr may be one.
    static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));
    std::set_new_handler(out_of_memory);
    std::set_terminate(unhandled_exception);
}

}  // namespace theriac::enclave
