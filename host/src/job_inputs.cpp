#include "job_inputs.hpp"

#include "theriac/client/batches.hpp"
#include "theriac/protocol/batch.hpp"
#include "theriac/protocol/collection_manifest.hpp"

#include <map>

namespace theriac::host {

namespace {

using protocol::Inclusion;
using protocol::LeafHash;

constexpr std::size_t kMaxBlob = std::size_t{64} << 20U;

struct LocatedLeaf {
    protocol::Signed<protocol::CollectionLeaf> leaf;
    Inclusion inclusion;
};

Inclusion inclusion_of(const Hash256& root, const std::vector<Hash256>& hashes, std::size_t index) {
    return {root, index, hashes.size(), crypto::ledger_prove(hashes, index)};
}

// A batch whose manifest cannot be had or is wrong is left out: its owners will be missing, nobody
// else.
std::map<LeafHash, LocatedLeaf> read_leaves(
    storage::BlobStore& store,
    const std::vector<client::PostedBatch>& batches,
    std::vector<std::string>& missing) {
    std::map<LeafHash, LocatedLeaf> out;
    for (const client::PostedBatch& posted : batches) {
        const auto batch = client::read_leaf_batch(store, posted);
        if (!batch) {
            missing.push_back("leaf batch " + posted.root.hex() + ": " + batch.error().message);
            continue;
        }
        const auto hashes = batch->statement_hashes();
        for (std::size_t i = 0; i < hashes.size(); ++i)
            out.try_emplace(
                LeafHash(hashes[i].array()),
                LocatedLeaf{batch->leaves[i], inclusion_of(posted.root, hashes, i)});
    }
    return out;
}

Result<Candidate> make_candidate(
    storage::BlobStore& store,
    const std::map<LeafHash, LocatedLeaf>& leaves,
    const protocol::SealedGrant& sealed,
    Inclusion inclusion) {
    const protocol::Grant& grant = sealed.grant.statement;
    const auto found = leaves.find(grant.leaf);
    if (found == leaves.end())
        return fail(Errc::not_found, "its leaf " + grant.leaf.hex() + " is in no batch");
    THERIAC_TRY(manifest_bytes, store.get(found->second.leaf.statement.manifest, kMaxBlob));
    THERIAC_TRY(manifest, protocol::decode_collection_manifest(manifest_bytes));
    Bytes conditions;
    if (!grant.conditions.is_zero()) {
        THERIAC_TRY(bytes, store.get(grant.conditions, kMaxBlob));
        conditions = std::move(bytes);
    }
    Candidate out{
        {found->second.leaf,
         found->second.inclusion,
         sealed,
         std::move(inclusion),
         std::move(conditions),
         std::move(manifest_bytes)},
        {}};
    for (const auto& record : manifest.records)
        out.records.push_back(record.address);
    return out;
}

void add_candidates(
    storage::BlobStore& store,
    const std::map<LeafHash, LocatedLeaf>& leaves,
    const client::PostedBatch& posted,
    const protocol::GrantBatch& batch,
    JobInputs& out) {
    const auto hashes = batch.statement_hashes();
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        auto candidate =
            make_candidate(store, leaves, batch.grants[i], inclusion_of(posted.root, hashes, i));
        if (candidate)
            out.candidates.push_back(*std::move(candidate));
        else
            out.missing.push_back("grant " + hashes[i].hex() + ": " + candidate.error().message);
    }
}

}  // namespace

Result<JobInputs> gather_inputs(
    client::ContractViews& views, storage::BlobStore& store, const protocol::RequestId& id) {
    THERIAC_TRY(request, client::check_request(views, store, id));
    JobInputs out{std::move(request), {}, {}};
    THERIAC_TRY(leaf_batches, views.leaf_batches());
    const auto leaves = read_leaves(store, leaf_batches, out.missing);
    THERIAC_TRY(grant_batches, views.grant_batches(id));
    for (const client::PostedBatch& posted : grant_batches) {
        const auto batch = client::read_grant_batch(store, posted, id);
        if (batch)
            add_candidates(store, leaves, posted, *batch, out);
        else
            out.missing.push_back(
                "grant batch " + posted.root.hex() + ": " + batch.error().message);
    }
    return out;
}

}  // namespace theriac::host
