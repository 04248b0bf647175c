// Files that are either wholly there or not: for profiles, key files, journals and blobs.
#pragma once

#include "theriac/base/bytes.hpp"

#include <cstddef>
#include <filesystem>

#include <sys/types.h>

namespace theriac::storage {

inline constexpr mode_t kPrivateFile = 0600;
inline constexpr mode_t kPrivateDirectory = 0700;

enum class IfExists : std::uint8_t {
    replace,
    refuse,  ///< Errc::conflict, and the file stays as it is
};

/// The whole of a regular file.
///
/// @return Errc::not_found; Errc::denied; Errc::too_large beyond `max_size` bytes; Errc::io
Result<Bytes> read_file(const std::filesystem::path& path, std::size_t max_size);

/// Writes a file beside `path`, flushes it to the device, gives it its name, and flushes the
/// directory: after a crash at any moment there is the old content or the new one.
///
/// @return Errc::disk_full; Errc::denied; Errc::conflict; Errc::not_found (no such directory);
///         Errc::io. On failure nothing is left behind.
Result<void> write_file_atomic(
    const std::filesystem::path& path,
    ByteView bytes,
    mode_t mode = kPrivateFile,
    IfExists if_exists = IfExists::replace);

/// As above, with the unfinished file in another directory of the same file system.
Result<void> write_file_atomic_via(
    const std::filesystem::path& unfinished_directory,
    const std::filesystem::path& path,
    ByteView bytes,
    mode_t mode = kPrivateFile,
    IfExists if_exists = IfExists::replace);

/// Creates `path` and the directories above it that are missing, for this user alone.
Result<void> make_directories(const std::filesystem::path& path);

/// Removes unfinished files that a crash left in `directory`; what a running process still writes
/// stays. Returns their number.
Result<std::size_t> remove_leftovers(const std::filesystem::path& directory);

}  // namespace theriac::storage
