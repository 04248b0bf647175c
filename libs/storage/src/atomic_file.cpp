#include "theriac/storage/atomic_file.hpp"

#include "fd.hpp"
#include <fcntl.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>

#include <sys/file.h>
#include <sys/stat.h>

namespace theriac::storage {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSuffix = ".unfinished";

Result<void> flush(int fd, const fs::path& path) {
    if (::fsync(fd) == 0) return {};
    return fail(errno_error(path, "cannot flush", errno));
}

Result<void> flush_directory(const fs::path& directory) {
    const Fd fd(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd.valid()) return fail(errno_error(directory, "cannot open", errno));
    return flush(fd.get(), directory);
}

fs::path parent_of(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

Result<void> write_all(int fd, ByteView bytes, const fs::path& path) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return fail(errno_error(path, "cannot write", errno));
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

/// A new file under a name of its own, locked while it is written so that `remove_leftovers` can
/// tell it from one whose writer is gone; removed unless `keep` was called.
class Unfinished {
public:
    static Result<Unfinished> create(const fs::path& directory, const fs::path& target) {
        for (;;) {
            std::string name = (directory / ("." + target.filename().string() + ".XXXXXX")).string()
                               + std::string(kSuffix);
            Fd fd(::mkostemps(name.data(), static_cast<int>(kSuffix.size()), O_CLOEXEC));
            if (!fd.valid()) return fail(errno_error(target, "cannot create", errno));
            struct stat now{};
            // A cleaner may have taken it for a leftover before it was locked.
            if (::flock(fd.get(), LOCK_EX | LOCK_NB) == 0 && ::fstat(fd.get(), &now) == 0
                && now.st_nlink > 0)
                return Unfinished(std::move(fd), std::move(name));
        }
    }

    Unfinished(Unfinished&& other) noexcept
        : fd_(std::move(other.fd_)), name_(std::exchange(other.name_, {})) {}

    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;
    Unfinished& operator=(Unfinished&&) = delete;

    ~Unfinished() {
        if (!name_.empty()) (void)::unlink(name_.c_str());
    }

    [[nodiscard]] int fd() const { return fd_.get(); }

    Result<void> rename_to(const fs::path& target, IfExists if_exists) {
        const unsigned flags = if_exists == IfExists::refuse ? RENAME_NOREPLACE : 0U;
        if (::renameat2(AT_FDCWD, name_.c_str(), AT_FDCWD, target.c_str(), flags) != 0)
            return fail(errno_error(target, "cannot be put in place", errno));
        name_.clear();
        return {};
    }

private:
    Unfinished(Fd fd, std::string name) : fd_(std::move(fd)), name_(std::move(name)) {}

    Fd fd_;
    std::string name_;
};

/// True when no running process writes it.
bool is_abandoned(const fs::path& path) {
    const Fd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    return fd.valid() && ::flock(fd.get(), LOCK_EX | LOCK_NB) == 0
           && ::unlink(path.c_str()) == 0;  // still under the lock
}

}  // namespace

Result<Bytes> read_file(const fs::path& path, std::size_t max_size) {
    const Fd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!fd.valid()) return fail(errno_error(path, "cannot open", errno));
    struct stat status{};
    if (::fstat(fd.get(), &status) != 0) return fail(errno_error(path, "cannot read", errno));
    if (!S_ISREG(status.st_mode)) return fail(Errc::io, path.string() + ": not a regular file");
    const auto size = static_cast<std::size_t>(status.st_size);
    const std::string limit = path.string() + ": more than " + std::to_string(max_size) + " bytes";
    if (size > max_size) return fail(Errc::too_large, limit);

    // One byte more than it said: it may grow while we read.
    Bytes bytes(size + 1);
    std::size_t filled = 0;
    for (;;) {
        const ssize_t got = ::read(fd.get(), bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return fail(errno_error(path, "cannot read", errno));
        filled += static_cast<std::size_t>(got);
        if (filled > max_size) return fail(Errc::too_large, limit);
        if (got == 0) break;
        if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
    }
    bytes.resize(filled);
    return bytes;
}

Result<void> write_file_atomic_via(
    const fs::path& unfinished_directory,
    const fs::path& path,
    ByteView bytes,
    mode_t mode,
    IfExists if_exists) {
    THERIAC_TRY(file, Unfinished::create(unfinished_directory, path));
    if (::fchmod(file.fd(), mode) != 0)
        return fail(errno_error(path, "cannot set its mode", errno));
    THERIAC_CHECK(write_all(file.fd(), bytes, path));
    THERIAC_CHECK(flush(file.fd(), path));
    THERIAC_CHECK(file.rename_to(path, if_exists));
    return flush_directory(parent_of(path));
}

Result<void> write_file_atomic(
    const fs::path& path, ByteView bytes, mode_t mode, IfExists if_exists) {
    return write_file_atomic_via(parent_of(path), path, bytes, mode, if_exists);
}

Result<void> make_directories(const fs::path& path) {
    std::error_code error;
    if (path.empty() || fs::is_directory(path, error)) return {};
    THERIAC_CHECK(make_directories(path.parent_path()));
    if (::mkdir(path.c_str(), kPrivateDirectory) == 0) return flush_directory(parent_of(path));
    const int number = errno;
    // Another process may have made it between the two looks.
    if (number == EEXIST && fs::is_directory(path, error)) return {};
    return fail(errno_error(path, "cannot create the directory", number));
}

Result<std::size_t> remove_leftovers(const fs::path& directory) {
    std::size_t removed = 0;
    std::error_code error;
    fs::directory_iterator entry(directory, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        const bool ours = entry->path().filename().string().ends_with(kSuffix);
        if (ours && is_abandoned(entry->path())) ++removed;
    }
    if (error) return fail(errno_error(directory, "cannot list", error.value()));
    return removed;
}

}  // namespace theriac::storage
