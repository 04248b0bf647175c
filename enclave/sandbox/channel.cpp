#include "sandbox/channel.hpp"

#include "theriac/base/byte_reader.hpp"

#include "sandbox/diagnostics.hpp"
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <string>

#include <sys/socket.h>

namespace theriac::enclave {
namespace {

constexpr std::size_t kHeaderSize = 4;

/// @return the socket option's value, or -1
int socket_option(int fd, int option) {
    int value = -1;
    socklen_t size = sizeof value;
    return ::getsockopt(fd, SOL_SOCKET, option, &value, &size) == 0 ? value : -1;
}

Result<std::size_t> parse_header(ByteView header) {
    ByteReader reader(header);
    THERIAC_TRY(size, reader.u32_be());
    if (size == 0) return fail(Errc::malformed, "channel: empty frame");
    if (size > kMaxFrameSize)
        return fail(
            Errc::too_large,
            "channel: frame of " + std::to_string(size) + " bytes, at most "
                + std::to_string(kMaxFrameSize) + " allowed");
    return std::size_t{size};
}

Error cut_short(std::string_view part, std::size_t expected, std::size_t got) {
    return {
        Errc::malformed,
        "channel: the stream ended inside a frame's " + std::string(part) + ": expected "
            + std::to_string(expected) + " bytes, got " + std::to_string(got)};
}

}  // namespace

Result<Channel> Channel::adopt(int fd) {
    if (socket_option(fd, SO_DOMAIN) != AF_UNIX || socket_option(fd, SO_TYPE) != SOCK_STREAM)
        return fail(
            Errc::invalid_argument,
            "descriptor " + std::to_string(fd)
                + " is not a local stream socket; the host program starts this one");
    return Channel(fd);
}

Result<std::size_t> Channel::read_up_to(MutableByteView bytes) const {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t got = ::read(fd_, bytes.data() + done, bytes.size() - done);
        if (got == 0) break;
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return system_failure("channel: read");
        done += static_cast<std::size_t>(got);
    }
    return done;
}

Result<void> Channel::write_all(ByteView bytes) const {
    while (!bytes.empty()) {
        const ssize_t put = ::write(fd_, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR) continue;
        if (put < 0 && errno == EPIPE) return fail(Errc::unavailable, "channel: the host is gone");
        if (put < 0) return system_failure("channel: write");
        bytes = bytes.subspan(static_cast<std::size_t>(put));
    }
    return {};
}

Result<std::optional<Bytes>> Channel::receive() {
    std::array<std::uint8_t, kHeaderSize> header{};
    THERIAC_TRY(header_read, read_up_to(header));
    if (header_read == 0) return std::nullopt;
    if (header_read < header.size()) return fail(cut_short("length", header.size(), header_read));
    THERIAC_TRY(size, parse_header(header));
    Bytes frame(size);
    THERIAC_TRY(body_read, read_up_to(frame));
    if (body_read < size) return fail(cut_short("body", size, body_read));
    return frame;
}

Result<void> Channel::send(ByteView frame) {
    THERIAC_EXPECTS(!frame.empty());
    THERIAC_EXPECTS(frame.size() <= kMaxFrameSize);
    Bytes header;
    append_u32_be(header, static_cast<std::uint32_t>(frame.size()));
    THERIAC_CHECK(write_all(header));
    return write_all(frame);
}

Result<void> serve(Channel& channel, Service& service) {
    while (true) {
        THERIAC_TRY(request, channel.receive());
        if (!request) return {};
        THERIAC_CHECK(channel.send(service.handle(*request)));
    }
}

}  // namespace theriac::enclave
