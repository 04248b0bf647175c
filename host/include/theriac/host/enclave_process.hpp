// Starts the enclave program and carries frames to and from it. Untrusted: it sees what the enclave
// lets out, and can stop it.
#pragma once

#include "theriac/base/bytes.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

namespace theriac::host {

/// The largest frame either way; docs/formats/enclave-channel.md.
inline constexpr std::size_t kMaxFrameSize = std::size_t{64} << 20U;

struct EnclaveOptions {
    /// Arguments of the enclave program, for example --allow-unlocked-memory.
    std::vector<std::string> arguments;

    /// Called with each line that the enclave writes on stderr, during start(), call() and stop().
    /// The enclave writes nothing that it read from a request.
    std::function<void(std::string_view line)> on_diagnostic;
};

/// One running enclave, which ends with this process. Not for use by two threads at once.
class EnclaveProcess {
public:
    /// Starts `executable` with an empty environment. `platform_state` is what the simulated
    /// platform needs to continue, see docs/formats/enclave-channel.md; empty for any other.
    ///
    /// @return Errc::not_found or Errc::denied when the program cannot be run; Errc::io otherwise.
    ///         An enclave that refuses to go on is found by the first call().
    static Result<EnclaveProcess> start(
        const std::string& executable, ByteView platform_state, EnclaveOptions options = {});

    EnclaveProcess(EnclaveProcess&&) noexcept;
    EnclaveProcess& operator=(EnclaveProcess&&) noexcept;
    EnclaveProcess(const EnclaveProcess&) = delete;
    EnclaveProcess& operator=(const EnclaveProcess&) = delete;

    /// As stop().
    ~EnclaveProcess();

    /// Sends `request` (1 byte to kMaxFrameSize) and waits at most `timeout` for the answer.
    ///
    /// @return Errc::unavailable when the enclave has ended, with how and with its last line;
    ///         Errc::timeout, after which the enclave is killed: its late answer would pass for
    ///         that of the next request; Errc::malformed or Errc::too_large when it sends what is
    ///         no frame
    Result<Bytes> call(ByteView request, std::chrono::milliseconds timeout);

    [[nodiscard]] pid_t pid() const;

    /// Closes the channel, which ends the enclave, waits a little, then kills it.
    ///
    /// @return how it ended: "exit code 0", "killed by SIGSYS"
    std::string stop();

private:
    struct Impl;
    explicit EnclaveProcess(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace theriac::host
