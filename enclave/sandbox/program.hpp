// The life of an enclave process, the same on every platform: guard, open the platform, enter the
// sandbox, answer.
#pragma once

#include "theriac/base/ports.hpp"
#include "theriac/enclave/platform.hpp"
#include "theriac/enclave/service.hpp"

#include <functional>
#include <memory>
#include <span>

namespace theriac::enclave {

/// What one entry/ program brings.
struct Program {
    /// Runs when memory is guarded and files may still be read.
    std::function<Result<std::unique_ptr<Platform>>()> open_platform;
    std::function<std::unique_ptr<Service>(Platform&, Entropy&)> make_service;
};

/// All of main: runs `program` with the arguments after the program's name. The one there is,
/// --allow-unlocked-memory, goes on where memory cannot be locked, and says so on stderr.
///
/// @return the exit code: 0 after the host closed the channel, else exit_code() of the failure,
///         which is on stderr in one line
int run_program(std::span<char* const> arguments, const Program& program);

}  // namespace theriac::enclave
