// How commands tell what the review board says of a request.
#pragma once

#include "theriac/client/consent.hpp"
#include "theriac/client/reviews.hpp"
#include "theriac/json/value.hpp"

#include <string>

namespace theriac::cli {

/// "approved until 2026-11-20 15:04:05 UTC", "not approved yet, 1 of 2 approvals", …; "no review
/// demanded" where nothing is and nobody reviewed.
std::string approval_text(const client::CheckedRequest& request);
json::Value approval_json(const client::CheckedRequest& request);

std::string to_text(const client::CheckedReview& review);
json::Value to_json(const client::CheckedReview& review);
json::Value to_json(const std::vector<client::CheckedReview>& reviews);

}  // namespace theriac::cli
