#include "theriac/host/runner.hpp"

#include "theriac/client/contract_calls.hpp"
#include "theriac/ledger/outbox.hpp"
#include "theriac/protocol/chain_state.hpp"
#include "theriac/protocol/verification_report.hpp"

#include "instance.hpp"
#include "job_inputs.hpp"

#include <algorithm>
#include <chrono>
#include <set>

namespace theriac::host {

namespace {

using client::ContractCall;
using protocol::RequestStatus;
using protocol::SlotReference;

constexpr std::size_t kMaxRecord = std::size_t{64} << 20U;
constexpr std::chrono::hours kMaxEpoch{30 * 24};           // Enclaves.MAX_EPOCH
constexpr std::size_t kMaxChunk = std::size_t{32} << 20U;  // of records in one message
constexpr std::chrono::seconds kSettlePatience{60};        // several blocks of any chain we know
constexpr std::chrono::milliseconds kSettlePause{100};

// One request on its way. Each step reads what is done already from the ledger.
class Run {
public:
    Run(RunnerContext& context, StartedInstance instance, ledger::Outbox outbox, JobInputs inputs)
        : context_(&context),
          instance_(std::move(instance)),
          outbox_(std::move(outbox)),
          inputs_(std::move(inputs)) {}

    Result<RunOutcome> complete() {
        THERIAC_CHECK(check_ours());
        THERIAC_CHECK(begin());
        THERIAC_CHECK(offer_all());
        THERIAC_CHECK(commit());
        THERIAC_CHECK(train());
        THERIAC_CHECK(release());
        return std::move(outcome_);
    }

private:
    [[nodiscard]] const protocol::RequestId& id() const { return inputs_.request.id; }

    [[nodiscard]] const protocol::Deployment& deployment() const {
        return context_->views.network().deployment;
    }

    [[nodiscard]] const eth::Address& instance() const {
        return instance_.identity.registration.statement.instance;
    }

    void say(std::string_view line) const {
        if (context_->log) context_->log(line);
    }

    Result<protocol::RequestStatus> status() {
        THERIAC_TRY(state, context_->views.request(id()));
        return state.status;
    }

    Result<void> check_ours();
    Result<void> begin();
    Result<void> offer_all();
    Result<void> offer(Candidate& candidate);
    Result<void> offer_records(
        const protocol::GrantHash& grant, const std::vector<crypto::BlobAddress>& records);
    Result<void> commit();
    Result<void> train();
    Result<void> release();
    Result<Bytes> earlier_report();
    Result<Bytes> prove();
    Result<std::set<SlotReference>> slots();
    Result<void> send(const std::string& what, const std::string& intent, ContractCall call);

