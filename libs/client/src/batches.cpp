#include "theriac/client/batches.hpp"

#include "theriac/crypto/ledger_tree.hpp"

#include <algorithm>
#include <map>

namespace theriac::client {

namespace {

constexpr std::size_t kMaxManifest = std::size_t{16} << 20U;

Result<void> check_root(const PostedBatch& posted, const std::vector<Hash256>& hashes) {
    if (hashes.empty() || crypto::ledger_root(hashes) != posted.root)
        return fail(
            Errc::unauthenticated,
            "batch " + posted.root.hex() + ": its manifest " + posted.manifest.hex()
                + " has another root");
    if (hashes.size() != posted.count)
        return fail(
            Errc::unauthenticated,
            "batch " + posted.root.hex() + ": its manifest has " + std::to_string(hashes.size())
                + " statements, the ledger says " + std::to_string(posted.count));
    return {};
}

Result<PostedBatch> find_posted(
    std::span<const PostedBatch> on_ledger, const TicketStatus& ticket) {
    if (!ticket.root || !ticket.manifest)
        return fail(Errc::unauthenticated, "relayer: says done, but names no batch");
    const auto found = std::ranges::find(on_ledger, *ticket.root, &PostedBatch::root);
    if (found == on_ledger.end())
        return fail(
            Errc::unauthenticated,
            "relayer: says done, but the ledger has no batch " + ticket.root->hex());
    if (found->manifest != *ticket.manifest)
        return fail(
            Errc::unauthenticated,
            "relayer: names the manifest " + ticket.manifest->hex() + " for batch "
                + ticket.root->hex() + ", the ledger names " + found->manifest.hex());
    return *found;
}

Error kept_back(const PostedBatch& posted, Error error) {
    return with_context(
        "relayer: nobody can use what it posted: manifest of batch " + posted.root.hex(),
        std::move(error));
}

bool is_same(
    const protocol::Signed<protocol::CollectionLeaf>& a,
    const protocol::Signed<protocol::CollectionLeaf>& b) {
    return a.signature == b.signature;
}

bool is_same(const protocol::SealedGrant& a, const protocol::SealedGrant& b) {
    return a.grant.signature == b.grant.signature && a.sealed_share == b.sealed_share;
}

// A root covers statements alone, so signatures and shares are compared one by one. The same
// statement may stand in a batch several times; one that is whole is enough.
template <typename Entry>
Result<void> check_contains(
    std::string_view what,
    const std::vector<Hash256>& posted_hashes,
    const std::vector<Entry>& posted,
    const std::vector<Hash256>& own_hashes,
    const std::vector<Entry>& own) {
    std::multimap<Hash256, const Entry*> by_hash;
    for (std::size_t i = 0; i < posted.size(); ++i)
        by_hash.emplace(posted_hashes[i], &posted[i]);
    for (std::size_t i = 0; i < own.size(); ++i) {
        const auto [first, last] = by_hash.equal_range(own_hashes[i]);
        const std::string name = std::string(what) + " " + own_hashes[i].hex();
        if (first == last)
            return fail(Errc::unauthenticated, "relayer: left " + name + " out of the batch");
        if (std::none_of(first, last, [&](const auto& e) { return is_same(*e.second, own[i]); }))
            return fail(
                Errc::unauthenticated,
                "relayer: changed what goes with " + name
                    + ": its signature or share is not the one handed in");
    }
    return {};
}

}  // namespace

Result<protocol::LeafBatch> read_leaf_batch(storage::BlobStore& store, const PostedBatch& posted) {
    THERIAC_TRY(bytes, store.get(posted.manifest, kMaxManifest));
    THERIAC_TRY(batch, protocol::decode_leaf_batch(bytes));
    THERIAC_CHECK(check_root(posted, batch.statement_hashes()));
    return batch;
}

Result<protocol::GrantBatch> read_grant_batch(
    storage::BlobStore& store, const PostedBatch& posted, const protocol::RequestId& request) {
    THERIAC_TRY(bytes, store.get(posted.manifest, kMaxManifest));
    THERIAC_TRY(batch, protocol::decode_grant_batch(bytes));
    THERIAC_CHECK(check_root(posted, batch.statement_hashes()));
    if (batch.request != request)
        return fail(
            Errc::unauthenticated,
            "batch " + posted.root.hex() + ": its manifest is for request " + batch.request.hex());
    return batch;
}

Result<void> check_posted(
    std::span<const PostedBatch> on_ledger,
    storage::BlobStore& store,
    const TicketStatus& ticket,
    const protocol::LeafBatch& handed_in) {
    THERIAC_TRY(posted, find_posted(on_ledger, ticket));
    auto batch = read_leaf_batch(store, posted);
    if (!batch) return fail(kept_back(posted, std::move(batch).error()));
    return check_contains(
        "leaf",
        batch->statement_hashes(),
        batch->leaves,
        handed_in.statement_hashes(),
        handed_in.leaves);
}

Result<void> check_posted(
    std::span<const PostedBatch> on_ledger,
    storage::BlobStore& store,
    const TicketStatus& ticket,
    const protocol::GrantBatch& handed_in) {
    THERIAC_TRY(posted, find_posted(on_ledger, ticket));
    auto batch = read_grant_batch(store, posted, handed_in.request);
    if (!batch) return fail(kept_back(posted, std::move(batch).error()));
    return check_contains(
        "grant",
        batch->statement_hashes(),
        batch->grants,
        handed_in.statement_hashes(),
        handed_in.grants);
}

}  // namespace theriac::client
