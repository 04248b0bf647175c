// The only way in and out: frames over one inherited socket. docs/formats/enclave-channel.md
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/enclave/service.hpp"

#include <cstddef>
#include <optional>

namespace theriac::enclave {

/// The largest frame. A frame lies whole in locked memory, on both sides, beside what it is
/// decrypted into; blobs larger than this come in several requests.
inline constexpr std::size_t kMaxFrameSize = std::size_t{64} << 20U;

/// Where the host leaves our end of the channel, and the simulated platform's state.
inline constexpr int kChannelFd = 3;
inline constexpr int kPlatformStateFd = 4;

/// Reads and writes frames on a stream socket, which it does not close.
class Channel {
public:
    explicit Channel(int fd) : fd_(fd) {}

    /// The socket inherited as `fd`.
    ///
    /// @return Errc::invalid_argument unless it is a connected local stream socket
    static Result<Channel> adopt(int fd);

    /// The next frame, or nothing when the other side closed between two frames.
    ///
    /// @return Errc::malformed for an empty frame or one cut short; Errc::too_large for one above
    ///         kMaxFrameSize; Errc::io when the socket fails
    Result<std::optional<Bytes>> receive();

    /// Sends `frame`, 1 to kMaxFrameSize bytes, whole.
    ///
    /// @return Errc::unavailable when the other side is gone; Errc::io when the socket fails
    Result<void> send(ByteView frame);

private:
    /// @return how many of `bytes` were read before the stream ended
    Result<std::size_t> read_up_to(MutableByteView bytes) const;
    Result<void> write_all(ByteView bytes) const;

    int fd_;
};

/// Answers one request after the other until the host closes the channel.
Result<void> serve(Channel& channel, Service& service);

}  // namespace theriac::enclave
