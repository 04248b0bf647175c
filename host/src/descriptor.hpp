// An open file descriptor with one owner.
#pragma once

#include <unistd.h>

#include <utility>

namespace theriac::host {

class Descriptor {
public:
    Descriptor() = default;

    explicit Descriptor(int fd) : fd_(fd) {}

    Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(fd_, other.fd_);
        return *this;
    }

    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    ~Descriptor() {
        if (fd_ >= 0) static_cast<void>(::close(fd_));
    }

    [[nodiscard]] int get() const { return fd_; }

private:
    int fd_ = -1;
};

}  // namespace theriac::host
