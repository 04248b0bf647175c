#include "theriac/storage/blob_store.hpp"

namespace theriac::storage {

Result<BlobAddress> BlobStore::put(ByteView bytes) {
    const BlobAddress address = crypto::blob_address(bytes);
    THERIAC_CHECK(store(address, bytes));
    return address;
}

Result<Bytes> BlobStore::get(const BlobAddress& address, std::size_t max_size) {
    THERIAC_TRY(bytes, fetch(address, max_size));
    if (bytes.size() > max_size)
        return fail(
            Errc::too_large,
            place_of(address) + ": more than " + std::to_string(max_size) + " bytes");
    const BlobAddress found = crypto::blob_address(bytes);
    if (found == address) return bytes;
    return fail(
        Errc::unauthenticated,
        "blob " + address.hex() + ": " + place_of(address) + " holds other bytes, of address "
            + found.hex());
}

Result<void> BlobStore::remove(const BlobAddress& address) {
    return fail(Errc::unsupported, place_of(address) + ": this store removes nothing");
}

}  // namespace theriac::storage
