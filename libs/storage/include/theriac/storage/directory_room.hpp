// A directory of files that are not kept for ever.
#pragma once

#include "theriac/base/result.hpp"

#include <chrono>
#include <cstddef>
#include <filesystem>

namespace theriac::storage {

struct DirectoryLimits {
    std::size_t total_bytes = std::size_t{8} << 30U;
    std::chrono::seconds keep{3600};  ///< since a file was last written to or touched
};

/// Removes the files of `directory` that are too old, and sees whether `size` bytes more fit.
///
/// @return Errc::disk_full when they do not
Result<void> make_room(
    const std::filesystem::path& directory, const DirectoryLimits& limits, std::size_t size);

}  // namespace theriac::storage
