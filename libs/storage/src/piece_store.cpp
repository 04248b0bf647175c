#include "theriac/storage/piece_store.hpp"

#include "theriac/crypto/hash.hpp"
#include "theriac/storage/atomic_file.hpp"

#include "fd.hpp"
#include <fcntl.h>

#include <cerrno>
#include <system_error>

namespace theriac::storage {

namespace {

namespace fs = std::filesystem;

bool is_there(const fs::path& path) {
    std::error_code none;
    return fs::exists(path, none);
}

std::size_t size_of(const fs::path& path) {
    std::error_code none;
    const auto size = fs::file_size(path, none);
    return none ? 0 : static_cast<std::size_t>(size);
}

Result<void> append_to(const fs::path& path, ByteView bytes) {
    const Fd fd(::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, kPrivateFile));
    if (!fd.valid()) return fail(errno_error(path, "cannot open", errno));
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return fail(errno_error(path, "cannot write", errno));
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

/// On the device, so that its name never outlives its content.
Result<void> flush(const fs::path& path) {
    const Fd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!fd.valid() || ::fsync(fd.get()) != 0)
        return fail(errno_error(path, "cannot flush", errno));
    return {};
}

void forget(const fs::path& path) {
    std::error_code ignored;
    fs::remove(path, ignored);
}

}  // namespace

Result<PieceStore> PieceStore::open(const fs::path& directory, const DirectoryLimits& limits) {
    THERIAC_CHECK(make_directories(directory));
    return PieceStore(directory, limits);
}

fs::path PieceStore::whole(const Hash256& name) const {
    return directory_ / to_hex(name.view());
}

fs::path PieceStore::part(const Hash256& name) const {
    return directory_ / (to_hex(name.view()) + ".part");
}

std::size_t PieceStore::received_now(const Hash256& name) const {
    return is_there(whole(name)) ? size_of(whole(name)) : size_of(part(name));
}

std::size_t PieceStore::received(const Hash256& name) const {
    const std::scoped_lock lock(mutex_);
    return received_now(name);
}

bool PieceStore::complete(const Hash256& name) const {
    const std::scoped_lock lock(mutex_);
    return is_there(whole(name));
}

Result<void> PieceStore::finish(const Hash256& name, std::size_t size) const {
    THERIAC_TRY(bytes, read_file(part(name), size));
    const Hash256 found = crypto::sha256(bytes);
    if (found != name) {
        forget(part(name));
        return fail(
            Errc::unauthenticated,
            "expected content with the hash " + name.hex() + ", got " + found.hex()
                + "; send it again from the start");
    }
    THERIAC_CHECK(flush(part(name)));
    std::error_code none;
    fs::rename(part(name), whole(name), none);
    if (none) return fail(errno_error(whole(name), "cannot be put in place", none.value()));
    return {};
}

Result<std::size_t> PieceStore::append(
    const Hash256& name, std::size_t size, std::size_t offset, ByteView piece) {
    const std::scoped_lock lock(mutex_);
    if (offset > size || piece.size() > size - offset)
        return fail(
            Errc::too_large,
            "a piece ends at " + std::to_string(offset + piece.size()) + ", the file has "
                + std::to_string(size) + " bytes");
    const std::size_t before = received_now(name);
    if (offset > before)
        return fail(
            Errc::conflict,
            "a piece begins at " + std::to_string(offset) + ", expected " + std::to_string(before));
    if (before == size && is_there(whole(name))) return size;
    const ByteView fresh = piece.subspan(std::min(before - offset, piece.size()));
    THERIAC_CHECK(make_room(directory_, limits_, before == 0 ? size : fresh.size()));
    THERIAC_CHECK(append_to(part(name), fresh));
    const std::size_t after = before + fresh.size();
    if (after == size) THERIAC_CHECK(finish(name, size));
    return after;
}

Result<Bytes> PieceStore::read(const Hash256& name, std::size_t max_size) const {
    const std::scoped_lock lock(mutex_);
    return read_file(whole(name), max_size);
}

void PieceStore::touch(const Hash256& name) const {
    std::error_code ignored;
    fs::last_write_time(whole(name), fs::file_time_type::clock::now(), ignored);
}

void PieceStore::remove(const Hash256& name) {
    const std::scoped_lock lock(mutex_);
    forget(whole(name));
    forget(part(name));
}

}  // namespace theriac::storage
