// Consent: who asks, saying yes to one request, taking it back.
#pragma once

#include "theriac/client/collections.hpp"
#include "theriac/client/session.hpp"
#include "theriac/client/trusted_enclave.hpp"
#include "theriac/protocol/conditions.hpp"
#include "theriac/protocol/request_document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace theriac::client {

/// A request with its documents, each checked against the researcher's signature.
struct CheckedRequest {
    protocol::RequestId id;
    protocol::Signed<protocol::DataRequest> request;
    protocol::RequestDocument document;
    std::string model_spec;  ///< canonical JSON
    protocol::RequestState state;
    protocol::ApprovalState approval;  ///< by the review board
};

/// @return Errc::unauthenticated when a signature or hash does not hold; Errc::not_found
Result<CheckedRequest> check_request(
    ContractViews& views, storage::BlobStore& store, const protocol::RequestId& id);

/// Requests that recruit now and ask for a data type of which the index has collections.
Result<std::vector<CheckedRequest>> pending_requests(Session& session, const OwnerIndex& index);

struct GrantRequest {
    protocol::RequestId request;
    std::vector<protocol::CollectionId> collections;  ///< empty: all that the request asks for
    protocol::Conditions conditions;
    UnixTime expiry;  ///< zero: the request's release deadline
};

struct Granted {
    std::vector<protocol::GrantHash> grants;
    TicketStatus batch;
};

/// Signs a grant for each collection, seals its consent share to the enclave's epoch key, and posts
/// them.
///
/// @return Errc::not_found when no collection fits; Errc::expired when recruiting is over;
/// Errc::denied when the review board has not approved what needs its approval; what
/// `check_request` and
///         `check_enclave` return
Result<Granted> grant(Session& session, const GrantRequest& request);

/// Raises the consent counter: every grant given so far for the collection is void from now on.
Result<TicketStatus> revoke(Session& session, const protocol::CollectionId& collection);

}  // namespace theriac::client
