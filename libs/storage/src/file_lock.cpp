#include "theriac/storage/file_lock.hpp"

#include "theriac/storage/atomic_file.hpp"

#include "fd.hpp"
#include <fcntl.h>

#include <algorithm>
#include <cerrno>

#include <sys/file.h>

namespace theriac::storage {

namespace {

/// The process number that stands in the file, or "another process".
std::string holder(const std::filesystem::path& path) {
    const auto bytes = read_file(path, 32);
    const std::string_view text = bytes ? as_text(*bytes) : std::string_view();
    const bool is_number =
        !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    return is_number ? "process " + std::string(text) : "another process";
}

}  // namespace

Result<FileLock> FileLock::acquire(const std::filesystem::path& path) {
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, kPrivateFile);
    if (fd < 0) return fail(errno_error(path, "cannot open the lock", errno));
    FileLock lock(fd);
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK) return fail(errno_error(path, "cannot lock", errno));
        return fail(Errc::conflict, path.string() + ": is in use by " + holder(path));
    }
    // For the message above only; the lock holds without it, so a full disk does not matter.
    const std::string pid = std::to_string(::getpid());
    if (::ftruncate(fd, 0) == 0) {
        [[maybe_unused]] const auto ignored = ::pwrite(fd, pid.data(), pid.size(), 0);
    }
    return lock;
}

FileLock::FileLock(FileLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
}

FileLock::~FileLock() {
    if (fd_ >= 0) (void)::close(fd_);
}

}  // namespace theriac::storage
