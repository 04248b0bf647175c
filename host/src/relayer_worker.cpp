#include "relayer_worker.hpp"

#include "theriac/base/byte_reader.hpp"
#include "theriac/protocol/batch.hpp"
#include "theriac/protocol/statement_codec.hpp"

#include <algorithm>
#include <map>

namespace theriac::host {

namespace {

using client::ContractCall;
using client::TicketStatus;
using protocol::Deployment;

bool is_batched(std::string_view kind) {
    return kind == "leaves" || kind == "grants";
}

std::size_t statements_in(const QueuedStatement& statement) {
    if (statement.kind == "leaves") {
        const auto batch = protocol::decode_leaf_batch(statement.body);
        return batch ? batch->leaves.size() : 0;
    }
    const auto batch = protocol::decode_grant_batch(statement.body);
    return batch ? batch->grants.size() : 0;
}

// Leaves of all owners go together; grants of all owners for one request.
std::string group_of(const QueuedStatement& statement) {
    if (statement.kind == "leaves") return "leaves";
    const auto batch = protocol::decode_grant_batch(statement.body);
    return batch ? "grants:" + batch->request.hex() : "grants:";
}

std::string intent_of(std::string_view kind, const std::vector<QueuedStatement>& statements) {
    // The outbox remembers how an intent ended: another attempt is another intent.
    Bytes tickets;
    for (const QueuedStatement& statement : statements) {
        append(tickets, statement.ticket.view());
        append_u64_be(tickets, statement.attempt);
    }
    return std::string(kind) + ":" + client::ticket_of(kind, tickets).hex();
}

Submission make_submission(std::vector<QueuedStatement> statements) {
    std::string kind = statements.front().kind;
    std::string intent = intent_of(kind, statements);
    return {std::move(intent), std::move(kind), std::move(statements)};
}

// Splits a group into transactions of at most a manifest's size; the last waits unless it is due.
void gather(
    std::vector<QueuedStatement> group,
    const RelayerOptions& options,
    std::uint64_t now_ms,
    std::vector<Submission>& out) {
    const auto delay = static_cast<std::uint64_t>(options.batch_delay.count());
    std::vector<QueuedStatement> batch;
    std::size_t size = 0;
    for (QueuedStatement& statement : group) {
        const std::size_t more = statements_in(statement);
        if (!batch.empty() && size + more > std::min(options.batch_size, protocol::kMaxBatch)) {
            out.push_back(make_submission(std::exchange(batch, {})));
            size = 0;
        }
        size += more;
        batch.push_back(std::move(statement));
    }
    const bool due = size >= options.batch_size || batch.front().received_ms + delay <= now_ms;
    if (due) out.push_back(make_submission(std::move(batch)));
}

template <typename Statement, typename Build>
Result<ContractCall> call_of(const QueuedStatement& statement, Build build) {
    THERIAC_TRY(read, protocol::decode_signed<Statement>(statement.kind, statement.body));
    return build(read);
}

Result<ContractCall> single_call(const Deployment& d, const QueuedStatement& s) {
    using namespace client;
    if (s.kind == "registration")
        return call_of<protocol::Registration>(
            s, [&](const auto& r) { return register_member(d, r); });
    if (s.kind == "revocation")
        return call_of<protocol::Revocation>(
            s, [&](const auto& r) { return revoke_consent(d, r); });
    if (s.kind == "request")
        return call_of<protocol::DataRequest>(s, [&](const auto& r) { return open_request(d, r); });
    if (s.kind == "cancellation")
        return call_of<protocol::Cancellation>(
            s, [&](const auto& r) { return client::cancel_request(d, r); });
    if (s.kind == "acknowledgement")
        return call_of<protocol::Acknowledgement>(
            s, [&](const auto& r) { return acknowledge_result(d, r); });
    if (s.kind == "review")
        return call_of<protocol::Review>(s, [&](const auto& r) { return review_request(d, r); });
    return call_of<protocol::Complaint>(s, [&](const auto& r) { return client::complain(d, r); });
}

}  // namespace

struct RelayerWorker::Prepared {
    std::string intent;
    std::string kind;
    ContractCall call;
    TicketStatus status;            // root, manifest and count of a batch
    protocol::RequestId request{};  // of a batch of grants
};

std::vector<Submission> due_submissions(
    std::vector<QueuedStatement> queued, const RelayerOptions& options, std::uint64_t now_ms) {
    std::vector<Submission> out;
    std::map<std::string, std::vector<QueuedStatement>> groups;
    for (QueuedStatement& statement : queued) {
        if (is_batched(statement.kind))
            groups[group_of(statement)].push_back(std::move(statement));
        else
            out.push_back(make_submission({std::move(statement)}));
    }
    for (auto& [name, group] : groups)
        gather(std::move(group), options, now_ms, out);
    return out;
}

Result<RelayerWorker::Prepared> RelayerWorker::prepare_leaves(const Submission& submission) {
    protocol::LeafBatch batch;
    for (const QueuedStatement& statement : submission.statements) {
        THERIAC_TRY(part, protocol::decode_leaf_batch(statement.body));
        std::ranges::move(part.leaves, std::back_inserter(batch.leaves));
    }
    const Hash256 root = crypto::ledger_root(batch.statement_hashes());
    THERIAC_TRY(manifest, store_->put(protocol::encode(batch)));
    const auto count = static_cast<std::uint32_t>(batch.leaves.size());
    TicketStatus status;
    status.root = root;
    status.manifest = manifest;
    status.count = count;
    return Prepared{
        submission.intent,
        submission.kind,
        client::register_batch(views_->network().deployment, root, manifest, count),
        status};
}

Result<RelayerWorker::Prepared> RelayerWorker::prepare_grants(const Submission& submission) {
    protocol::GrantBatch batch;
    for (const QueuedStatement& statement : submission.statements) {
        THERIAC_TRY(part, protocol::decode_grant_batch(statement.body));
        batch.request = part.request;
        std::ranges::move(part.grants, std::back_inserter(batch.grants));
    }
    const Hash256 root = crypto::ledger_root(batch.statement_hashes());
    THERIAC_TRY(manifest, store_->put(protocol::encode(batch)));
    const auto count = static_cast<std::uint32_t>(batch.grants.size());
    TicketStatus status;
    status.root = root;
    status.manifest = manifest;
    status.count = count;
    return Prepared{
        submission.intent,
        submission.kind,
        client::post_grants(views_->network().deployment, batch.request, root, manifest, count),
        status,
        batch.request};
}

Result<RelayerWorker::Prepared> RelayerWorker::prepare(const Submission& submission) {
    if (submission.kind == "leaves") return prepare_leaves(submission);
    if (submission.kind == "grants") return prepare_grants(submission);
    THERIAC_TRY(call, single_call(views_->network().deployment, submission.statements.front()));
    return Prepared{submission.intent, submission.kind, std::move(call), {}};
}

// A batch is named by its root, so one that was sent before is the same batch.
Result<bool> RelayerWorker::is_there_already(const Prepared& prepared) {
    if (!prepared.status.root) return false;
    const bool leaves = prepared.kind == "leaves";
    THERIAC_TRY(batches, leaves ? views_->leaf_batches() : views_->grant_batches(prepared.request));
    return std::ranges::find(batches, *prepared.status.root, &client::PostedBatch::root)
           != batches.end();
}

Result<void> RelayerWorker::record(const Prepared& prepared, Result<ledger::Receipt> outcome) {
    TicketStatus status = prepared.status;
    if (outcome) {
        status.state = TicketStatus::State::done;
        status.transaction = outcome->transaction;
        status.block = outcome->block.number;
        status.gas = outcome->gas_used;
        (*log_)(
            prepared.kind + " " + outcome->transaction.hex() + " block "
            + std::to_string(status.block) + " gas " + std::to_string(status.gas));
        return queue_->finish(prepared.intent, status);
    }
    const Errc code = outcome.error().code;
    const bool temporary =
        code == Errc::unavailable || code == Errc::interrupted || code == Errc::timeout;
    if (temporary) return fail(std::move(outcome).error());
    THERIAC_TRY(there, is_there_already(prepared));
    status.state = there ? TicketStatus::State::done : TicketStatus::State::failed;
    if (!there) status.error = outcome.error();
    (*log_)(
        prepared.kind
        + (there ? " is on the ledger already" : " failed: " + outcome.error().message));
    return queue_->finish(prepared.intent, status);
}

Result<void> RelayerWorker::submit(
    const std::vector<Submission>& submissions, const net::StopFlag& stop) {
    std::vector<Prepared> prepared;
    std::vector<ledger::Intent> intents;
    for (const Submission& submission : submissions) {
        THERIAC_TRY(one, prepare(submission));
        intents.push_back(
            {.id = one.intent,
             .to = one.call.to,
             .data = one.call.data,
             .if_lost = ledger::IfLost::resubmit});
        prepared.push_back(std::move(one));
    }
    auto outcomes = outbox_->submit_all(intents, &stop);
    for (std::size_t i = 0; i < prepared.size(); ++i)
        THERIAC_CHECK(record(prepared[i], std::move(outcomes[i])));
    return {};
}

}  // namespace theriac::host
