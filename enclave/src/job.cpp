#include "job.hpp"

#include <algorithm>

namespace theriac::enclave {

namespace {

using protocol::RequestStatus;
using protocol::VerificationReport;

// A job's encrypted records are held until training; this bounds what a host can make the enclave
// hold.
constexpr std::size_t kMaxHeld = std::size_t{4} << 30U;
constexpr std::size_t kMaxOffers = 1'000'000;

Result<void> expect(bool holds, Errc code, std::string_view message) {
    if (!holds) return fail(code, std::string(message));
    return {};
}

Result<KnownRequest> check_known_request(
    const Instance& instance, const protocol::BeginJob& message) {
    const protocol::DataRequest& statement = message.request.statement;
    THERIAC_CHECK(protocol::check_signer(
        "request",
        protocol::digest(instance.deployment, statement),
        message.request.signature,
        statement.researcher));
    THERIAC_CHECK(expect(
        crypto::blob_address(message.document) == statement.document,
        Errc::unauthenticated,
        "request: the document is not the one that was signed"));
    THERIAC_TRY(document, protocol::decode_request_document(as_text(message.document)));
    THERIAC_CHECK(expect(
        document.researcher == statement.researcher,
        Errc::unauthenticated,
        "request: the document names another researcher"));
    THERIAC_CHECK(expect(
        document.measurement == instance.measurement,
        Errc::denied,
        "request: is for an enclave with measurement " + document.measurement.hex()
            + ", this one has " + instance.measurement.hex()));
    THERIAC_CHECK(expect(
        document.group == instance.keys.group(),
        Errc::denied,
        "request: is for another enclave group"));
    return KnownRequest{statement.request_id(), statement, std::move(document)};
}

}  // namespace

Job::Job(
    const Instance& instance,
    KnownRequest request,
    learning::ModelSpec spec,
    protocol::Challenge challenge)
    : instance_(&instance),
      request_(std::move(request)),
      spec_(std::move(spec)),
      challenge_(challenge) {}

Result<Job> Job::begin(const Instance& instance, protocol::BeginJob message, Entropy& entropy) {
    THERIAC_TRY(request, check_known_request(instance, message));
    THERIAC_CHECK(expect(
        crypto::blob_address(message.model_spec) == request.document.model_spec,
        Errc::unauthenticated,
        "request: the model specification is not the one the document names"));
    THERIAC_TRY(spec, learning::ModelSpec::parse(as_text(message.model_spec)));
    protocol::Challenge challenge;
    entropy.fill(challenge.mutable_view());
    return Job(instance, std::move(request), std::move(spec), challenge);
}

OfferTerms Job::terms() const {
    return {
        instance_->deployment, instance_->domains, instance_->keys, request_.id, request_.document};
}

Result<void> Job::add_collection(protocol::AddCollection offered) {
    THERIAC_CHECK(expect(!commitment_, Errc::denied, "job: the start is proposed already"));
    THERIAC_CHECK(expect(
        offers_.size() + refused_.size() < kMaxOffers,
        Errc::too_large,
        "job: too many collections"));
    const protocol::Grant& grant = offered.grant.grant.statement;
    const CollectionName collection{grant.owner, grant.collection};
    THERIAC_CHECK(expect(
        !offered_.contains(collection), Errc::conflict, "job: the collection is offered already"));
    const OfferNames names(offered);
    auto offer = Offer::check(terms(), std::move(offered), names);
    if (!offer) {
        refused_.push_back(
            {names.grant,
             names.leaf,
             false,
             offer.error().message.substr(0, VerificationReport::kMaxReason)});
        return fail(std::move(offer).error());
    }
    offered_.insert(collection);
    by_grant_.emplace(names.grant, offers_.size());
    offers_.push_back(*std::move(offer));
    return {};
}

Offer* Job::find(const protocol::GrantHash& grant) {
    const auto found = by_grant_.find(grant);
    return found == by_grant_.end() ? nullptr : &offers_[found->second];
}

Result<void> Job::add_records(protocol::AddRecords message) {
    THERIAC_CHECK(expect(!commitment_, Errc::denied, "job: the start is proposed already"));
    Offer* const offer = find(message.grant);
    THERIAC_CHECK(
        expect(offer != nullptr, Errc::not_found, "records: of a collection not offered"));
    std::size_t size = 0;
    for (const Bytes& record : message.records)
        size += record.size();
    THERIAC_CHECK(expect(size <= kMaxHeld - held_, Errc::too_large, "job: too many records"));
    THERIAC_CHECK(offer->add_records(message.first, std::move(message.records)));
    held_ += size;
    return {};
}

Result<VerificationReport> Job::decide(
    const eth::ProvenState& state, std::string_view header_trust) {
    THERIAC_TRY(admission, admit(state, terms(), offers_));
    THERIAC_CHECK(
        expect(!admission.used.empty(), Errc::denied, "request: no collection may be used"));
    used_ = std::move(admission.used);
    VerificationReport report{request_.id, std::string(header_trust), refused_};
    report.verdicts.insert(
        report.verdicts.end(), admission.verdicts.begin(), admission.verdicts.end());
    std::ranges::sort(report.verdicts, {}, &VerificationReport::Verdict::grant);
    return report;
}

// An earlier life of this instance committed to `earlier_report`. It is this instance's word if the
// ledger's commitment names it, and then exactly the collections it names as used must be here,
// consent still given.
Result<VerificationReport> Job::decide_again(
    const eth::ProvenState& state, const protocol::RequestState& request, ByteView earlier_report) {
    THERIAC_TRY(report, protocol::decode_verification_report(earlier_report));
    std::vector<protocol::GrantHash> grants;
    std::vector<const Offer*> used;
    for (const auto& verdict : report.verdicts) {
        if (!verdict.used) continue;
        const Offer* const offer = find(verdict.grant);
        THERIAC_CHECK(expect(
            offer != nullptr && offer->is_complete(),
            Errc::not_found,
            "job: a collection the start was committed to is missing"));
        THERIAC_CHECK(check_consent(state, terms(), *offer));
        grants.push_back(verdict.grant);
        used.push_back(offer);
    }
    THERIAC_CHECK(expect(!grants.empty(), Errc::malformed, "job: the earlier report uses nothing"));
    const protocol::StartCommitment earlier{
        request_.id,
        protocol::use_root(std::move(grants)),
        crypto::blob_address(earlier_report),
        challenge_,
        instance_->keys.instance()};
    THERIAC_CHECK(expect(
        earlier.stored() == request.start,
        Errc::denied,
        "request: was started with another set of collections or by another instance"));
    used_ = std::move(used);
    std::ranges::sort(used_, {}, &Offer::grant_hash);
    return report;
}

Result<protocol::StartProposed> Job::propose_start(
    const eth::ProvenState& state,
    const protocol::ProposeStart& message,
    std::string_view header_trust) {
    THERIAC_CHECK(expect(!commitment_, Errc::denied, "job: the start is proposed already"));
    THERIAC_TRY(
        request, check_request(state, instance_->deployment, request_, instance_->keys.instance()));
    const bool recruiting = request.status == RequestStatus::recruiting;
    THERIAC_TRY(
        report,
        recruiting ? decide(state, header_trust)
                   : decide_again(state, request, message.earlier_report));
    Bytes encoded = recruiting ? protocol::encode(report) : message.earlier_report;
    std::vector<protocol::GrantHash> grants;
    for (const Offer* offer : used_)
        grants.push_back(offer->grant_hash());
    header_trust_ = report.header_trust;
    commitment_ = protocol::StartCommitment{
        request_.id,
        protocol::use_root(std::move(grants)),
        crypto::blob_address(encoded),
        challenge_,
        instance_->keys.instance()};
    return protocol::StartProposed{
        protocol::sign(instance_->deployment, instance_->keys.instance_key(), *commitment_),
        std::move(encoded)};
}

Result<void> Job::check_committed(const eth::ProvenState& state) const {
    THERIAC_CHECK(expect(commitment_.has_value(), Errc::denied, "job: no start is proposed"));
    THERIAC_TRY(
        request, check_request(state, instance_->deployment, request_, instance_->keys.instance()));
    THERIAC_CHECK(expect(
        request.start == commitment_->stored(),
        Errc::denied,
        "request: the ledger does not hold this start commitment"));
    return expect(
        request.challenge == challenge_,
        Errc::stale,
        "state: does not show the challenge, so it may be older than it");
}

Result<void> Job::check_consents(const eth::ProvenState& state) const {
    for (const Offer* offer : used_) {
        if (auto consent = check_consent(state, terms(), *offer); !consent)
            return fail(with_context(
                "collection " + offer->leaf().collection.hex(), std::move(consent).error()));
    }
    return {};
}

Result<protocol::Trained> Job::train(const eth::ProvenState& state) {
    THERIAC_CHECK(check_committed(state));
    THERIAC_CHECK(check_consents(state));
    if (!result_) {
        THERIAC_TRY(
            result,
            train_and_seal(
                *instance_, {request_, *commitment_, header_trust_}, spec_, state, terms(), used_));
        result_ = std::move(result);
    }
    return protocol::Trained{
        protocol::sign(instance_->deployment, instance_->keys.instance_key(), result_->statement),
        used_.size(),
        result_->ciphertext.size()};
}

Result<protocol::Released> Job::release(const eth::ProvenState& state) const {
    THERIAC_CHECK(expect(result_.has_value(), Errc::denied, "job: is not trained"));
    THERIAC_CHECK(check_committed(state));
    THERIAC_TRY(request, protocol::read_request(state, instance_->deployment, request_.id));
    THERIAC_CHECK(expect(
        request.result == result_->statement.statement_hash(),
        Errc::denied,
        "request: the ledger does not hold this result"));
    THERIAC_CHECK(check_consents(state));
    return protocol::Released{result_->ciphertext, result_->owner_reports};
}

}  // namespace theriac::enclave
