#include "entry/attribute_file.hpp"

#include "theriac/attestation/verify.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

namespace theriac::enclave {
namespace {

class Descriptor {
public:
    Descriptor(const std::string& path, int flags)
        // open(2) is variadic; no mode is passed, since nothing is created.
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg)
        : fd_(::open(path.c_str(), flags | O_CLOEXEC)) {}

    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }

    [[nodiscard]] int get() const { return fd_; }

    /// Closes, and says whether that went well: configfs does its work then.
    [[nodiscard]] bool close() {
        const int fd = fd_;
        fd_ = -1;
        return ::close(fd) == 0;
    }

private:
    int fd_;
};

Errc code_of(int error) {
    switch (error) {
        case ENOENT:
            return Errc::not_found;
        case EACCES:
        case EPERM:
        case EROFS:
            return Errc::denied;
        case EBUSY:
        case EINTR:
        case EAGAIN:
            return Errc::conflict;
        case ENXIO:
        case ENODEV:
            return Errc::unavailable;
        case ETIMEDOUT:
            return Errc::timeout;
        case EFBIG:
            return Errc::too_large;
        default:
            return Errc::io;
    }
}

}  // namespace

std::unexpected<Error> attribute_failure(const std::string& path) {
    const int error = errno;
    return fail(code_of(error), path + ": " + std::generic_category().message(error));
}

Result<Bytes> read_attribute(const std::string& path, std::size_t max_size) {
    const Descriptor file(path, O_RDONLY);
    if (file.get() < 0) return attribute_failure(path);
    Bytes out;
    std::array<std::uint8_t, 4096> part{};
    for (;;) {
        const ::ssize_t got = ::read(file.get(), part.data(), part.size());
        if (got < 0) return attribute_failure(path);
        if (got == 0) return out;
        append(out, ByteView(part).first(static_cast<std::size_t>(got)));
        if (out.size() > max_size) return fail(Errc::too_large, path + ": longer than expected");
    }
}

Result<void> write_attribute(const std::string& path, ByteView bytes) {
    Descriptor file(path, O_WRONLY);
    if (file.get() < 0) return attribute_failure(path);
    const ::ssize_t written = ::write(file.get(), bytes.data(), bytes.size());
    if (written < 0) return attribute_failure(path);
    if (static_cast<std::size_t>(written) != bytes.size())
        return fail(Errc::io, path + ": took only a part of what was written");
    if (!file.close()) return attribute_failure(path);
    return {};
}

Result<void> expect_quoted(ByteView evidence, ByteView report_data) {
    THERIAC_TRY(claims, attestation::read_claims(evidence));
    if (std::ranges::equal(claims.report_data.view(), report_data)) return {};
    return fail(
        Errc::unauthenticated,
        "platform: expected evidence of our report data, got other evidence");
}

}  // namespace theriac::enclave
