#include "theriac/client/audit.hpp"

#include "theriac/client/batches.hpp"
#include "theriac/crypto/hpke.hpp"
#include "theriac/protocol/batch.hpp"
#include "theriac/protocol/result_bundle.hpp"
#include "theriac/protocol/verification_report.hpp"

#include <algorithm>
#include <map>

namespace theriac::client {

namespace {

constexpr std::size_t kMaxBlob = std::size_t{64} << 20U;

// This owner's grants in one batch. The owner's own signature shows that they are genuine.
Result<std::vector<Use>> own_grants(
    Session& session,
    const OwnerIndex& index,
    const protocol::RequestId& request,
    const PostedBatch& posted) {
    THERIAC_TRY(batch, read_grant_batch(session.store, posted, request));
    std::vector<Use> out;
    for (const auto& sealed : batch.grants) {
        const protocol::Grant& grant = sealed.grant.statement;
        if (grant.owner != session.profile.address()) continue;
        THERIAC_CHECK(protocol::check_signer(
            "grant",
            protocol::digest(session.deployment(), grant),
            sealed.grant.signature,
            grant.owner));
        const IndexedCollection* known = index.find(grant.collection);
        out.push_back(
            {grant.collection,
             known == nullptr ? "" : known->label,
             grant.grant_hash(),
             false,
             ""});
    }
    return out;
}

Result<void> apply_report(
    Session& session, const protocol::StartCommitment& start, std::vector<Use>& uses) {
    THERIAC_TRY(bytes, session.store.get(start.verification, kMaxBlob));
    THERIAC_TRY(report, protocol::decode_verification_report(bytes));
    std::vector<protocol::GrantHash> used;
    std::map<protocol::GrantHash, const protocol::VerificationReport::Verdict*> verdicts;
    for (const auto& verdict : report.verdicts) {
        verdicts.emplace(verdict.grant, &verdict);
        if (verdict.used) used.push_back(verdict.grant);
    }
    if (used.empty() || protocol::use_root(std::move(used)) != start.use_root)
        return fail(
            Errc::unauthenticated, "verification report: does not give the use root on the ledger");
    for (Use& use : uses) {
        const auto found = verdicts.find(use.grant);
        if (found == verdicts.end()) {
            use.reason = "not offered by the runner";
            continue;
        }
        use.used = found->second->used;
        use.reason = found->second->reason;
    }
    return {};
}

Result<std::string> read_owner_report(
    Session& session, const protocol::ResultStatement& statement) {
    if (statement.reports.is_zero() || !session.keys.encryption) return std::string();
    THERIAC_TRY(bytes, session.store.get(statement.reports, kMaxBlob));
    THERIAC_TRY(index, protocol::decode_owner_report_index(bytes));
    for (const auto& entry : index.entries) {
        if (entry.owner != session.profile.address()) continue;
        THERIAC_TRY(sealed, session.store.get(entry.report, kMaxBlob));
        THERIAC_TRY(
            text,
            crypto::hpke_open(
                *session.keys.encryption,
                protocol::owner_report_info(session.deployment().chain_id, statement.request),
                entry.owner.view(),
                sealed));
        std::string out(as_text(text.reveal()));
        out.erase(out.find_last_not_of(' ') + 1);
        return out;
    }
    return std::string();
}

Result<std::optional<AuditEntry>> audit_request(
    Session& session, const OwnerIndex& index, const OpenedRequest& opened) {
    THERIAC_TRY(batches, session.views.grant_batches(opened.id));
    std::vector<Use> uses;
    TransactionReference granted;
    for (const PostedBatch& posted : batches) {
        // A batch nobody can read holds no grant that could have been used.
        const auto own = own_grants(session, index, opened.id, posted);
        if (!own) continue;
        if (!own->empty()) granted = posted.posted;
        uses.insert(uses.end(), own->begin(), own->end());
    }
    if (uses.empty()) return std::optional<AuditEntry>{};
    THERIAC_TRY(request, check_request(session.views, session.store, opened.id));
    THERIAC_TRY(start, session.views.start_of(opened.id));
    if (start) THERIAC_CHECK(apply_report(session, start->commitment, uses));
    THERIAC_TRY(result, session.views.result_of(opened.id));
    std::string owner_report;
    if (result) {
        THERIAC_TRY(report, read_owner_report(session, result->result.statement));
        owner_report = std::move(report);
    }
    return std::optional(AuditEntry{
        std::move(request), granted, start, result, std::move(uses), std::move(owner_report)});
}

}  // namespace

Result<std::vector<AuditEntry>> audit(Session& session, const OwnerIndex& index) {
    THERIAC_TRY(requests, session.views.requests());
    std::vector<AuditEntry> out;
    for (const OpenedRequest& opened : requests) {
        THERIAC_TRY(entry, audit_request(session, index, opened));
        if (entry) out.push_back(*std::move(entry));
    }
    return out;
}

}  // namespace theriac::client