    RunnerContext* context_;
    StartedInstance instance_;
    ledger::Outbox outbox_;
    JobInputs inputs_;
    std::vector<protocol::AddCollection> accepted_;
    protocol::Challenge challenge_;
    RunOutcome outcome_;
};

Result<void> Run::check_ours() {
    THERIAC_TRY(state, context_->views.request(id()));
    outcome_.request = id();
    if (state.status == RequestStatus::cancelled || state.status == RequestStatus::expired)
        return fail(Errc::denied, "request " + id().hex() + ": is cancelled or expired");
    THERIAC_TRY(start, context_->views.start_of(id()));
    if (start && start->commitment.instance != instance())
        return fail(
            Errc::conflict,
            "request " + id().hex() + ": was started by instance "
                + start->commitment.instance.hex() + ", this profile's is " + instance().hex()
                + "; choose another request");
    return {};
}

Result<void> Run::begin() {
    THERIAC_TRY(
        document, context_->store.get(inputs_.request.request.statement.document, kMaxRecord));
    THERIAC_TRY(
        begun,
        instance_.enclave.ask<protocol::JobBegun>(protocol::BeginJob{
            inputs_.request.request,
            std::move(document),
            to_bytes(as_bytes(inputs_.request.model_spec))}));
    challenge_ = begun.challenge;
    return {};
}

Result<void> Run::offer_all() {
    for (const std::string& missing : inputs_.missing)
        say("left out: " + missing);
    for (Candidate& candidate : inputs_.candidates) {
        THERIAC_CHECK(context_->stop.check());
        ++outcome_.offered;
        auto offered = offer(candidate);
        if (offered) continue;
        const Errc code = offered.error().code;
        if (code == Errc::unavailable || code == Errc::interrupted)
            return fail(std::move(offered).error());
        ++outcome_.refused;
        say("refused: " + offered.error().message);
    }
    return {};
}

Result<void> Run::offer(Candidate& candidate) {
    const protocol::GrantHash grant = candidate.offer.grant.grant.statement.grant_hash();
    THERIAC_CHECK(instance_.enclave.ask<protocol::Accepted>(candidate.offer));
    THERIAC_CHECK(offer_records(grant, candidate.records));
    candidate.offer.manifest.clear();
    accepted_.push_back(std::move(candidate.offer));
    return {};
}

Result<void> Run::offer_records(
    const protocol::GrantHash& grant, const std::vector<crypto::BlobAddress>& records) {
    protocol::AddRecords message{grant, 0, {}};
    std::size_t size = 0;
    const auto flush = [&]() -> Result<void> {
        if (message.records.empty()) return {};
        const std::uint64_t next = message.first + message.records.size();
        THERIAC_CHECK(instance_.enclave.ask<protocol::Accepted>(std::move(message)));
        message = {grant, next, {}};
        size = 0;
        return {};
    };
    for (const crypto::BlobAddress& address : records) {
        THERIAC_TRY(record, context_->store.get(address, kMaxRecord));
        if (size + record.size() > kMaxChunk) THERIAC_CHECK(flush());
        size += record.size();
        message.records.push_back(std::move(record));
    }
    return flush();
}

Result<std::set<SlotReference>> Run::slots() {
    std::set<SlotReference> out;
    const auto add = [&](std::vector<SlotReference> more) { out.insert(more.begin(), more.end()); };
    add(protocol::request_slots(deployment(), id()));
    add(protocol::approval_slots(deployment(), id()));
    add(protocol::instance_slots(deployment(), instance()));
    add(protocol::measurement_slots(deployment(), inputs_.request.document.measurement));
    add(protocol::member_slots(deployment(), inputs_.request.document.researcher));
    std::set<eth::Address> owners;
    for (const protocol::AddCollection& offered : accepted_) {
        const protocol::Grant& grant = offered.grant.grant.statement;
        add(protocol::leaf_batch_slots(deployment(), offered.leaf_inclusion.root));
        add(protocol::grant_batch_slots(deployment(), offered.grant_inclusion.root));
        add(protocol::consent_counter_slots(deployment(), grant.owner, grant.collection));
        owners.insert(grant.owner);
    }
    const std::vector<eth::Address> asked(owners.begin(), owners.end());
    THERIAC_TRY(vouchers, context_->views.vouchers(asked));
    owners.insert(vouchers.begin(), vouchers.end());
    for (const eth::Address& member : owners)
        add(protocol::member_slots(deployment(), member));
    return out;
}

Result<Bytes> Run::prove() {
    std::vector<ledger::AccountSlots> queries;
    THERIAC_TRY(needed, slots());
    for (const SlotReference& slot : needed) {
        if (queries.empty() || queries.back().address != slot.contract)
            queries.push_back({slot.contract, {}});
        queries.back().slots.push_back(slot.slot);
    }
    THERIAC_TRY(proven, context_->views.chain().prove(queries, ledger::At::latest()));
    return eth::encode_state_proof(proven.proof);
}

// The report that an earlier life of this run committed to; empty before the start.
Result<Bytes> Run::earlier_report() {
    THERIAC_TRY(start, context_->views.start_of(id()));
    if (!start) return Bytes{};
    return context_->store.get(start->commitment.verification, kMaxRecord);
}

Result<void> Run::commit() {
    THERIAC_TRY(report, earlier_report());
    const bool first = report.empty();
    THERIAC_TRY(proof, prove());
    THERIAC_TRY(
        proposed,
        instance_.enclave.ask<protocol::StartProposed>(
            protocol::ProposeStart{std::move(proof), std::move(report)}));
    // Stored before it is posted: owners must be able to read what the ledger points to.
    THERIAC_CHECK(context_->store.put(proposed.verification_report));
    if (first)
        return send(
            "start",
            "start:" + id().hex() + ":" + challenge_.hex(),
            client::start_request(deployment(), proposed.commitment));
    say("was started before: going on");
    return send(
        "refresh",
        "refresh:" + id().hex() + ":" + challenge_.hex(),
        client::refresh_challenge(deployment(), id(), challenge_));
}

Result<void> Run::train() {
    THERIAC_TRY(proof, prove());
    say("training");
    THERIAC_TRY(
        trained, instance_.enclave.ask<protocol::Trained>(protocol::Train{std::move(proof)}));
    outcome_.used = trained.used_collections;
    outcome_.result = trained.result.statement;
    THERIAC_TRY(present, status());
    if (present != RequestStatus::started) return {};
    return send(
        "result", "result:" + id().hex(), client::post_result(deployment(), trained.result));
}

Result<void> Run::release() {
    THERIAC_TRY(proof, prove());
    THERIAC_TRY(
        released, instance_.enclave.ask<protocol::Released>(protocol::Release{std::move(proof)}));
    THERIAC_CHECK(context_->store.put(released.ciphertext));
    for (const auto& report : released.owner_reports)
        THERIAC_CHECK(context_->store.put(report.ciphertext));
    if (!released.owner_reports.empty())
        THERIAC_CHECK(
            context_->store.put(protocol::encode(protocol::index_of(released.owner_reports))));
    THERIAC_CHECK(instance_.enclave.ask<protocol::Accepted>(protocol::AbandonJob{}));
    return {};
}

Result<void> Run::send(const std::string& what, const std::string& intent, ContractCall call) {
    auto receipt = outbox_.submit(
        {.id = intent, .to = call.to, .data = std::move(call.data)}, &context_->stop);
    if (!receipt) return fail(with_context(what, std::move(receipt).error()));
    outcome_.transactions.push_back(
        {what, receipt->transaction, receipt->block.number, receipt->gas_used});
    say(what + ": transaction " + receipt->transaction.hex() + ", block "
        + std::to_string(receipt->block.number) + ", gas " + std::to_string(receipt->gas_used));
    return {};
}

Result<ledger::Outbox> open_outbox(RunnerContext& context) {
    return ledger::Outbox::open(
        context.profile.directory() / "outbox.sqlite",
        context.views.chain(),
        *context.keys.signer.account());
}

/// What is to be done follows from the ledger, so what an earlier life of this run sent has to be
/// there first.
Result<ledger::Outbox> open_settled_outbox(RunnerContext& context) {
    THERIAC_TRY(outbox, open_outbox(context));
    const auto give_up = std::chrono::steady_clock::now() + kSettlePatience;
    while (outbox.pending() > 0) {
        if (context.stop.stop_requested())
            return fail(Errc::interrupted, "stopped on request; what was sent stays sent");
        if (std::chrono::steady_clock::now() > give_up)
            return fail(
                Errc::timeout,
                "outbox: a transaction of an earlier run is not in a block yet; repeat when the "
                "chain "
                "goes on");
        (void)context.stop.sleep_for(kSettlePause);
        THERIAC_CHECK(outbox.poll());
    }
    return outbox;
}

}  // namespace

Result<RegisteredEnclave> register_enclave(RunnerContext& context, UnixTime epoch_until) {
    THERIAC_TRY(now, context.views.now());
    // Before the enclave seals a key the ledger would not take.
    if (epoch_until > now + kMaxEpoch)
        return fail(Errc::invalid_argument, "epoch: expected at most 30d");
    THERIAC_TRY(outbox, open_outbox(context));
    THERIAC_TRY(started, start_instance(context, epoch_until));
    const auto& registration = started.identity.registration;
    THERIAC_CHECK(context.store.put(started.identity.evidence));
    const ContractCall call =
        client::register_instance(context.views.network().deployment, registration);
    THERIAC_TRY(
        receipt,
        outbox.submit(
            {.id = "register:" + registration.statement.statement_hash().hex(),
             .to = call.to,
             .data = call.data},
            &context.stop));
    return RegisteredEnclave{
        registration.statement,
        {"register", receipt.transaction, receipt.block.number, receipt.gas_used}};
}

namespace {

// A result that is posted and stored needs no second run.
Result<std::optional<RunOutcome>> released_already(
    RunnerContext& context, const protocol::RequestId& request) {
    THERIAC_TRY(posted, context.views.result_of(request));
    if (!posted) return std::optional<RunOutcome>{};
    THERIAC_TRY(stored, context.store.has(posted->result.statement.ciphertext));
    if (!stored) return std::optional<RunOutcome>{};
    THERIAC_TRY(bytes, context.store.get(posted->result.statement.verification, kMaxRecord));
    THERIAC_TRY(report, protocol::decode_verification_report(bytes));
    RunOutcome out;
    out.request = request;
    out.offered = report.verdicts.size();
    out.used = static_cast<std::uint64_t>(
        std::ranges::count_if(report.verdicts, &protocol::VerificationReport::Verdict::used));
    out.result = posted->result.statement;
    if (context.log) context.log("was released before: nothing to do");
    return std::optional(std::move(out));
}

}  // namespace

Result<RunOutcome> run_request(RunnerContext& context, const protocol::RequestId& request) {
    THERIAC_TRY(outbox, open_settled_outbox(context));
    THERIAC_TRY(done, released_already(context, request));
    if (done) return *std::move(done);
    THERIAC_TRY(inputs, gather_inputs(context.views, context.store, request));
    THERIAC_TRY(started, start_instance(context, UnixTime{}));
    Run run(context, std::move(started), std::move(outbox), std::move(inputs));
    return run.complete();
}

}  // namespace theriac::host
