// A collection as the host offers it, checked as far as it can be without the ledger's state and
// without any key.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/protocol/collection_manifest.hpp"
#include "theriac/protocol/conditions.hpp"
#include "theriac/protocol/messages.hpp"
#include "theriac/protocol/request_document.hpp"

#include "keys.hpp"

#include <optional>
#include <vector>

namespace theriac::enclave {

/// What every offer of a job is held against.
struct OfferTerms {
    const protocol::Deployment& deployment;
    const protocol::Domains& domains;
    const Keys& keys;
    const protocol::RequestId& request;
    const protocol::RequestDocument& document;
};

/// What an offer's statements are called, valid or not.
struct OfferNames {
    protocol::LeafHash leaf;
    protocol::GrantHash grant;

    explicit OfferNames(const protocol::AddCollection& offered);
};

/// A collection whose signatures, inclusion proofs and manifest hold. Its records arrive one by
/// one.
class Offer {
public:
    /// Claims 3 and 4 of the design, as far as the owner's own words go: the grant is signed by the
    /// owner, names this request and this very leaf; the leaf is signed by the same owner; both are
    /// in the batches named; the manifest is the leaf's.
    ///
    /// @return Errc::unauthenticated for a signature, proof or hash that does not hold;
    /// Errc::denied for a grant that is for
    ///         something else
    ///
    /// @param names  of `offered`
    static Result<Offer> check(
        const OfferTerms& terms, protocol::AddCollection offered, const OfferNames& names);

    /// Takes the encrypted records from `first` on, which must be the next ones.
    ///
    /// @return Errc::unauthenticated for a record that is not the manifest's; none of them is kept
    /// then
    Result<void> add_records(std::uint64_t first, std::vector<Bytes> records);

    [[nodiscard]] bool is_complete() const { return records_.size() == manifest_.records.size(); }

    [[nodiscard]] const protocol::CollectionLeaf& leaf() const { return offered_.leaf.statement; }

    [[nodiscard]] const protocol::Grant& grant() const { return offered_.grant.grant.statement; }

    [[nodiscard]] const protocol::LeafHash& leaf_hash() const { return names_.leaf; }

    [[nodiscard]] const protocol::GrantHash& grant_hash() const { return names_.grant; }

    [[nodiscard]] const Hash256& leaf_batch() const { return offered_.leaf_inclusion.root; }

    [[nodiscard]] const Hash256& grant_batch() const { return offered_.grant_inclusion.root; }

    [[nodiscard]] ByteView sealed_share() const { return offered_.grant.sealed_share; }

    [[nodiscard]] const std::vector<Bytes>& records() const { return records_; }

    [[nodiscard]] std::uint64_t minimum_owners() const { return conditions_.minimum_owners; }

    /// Bytes of encrypted records held.
    [[nodiscard]] std::size_t held() const { return held_; }

private:
    Offer(
        protocol::AddCollection offered,
        const OfferNames& names,
        protocol::CollectionManifest manifest,
        protocol::Conditions conditions);

    protocol::AddCollection offered_;
    OfferNames names_;
    protocol::CollectionManifest manifest_;
    protocol::Conditions conditions_;
    std::vector<Bytes> records_;
    std::size_t held_ = 0;
};

}  // namespace theriac::enclave
