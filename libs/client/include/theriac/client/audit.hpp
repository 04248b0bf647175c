// Who used what: an owner's own list, checked against the ledger.
#pragma once

#include "theriac/client/consent.hpp"
#include "theriac/client/reviews.hpp"
#include "theriac/client/session.hpp"

#include <string>
#include <vector>

namespace theriac::client {

/// One collection in one request.
struct Use {
    protocol::CollectionId collection;
    std::string label;
    protocol::GrantHash grant;
    std::uint64_t version = 0;  ///< of the leaf granted; 0 when the index does not have it
    UnixTime lent;              ///< DT: when the owner signed that leaf
    bool used = false;
    std::string reason;  ///< why it was left out
};

/// Something that the owner's program recomputed.
struct Check {
    std::string what;
    std::string failure;  ///< empty: it holds
};

/// One request that was granted collections of this owner.
struct AuditEntry {
    CheckedRequest request;
    TransactionReference granted;
    std::optional<StartedRequest> start;
    std::optional<PostedResult> result;
    std::vector<Use> uses;
    std::vector<Check> checks;
    std::string owner_report;  ///< what the enclave tells this owner alone about refused content;
                               ///< may be empty
    std::vector<CheckedReview> reviews{};  ///< what the review board said of it, oldest first
};

/// Every request this owner granted something, oldest first. Use roots and signatures are
/// recomputed, not believed.
Result<std::vector<AuditEntry>> audit(Session& session, const OwnerIndex& index);

/// Recomputes the hash chain of the audit log from its events.
///
/// @return the number of entries; Errc::unauthenticated where the chain breaks
Result<std::uint64_t> verify_audit_log(ContractViews& views);

}  // namespace theriac::client
