#include "theriac/client/collections.hpp"

#include "theriac/client/batches.hpp"
#include "theriac/crypto/stream.hpp"
#include "theriac/learning/table.hpp"
#include "theriac/protocol/collection_binding.hpp"
#include "theriac/protocol/collection_manifest.hpp"

#include "handing_in.hpp"
#include "origin.hpp"
#include "reading.hpp"
#include "sealing.hpp"
#include "withdrawal.hpp"

#include <algorithm>

namespace theriac::client {

namespace {

using protocol::CollectionLeaf;
using protocol::CollectionManifest;

constexpr std::size_t kMaxRecord = std::size_t{256} << 20U;

// The rows that become one collection, each row a record.
struct Rows {
    std::size_t first = 0;
    std::size_t count = 0;
    std::string label;
};

std::vector<Rows> split(const learning::Table& table, Granularity granularity) {
    if (granularity == Granularity::one_collection)
        return {{0, table.rows(), "rows 1 to " + std::to_string(table.rows())}};
    std::vector<Rows> out;
    for (std::size_t i = 0; i < table.rows(); ++i)
        out.push_back({i, 1, "row " + std::to_string(i + 1)});
    return out;
}

template <typename Fixed>
Fixed random_bytes(Entropy& entropy) {
    Fixed out;
    entropy.fill(out.mutable_view());
    return out;
}

struct NewCollection {
    IndexedCollection indexed;
    std::uint64_t bytes = 0;
};

Result<NewCollection> make_collection(
    Session& session,
    const Lending& lending,
    const AddTable& add,
    const learning::Table& table,
    const Rows& rows) {
    const auto id = random_bytes<protocol::CollectionId>(session.entropy);
    const auto nonce = derive_nonce(*session.keys.vault_seed, id);
    const auto record = [&](std::size_t i) { return table.csv(rows.first + i, 1); };
    THERIAC_TRY(
        sealed,
        seal_version(
            session,
            lending,
            {.id = id,
             .nonce = nonce,
             .version = 1,
             .data_type = add.data_type,
             .records = rows.count,
             .record = record}));
    return NewCollection{
        {.nonce = nonce,
         .label = rows.label,
         .leaf = std::move(sealed.leaf),
         .batch_root = {},
         .void_below = 0,
         .earlier = {}},
        sealed.bytes};
}

void report(const Session& session, std::string_view what, std::size_t done, std::size_t total) {
    if (session.progress) session.progress(what, done, total);
}

Result<void> check_stop(const Session& session) {
    if (session.stop && session.stop())
        return fail(Errc::interrupted, "stopped; nothing was registered");
    return {};
}

protocol::LeafBatch unregistered(const OwnerIndex& index) {
    protocol::LeafBatch batch;
    for (const auto& collection : index.collections) {
        if (!collection.batch_root && batch.leaves.size() < protocol::kMaxBatch)
            batch.leaves.push_back(collection.leaf);
    }
    return batch;
}

// The relayer is not believed: only a batch that holds these very leaves, and that anyone can read,
// is remembered.
Result<void> remember_batch(
    Session& session,
    OwnerIndex& index,
    const protocol::LeafBatch& handed_in,
    const TicketStatus& ticket) {
    THERIAC_TRY(on_ledger, session.views.leaf_batches());
    THERIAC_CHECK(check_posted(on_ledger, session.store, ticket, handed_in));
    for (const auto& leaf : handed_in.leaves) {
        const auto known =
            std::ranges::find(index.collections, leaf.statement.collection, &IndexedCollection::id);
        if (known != index.collections.end()) known->batch_root = *ticket.root;
    }
    return {};
}

}  // namespace

Result<void> require_vault(const Session& session) {
    if (session.keys.vault_seed) return {};
    return fail(
        Errc::invalid_argument,
        "profile " + session.profile.directory().string()
            + ": has no vault; only an owner lends data");
}

std::filesystem::path index_file(const Session& session) {
    return session.profile.directory() / "index.bin";
}

Result<AddedCollections> add_table(
    Session& session, const TrustedEnclave& enclave, const AddTable& add) {
    THERIAC_CHECK(require_vault(session));
    THERIAC_TRY(table, learning::Table::parse(add.csv, add.schema));
    THERIAC_TRY(index, load_index(index_file(session), *session.keys.vault_seed));
    THERIAC_TRY(now, session.views.now());
    const Lending lending{enclave, protocol::consent_point(session.deployment()), now};
    AddedCollections out;
    const std::vector<Rows> parts = split(table, add.granularity);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        THERIAC_CHECK(check_stop(session));
        THERIAC_TRY(made, make_collection(session, lending, add, table, parts[i]));
        out.ids.push_back(made.indexed.id());
        out.record_bytes += made.bytes;
        index.collections.push_back(std::move(made.indexed));
        report(session, "encrypting", i + 1, parts.size());
    }
    // Remembered before it is registered: the ledger must never know a collection whose nonce is
    // lost.
    THERIAC_CHECK(
        save_index(index_file(session), index, *session.keys.vault_seed, session.entropy));
    THERIAC_TRY(batches, finish_registration(session));
    out.batches = std::move(batches);
    return out;
}

Result<std::vector<TicketStatus>> finish_registration(Session& session) {
    THERIAC_CHECK(require_vault(session));
    THERIAC_TRY(index, load_index(index_file(session), *session.keys.vault_seed));
    THERIAC_CHECK(withdraw_replaced(session, index));
    std::vector<TicketStatus> out;
    while (true) {
        const protocol::LeafBatch batch = unregistered(index);
        if (batch.leaves.empty()) return out;
        report(session, "registering", 0, batch.leaves.size());
        THERIAC_TRY(ticket, hand_in(session, "leaves", protocol::encode(batch)));
        THERIAC_CHECK(remember_batch(session, index, batch, ticket));
        THERIAC_CHECK(
            save_index(index_file(session), index, *session.keys.vault_seed, session.entropy));
        report(session, "registering", batch.leaves.size(), batch.leaves.size());
        out.push_back(std::move(ticket));
    }
}

Result<std::vector<SecretBytes>> read_records(
    Session& session, const IndexedCollection& collection) {
    const CollectionLeaf& leaf = collection.leaf.statement;
    if (collection.is_deleted())
        return fail(Errc::not_found, "collection " + leaf.collection.hex() + ": is deleted");
    THERIAC_TRY(
        key, crypto::derive_collection_key(origin_of(collection, *session.keys.vault_seed)));
    THERIAC_TRY(bytes, session.store.get(leaf.manifest, CollectionManifest::kMaxBytes));
    THERIAC_TRY(manifest, protocol::decode_collection_manifest(bytes));
    const auto context =
        protocol::record_context(session.deployment(), leaf.owner, leaf.collection, leaf.data_type);
    std::vector<SecretBytes> out;
    for (const auto& record : manifest.records) {
        THERIAC_TRY(sealed, session.store.get(record.address, kMaxRecord));
        THERIAC_TRY(plain, crypto::open_record(key, context, sealed));
        out.push_back(std::move(plain));
    }
    return out;
}

Result<std::vector<SecretBytes>> read_collection(
    Session& session, const protocol::CollectionId& id) {
    THERIAC_CHECK(require_vault(session));
    THERIAC_TRY(index, load_index(index_file(session), *session.keys.vault_seed));
    const IndexedCollection* collection = index.find(id);
    if (collection == nullptr)
        return fail(Errc::not_found, "collection " + id.hex() + ": is not in this profile's index");
    return read_records(session, *collection);
}

}  // namespace theriac::client
