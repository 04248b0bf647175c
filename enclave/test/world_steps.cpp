// The ledger's side, the steps of a host that plays by the rules, and what a researcher does with
// the result.
#include "world.hpp"

#include <cstdlib>
#include <fstream>

namespace theriac::enclave::test {

namespace {

protocol::Inclusion inclusion(const std::vector<Hash256>& hashes, std::size_t index) {
    return {crypto::ledger_root(hashes), index, hashes.size(), crypto::ledger_prove(hashes, index)};
}

}  // namespace

void World::publish() {
    leaf_hashes_.clear();
    grant_hashes_.clear();
    for (const Collection& collection : collections) {
        leaf_hashes_.push_back(collection.leaf.statement.statement_hash());
        grant_hashes_.push_back(collection.grant.grant.statement.statement_hash());
    }
    ledger.register_leaf_batch(crypto::ledger_root(leaf_hashes_));
    ledger.post_grant_batch(crypto::ledger_root(grant_hashes_));
}

void World::revoke(const Collection& collection) {
    const auto& grant = collection.grant.grant.statement;
    ledger.mine();
    ledger.set_consent_counter(grant.owner, grant.collection, grant.counter + 1);
}

void World::demand_approval(const protocol::ApprovalState& given) {
    on_ledger.quorum = 2;
    ledger.mine();
    write_request();
    ledger.set_approval(request.statement.request_id(), given);
}

eth::StateProof World::state() const {
    std::vector<protocol::SlotReference> slots = also_proved;
    const auto add = [&](const std::vector<protocol::SlotReference>& more) {
        slots.insert(slots.end(), more.begin(), more.end());
    };
    add(protocol::request_slots(deployment, request.statement.request_id()));
    add(protocol::approval_slots(deployment, request.statement.request_id()));
    add(protocol::instance_slots(deployment, identity.registration.statement.instance));
    add(protocol::measurement_slots(deployment, identity.registration.statement.measurement));
    add(protocol::member_slots(deployment, researchers[0].address()));
    add(protocol::member_slots(deployment, hospital()));
    for (const Person& owner : owners)
        add(protocol::member_slots(deployment, owner.address()));
    for (const Collection& collection : collections) {
        const auto& grant = collection.grant.grant.statement;
        add(protocol::consent_counter_slots(deployment, grant.owner, grant.collection));
    }
    add(protocol::leaf_batch_slots(deployment, crypto::ledger_root(leaf_hashes_)));
    add(protocol::grant_batch_slots(deployment, crypto::ledger_root(grant_hashes_)));
    std::erase_if(slots, [&](const protocol::SlotReference& slot) {
        return std::ranges::find(not_proved, slot) != not_proved.end();
    });
    return ledger.prove(std::move(slots));
}

protocol::AddCollection World::offer(std::size_t index) const {
    const Collection& collection = collections.at(index);
    return {
        collection.leaf,
        inclusion(leaf_hashes_, index),
        collection.grant,
        inclusion(grant_hashes_, index),
        collection.conditions,
        collection.manifest};
}

protocol::AddRecords World::records(std::size_t index) const {
    const Collection& collection = collections.at(index);
    return {collection.grant.grant.statement.grant_hash(), 0, collection.records};
}

protocol::Reply World::send_bytes(ByteView bytes) {
    replies.push_back(service_->handle(bytes));
    return protocol::decode_reply(replies.back()).value();
}

protocol::Reply World::send(const protocol::Request& message) {
    return send_bytes(protocol::encode(message));
}

protocol::BeginJob World::begin_message() const {
    return {request, to_bytes(as_bytes(encode(document))), model_spec};
}

protocol::JobBegun World::begin() {
    return as<protocol::JobBegun>(send(begin_message()));
}

void World::bring(std::size_t index) {
    as<protocol::Accepted>(send(offer(index)));
    as<protocol::Accepted>(send(records(index)));
}

void World::bring_all() {
    for (std::size_t i = 0; i < collections.size(); ++i)
        bring(i);
}

protocol::StartProposed World::propose(Bytes earlier_report) {
    return as<protocol::StartProposed>(
        send(protocol::ProposeStart{proof(), std::move(earlier_report)}));
}

void World::post(const protocol::StartProposed& proposed) {
    on_ledger.status = protocol::RequestStatus::started;
    on_ledger.start = proposed.commitment.statement.stored();
    on_ledger.challenge = proposed.commitment.statement.challenge;
    ledger.mine();
    write_request();
}

protocol::Trained World::train() {
    return as<protocol::Trained>(send(protocol::Train{proof()}));
}

void World::post(const protocol::Trained& trained) {
    on_ledger.status = protocol::RequestStatus::released;
    on_ledger.result = trained.result.statement.statement_hash();
    ledger.mine();
    write_request();
}

protocol::Released World::release() {
    return as<protocol::Released>(send(protocol::Release{proof()}));
}

protocol::StartProposed World::until_started() {
    begin();
    bring_all();
    const auto proposed = propose();
    post(proposed);
    return proposed;
}

protocol::Trained World::until_trained() {
    until_started();
    const auto trained = train();
    post(trained);
    return trained;
}

protocol::Released World::until_released() {
    until_trained();
    return release();
}

Result<protocol::ResultBundle> World::open(
    const protocol::Trained& trained, ByteView ciphertext) const {
    const auto& result = trained.result.statement;
    THERIAC_TRY(
        plain,
        crypto::hpke_open(
            researchers[0].encryption,
            protocol::result_info(deployment.chain_id, result.request),
            protocol::result_associated_data(result.model, result.use_root, result.instance),
            ciphertext));
    return protocol::decode_result_bundle(plain.reveal());
}

learning::TrainedModel World::train_openly(const std::vector<std::size_t>& indices) const {
    const auto spec = learning::ModelSpec::parse(as_text(model_spec)).value();
    std::vector<ByteView> tables;
    for (const std::size_t index : indices)
        for (const Bytes& row : collections.at(index).rows)
            tables.emplace_back(row);
    return learning::train_on_csv(spec, tables).outcome.value();
}

std::vector<Bytes> wdbc_rows(std::size_t first, std::size_t count) {
    const char* root = std::getenv("THERIAC_SOURCE_DIR");  // NOLINT(concurrency-mt-unsafe)
    std::ifstream in(std::string(root == nullptr ? "." : root) + "/examples/wdbc/wdbc.csv");
    std::string header;
    EXPECT_TRUE(std::getline(in, header));
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    std::vector<Bytes> out;
    for (std::size_t i = first; i < first + count; ++i) {
        const std::string& line = lines.at(i * 101 % lines.size());  // 569 lines: a prime number
        out.push_back(to_bytes(as_bytes(header + "\n" + line + "\n")));
    }
    return out;
}

testing::AssertionResult is_refused(
    const protocol::Reply& reply, Errc code, std::string_view words) {
    const auto* failed = std::get_if<protocol::Failed>(&reply);
    if (failed == nullptr) return testing::AssertionFailure() << "was not refused";
    if (failed->error.code == code && failed->error.message.find(words) != std::string::npos)
        return testing::AssertionSuccess();
    return testing::AssertionFailure()
           << "refused with " << name(failed->error.code) << ": " << failed->error.message
           << "; expected " << name(code) << ": ..." << words;
}

std::set<protocol::GrantHash> used_grants(const protocol::StartProposed& proposed) {
    std::set<protocol::GrantHash> out;
    const auto report = protocol::decode_verification_report(proposed.verification_report).value();
    for (const auto& verdict : report.verdicts)
        if (verdict.used) out.insert(verdict.grant);
    return out;
}

std::string reason_for(const protocol::StartProposed& proposed, const protocol::GrantHash& grant) {
    const auto report = protocol::decode_verification_report(proposed.verification_report).value();
    for (const auto& verdict : report.verdicts)
        if (verdict.grant == grant) return verdict.used ? "used" : verdict.reason;
    return "is not named";
}

}  // namespace theriac::enclave::test
