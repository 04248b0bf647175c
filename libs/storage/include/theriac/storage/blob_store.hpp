// Blobs: bytes named by the root of a tree over them. Who stores them is not trusted.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/crypto/merkle.hpp"

#include <cstddef>

namespace theriac::storage {

using crypto::BlobAddress;

/// The largest blob a store takes unless told otherwise, in bytes.
inline constexpr std::size_t kDefaultMaxBlob = std::size_t{256} << 20U;

/// A place for blobs. Whatever `get` returns has the address asked for: that is checked here on
/// every reading, not by the backends.
class BlobStore {
public:
    BlobStore() = default;
    BlobStore(const BlobStore&) = delete;
    BlobStore& operator=(const BlobStore&) = delete;
    BlobStore(BlobStore&&) = default;
    BlobStore& operator=(BlobStore&&) = default;
    virtual ~BlobStore() = default;

    /// Stores `bytes`; on return they will survive a crash. Storing them again changes nothing.
    ///
    /// @return their address; Errc::too_large; Errc::disk_full; Errc::unavailable
    Result<BlobAddress> put(ByteView bytes);

    /// @return Errc::not_found; Errc::too_large beyond `max_size` bytes; Errc::unauthenticated when
    ///         the store returned other bytes, naming the address and where they lay
    Result<Bytes> get(const BlobAddress& address, std::size_t max_size);

    /// True when the store says that it has it; only `get` proves it.
    virtual Result<bool> has(const BlobAddress& address) = 0;

    /// Forgets the blob, for erasure. Removing what is not there is no error.
    ///
    /// @return Errc::unsupported where the store removes nothing
    virtual Result<void> remove(const BlobAddress& address);

private:
    virtual Result<void> store(const BlobAddress& address, ByteView bytes) = 0;
    virtual Result<Bytes> fetch(const BlobAddress& address, std::size_t max_size) = 0;
    /// Where the blob lies, for messages: a path or a URL.
    [[nodiscard]] virtual std::string place_of(const BlobAddress& address) const = 0;
};

}  // namespace theriac::storage
