// One writer at a time: a lock on a file, which ends with the process that holds it.
#pragma once

#include "theriac/base/result.hpp"

#include <filesystem>

namespace theriac::storage {

/// An flock(2) on a file of its own, created when absent and never removed (removing it would let
/// two processes lock two files of one name). The file says which process holds it.
class FileLock {
public:
    /// @return Errc::conflict when another holds it: "… is in use by process 4711"; Errc::denied;
    ///         Errc::io
    static Result<FileLock> acquire(const std::filesystem::path& path);

    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    ~FileLock();

    /// A child process that inherits it shares the lock: it then lasts until both have ended.
    [[nodiscard]] int fd() const { return fd_; }

private:
    explicit FileLock(int fd) : fd_(fd) {}

    int fd_ = -1;
};

}  // namespace theriac::storage
