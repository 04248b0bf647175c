// A file descriptor that closes itself, and errno as an Error.
#pragma once

#include "theriac/base/result.hpp"

#include <unistd.h>

#include <filesystem>
#include <utility>

namespace theriac::storage {

class Fd {
public:
    explicit Fd(int fd) : fd_(fd) {}

    Fd(Fd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

    Fd(const Fd&) = delete;
    Fd& operator=(const Fd&) = delete;
    Fd& operator=(Fd&&) = delete;

    ~Fd() {
        if (fd_ >= 0) (void)::close(fd_);
    }

    [[nodiscard]] int get() const { return fd_; }

    [[nodiscard]] bool valid() const { return fd_ >= 0; }

private:
    int fd_;
};

/// "vault.key: cannot write: No space left on device", with the kind that `number` (an errno)
/// stands for.
Error errno_error(const std::filesystem::path& path, std::string_view doing, int number);

}  // namespace theriac::storage
