#include "theriac/net/filter.hpp"

#include "theriac/net/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

namespace theriac::net {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr std::size_t kMaxInput = 4096;

class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}

    Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor& operator=(Descriptor&&) = delete;

    ~Descriptor() { close(); }

    void close() {
        if (fd_ >= 0) ::close(fd_);
        fd_ = -1;
    }

    [[nodiscard]] int get() const { return fd_; }

private:
    int fd_;
};

struct Pipe {
    Descriptor read;
    Descriptor write;
};

Result<Pipe> make_pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return fail(Errc::io, "pipe: none can be made");
    return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

// Both ends are ours still, and the pipe has room for it: nothing blocks, and no signal comes.
Result<Descriptor> holding(ByteView input) {
    THERIAC_TRY(pipe, make_pipe());
    const auto written = ::write(pipe.write.get(), input.data(), input.size());
    if (written != static_cast<ssize_t>(input.size())) return fail(Errc::io, "pipe: is full");
    return std::move(pipe.read);
}

milliseconds left(steady_clock::time_point end) {
    return std::max(
        milliseconds(0), std::chrono::duration_cast<milliseconds>(end - steady_clock::now()));
}

std::unexpected<Error> too_late(const FilterOptions& options) {
    return fail(
        Errc::timeout,
        "command: gave no answer within " + std::to_string(options.timeout.count())
            + " ms: " + options.command);
}

Result<Bytes> read_all(
    const Descriptor& from, const FilterOptions& options, steady_clock::time_point end) {
    Bytes out(options.max_output + 1);
    std::size_t size = 0;
    while (true) {
        pollfd wanted{.fd = from.get(), .events = POLLIN, .revents = 0};
        const int ready = ::poll(&wanted, 1, static_cast<int>(left(end).count()));
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) return too_late(options);
        const auto got = ::read(from.get(), out.data() + size, out.size() - size);
        if (got < 0) return fail(Errc::io, "command: its output cannot be read");
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
        if (size > options.max_output)
            return fail(
                Errc::too_large,
                "command: wrote more than " + std::to_string(options.max_output)
                    + " bytes: " + options.command);
    }
    out.resize(size);
    return out;
}

}  // namespace

Result<Bytes> run_filter(const FilterOptions& options, ByteView input) {
    THERIAC_EXPECTS(input.size() <= kMaxInput);
    const auto end = steady_clock::now() + options.timeout;
    THERIAC_TRY(standard_input, holding(input));
    THERIAC_TRY(output, make_pipe());
    THERIAC_TRY(
        child,
        ChildProcess::spawn(
            {.argv = {"/bin/sh", "-c", options.command},
             .fds = {
                 {standard_input.get(), STDIN_FILENO},
                 {output.write.get(), STDOUT_FILENO},
                 {STDERR_FILENO, STDERR_FILENO}}}));
    output.write.close();
    THERIAC_TRY(answer, read_all(output.read, options, end));
    const auto status = child.wait(left(end));
    if (!status) return too_late(options);
    if (*status != ExitStatus{})
        return fail(
            Errc::unavailable, "command: ended with " + status->text() + ": " + options.command);
    return answer;
}

}  // namespace theriac::net
