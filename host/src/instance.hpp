// One enclave instance as a runner's profile keeps it: sealed state in a file, a process while it
// works.
#pragma once

#include "theriac/host/runner.hpp"

#include "enclave_client.hpp"

namespace theriac::host {

struct StartedInstance {
    EnclaveClient enclave;
    protocol::Identity identity;
};

/// Starts the enclave and gives it its keys back; saves what it seals before anybody learns of a
/// new key.
///
/// @param epoch_until  zero: keep the present epoch
Result<StartedInstance> start_instance(RunnerContext& context, UnixTime epoch_until);

}  // namespace theriac::host
