#include "sealing.hpp"

#include "theriac/crypto/stream.hpp"
#include "theriac/protocol/collection_binding.hpp"
#include "theriac/protocol/collection_manifest.hpp"

namespace theriac::client {

namespace {

using protocol::CollectionLeaf;
using protocol::CollectionManifest;

struct StoredRecords {
    CollectionManifest manifest;
    crypto::BlobAddress address;
    std::uint64_t bytes = 0;
};

Result<StoredRecords> store_records(
    Session& session, const NewVersion& version, const crypto::CollectionKey& key) {
    const eth::Address& owner = session.profile.address();
    const auto context =
        protocol::record_context(session.deployment(), owner, version.id, version.data_type);
    StoredRecords out{{owner, version.id, version.version, {}}, {}, 0};
    for (std::size_t i = 0; i < version.records; ++i) {
        const SecretBytes record = version.record(i);
        THERIAC_TRY(sealed, crypto::seal_record(key, context, record.reveal(), session.entropy));
        THERIAC_TRY(address, session.store.put(sealed));
        out.manifest.records.push_back({address, sealed.size()});
        out.bytes += sealed.size();
    }
    THERIAC_TRY(address, session.store.put(protocol::encode(out.manifest)));
    out.address = address;
    return out;
}

}  // namespace

Result<SealedVersion> seal_version(
    Session& session, const Lending& lending, const NewVersion& version) {
    const crypto::CollectionOrigin origin{*session.keys.vault_seed, version.nonce, version.version};
    THERIAC_TRY(key, crypto::derive_collection_key(origin));
    THERIAC_TRY(
        masked,
        crypto::derive_masked_key(origin, lending.enclave.group_key(), lending.consent_point));
    THERIAC_TRY(stored, store_records(session, version, key));
    CollectionLeaf leaf{
        .owner = session.profile.address(),
        .collection = version.id,
        .version = version.version,
        .data_type = version.data_type,
        .record_count = static_cast<std::uint32_t>(version.records),
        .record_root = stored.manifest.record_root(),
        .manifest = stored.address,
        .masked_key = masked.masked_key.compressed(),
        .mask_point = masked.mask_point.compressed(),
        .group = lending.enclave.group(),
        .timestamp = lending.now};
    THERIAC_TRY(signed_leaf, sign(session.deployment(), session.keys.signer, std::move(leaf)));
    return SealedVersion{std::move(signed_leaf), stored.bytes};
}

Result<protocol::Signed<CollectionLeaf>> sign_tombstone(
    const Session& session, const CollectionLeaf& last, UnixTime now) {
    CollectionLeaf leaf = last;
    leaf.version = last.version + 1;
    leaf.record_count = 0;
    leaf.record_root = {};
    leaf.manifest = {};
    leaf.timestamp = now;
    return sign(session.deployment(), session.keys.signer, std::move(leaf));
}

}  // namespace theriac::client
