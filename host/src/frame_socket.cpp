#include "frame_socket.hpp"

#include "theriac/base/byte_reader.hpp"
#include "theriac/host/enclave_process.hpp"

#include <poll.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string>

#include <sys/socket.h>

namespace theriac::host {
namespace {

std::unexpected<Error> gone() {
    return fail(Errc::unavailable, "the enclave closed its channel");
}

std::unexpected<Error> failed(std::string_view doing, int code) {
    if (code == EPIPE || code == ECONNRESET) return gone();
    std::array<char, 128> text{};
    return fail(
        Errc::io,
        "enclave channel: " + std::string(doing) + ": "
            + std::string(::strerror_r(code, text.data(), text.size())));
}

bool is_transient(int code) {
    return code == EINTR || code == EAGAIN || code == EWOULDBLOCK;
}

int milliseconds_until(Deadline deadline) {
    using std::chrono::milliseconds;
    const auto left = std::chrono::ceil<milliseconds>(deadline - std::chrono::steady_clock::now());
    return static_cast<int>(std::clamp(left, milliseconds(0), milliseconds(60'000)).count());
}

}  // namespace

Result<void> FrameSocket::wait_for(short events, Deadline deadline) {
    if (socket_.get() < 0) return gone();
    while (true) {
        const int left = milliseconds_until(deadline);
        pollfd entry{.fd = socket_.get(), .events = events, .revents = 0};
        const int ready = ::poll(&entry, 1, left);
        if (ready > 0) return {};
        if (ready < 0 && errno != EINTR) return failed("poll", errno);
        if (left == 0) return fail(Errc::timeout, "the enclave did not answer in time");
    }
}

Result<void> FrameSocket::send_all(ByteView bytes, Deadline deadline) {
    while (!bytes.empty()) {
        THERIAC_CHECK(wait_for(POLLOUT, deadline));
        const auto put =
            ::send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (put < 0 && is_transient(errno)) continue;
        if (put < 0) return failed("send", errno);
        bytes = bytes.subspan(static_cast<std::size_t>(put));
    }
    return {};
}

Result<void> FrameSocket::receive_all(MutableByteView bytes, Deadline deadline) {
    while (!bytes.empty()) {
        THERIAC_CHECK(wait_for(POLLIN, deadline));
        const auto got = ::recv(socket_.get(), bytes.data(), bytes.size(), MSG_DONTWAIT);
        if (got < 0 && is_transient(errno)) continue;
        if (got < 0) return failed("receive", errno);
        if (got == 0) return gone();
        bytes = bytes.subspan(static_cast<std::size_t>(got));
    }
    return {};
}

Result<void> FrameSocket::send(ByteView frame, Deadline deadline) {
    THERIAC_EXPECTS(!frame.empty());
    THERIAC_EXPECTS(frame.size() <= kMaxFrameSize);
    Bytes header;
    append_u32_be(header, static_cast<std::uint32_t>(frame.size()));
    THERIAC_CHECK(send_all(header, deadline));
    return send_all(frame, deadline);
}

Result<Bytes> FrameSocket::receive(Deadline deadline) {
    std::array<std::uint8_t, 4> header{};
    THERIAC_CHECK(receive_all(header, deadline));
    THERIAC_TRY(size, ByteReader(header).u32_be());
    if (size == 0) return fail(Errc::malformed, "the enclave sent an empty frame");
    if (size > kMaxFrameSize)
        return fail(
            Errc::too_large, "the enclave sent a frame of " + std::to_string(size) + " bytes");
    Bytes frame(size);
    THERIAC_CHECK(receive_all(frame, deadline));
    return frame;
}

}  // namespace theriac::host
