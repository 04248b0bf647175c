#include "admission.hpp"

#include <algorithm>
#include <set>

namespace theriac::enclave {

namespace {

using protocol::RequestStatus;
using Verdict = protocol::VerificationReport::Verdict;

constexpr std::string_view kIncomplete = "records are missing";

Result<void> check_instance(
    const eth::ProvenState& state,
    const protocol::Deployment& deployment,
    const eth::Address& instance) {
    THERIAC_TRY(registered, protocol::read_instance(state, deployment, instance));
    if (!registered.registered)
        return fail(Errc::denied, "instance: " + instance.hex() + " is not registered");
    if (registered.revoked)
        return fail(Errc::denied, "instance: " + instance.hex() + " is revoked");
    return {};
}

Result<void> check_measurement(
    const eth::ProvenState& state,
    const protocol::Deployment& deployment,
    const protocol::Measurement& measurement) {
    THERIAC_TRY(allowed, protocol::is_measurement_allowed(state, deployment, measurement));
    if (allowed) return {};
    return fail(Errc::denied, "measurement: " + measurement.hex() + " is not allowed any more");
}

Result<void> check_researcher(
    const eth::ProvenState& state,
    const protocol::Deployment& deployment,
    const eth::Address& researcher) {
    THERIAC_TRY(member, protocol::read_member(state, deployment, researcher));
    if ((member.roles & protocol::kRoleResearcher) == 0)
        return fail(Errc::denied, "request: " + researcher.hex() + " is not a researcher");
    return {};
}

Result<void> check_not_over(const protocol::RequestState& request, UnixTime now) {
    if (request.status == RequestStatus::recruiting && now > request.start_until)
        return fail(Errc::expired, "request: the time to start it is over");
    if (request.status == RequestStatus::started && now > request.release_until)
        return fail(Errc::expired, "request: the time to finish it is over");
    return {};
}

std::size_t vouched_owners(
    const eth::ProvenState& state,
    const OfferTerms& terms,
    const std::vector<const Offer*>& offers) {
    std::set<eth::Address> owners;
    for (const Offer* offer : offers) {
        const eth::Address& owner = offer->leaf().owner;
        if (protocol::is_vouched_for(state, terms.deployment, owner).value_or(false))
            owners.insert(owner);
    }
    return owners.size();
}

// An owner who leaves because too few take part makes the cohort smaller for the others: repeat
// until nobody leaves.
void apply_minimum_owners(
    const eth::ProvenState& state,
    const OfferTerms& terms,
    std::vector<const Offer*>& used,
    std::vector<Verdict>& verdicts) {
    for (bool left = true; left;) {
        const std::size_t owners = vouched_owners(state, terms, used);
        left = std::erase_if(
                   used,
                   [&](const Offer* offer) {
                       if (offer->minimum_owners() <= owners) return false;
                       verdicts.push_back(
                           {offer->grant_hash(),
                            offer->leaf_hash(),
                            false,
                            "conditions: at least " + std::to_string(offer->minimum_owners())
                                + " owners demanded, " + std::to_string(owners) + " take part"});
                       return true;
                   })
               > 0;
    }
}

Result<void> check_approval(
    const eth::ProvenState& state,
    const protocol::Deployment& deployment,
    const protocol::RequestId& id,
    const protocol::RequestState& request) {
    if (request.quorum == 0) return {};
    THERIAC_TRY(approval, protocol::read_approval(state, deployment, id));
    return protocol::check_approved(request, approval, state.timestamp());
}

}  // namespace

Result<protocol::RequestState> check_request(
    const eth::ProvenState& state,
    const protocol::Deployment& deployment,
    const KnownRequest& request,
    const eth::Address& instance) {
    THERIAC_CHECK(check_instance(state, deployment, instance));
    // The document's is this program's own: BeginJob compared them.
    THERIAC_CHECK(check_measurement(state, deployment, request.document.measurement));
    THERIAC_TRY(stored, protocol::read_request(state, deployment, request.id));
    if (stored.status == RequestStatus::none)
        return fail(Errc::not_found, "request: " + request.id.hex() + " is not on the ledger");
    if (stored.status == RequestStatus::cancelled || stored.status == RequestStatus::expired)
        return fail(Errc::denied, "request: is cancelled or expired");
    if (stored.document != request.statement.document
        || stored.researcher != request.statement.researcher)
        return fail(Errc::unauthenticated, "request: the ledger holds another document");
    THERIAC_CHECK(check_researcher(state, deployment, stored.researcher));
    THERIAC_CHECK(check_not_over(stored, state.timestamp()));
    THERIAC_CHECK(check_approval(state, deployment, request.id, stored));
    return stored;
}

Result<void> check_consent(
    const eth::ProvenState& state, const OfferTerms& terms, const Offer& offer) {
    const protocol::Deployment& deployment = terms.deployment;
    const protocol::Grant& grant = offer.grant();
    THERIAC_TRY(
        registered, protocol::is_leaf_batch_registered(state, deployment, offer.leaf_batch()));
    if (!registered) return fail(Errc::denied, "leaf: its batch is not on the ledger");
    THERIAC_TRY(posted, protocol::is_grant_batch_posted(state, deployment, offer.grant_batch()));
    if (!posted) return fail(Errc::denied, "grant: its batch is not on the ledger");
    THERIAC_TRY(
        counter, protocol::read_consent_counter(state, deployment, grant.owner, grant.collection));
    if (counter != grant.counter)
        return fail(
            Errc::denied,
            "grant: revoked (its counter is " + std::to_string(grant.counter) + ", the ledger's "
                + std::to_string(counter) + ")");
    if (state.timestamp() > grant.expiry) return fail(Errc::expired, "grant: has expired");
    const Epoch* epoch = terms.keys.epoch(grant.epoch_key);
    if (epoch == nullptr || state.timestamp() > epoch->until)
        return fail(Errc::expired, "grant: the epoch of its key is over");
    return {};
}

Result<Admission> admit(
    const eth::ProvenState& state, const OfferTerms& terms, std::span<const Offer> offers) {
    Admission out;
    for (const Offer& offer : offers) {
        const auto consent = check_consent(state, terms, offer);
        if (consent && offer.is_complete()) {
            out.used.push_back(&offer);
            continue;
        }
        const std::string reason =
            consent ? std::string(kIncomplete) : std::move(consent).error().message;
        out.verdicts.push_back({offer.grant_hash(), offer.leaf_hash(), false, reason});
    }
    apply_minimum_owners(state, terms, out.used, out.verdicts);
    const std::size_t owners = vouched_owners(state, terms, out.used);
    if (owners < terms.document.minimum_owners)
        return fail(
            Errc::denied,
            "request: at least " + std::to_string(terms.document.minimum_owners)
                + " owners vouched for by an institution demanded, " + std::to_string(owners)
                + " take part");
    for (const Offer* offer : out.used)
        out.verdicts.push_back({offer->grant_hash(), offer->leaf_hash(), true, ""});
    std::ranges::sort(out.used, {}, &Offer::grant_hash);
    return out;
}

}  // namespace theriac::enclave
