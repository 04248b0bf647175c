#include "theriac/client/consent.hpp"

#include "theriac/client/batches.hpp"
#include "theriac/crypto/hpke.hpp"
#include "theriac/learning/spec.hpp"
#include "theriac/protocol/collection_binding.hpp"
#include "theriac/protocol/evidence.hpp"

#include "handing_in.hpp"
#include "origin.hpp"

#include <algorithm>

namespace theriac::client {

namespace {

using protocol::RequestStatus;

constexpr std::size_t kMaxDocument = std::size_t{1} << 20U;

std::vector<const IndexedCollection*> chosen(
    const OwnerIndex& index,
    const GrantRequest& wanted,
    const protocol::RequestDocument& document) {
    std::vector<const IndexedCollection*> out;
    for (const IndexedCollection& collection : index.collections) {
        const auto& leaf = collection.leaf.statement;
        const bool fits = leaf.data_type == document.data_type && leaf.group == document.group
                          && leaf.record_count > 0 && collection.batch_root.has_value();
        const bool named =
            wanted.collections.empty()
            || std::ranges::find(wanted.collections, collection.id()) != wanted.collections.end();
        if (fits && named) out.push_back(&collection);
    }
    return out;
}

// The instance of the request's group whose epoch is to last longest.
Result<TrustedEnclave> enclave_for(
    Session& session, const protocol::RequestDocument& document, UnixTime now) {
    THERIAC_TRY(instances, session.views.instances());
    const RegisteredInstance* best = nullptr;
    for (const RegisteredInstance& instance : instances) {
        const bool fits = !instance.revoked
                          && protocol::group_id(instance.group_key) == document.group
                          && instance.measurement == document.measurement;
        if (fits && (best == nullptr || best->epoch_until < instance.epoch_until)) best = &instance;
    }
    if (best == nullptr)
        return fail(Errc::not_found, "request: no registered enclave is of the group it names");
    return check_enclave(session.views, session.store, best->instance, now);
}

struct GrantTerms {
    const TrustedEnclave& enclave;
    crypto::Point consent_point;
    protocol::RequestId request;
    crypto::BlobAddress conditions;
    UnixTime expiry;
};

Result<protocol::SealedGrant> make_grant(
    Session& session,
    const IndexedCollection& collection,
    std::uint64_t counter,
    const GrantTerms& terms) {
    const auto& leaf = collection.leaf.statement;
    const protocol::Grant statement{
        leaf.owner,
        leaf.collection,
        leaf.leaf_hash(),
        terms.request,
        terms.conditions,
        terms.enclave.instance().epoch_key,
        terms.expiry,
        counter};
    const Hash256 digest = protocol::digest(session.deployment(), statement);
    THERIAC_TRY(
        share,
        crypto::derive_consent_share(
            origin_of(collection, *session.keys.vault_seed),
            terms.enclave.group_key(),
            terms.consent_point));
    THERIAC_TRY(
        sealed,
        crypto::hpke_seal(
            crypto::HpkePublicKey(terms.enclave.instance().epoch_key.array()),
            as_bytes(protocol::kConsentShareInfo),
            digest.view(),
            share.reveal().reveal(),
            session.entropy));
    THERIAC_TRY(signature, session.keys.signer.sign(digest));
    return protocol::SealedGrant{{statement, signature}, std::move(sealed)};
}

Result<std::vector<std::uint64_t>> counters_of(
    Session& session, const std::vector<const IndexedCollection*>& collections) {
    std::vector<protocol::CollectionId> ids;
    for (const IndexedCollection* collection : collections)
        ids.push_back(collection->id());
    return session.views.consent_counters(session.profile.address(), ids);
}

Result<crypto::BlobAddress> store_conditions(
    Session& session, const protocol::Conditions& conditions) {
    if (conditions == protocol::Conditions{}) return crypto::BlobAddress{};
    return session.store.put(as_bytes(protocol::encode(conditions)));
}

Result<OwnerIndex> load(const Session& session) {
    if (!session.keys.vault_seed)
        return fail(
            Errc::invalid_argument,
            "profile " + session.profile.directory().string()
                + ": has no vault; only an owner consents");
    return load_index(session.profile.directory() / "index.bin", *session.keys.vault_seed);
}

}  // namespace

Result<CheckedRequest> check_request(
    ContractViews& views, storage::BlobStore& store, const protocol::RequestId& id) {
    THERIAC_TRY(request, views.signed_request(id));
    THERIAC_CHECK(protocol::check_signer(
        "request",
        protocol::digest(views.network().deployment, request.statement),
        request.signature,
        request.statement.researcher));
    THERIAC_TRY(bytes, store.get(request.statement.document, kMaxDocument));
    THERIAC_TRY(document, protocol::decode_request_document(as_text(bytes)));
    if (document.researcher != request.statement.researcher)
        return fail(Errc::unauthenticated, "request: the document names another researcher");
    THERIAC_TRY(spec, store.get(document.model_spec, kMaxDocument));
    THERIAC_CHECK(learning::ModelSpec::parse(as_text(spec)));
    THERIAC_TRY(state, views.request(id));
    THERIAC_TRY(approval, views.approval(id));
    return CheckedRequest{
        id, request, std::move(document), std::string(as_text(spec)), state, approval};
}

Result<std::vector<CheckedRequest>> pending_requests(Session& session, const OwnerIndex& index) {
    THERIAC_TRY(now, session.views.now());
    THERIAC_TRY(opened, session.views.requests());
    std::vector<CheckedRequest> out;
    for (const OpenedRequest& one : opened) {
        THERIAC_TRY(state, session.views.request(one.id));
        if (state.status != RequestStatus::recruiting || state.recruit_until < now) continue;
        auto checked = check_request(session.views, session.store, one.id);
        if (!checked) continue;  // one bad request must not hide the others
        if (!chosen(
                 index,
                 {.request = one.id, .collections = {}, .conditions = {}, .expiry = {}},
                 checked->document)
                 .empty())
            out.push_back(*std::move(checked));
    }
    return out;
}

Result<Granted> grant(Session& session, const GrantRequest& wanted) {
    THERIAC_TRY(index, load(session));
    THERIAC_TRY(request, check_request(session.views, session.store, wanted.request));
    THERIAC_TRY(now, session.views.now());
    if (request.state.status != RequestStatus::recruiting || request.state.recruit_until < now)
        return fail(
            Errc::expired, "request " + wanted.request.hex() + ": does not recruit any more");
    THERIAC_CHECK(protocol::check_approved(request.state, request.approval, now));
    const auto collections = chosen(index, wanted, request.document);
    if (collections.empty())
        return fail(
            Errc::not_found,
            "no registered collection of data type \"" + request.document.data_type
                + "\" for this request's enclave group");
    THERIAC_TRY(enclave, enclave_for(session, request.document, now));
    THERIAC_TRY(conditions, store_conditions(session, wanted.conditions));
    const UnixTime expiry =
        wanted.expiry == UnixTime{} ? request.state.release_until : wanted.expiry;
    const GrantTerms terms{
        enclave, protocol::consent_point(session.deployment()), wanted.request, conditions, expiry};
    protocol::GrantBatch batch{wanted.request, {}};
    Granted out;
    THERIAC_TRY(counters, counters_of(session, collections));
    for (std::size_t i = 0; i < collections.size(); ++i) {
        THERIAC_TRY(sealed, make_grant(session, *collections[i], counters[i], terms));
        out.grants.push_back(sealed.grant.statement.grant_hash());
        batch.grants.push_back(std::move(sealed));
        if (session.progress) session.progress("granting", batch.grants.size(), collections.size());
    }
    THERIAC_TRY(ticket, hand_in(session, "grants", protocol::encode(batch)));
    THERIAC_TRY(on_ledger, session.views.grant_batches(wanted.request));
    THERIAC_CHECK(check_posted(on_ledger, session.store, ticket, batch));
    out.batch = std::move(ticket);
    return out;
}

Result<TicketStatus> revoke(Session& session, const protocol::CollectionId& collection) {
    THERIAC_TRY(index, load(session));
    if (index.find(collection) == nullptr)
        return fail(
            Errc::not_found, "collection " + collection.hex() + ": is not in this profile's index");
    const eth::Address& owner = session.profile.address();
    THERIAC_TRY(before, session.views.consent_counters(owner, {&collection, 1}));
    THERIAC_TRY(
        ticket,
        sign_and_hand_in(
            session, "revocation", protocol::Revocation{owner, collection, before[0] + 1}));
    THERIAC_TRY(after, session.views.consent_counters(owner, {&collection, 1}));
    if (after[0] > before[0]) return ticket;
    return fail(
        Errc::unauthenticated,
        "relayer: says done, but the ledger's consent counter of " + collection.hex() + " is still "
            + std::to_string(after[0]));
}

}  // namespace theriac::client
