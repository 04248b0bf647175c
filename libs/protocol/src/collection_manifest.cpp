#include "theriac/protocol/collection_manifest.hpp"

#include "format.hpp"

namespace theriac::protocol {

namespace {

constexpr std::string_view kFormat = "theriac/collection-manifest/v1";

Result<CollectionManifest::Record> decode_record(eth::rlp::ListReader from) {
    THERIAC_TRY(address, from.fixed<crypto::BlobAddress>("address"));
    THERIAC_TRY(size, from.u64("size"));
    THERIAC_CHECK(from.end());
    return CollectionManifest::Record{address, size};
}

}  // namespace

Hash256 CollectionManifest::record_root() const {
    std::vector<Hash256> leaves;
    leaves.reserve(records.size());
    for (const Record& record : records)
        leaves.push_back(crypto::merkle_leaf_hash(record.address.view()));
    return crypto::merkle_root(leaves);
}

Bytes encode(const CollectionManifest& manifest) {
    return encode_format(kFormat, [&](eth::rlp::Encoder& to) {
        to.fixed(manifest.owner);
        to.fixed(manifest.collection);
        to.u64(manifest.version);
        to.list([&] {
            for (const auto& record : manifest.records) {
                to.list([&] {
                    to.fixed(record.address);
                    to.u64(record.size);
                });
            }
        });
    });
}

Result<CollectionManifest> decode_collection_manifest(ByteView bytes) {
    THERIAC_TRY(
        from, open_format("collection manifest", kFormat, bytes, CollectionManifest::kMaxBytes));
    THERIAC_TRY(owner, from.fixed<eth::Address>("owner"));
    THERIAC_TRY(collection, from.fixed<CollectionId>("collection"));
    THERIAC_TRY(version, from.u64("version"));
    THERIAC_TRY(
        records,
        decode_list<CollectionManifest::Record>(
            from, "records", CollectionManifest::kMaxRecords, decode_record));
    THERIAC_CHECK(from.end());
    return CollectionManifest{owner, collection, version, std::move(records)};
}

}  // namespace theriac::protocol
