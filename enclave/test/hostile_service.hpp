// A service that was taken over: on command it tries what the sandbox must forbid.
#pragma once

#include "theriac/enclave/service.hpp"

namespace theriac::enclave::test {

/// Answers "echo …" with the rest, "hash …" and "sign" by using OpenSSL as the product does, and
/// tries the thing that any other command names; when it is still alive then, it answers
/// "survived".
class HostileService final : public Service {
public:
    Bytes handle(ByteView request) override;
};

}  // namespace theriac::enclave::test
