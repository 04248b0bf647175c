// What lies in a collection: one blob, listed record by record. docs/formats/collection.md.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/crypto/merkle.hpp"
#include "theriac/eth/address.hpp"
#include "theriac/protocol/ids.hpp"

#include <cstdint>
#include <vector>

namespace theriac::protocol {

struct CollectionManifest {
    struct Record {
        crypto::BlobAddress address;  ///< of the encrypted record
        std::uint64_t size = 0;       ///< bytes of the encrypted record

        bool operator==(const Record&) const = default;
    };

    static constexpr std::size_t kMaxRecords = 1'000'000;
    static constexpr std::size_t kMaxBytes = std::size_t{64} << 20U;

    eth::Address owner;
    CollectionId collection;
    std::uint64_t version = 1;
    std::vector<Record> records;

    /// RFC 9162 root over the records' addresses, as a leaf's `record_root`.
    [[nodiscard]] Hash256 record_root() const;

    bool operator==(const CollectionManifest&) const = default;
};

Bytes encode(const CollectionManifest& manifest);

/// @return Errc::malformed or Errc::too_large, naming the field
Result<CollectionManifest> decode_collection_manifest(ByteView bytes);

}  // namespace theriac::protocol
