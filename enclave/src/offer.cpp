#include "offer.hpp"

#include "theriac/crypto/merkle.hpp"

namespace theriac::enclave {

namespace {

using protocol::AddCollection;
using protocol::CollectionLeaf;
using protocol::CollectionManifest;
using protocol::Conditions;
using protocol::Grant;

Result<void> expect(bool holds, Errc code, std::string_view message) {
    if (!holds) return fail(code, std::string(message));
    return {};
}

Result<void> check_leaf(
    const OfferTerms& terms, const AddCollection& offered, const protocol::LeafHash& hash) {
    const CollectionLeaf& leaf = offered.leaf.statement;
    THERIAC_CHECK(protocol::check_signer(
        "leaf", terms.domains.digest(hash), offered.leaf.signature, leaf.owner));
    THERIAC_CHECK(protocol::check_inclusion("leaf", Hash256(hash.array()), offered.leaf_inclusion));
    THERIAC_CHECK(expect(leaf.record_count > 0, Errc::denied, "leaf: the collection is deleted"));
    THERIAC_CHECK(expect(
        leaf.group == terms.keys.group(),
        Errc::denied,
        "leaf: the key is masked for another enclave group"));
    return expect(
        leaf.data_type == terms.document.data_type,
        Errc::denied,
        "leaf: expected data type \"" + terms.document.data_type + "\", got \"" + leaf.data_type
            + "\"");
}

Result<void> check_grant(
    const OfferTerms& terms, const AddCollection& offered, const OfferNames& names) {
    const Grant& grant = offered.grant.grant.statement;
    const CollectionLeaf& leaf = offered.leaf.statement;
    THERIAC_CHECK(protocol::check_signer(
        "grant", terms.domains.digest(names.grant), offered.grant.grant.signature, grant.owner));
    THERIAC_CHECK(
        protocol::check_inclusion("grant", Hash256(names.grant.array()), offered.grant_inclusion));
    THERIAC_CHECK(
        expect(grant.request == terms.request, Errc::denied, "grant: is for another request"));
    THERIAC_CHECK(
        expect(grant.owner == leaf.owner, Errc::denied, "grant: is another owner's than the leaf"));
    THERIAC_CHECK(expect(
        grant.collection == leaf.collection && grant.leaf == names.leaf,
        Errc::denied,
        "grant: names another leaf"));
    return expect(
        terms.keys.epoch(grant.epoch_key) != nullptr,
        Errc::denied,
        "grant: sealed to an epoch key this enclave does not hold");
}

Result<CollectionManifest> check_manifest(const AddCollection& offered) {
    const CollectionLeaf& leaf = offered.leaf.statement;
    THERIAC_CHECK(expect(
        crypto::blob_address(offered.manifest) == leaf.manifest,
        Errc::unauthenticated,
        "manifest: is not the one the leaf names"));
    THERIAC_TRY(manifest, protocol::decode_collection_manifest(offered.manifest));
    const bool same = manifest.owner == leaf.owner && manifest.collection == leaf.collection
                      && manifest.version == leaf.version;
    THERIAC_CHECK(expect(same, Errc::unauthenticated, "manifest: describes another collection"));
    const bool holds =
        manifest.records.size() == leaf.record_count && manifest.record_root() == leaf.record_root;
    THERIAC_CHECK(
        expect(holds, Errc::unauthenticated, "manifest: does not match the leaf's record root"));
    return manifest;
}

Result<Conditions> check_conditions(const AddCollection& offered) {
    const crypto::BlobAddress& named = offered.grant.grant.statement.conditions;
    if (named.is_zero()) {
        THERIAC_CHECK(expect(
            offered.conditions.empty(), Errc::malformed, "conditions: the grant names none"));
        return Conditions{};
    }
    THERIAC_CHECK(expect(
        crypto::blob_address(offered.conditions) == named,
        Errc::unauthenticated,
        "conditions: are not the ones the grant names"));
    return protocol::decode_conditions(as_text(offered.conditions));
}

}  // namespace

OfferNames::OfferNames(const AddCollection& offered)
    : leaf(offered.leaf.statement.leaf_hash()), grant(offered.grant.grant.statement.grant_hash()) {}

Offer::Offer(
    AddCollection offered,
    const OfferNames& names,
    CollectionManifest manifest,
    Conditions conditions)
    : offered_(std::move(offered)),
      names_(names),
      manifest_(std::move(manifest)),
      conditions_(conditions) {}

Result<Offer> Offer::check(
    const OfferTerms& terms, AddCollection offered, const OfferNames& names) {
    THERIAC_CHECK(check_leaf(terms, offered, names.leaf));
    THERIAC_CHECK(check_grant(terms, offered, names));
    THERIAC_TRY(conditions, check_conditions(offered));
    THERIAC_TRY(manifest, check_manifest(offered));
    offered.manifest.clear();
    return Offer(std::move(offered), names, std::move(manifest), conditions);
}

Result<void> Offer::add_records(std::uint64_t first, std::vector<Bytes> records) {
    THERIAC_CHECK(expect(
        first == records_.size() && records.size() <= manifest_.records.size() - first,
        Errc::malformed,
        "records: expected the next ones of the manifest"));
    for (std::size_t i = 0; i < records.size(); ++i) {
        const auto& listed = manifest_.records[first + i];
        const bool same =
            records[i].size() == listed.size && crypto::blob_address(records[i]) == listed.address;
        THERIAC_CHECK(expect(
            same,
            Errc::unauthenticated,
            "record " + std::to_string(first + i) + ": is not " + listed.address.hex()
                + ", which the manifest lists"));
    }
    for (Bytes& record : records) {
        held_ += record.size();
        records_.push_back(std::move(record));
    }
    return {};
}

}  // namespace theriac::enclave
