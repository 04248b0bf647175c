#include "theriac/storage/file_blob_store.hpp"

#include "theriac/storage/atomic_file.hpp"

#include "fd.hpp"

#include <algorithm>
#include <system_error>

namespace theriac::storage {

namespace {

constexpr const char* kBlobs = "blobs";
constexpr const char* kIncoming = "incoming";

}  // namespace

Result<FileBlobStore> FileBlobStore::open(std::filesystem::path directory, std::size_t max_blob) {
    THERIAC_CHECK(make_directories(directory / kBlobs));
    THERIAC_CHECK(make_directories(directory / kIncoming));
    THERIAC_CHECK(remove_leftovers(directory / kIncoming));
    return FileBlobStore(std::move(directory), max_blob);
}

std::filesystem::path FileBlobStore::path_of(const BlobAddress& address) const {
    const std::string digits = to_hex(address.view());
    return directory_ / kBlobs / digits.substr(0, 2) / digits.substr(2, 2) / digits;
}

std::string FileBlobStore::place_of(const BlobAddress& address) const {
    return path_of(address).string();
}

Result<bool> FileBlobStore::has(const BlobAddress& address) {
    std::error_code error;
    const bool there = std::filesystem::is_regular_file(path_of(address), error);
    if (error && error != std::errc::no_such_file_or_directory)
        return fail(errno_error(path_of(address), "cannot look", error.value()));
    return there;
}

Result<void> FileBlobStore::store(const BlobAddress& address, ByteView bytes) {
    if (bytes.size() > max_blob_)
        return fail(
            Errc::too_large,
            "blob of " + std::to_string(bytes.size()) + " bytes: at most "
                + std::to_string(max_blob_));
    const auto path = path_of(address);
    // What is there already must be sound, or it is written again.
    if (const auto present = read_file(path, bytes.size());
        present && std::ranges::equal(*present, bytes))
        return {};
    THERIAC_CHECK(make_directories(path.parent_path()));
    return write_file_atomic_via(directory_ / kIncoming, path, bytes);
}

Result<Bytes> FileBlobStore::fetch(const BlobAddress& address, std::size_t max_size) {
    auto bytes = read_file(path_of(address), max_size);
    if (!bytes && bytes.error().code == Errc::not_found)
        return fail(Errc::not_found, "blob " + address.hex() + ": not in " + directory_.string());
    return bytes;
}

Result<void> FileBlobStore::remove(const BlobAddress& address) {
    std::error_code error;
    std::filesystem::remove(path_of(address), error);
    if (error) return fail(errno_error(path_of(address), "cannot remove", error.value()));
    return {};
}

}  // namespace theriac::storage
