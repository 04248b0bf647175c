// What can be wrong with a machine, each fault with its cause and its cure.
#pragma once

#include "theriac/base/ports.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace theriac::cli {

struct Finding {
    enum class State : std::uint8_t {
        good,
        absent,  ///< not there, and not needed by everyone
        fault,
    };

    std::string what;  ///< for example "clock"
    State state = State::good;
    std::string found;
    std::string cause{};  ///< of anything but good: why it matters or how it comes
    std::string cure{};
};

/// "ok", "absent" or "FAULT".
std::string_view name(Finding::State state);

/// What the processor, the kernel and its devices offer. Reads files below `root` ("/" but in
/// tests), and asks the kernel about this process.
std::vector<Finding> check_machine(const std::filesystem::path& root);

/// Whether `now` can be true, and whether the kernel says that it follows a time server.
Finding check_clock(UnixTime now);

/// The local clock against the ledger's newest block.
Finding check_clock_against(UnixTime now, UnixTime block);

}  // namespace theriac::cli
