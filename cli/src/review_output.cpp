#include "review_output.hpp"

#include "theriac/json/utf8.hpp"

#include "output.hpp"

namespace theriac::cli {

using json::Value;

std::string approval_text(const client::CheckedRequest& request) {
    const protocol::ApprovalState& approval = request.approval;
    const std::uint32_t needed = request.state.quorum;
    if (approval.refusals != 0) return "refused by the review board";
    if (approval.until != UnixTime{}) return "approved until " + to_text(approval.until);
    if (needed != 0)
        return "not approved yet, " + std::to_string(approval.approvals) + " of "
               + std::to_string(needed) + " approvals";
    return "no review demanded";
}

Value approval_json(const client::CheckedRequest& request) {
    return Value::object({
        {"needed", std::uint64_t{request.state.quorum}},
        {"approvals", std::uint64_t{request.approval.approvals}},
        {"refusals", std::uint64_t{request.approval.refusals}},
        {"approved_until", request.approval.until.seconds},
    });
}

std::string to_text(const client::CheckedReview& review) {
    const protocol::Review& statement = review.posted.review.statement;
    const bool refused = statement.approved_until == UnixTime{};
    std::string out =
        to_text(review.posted.posted.time) + "  " + statement.reviewer.hex() + "  "
        + (refused ? "refused" : "approved until " + to_text(statement.approved_until));
    if (!review.reason.empty()) out += ": " + json::to_utf8_lossy(review.reason);
    if (!review.current) out += " (replaced since)";
    return out;
}

Value to_json(const client::CheckedReview& review) {
    const protocol::Review& statement = review.posted.review.statement;
    return Value::object({
        {"reviewer", statement.reviewer.hex()},
        {"approved", statement.approved_until != UnixTime{}},
        {"approved_until", statement.approved_until.seconds},
        {"reason", json::to_utf8_lossy(review.reason)},
        {"reason_blob", statement.reason.hex()},
        {"current", review.current},
        {"posted", to_json(review.posted.posted)},
    });
}

Value to_json(const std::vector<client::CheckedReview>& reviews) {
    Value::Array out;
    for (const auto& review : reviews)
        out.push_back(to_json(review));
    return {std::move(out)};
}

}  // namespace theriac::cli
