// Frames over the host's end of the enclave channel, under a deadline.
#pragma once

#include "theriac/base/bytes.hpp"

#include "descriptor.hpp"

#include <chrono>

namespace theriac::host {

using Deadline = std::chrono::steady_clock::time_point;

class FrameSocket {
public:
    explicit FrameSocket(Descriptor socket) : socket_(std::move(socket)) {}

    /// @return Errc::unavailable when the other side closed; Errc::timeout; Errc::io
    Result<void> send(ByteView frame, Deadline deadline);

    /// @return as send(); also Errc::malformed for an empty frame and Errc::too_large
    Result<Bytes> receive(Deadline deadline);

    void close() { socket_ = Descriptor(); }

private:
    Result<void> wait_for(short events, Deadline deadline);
    Result<void> send_all(ByteView bytes, Deadline deadline);
    Result<void> receive_all(MutableByteView bytes, Deadline deadline);

    Descriptor socket_;
};

}  // namespace theriac::host
