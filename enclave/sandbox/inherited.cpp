#include "sandbox/inherited.hpp"

#include "sandbox/diagnostics.hpp"
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <string>

namespace theriac::enclave {
namespace {

constexpr std::size_t kPieceSize = std::size_t{64} << 10U;

/// Far above the program's size with debug information.
constexpr std::size_t kExecutableLimit = std::size_t{512} << 20U;

/// Reads until `into` is full or the file ends.
Result<std::size_t> read_up_to(int fd, MutableByteView into) {
    std::size_t done = 0;
    while (done < into.size()) {
        const ssize_t got = ::read(fd, into.data() + done, into.size() - done);
        if (got == 0) break;
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return system_failure("read");
        done += static_cast<std::size_t>(got);
    }
    return done;
}

std::unexpected<Error> over(std::size_t limit) {
    return fail(Errc::too_large, "more than " + std::to_string(limit) + " bytes");
}

Result<Bytes> read_public(int fd, std::size_t limit) {
    Bytes all;
    std::array<std::uint8_t, kPieceSize> piece{};
    while (true) {
        THERIAC_TRY(got, read_up_to(fd, piece));
        if (got == 0) return all;
        if (got > limit - all.size()) return over(limit);
        append(all, ByteView(piece).first(got));
    }
}

/// One buffer from the start, so that no earlier, smaller one is left behind unwiped.
Result<SecretBytes> read_secret(int fd, std::size_t limit) {
    SecretBytes all(limit + 1);
    THERIAC_TRY(got, read_up_to(fd, all.fill()));
    if (got > limit) return over(limit);
    all.shrink(got);
    return all;
}

}  // namespace

Result<Bytes> read_file(const char* path, std::size_t limit) {
    const int fd = ::open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 && errno == ENOENT)
        return fail(Errc::not_found, std::string(path) + ": no such file");
    if (fd < 0) return system_failure(path);
    auto bytes = read_public(fd, limit);
    static_cast<void>(::close(fd));
    if (!bytes) return fail(with_context(path, std::move(bytes).error()));
    return bytes;
}

Result<SecretBytes> read_inherited(int fd, std::size_t limit) {
    const std::string name = "descriptor " + std::to_string(fd);
    if (::fcntl(fd, F_GETFD) < 0) return fail(Errc::invalid_argument, name + " was not inherited");
    auto bytes = read_secret(fd, limit);
    static_cast<void>(::close(fd));
    if (!bytes) return fail(with_context(name, std::move(bytes).error()));
    return bytes;
}

Result<Bytes> read_own_executable() {
    return read_file("/proc/self/exe", kExecutableLimit);
}

}  // namespace theriac::enclave
