// What the ledger's proven state says about a request and the collections offered for it.
#pragma once

#include "theriac/eth/proven_state.hpp"
#include "theriac/protocol/chain_state.hpp"
#include "theriac/protocol/verification_report.hpp"

#include "offer.hpp"

#include <span>
#include <vector>

namespace theriac::enclave {

/// The request as the enclave knows it from its signed statement.
struct KnownRequest {
    protocol::RequestId id;
    protocol::DataRequest statement;
    protocol::RequestDocument document;
};

/// Checks that the ledger holds this request, of a registered researcher, not over, approved where
/// it demands that, and this instance, not revoked and of a measurement that is allowed.
///
/// @return Errc::denied, Errc::expired, Errc::not_found
Result<protocol::RequestState> check_request(
    const eth::ProvenState& state,
    const protocol::Deployment& deployment,
    const KnownRequest& request,
    const eth::Address& instance);

/// Checks that one collection's leaf and grant are on the ledger, and that the consent holds at the
/// state's time.
///
/// @return Errc::denied for a revoked or unposted grant, Errc::expired
Result<void> check_consent(
    const eth::ProvenState& state, const OfferTerms& terms, const Offer& offer);

/// Which of the offers may be used, and a verdict on each.
struct Admission {
    std::vector<const Offer*> used;  ///< ascending by grant hash
    std::vector<protocol::VerificationReport::Verdict> verdicts;
};

/// Applies `check_consent` to each offer, then the owners' and the request's minimum numbers of
/// owners.
///
/// @return Errc::denied when fewer owners remain than the request demands
Result<Admission> admit(
    const eth::ProvenState& state, const OfferTerms& terms, std::span<const Offer> offers);

}  // namespace theriac::enclave
