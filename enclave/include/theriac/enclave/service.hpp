// The whole of the enclave that a request reaches: bytes in, bytes out.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/ports.hpp"
#include "theriac/enclave/platform.hpp"

#include <memory>

namespace theriac::enclave {

/// Answers requests, one at a time, in the order in which they come.
class Service {
public:
    virtual ~Service() = default;

    /// Answers `request`, which is whatever the host sent. A refusal is an answer too.
    ///
    /// @return between 1 byte and kMaxFrameSize (docs/formats/enclave-channel.md)
    virtual Bytes handle(ByteView request) = 0;
};

/// The service of the shipped enclave. Both references must outlive it.
std::unique_ptr<Service> make_service(Platform& platform, Entropy& entropy);

}  // namespace theriac::enclave
