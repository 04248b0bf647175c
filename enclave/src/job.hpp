// One request's way through the enclave: collect, commit, train, release.
// docs/formats/enclave-messages.md.
#pragma once

#include "theriac/base/ports.hpp"
#include "theriac/protocol/messages.hpp"

#include "admission.hpp"
#include "header_trust.hpp"
#include "keys.hpp"
#include "offer.hpp"
#include "training.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace theriac::enclave {

/// What an instance is, as every job of it sees it. Outlives its jobs.
struct Instance {
    const protocol::Deployment& deployment;
    protocol::Domains domains;  ///< of the deployment
    const Keys& keys;
    const protocol::Measurement& measurement;
    std::string_view platform;  ///< "simulated"
};

class Job {
public:
    Job(Job&&) = default;  // `used_` points into the heap block of `offers_`, which moves along
    Job& operator=(Job&&) = default;
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;
    ~Job() = default;

    /// Checks the request's signature and documents, and chooses the challenge.
    ///
    /// @return Errc::unauthenticated, Errc::malformed; Errc::denied for a request made for another
    /// enclave
    static Result<Job> begin(
        const Instance& instance, protocol::BeginJob message, Entropy& entropy);

    [[nodiscard]] protocol::JobBegun begun() const { return {request_.id, challenge_}; }

    /// A refused collection is named in the verification report; the job goes on.
    Result<void> add_collection(protocol::AddCollection offered);
    Result<void> add_records(protocol::AddRecords records);

    /// Decides what is used, once and for all.
    Result<protocol::StartProposed> propose_start(
        const eth::ProvenState& state,
        const protocol::ProposeStart& message,
        std::string_view header_trust);

    /// Trains, on proof that the commitment is on the ledger and every consent still holds.
    ///
    /// @return Errc::denied, Errc::stale; Errc::internal without detail when the data does not
    /// allow a model: what the data
    ///         is like is nobody's business outside
    Result<protocol::Trained> train(const eth::ProvenState& state);

    /// Hands the result out, on proof that it is posted and every consent still holds.
    Result<protocol::Released> release(const eth::ProvenState& state) const;

private:
    Job(const Instance& instance,
        KnownRequest request,
        learning::ModelSpec spec,
        protocol::Challenge challenge);

    using CollectionName = std::pair<eth::Address, protocol::CollectionId>;

    [[nodiscard]] OfferTerms terms() const;
    [[nodiscard]] Offer* find(const protocol::GrantHash& grant);
    [[nodiscard]] Result<protocol::VerificationReport> decide(
        const eth::ProvenState& state, std::string_view header_trust);
    [[nodiscard]] Result<protocol::VerificationReport> decide_again(
        const eth::ProvenState& state,
        const protocol::RequestState& request,
        ByteView earlier_report);
    [[nodiscard]] Result<void> check_committed(const eth::ProvenState& state) const;
    [[nodiscard]] Result<void> check_consents(const eth::ProvenState& state) const;

    const Instance* instance_;
    KnownRequest request_;
    learning::ModelSpec spec_;
    protocol::Challenge challenge_;
    std::vector<Offer> offers_;
    std::set<CollectionName> offered_;
    std::map<protocol::GrantHash, std::size_t> by_grant_;  ///< positions in `offers_`
    std::vector<protocol::VerificationReport::Verdict> refused_;
    std::size_t held_ = 0;

    // Set by propose_start.
    std::vector<const Offer*> used_;
    std::string header_trust_;
    std::optional<protocol::StartCommitment> commitment_;
    // Set by train.
    std::optional<SealedResult> result_;
};

}  // namespace theriac::enclave
