#include "theriac/host/enclave_process.hpp"

#include "theriac/net/process.hpp"

#include "descriptor.hpp"
#include "frame_socket.hpp"
#include <fcntl.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <string>

#include <sys/mman.h>
#include <sys/socket.h>

namespace theriac::host {
namespace {

using std::chrono::milliseconds;

// docs/formats/enclave-channel.md
constexpr int kEnclaveStderr = 2;
constexpr int kEnclaveChannel = 3;
constexpr int kEnclaveState = 4;

/// How long an enclave whose channel closed may take to wipe its keys and end.
constexpr milliseconds kGrace{2000};

std::unexpected<Error> system_failure(std::string_view doing) {
    std::array<char, 128> text{};
    return fail(
        Errc::io,
        std::string(doing) + ": " + std::string(::strerror_r(errno, text.data(), text.size())));
}

struct Pair {
    Descriptor ours;
    Descriptor theirs;
};

Result<Pair> make_channel() {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return system_failure("socketpair");
    return Pair{Descriptor(ends[0]), Descriptor(ends[1])};
}

/// Both ends never block: an enclave must not stand still because nobody reads its messages.
Result<Pair> make_diagnostics() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) return system_failure("pipe2");
    return Pair{Descriptor(ends[0]), Descriptor(ends[1])};
}

/// `state` in a file without a name, at its start: unlike a pipe it takes any size at once.
Result<Descriptor> make_state_file(ByteView state) {
    Descriptor file(::memfd_create("theriac-platform-state", MFD_CLOEXEC));
    if (file.get() < 0) return system_failure("memfd_create");
    while (!state.empty()) {
        const auto put = ::write(file.get(), state.data(), state.size());
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) return system_failure("writing the platform's state");
        state = state.subspan(static_cast<std::size_t>(put));
    }
    if (::lseek(file.get(), 0, SEEK_SET) != 0) return system_failure("lseek");
    return file;
}

/// "killed by SIGSYS" says more than "signal 31".
std::string describe(const net::ExitStatus& status) {
    if (!status.signalled) return status.text();
    const char* const signal = ::sigabbrev_np(status.value);
    return signal == nullptr ? status.text() : "killed by SIG" + std::string(signal);
}

/// Splits what the enclave writes on stderr into lines and remembers the last.
class Diagnostics {
public:
    Diagnostics(Descriptor pipe, std::function<void(std::string_view)> on_line)
        : pipe_(std::move(pipe)), on_line_(std::move(on_line)) {}

    void drain() {
        std::array<char, 4096> piece{};
        while (true) {
            const auto got = ::read(pipe_.get(), piece.data(), piece.size());
            if (got < 0 && errno == EINTR) continue;
            if (got <= 0) return;
            for (const char c : std::string_view(piece.data(), static_cast<std::size_t>(got)))
                take(c);
        }
    }

    [[nodiscard]] const std::string& last_line() const { return last_; }

private:
    static constexpr std::size_t kLongestLine = 512;

    void take(char c) {
        if (c != '\n' && line_.size() < kLongestLine) {
            line_ += c >= ' ' && c <= '~' ? c : '?';  // nothing that could steer a terminal
            return;
        }
        if (c != '\n') return;
        if (on_line_) on_line_(line_);
        last_ = std::exchange(line_, {});
    }

    Descriptor pipe_;
    std::function<void(std::string_view)> on_line_;
    std::string line_;
    std::string last_;
};

}  // namespace

struct EnclaveProcess::Impl {
    net::ChildProcess child;
    FrameSocket channel;
    Diagnostics diagnostics;

    /// What to say when the channel broke: how the enclave ended, and its last words.
    Error how_it_ended() {
        channel.close();
        const auto status = child.stop(kGrace);
        diagnostics.drain();
        std::string message = "the enclave has ended: " + describe(status);
        if (!diagnostics.last_line().empty()) message += ": " + diagnostics.last_line();
        return {Errc::unavailable, std::move(message)};
    }

    /// After any failure the two sides may disagree about whose turn it is: there is no way on.
    Error give_up(Error error) {
        if (error.code == Errc::unavailable) return wait_for_end();
        child.kill(SIGKILL);
        static_cast<void>(how_it_ended());
        return error;
    }

    Error wait_for_end() {
        channel.close();
        // It closed its end, so it is ending by itself; a signal of ours would hide the reason.
        static_cast<void>(child.wait(kGrace));
        return how_it_ended();
    }
};

Result<EnclaveProcess> EnclaveProcess::start(
    const std::string& executable, ByteView platform_state, EnclaveOptions options) {
    THERIAC_TRY(channel, make_channel());
    THERIAC_TRY(diagnostics, make_diagnostics());
    THERIAC_TRY(state, make_state_file(platform_state));
    net::ProcessOptions process;
    process.argv = std::move(options.arguments);
    process.argv.insert(process.argv.begin(), executable);
    process.environment.emplace();
    process.fds = {
        {.ours = diagnostics.theirs.get(), .theirs = kEnclaveStderr},
        {.ours = channel.theirs.get(), .theirs = kEnclaveChannel},
        {.ours = state.get(), .theirs = kEnclaveState}};
    THERIAC_TRY(child, net::ChildProcess::spawn(process));
    return EnclaveProcess(std::make_unique<Impl>(Impl{
        .child = std::move(child),
        .channel = FrameSocket(std::move(channel.ours)),
        .diagnostics =
            Diagnostics(std::move(diagnostics.ours), std::move(options.on_diagnostic))}));
}

EnclaveProcess::EnclaveProcess(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

EnclaveProcess::EnclaveProcess(EnclaveProcess&&) noexcept = default;

EnclaveProcess& EnclaveProcess::operator=(EnclaveProcess&& other) noexcept {
    std::swap(impl_, other.impl_);
    return *this;
}

EnclaveProcess::~EnclaveProcess() {
    if (impl_) static_cast<void>(stop());
}

Result<Bytes> EnclaveProcess::call(ByteView request, milliseconds timeout) {
    const auto deadline = std::chrono::steady_clock::now() + timeout;
    auto sent = impl_->channel.send(request, deadline);
    // A request that was not taken whole may still have been answered: with the reason.
    if (!sent) return fail(impl_->give_up(std::move(sent).error()));
    auto answer = impl_->channel.receive(deadline);
    if (!answer) return fail(impl_->give_up(std::move(answer).error()));
    impl_->diagnostics.drain();
    return answer;
}

pid_t EnclaveProcess::pid() const {
    return impl_->child.pid();
}

std::string EnclaveProcess::stop() {
    impl_->channel.close();
    static_cast<void>(impl_->child.wait(kGrace));
    const auto status = impl_->child.stop(milliseconds(0));
    impl_->diagnostics.drain();
    return describe(status);
}

}  // namespace theriac::host
