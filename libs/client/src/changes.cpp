#include "theriac/client/changes.hpp"

#include "theriac/learning/table.hpp"
#include "theriac/protocol/collection_binding.hpp"
#include "theriac/protocol/collection_manifest.hpp"

#include "reading.hpp"
#include "sealing.hpp"

namespace theriac::client {

namespace {

using protocol::CollectionId;
using protocol::CollectionManifest;

Result<OwnerIndex> load(const Session& session) {
    THERIAC_CHECK(require_vault(session));
    return load_index(index_file(session), *session.keys.vault_seed);
}

Result<IndexedCollection*> find(OwnerIndex& index, const CollectionId& id) {
    IndexedCollection* found = index.find(id);
    if (found == nullptr)
        return fail(Errc::not_found, "collection " + id.hex() + ": is not in this profile's index");
    if (!found->batch_root || found->void_below > 0)
        return fail(
            Errc::conflict,
            "collection " + id.hex()
                + ": an earlier change is not finished; use `theriac data finish`");
    return found;
}

Result<IndexedCollection*> find_living(OwnerIndex& index, const CollectionId& id) {
    THERIAC_TRY(found, find(index, id));
    if (found->is_deleted())
        return fail(Errc::not_found, "collection " + id.hex() + ": is deleted");
    return found;
}

// The counter is what voids the grants for the leaf that goes.
Result<void> replace(
    Session& session,
    IndexedCollection& collection,
    protocol::Signed<protocol::CollectionLeaf> leaf) {
    const CollectionId id = collection.id();
    THERIAC_TRY(counters, session.views.consent_counters(session.profile.address(), {&id, 1}));
    collection.earlier.push_back(std::move(collection.leaf));
    collection.leaf = std::move(leaf);
    collection.batch_root.reset();
    collection.void_below = counters[0] + 1;
    return {};
}

Result<std::vector<TicketStatus>> save_and_finish(Session& session, const OwnerIndex& index) {
    THERIAC_CHECK(
        save_index(index_file(session), index, *session.keys.vault_seed, session.entropy));
    return finish_registration(session);
}

Result<Changed> put_successor(
    Session& session,
    const TrustedEnclave& enclave,
    OwnerIndex& index,
    IndexedCollection& collection,
    const std::vector<SecretBytes>& records) {
    const protocol::CollectionLeaf& last = collection.leaf.statement;
    THERIAC_TRY(now, session.views.now());
    const Lending lending{enclave, protocol::consent_point(session.deployment()), now};
    const auto record = [&](std::size_t i) { return SecretBytes(to_bytes(records[i].reveal())); };
    THERIAC_TRY(
        sealed,
        seal_version(
            session,
            lending,
            {.id = last.collection,
             .nonce = collection.nonce,
             .version = static_cast<std::uint32_t>(last.version + 1),
             .data_type = last.data_type,
             .records = records.size(),
             .record = record}));
    THERIAC_CHECK(replace(session, collection, std::move(sealed.leaf)));
    Changed out{collection.leaf.statement.version, records.size(), {}};
    THERIAC_TRY(batches, save_and_finish(session, index));
    out.batches = std::move(batches);
    return out;
}

Result<std::size_t> place_of(std::size_t record, std::size_t records) {
    if (record >= 1 && record <= records) return record - 1;
    return fail(
        Errc::not_found,
        "record " + std::to_string(record) + ": the collection has records 1 to "
            + std::to_string(records));
}

Result<std::vector<SecretBytes>> changed_records(
    Session& session, const IndexedCollection& collection, const Modification& modification) {
    THERIAC_TRY(table, learning::Table::parse(modification.csv, modification.schema));
    if (!modification.record) {
        std::vector<SecretBytes> out;
        for (std::size_t i = 0; i < table.rows(); ++i)
            out.push_back(table.csv(i, 1));
        return out;
    }
    if (table.rows() != 1)
        return fail(
            Errc::invalid_argument,
            "one record is replaced by one row, the table has " + std::to_string(table.rows()));
    THERIAC_TRY(records, read_records(session, collection));
    THERIAC_TRY(place, place_of(*modification.record, records.size()));
    records[place] = table.csv(0, 1);
    return records;
}

// The manifest goes last: while it is there, what it lists may be too.
Result<std::size_t> erase(Session& session, const crypto::BlobAddress& address) {
    THERIAC_TRY(there, session.store.has(address));
    if (!there) return std::size_t{0};
    THERIAC_TRY(bytes, session.store.get(address, CollectionManifest::kMaxBytes));
    THERIAC_TRY(manifest, protocol::decode_collection_manifest(bytes));
    for (const auto& record : manifest.records)
        THERIAC_CHECK(session.store.remove(record.address));
    THERIAC_CHECK(session.store.remove(address));
    return manifest.records.size() + 1;
}

}  // namespace

Result<Changed> modify_collection(
    Session& session, const TrustedEnclave& enclave, const Modification& modification) {
    THERIAC_TRY(index, load(session));
    THERIAC_TRY(collection, find_living(index, modification.collection));
    THERIAC_TRY(records, changed_records(session, *collection, modification));
    return put_successor(session, enclave, index, *collection, records);
}

Result<Changed> delete_record(
    Session& session, const TrustedEnclave& enclave, const CollectionId& id, std::size_t record) {
    THERIAC_TRY(index, load(session));
    THERIAC_TRY(collection, find_living(index, id));
    THERIAC_TRY(records, read_records(session, *collection));
    THERIAC_TRY(place, place_of(record, records.size()));
    if (records.size() > 1) {
        records.erase(records.begin() + static_cast<std::ptrdiff_t>(place));
        return put_successor(session, enclave, index, *collection, records);
    }
    Changed out{collection->leaf.statement.version + 1, 0, {}};
    THERIAC_TRY(batches, delete_collections(session, {&id, 1}));
    out.batches = std::move(batches);
    return out;
}

Result<std::vector<TicketStatus>> delete_collections(
    Session& session, std::span<const CollectionId> collections) {
    THERIAC_TRY(index, load(session));
    THERIAC_TRY(now, session.views.now());
    for (const CollectionId& id : collections) {
        const IndexedCollection* known = index.find(id);
        if (known != nullptr && known->is_deleted()) continue;
        THERIAC_TRY(collection, find(index, id));
        THERIAC_TRY(tombstone, sign_tombstone(session, collection->leaf.statement, now));
        THERIAC_CHECK(replace(session, *collection, std::move(tombstone)));
    }
    return save_and_finish(session, index);
}

Result<Erased> erase_replaced(Session& session) {
    THERIAC_TRY(index, load(session));
    Erased out;
    for (const IndexedCollection& collection : index.collections) {
        if (!collection.batch_root || collection.void_below > 0) continue;
        for (const auto& leaf : collection.earlier) {
            auto erased = erase(session, leaf.statement.manifest);
            if (!erased && erased.error().code == Errc::unsupported)
                return Erased{out.blobs, std::move(erased).error()};
            if (erased)
                out.blobs += *erased;
            else
                out.kept = std::move(erased).error();
        }
    }
    return out;
}

}  // namespace theriac::client
