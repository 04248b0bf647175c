// Files that arrive in pieces, each named by the SHA-256 of its whole content.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/storage/directory_room.hpp"

#include <cstddef>
#include <filesystem>
#include <mutex>

namespace theriac::storage {

/// A file gets its name only once all of it is there and its hash is right. Until then it is beside
/// it as `<name>.part`, whose length says where to go on: after a crash at any moment nothing is
/// there that is not either whole or to be continued.
///
/// Safe to use from several threads; one process at a time (see FileLock).
class PieceStore {
public:
    /// Creates the directory when it is missing.
    static Result<PieceStore> open(
        const std::filesystem::path& directory, const DirectoryLimits& limits);

    PieceStore(PieceStore&& other) noexcept
        : directory_(std::move(other.directory_)), limits_(other.limits_) {}

    PieceStore(const PieceStore&) = delete;
    PieceStore& operator=(const PieceStore&) = delete;
    PieceStore& operator=(PieceStore&&) = delete;
    ~PieceStore() = default;

    /// Where the next piece begins: 0 for a file that nobody has begun.
    [[nodiscard]] std::size_t received(const Hash256& name) const;

    [[nodiscard]] bool complete(const Hash256& name) const;

    /// Puts `piece` at `offset` of a file of `size` bytes, and returns what `received` then is.
    /// A piece that is there already is no error.
    ///
    /// @return Errc::conflict when `offset` is beyond what was received; Errc::too_large for a
    ///         piece beyond `size`; Errc::unauthenticated when the file is whole and has another
    ///         hash (it is then forgotten); Errc::disk_full when there is no room, on the device or
    ///         within the limit
    Result<std::size_t> append(
        const Hash256& name, std::size_t size, std::size_t offset, ByteView piece);

    /// @return Errc::not_found unless it is complete
    [[nodiscard]] Result<Bytes> read(const Hash256& name, std::size_t max_size) const;

    /// Lets it be kept from now on.
    void touch(const Hash256& name) const;

    void remove(const Hash256& name);

private:
    PieceStore(std::filesystem::path directory, const DirectoryLimits& limits)
        : directory_(std::move(directory)), limits_(limits) {}

    [[nodiscard]] std::filesystem::path whole(const Hash256& name) const;
    [[nodiscard]] std::filesystem::path part(const Hash256& name) const;
    [[nodiscard]] std::size_t received_now(const Hash256& name) const;
    Result<void> finish(const Hash256& name, std::size_t size) const;

    std::filesystem::path directory_;
    DirectoryLimits limits_;
    mutable std::mutex mutex_;
};

}  // namespace theriac::storage
