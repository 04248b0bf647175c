// The review board's side: approving or refusing what others ask for.
#pragma once

#include "theriac/client/session.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace theriac::client {

/// One reviewer's word on a request, its signature checked.
struct CheckedReview {
    PostedReview posted;
    std::string reason;   ///< the reviewer's words; empty when none are given or nobody keeps them
    bool current = true;  ///< false: the reviewer said something else since
};

/// Every review of `request`, oldest first.
///
/// @return Errc::unauthenticated when a signature does not hold
Result<std::vector<CheckedReview>> reviews_of(
    ContractViews& views, storage::BlobStore& store, const protocol::RequestId& request);

struct NewReview {
    protocol::RequestId request;
    UnixTime approved_until;  ///< zero: refused
    std::string reason;       ///< public; a refusal has one
};

inline constexpr std::size_t kMaxReviewReason = 16'384;  ///< bytes

/// Signs the review, replacing this reviewer's earlier one, and posts it.
///
/// @return Errc::denied without the role or for one's own request; Errc::conflict when the request
/// is neither recruiting nor started; Errc::expired when the approval would be over already;
/// Errc::invalid_argument for a refusal without a reason
Result<TicketStatus> review(Session& session, const NewReview& review);

}  // namespace theriac::client
