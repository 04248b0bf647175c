#include "theriac/client/audit.hpp"

#include "theriac/client/batches.hpp"
#include "theriac/client/instance_history.hpp"
#include "theriac/client/trusted_enclave.hpp"
#include "theriac/crypto/hpke.hpp"
#include "theriac/protocol/batch.hpp"
#include "theriac/protocol/result_bundle.hpp"
#include "theriac/protocol/verification_report.hpp"

#include <algorithm>
#include <map>

namespace theriac::client {

namespace {

constexpr std::size_t kMaxBlob = std::size_t{64} << 20U;

const protocol::CollectionLeaf* leaf_of(
    const IndexedCollection* collection, const protocol::LeafHash& hash) {
    if (collection == nullptr) return nullptr;
    if (collection->leaf.statement.leaf_hash() == hash) return &collection->leaf.statement;
    for (const auto& earlier : collection->earlier) {
        if (earlier.statement.leaf_hash() == hash) return &earlier.statement;
    }
    return nullptr;
}

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
        const protocol::CollectionLeaf* leaf = leaf_of(known, grant.leaf);
        out.push_back(
            {.collection = grant.collection,
             .label = known == nullptr ? "" : known->label,
             .grant = grant.grant_hash(),
             .version = leaf == nullptr ? 0 : leaf->version,
             .lent = leaf == nullptr ? UnixTime{} : leaf->timestamp,
             .used = false,
             .reason = ""});
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

Check check(std::string what, const Result<void>& outcome) {
    return {std::move(what), outcome ? "" : outcome.error().message};
}

Result<void> same(bool holds, std::string_view otherwise) {
    if (holds) return {};
    return fail(Errc::unauthenticated, std::string(otherwise));
}

Result<void> check_evidence(
    Session& session, const eth::Address& instance, const TransactionReference& at) {
    THERIAC_TRY(then, instance_as_of(session.views, instance, at.block));
    THERIAC_CHECK(check_enclave_then(session.views, session.store, then, at));
    return {};
}

// The paper's step 5.5.3: whose word the result is, and that it follows from what was started.
void check_result(
    Session& session,
    const CheckedRequest& request,
    const PostedResult& posted,
    std::vector<Check>& out) {
    const protocol::ResultStatement& statement = posted.result.statement;
    out.push_back(check(
        "the result is the one whose hash the ledger stores",
        same(request.state.result == statement.statement_hash(), "the ledger has another hash")));
    out.push_back(check(
        "the enclave instance signed the result",
        protocol::check_signer(
            "result",
            protocol::digest(session.deployment(), statement),
            posted.result.signature,
            statement.instance)));
    const protocol::StartCommitment start{
        statement.request, statement.use_root, statement.verification, {}, statement.instance};
    out.push_back(check(
        "the result follows from the start on the ledger",
        same(request.state.start == start.stored(), "the ledger has another start")));
    out.push_back(check(
        "the instance's evidence held when it posted the result",
        check_evidence(session, statement.instance, posted.posted)));
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
    std::vector<Check> checks = {{"the researcher signed request, document and model spec", ""}};
    if (start)
        checks.push_back(check(
            "the verification report gives the use root on the ledger",
            apply_report(session, start->commitment, uses)));
    THERIAC_TRY(result, session.views.result_of(opened.id));
    std::string owner_report;
    if (result) {
        THERIAC_TRY(report, read_owner_report(session, result->result.statement));
        owner_report = std::move(report);
        check_result(session, request, *result, checks);
    }
    return std::optional(AuditEntry{
        std::move(request),
        granted,
        start,
        result,
        std::move(uses),
        std::move(checks),
        std::move(owner_report)});
}

}  // namespace

Result<std::vector<AuditEntry>> audit(Session& session, const OwnerIndex& index) {
    THERIAC_TRY(requests, session.views.requests());
    std::vector<AuditEntry> out;
    for (const OpenedRequest& opened : requests) {
        THERIAC_TRY(entry, audit_request(session, index, opened));
        if (!entry) continue;
        THERIAC_TRY(reviews, reviews_of(session.views, session.store, opened.id));
        entry->reviews = std::move(reviews);
        out.push_back(*std::move(entry));
    }
    return out;
}

}  // namespace theriac::client
