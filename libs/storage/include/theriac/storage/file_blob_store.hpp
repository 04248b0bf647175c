// Blobs as files of one directory.
#pragma once

#include "theriac/storage/blob_store.hpp"

#include <filesystem>

namespace theriac::storage {

/// `blobs/ab/cd/<64 hexadecimal digits>` under its directory, and `incoming/` for what is being
/// written. Several processes may use one directory at once.
class FileBlobStore final : public BlobStore {
public:
    /// Opens or creates the store and removes what a crash left unfinished.
    static Result<FileBlobStore> open(
        std::filesystem::path directory, std::size_t max_blob = kDefaultMaxBlob);

    Result<bool> has(const BlobAddress& address) override;

    Result<void> remove(const BlobAddress& address) override;

    [[nodiscard]] std::filesystem::path path_of(const BlobAddress& address) const;

private:
    FileBlobStore(std::filesystem::path directory, std::size_t max_blob)
        : directory_(std::move(directory)), max_blob_(max_blob) {}

    Result<void> store(const BlobAddress& address, ByteView bytes) override;
    Result<Bytes> fetch(const BlobAddress& address, std::size_t max_size) override;
    [[nodiscard]] std::string place_of(const BlobAddress& address) const override;

    std::filesystem::path directory_;
    std::size_t max_blob_;
};

}  // namespace theriac::storage
