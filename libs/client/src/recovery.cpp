#include "theriac/client/recovery.hpp"

#include "theriac/client/batches.hpp"
#include "theriac/protocol/collection_binding.hpp"
#include "theriac/protocol/evidence.hpp"

#include "origin.hpp"
#include "reading.hpp"
#include "sealing.hpp"

#include <map>

namespace theriac::client {

namespace {

using protocol::CollectionId;
using protocol::CollectionLeaf;
using protocol::GroupId;

struct Located {
    protocol::Signed<CollectionLeaf> leaf;
    Hash256 root;
};

struct OwnLeaves {
    std::vector<CollectionId> order;  ///< as the ledger first names them
    std::map<CollectionId, std::vector<Located>> versions;
};

void take_own(
    const Session& session, const protocol::LeafBatch& batch, const Hash256& root, OwnLeaves& out) {
    for (const auto& leaf : batch.leaves) {
        const CollectionLeaf& statement = leaf.statement;
        if (statement.owner != session.profile.address()) continue;
        // Anybody can put a leaf into a batch; the owner's are those the owner signed.
        if (!protocol::check_signer(
                "leaf",
                protocol::digest(session.deployment(), statement),
                leaf.signature,
                statement.owner))
            continue;
        auto& versions = out.versions[statement.collection];
        if (versions.empty()) out.order.push_back(statement.collection);
        versions.push_back({leaf, root});
    }
}

Result<OwnLeaves> read_own(Session& session, std::vector<std::string>& unread) {
    THERIAC_TRY(batches, session.views.leaf_batches());
    OwnLeaves out;
    for (const PostedBatch& posted : batches) {
        const auto batch = read_leaf_batch(session.store, posted);
        if (batch)
            take_own(session, *batch, posted.root, out);
        else
            unread.push_back("batch " + posted.root.hex() + ": " + batch.error().message);
    }
    return out;
}

// Of two leaves of one version, which only two programs of one owner can make, the later counts.
std::vector<Located> in_order(std::vector<Located> versions) {
    std::map<std::uint64_t, Located> by_version;
    for (Located& one : versions) {
        const std::uint64_t version = one.leaf.statement.version;
        by_version.insert_or_assign(version, std::move(one));
    }
    std::vector<Located> out;
    for (auto& [version, one] : by_version)
        out.push_back(std::move(one));
    return out;
}

IndexedCollection indexed(
    crypto::CollectionNonce nonce, std::string label, const std::vector<Located>& versions) {
    IndexedCollection out{nonce, std::move(label), versions.back().leaf, versions.back().root};
    for (std::size_t i = 0; i + 1 < versions.size(); ++i)
        out.earlier.push_back(versions[i].leaf);
    return out;
}

Result<std::map<GroupId, crypto::Point>> group_keys(Session& session) {
    THERIAC_TRY(instances, session.views.instances());
    std::map<GroupId, crypto::Point> out;
    for (const RegisteredInstance& instance : instances) {
        const auto key = crypto::Point::from_compressed(instance.group_key);
        if (key) out.emplace(protocol::group_id(instance.group_key), *key);
    }
    return out;
}

// The masked key is a function of seed, nonce and version: it shows whether these are the right
// ones, without a look at any record.
Result<void> check_keys(
    Session& session,
    const IndexedCollection& collection,
    const std::map<GroupId, crypto::Point>& groups) {
    const CollectionLeaf& leaf = collection.leaf.statement;
    const auto group = groups.find(leaf.group);
    if (group == groups.end())
        return fail(
            Errc::not_found, "no enclave of its group is registered, so its keys are not checked");
    THERIAC_TRY(
        masked,
        crypto::derive_masked_key(
            origin_of(collection, *session.keys.vault_seed),
            group->second,
            protocol::consent_point(session.deployment())));
    if (masked.masked_key.compressed() == leaf.masked_key
        && masked.mask_point.compressed() == leaf.mask_point)
        return {};
    return fail(
        Errc::unauthenticated,
        "its key does not follow from this seed: only the index it was added with opens it");
}

// What the ledger has not seen yet stays as it is, unless the ledger has its version by now.
bool is_newer(const IndexedCollection& known, const std::vector<Located>& versions) {
    const CollectionLeaf& newest = versions.back().leaf.statement;
    if (known.leaf.statement.version > newest.version) return false;
    return known.leaf.statement.leaf_hash() != newest.leaf_hash() || !known.batch_root;
}

class Recovery {
public:
    Recovery(Session& session, OwnerIndex& index, const std::map<GroupId, crypto::Point>& groups)
        : session_(&session), index_(&index), groups_(&groups) {}

    void take(const CollectionId& id, const std::vector<Located>& versions) {
        ++out_.found;
        IndexedCollection* known = index_->find(id);
        if (known == nullptr) {
            add(id, versions);
            return;
        }
        if (!is_newer(*known, versions)) return;
        *known = indexed(known->nonce, known->label, versions);
        ++out_.updated;
    }

    void check_all() {
        for (const IndexedCollection& collection : index_->collections) {
            if (collection.is_deleted()) continue;
            const auto fits = check_keys(*session_, collection, *groups_);
            if (fits)
                ++out_.checked;
            else
                out_.closed.push_back({collection.id(), fits.error().message});
        }
    }

    Recovered take_result() { return std::move(out_); }

private:
    void add(const CollectionId& id, const std::vector<Located>& versions) {
        auto collection = indexed(
            derive_nonce(*session_->keys.vault_seed, id),
            "recovered " + std::to_string(++number_),
            versions);
        const auto fits = check_keys(*session_, collection, *groups_);
        if (!collection.is_deleted() && !fits && fits.error().code == Errc::unauthenticated) {
            out_.closed.push_back({id, fits.error().message});
            return;
        }
        index_->collections.push_back(std::move(collection));
        ++out_.added;
    }

    Session* session_;
    OwnerIndex* index_;
    const std::map<GroupId, crypto::Point>* groups_;
    Recovered out_;
    std::size_t number_ = 0;
};

}  // namespace

Result<Recovered> recover_index(Session& session) {
    THERIAC_CHECK(require_vault(session));
    THERIAC_TRY(index, load_index(index_file(session), *session.keys.vault_seed));
    std::vector<std::string> unread;
    THERIAC_TRY(own, read_own(session, unread));
    THERIAC_TRY(groups, group_keys(session));
    Recovery recovery(session, index, groups);
    for (const CollectionId& id : own.order)
        recovery.take(id, in_order(std::move(own.versions[id])));
    recovery.check_all();
    THERIAC_CHECK(
        save_index(index_file(session), index, *session.keys.vault_seed, session.entropy));
    Recovered out = recovery.take_result();
    out.unread = std::move(unread);
    return out;
}

}  // namespace theriac::client
