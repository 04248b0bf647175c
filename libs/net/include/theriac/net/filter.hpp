// A program asked one question: bytes in on its standard input, bytes out on its standard output.
#pragma once

#include "theriac/base/bytes.hpp"

#include <chrono>
#include <cstddef>
#include <string>

namespace theriac::net {

struct FilterOptions {
    std::string command;  ///< for /bin/sh; its standard error is ours
    std::size_t max_output = 4096;
    std::chrono::milliseconds timeout{60'000};
};

/// Runs `command`, which gets `input` (at most 4096 bytes, what a pipe takes at once) and has ended
/// with exit code 0 when this returns. It is killed, with all it started, on any failure.
///
/// @return what it wrote; Errc::unavailable when it fails, Errc::timeout, Errc::too_large above
///         `max_output`
Result<Bytes> run_filter(const FilterOptions& options, ByteView input);

}  // namespace theriac::net
