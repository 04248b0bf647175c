#include "theriac/client/reviews.hpp"

#include "theriac/json/utf8.hpp"

#include "handing_in.hpp"

#include <algorithm>

namespace theriac::client {

namespace {

using protocol::RequestStatus;

std::string reason_of(storage::BlobStore& store, const protocol::Review& review) {
    if (review.reason.is_zero()) return {};
    const auto bytes = store.get(review.reason, kMaxReviewReason);
    return bytes ? std::string(as_text(*bytes)) : std::string();
}

// The contract's own checks, before anybody pays.
Result<void> check_review(Session& session, const NewReview& review) {
    if (review.reason.size() > kMaxReviewReason)
        return fail(
            Errc::too_large,
            "reason: at most " + std::to_string(kMaxReviewReason) + " bytes, has "
                + std::to_string(review.reason.size()));
    const bool refusal = review.approved_until == UnixTime{};
    if (refusal && review.reason.empty())
        return fail(Errc::invalid_argument, "review: a refusal needs a reason");
    THERIAC_TRY(member, session.views.member(session.profile.address()));
    if ((member.roles & protocol::kRoleReviewer) == 0)
        return fail(
            Errc::denied,
            session.profile.address().hex() + ": is not a reviewer; the governor gives the role");
    THERIAC_TRY(state, session.views.request(review.request));
    if (state.status == RequestStatus::none)
        return fail(Errc::not_found, "request " + review.request.hex() + ": is not on the ledger");
    if (state.researcher == session.profile.address())
        return fail(Errc::denied, "review: nobody reviews what they ask for themselves");
    if (state.status != RequestStatus::recruiting && state.status != RequestStatus::started)
        return fail(
            Errc::conflict,
            "request " + review.request.hex() + ": is over; only one that recruits or is started "
                "can be reviewed");
    THERIAC_TRY(now, session.views.now());
    if (!refusal && review.approved_until <= now)
        return fail(Errc::expired, "review: the approval would be over already");
    return {};
}

}  // namespace

Result<std::vector<CheckedReview>> reviews_of(
    ContractViews& views, storage::BlobStore& store, const protocol::RequestId& request) {
    THERIAC_TRY(posted, views.reviews(request));
    std::vector<CheckedReview> out;
    for (PostedReview& one : posted) {
        const protocol::Review& statement = one.review.statement;
        if (statement.request != request)
            return fail(Errc::unauthenticated, "review: its transaction names another request");
        THERIAC_CHECK(protocol::check_signer(
            "review",
            protocol::digest(views.network().deployment, statement),
            one.review.signature,
            statement.reviewer));
        for (CheckedReview& earlier : out)
            if (earlier.posted.review.statement.reviewer == statement.reviewer)
                earlier.current = false;
        std::string reason = reason_of(store, statement);
        out.push_back({std::move(one), std::move(reason), true});
    }
    return out;
}

Result<TicketStatus> review(Session& session, const NewReview& wanted) {
    THERIAC_CHECK(check_review(session, wanted));
    crypto::BlobAddress reason;
    if (!wanted.reason.empty()) {
        THERIAC_TRY(address, session.store.put(as_bytes(wanted.reason)));
        reason = address;
    }
    const eth::Address& reviewer = session.profile.address();
    THERIAC_TRY(turn, session.views.review_turn(wanted.request, reviewer));
    const protocol::Review statement{reviewer, wanted.request, wanted.approved_until, reason, turn};
    THERIAC_TRY(ticket, sign_and_hand_in(session, "review", statement));
    THERIAC_TRY(after, session.views.review_turn(wanted.request, reviewer));
    if (after > turn) return ticket;
    return fail(
        Errc::unauthenticated,
        "relayer: says done, but the ledger has no such review of " + wanted.request.hex());
}

}  // namespace theriac::client
