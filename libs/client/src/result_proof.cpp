#include "theriac/client/result_proof.hpp"

#include "theriac/client/consent.hpp"
#include "theriac/client/instance_history.hpp"
#include "theriac/eth/rlp.hpp"
#include "theriac/learning/spec.hpp"
#include "theriac/protocol/evidence.hpp"
#include "theriac/protocol/request_document.hpp"
#include "theriac/protocol/statement_codec.hpp"

#include "model_card_check.hpp"

#include <algorithm>

namespace theriac::client {

namespace {

using eth::rlp::Encoder;
using eth::rlp::ListReader;

constexpr std::string_view kFormat = "theriac/result-proof/v1";
constexpr std::size_t kMaxDocument = std::size_t{1} << 20U;
constexpr std::size_t kMaxReport = std::size_t{64} << 20U;
constexpr std::size_t kMaxEvidence = protocol::Evidence::kMaxQuote * 2;
constexpr std::size_t kMaxFields = 64;

void encode(Encoder& to, const RegisteredInstance& instance) {
    to.list([&] {
        to.fixed(instance.instance);
        to.fixed(instance.runner);
        to.bytes(instance.group_key);
        to.fixed(instance.epoch_key);
        to.u64(instance.epoch_until.seconds);
        to.fixed(instance.measurement);
        to.fixed(instance.evidence);
    });
}

Result<RegisteredInstance> decode_instance(ListReader from) {
    RegisteredInstance out;
    THERIAC_TRY(instance, from.fixed<eth::Address>("instance"));
    THERIAC_TRY(runner, from.fixed<eth::Address>("runner"));
    THERIAC_TRY(group_key, from.bytes("group_key", out.group_key.size()));
    if (group_key.size() != out.group_key.size())
        return fail(Errc::malformed, "result proof: group_key: expected 33 bytes");
    THERIAC_TRY(epoch_key, from.fixed<protocol::EncryptionKey>("epoch_key"));
    THERIAC_TRY(epoch_until, from.u64("epoch_until"));
    THERIAC_TRY(measurement, from.fixed<protocol::Measurement>("measurement"));
    THERIAC_TRY(evidence, from.fixed<crypto::BlobAddress>("evidence"));
    THERIAC_CHECK(from.end());
    out.instance = instance;
    out.runner = runner;
    std::ranges::copy(group_key, out.group_key.begin());
    out.epoch_key = epoch_key;
    out.epoch_until = {epoch_until};
    out.measurement = measurement;
    out.evidence = evidence;
    return out;
}

void encode(Encoder& to, const TransactionReference& posted) {
    to.list([&] {
        to.fixed(posted.hash);
        to.u64(posted.block);
        to.u64(posted.time.seconds);
    });
}

Result<TransactionReference> decode_reference(ListReader from) {
    THERIAC_TRY(hash, from.fixed<Hash256>("transaction"));
    THERIAC_TRY(block, from.u64("block"));
    THERIAC_TRY(time, from.u64("time"));
    THERIAC_CHECK(from.end());
    return TransactionReference{hash, block, {time}};
}

template <typename Statement>
Result<protocol::Signed<Statement>> decode_statement(ListReader& from, std::string_view name) {
    THERIAC_TRY(list, from.list(name, kMaxFields));
    return protocol::decode_signed<Statement>(std::move(list));
}

Result<Bytes> take_bytes(ListReader& from, std::string_view name, std::size_t max) {
    THERIAC_TRY(bytes, from.bytes(name, max));
    return to_bytes(bytes);
}

Result<void> expect(bool holds, std::string_view message) {
    if (!holds) return fail(Errc::unauthenticated, std::string(message));
    return {};
}

// --- the questions ------------------------------------------------------------------------------

Result<void> check_network(const ResultProof& proof, const Network& network) {
    return expect(
        proof.chain_id == network.deployment.chain_id
            && proof.requests == network.deployment.requests,
        "it is of another network");
}

Result<void> check_request_document(const ResultProof& proof, const Network& network) {
    const protocol::DataRequest& request = proof.request.statement;
    THERIAC_CHECK(protocol::check_signer(
        "request",
        protocol::digest(network.deployment, request),
        proof.request.signature,
        request.researcher));
    THERIAC_CHECK(expect(
        crypto::blob_address(proof.document) == request.document,
        "the document is not the one signed"));
    THERIAC_TRY(document, protocol::decode_request_document(as_text(proof.document)));
    THERIAC_CHECK(
        expect(document.researcher == request.researcher, "the document names another researcher"));
    THERIAC_CHECK(expect(
        crypto::blob_address(proof.model_spec) == document.model_spec,
        "the model spec is not the document's"));
    THERIAC_CHECK(learning::ModelSpec::parse(as_text(proof.model_spec)));
    return expect(
        document.measurement == proof.instance.measurement,
        "the enclave has another measurement than the document asks for");
}

Result<void> check_result_statement(const ResultProof& proof, const Network& network) {
    const protocol::ResultStatement& statement = proof.result.statement;
    THERIAC_CHECK(protocol::check_signer(
        "result",
        protocol::digest(network.deployment, statement),
        proof.result.signature,
        statement.instance));
    THERIAC_CHECK(expect(
        statement.instance == proof.instance.instance, "another instance signed than registered"));
    THERIAC_CHECK(expect(
        statement.request == proof.request.statement.request_id(), "it is for another request"));
    return expect(
        statement.model == crypto::blob_address(proof.model_spec), "it is for another model spec");
}

Result<void> check_report(const ResultProof& proof) {
    const protocol::ResultStatement& statement = proof.result.statement;
    THERIAC_CHECK(expect(
        crypto::blob_address(proof.verification) == statement.verification,
        "the report is not the one signed"));
    return check_verification(proof.verification, statement);
}

OfflineCheck answer(std::string what, const Result<void>& outcome) {
    if (outcome) return {std::move(what), Outcome::holds, ""};
    return {std::move(what), Outcome::fails, outcome.error().message};
}

OfflineCheck answer_evidence(const ResultProof& proof, const Network& network) {
    const std::string what = "a quote vouches for the instance's keys and program";
    const auto enclave =
        check_enclave_offline(network, proof.evidence, proof.instance, proof.posted.time);
    if (!enclave) return {what, Outcome::fails, enclave.error().message};
    const bool simulated = enclave->anchor() == attestation::AnchorKind::simulated;
    return {
        what,
        Outcome::holds,
        "vouched for by: " + std::string(attestation::name(enclave->anchor()))
            + (simulated ? ", which proves nothing about any hardware" : "")};
}

OfflineCheck answer_measurement(const ResultProof& proof, const Network& network) {
    const std::string what = "the program's measurement is on your own list";
    const std::string name = proof.instance.measurement.hex();
    if (network.measurements.empty())
        return {what, Outcome::not_checked, "your network file lists none; it is " + name};
    const bool listed = std::ranges::find(network.measurements, proof.instance.measurement)
                        != network.measurements.end();
    return {what, listed ? Outcome::holds : Outcome::fails, name};
}

void add_not_checked(const ResultProof& proof, std::vector<OfflineCheck>& out) {
    const std::string place = "transaction " + proof.posted.hash.hex() + " in block "
                              + std::to_string(proof.posted.block);
    const std::vector<std::pair<std::string_view, std::string>> open = {
        {"the ledger holds this result",
         "whoever made the proof says so: hash " + proof.result.statement.statement_hash().hex()
             + " by " + place},
        {"the instance was registered and not revoked, and its measurement allowed, at that block",
         "only the ledger's events tell"},
        {"each owner had consented to each collection in the use root",
         "the enclave says so; grants and counters are with the ledger and the store"},
        {"the encrypted result holds these very files",
         "needs the store and the researcher's key; card and result are signed by one instance"},
        {"that block's time", "the evidence was judged as of it"},
    };
    for (const auto& [what, detail] : open)
        out.push_back({std::string(what), Outcome::not_checked, detail});
}

}  // namespace

Bytes encode(const ResultProof& proof) {
    Encoder to;
    to.list([&] {
        to.text(kFormat);
        to.u64(proof.chain_id);
        to.fixed(proof.requests);
        protocol::encode(to, proof.request);
        to.bytes(proof.document);
        to.bytes(proof.model_spec);
        protocol::encode(to, proof.result);
        to.bytes(proof.verification);
        to.bytes(proof.evidence);
        encode(to, proof.instance);
        encode(to, proof.posted);
    });
    return std::move(to).take();
}

Result<ResultProof> decode_result_proof(ByteView bytes) {
    THERIAC_TRY(from, ListReader::open("result proof", bytes, ResultProof::kMaxBytes));
    THERIAC_TRY(format, from.text("format", 64));
    if (format != kFormat)
        return fail(
            Errc::unsupported,
            "result proof: expected format " + std::string(kFormat) + ", got \"" + format + "\"");
    THERIAC_TRY(chain_id, from.u64("chain_id"));
    THERIAC_TRY(requests, from.fixed<eth::Address>("requests"));
    THERIAC_TRY(request, decode_statement<protocol::DataRequest>(from, "request"));
    THERIAC_TRY(document, take_bytes(from, "document", kMaxDocument));
    THERIAC_TRY(model_spec, take_bytes(from, "model_spec", kMaxDocument));
    THERIAC_TRY(result, decode_statement<protocol::ResultStatement>(from, "result"));
    THERIAC_TRY(verification, take_bytes(from, "verification", kMaxReport));
    THERIAC_TRY(evidence, take_bytes(from, "evidence", kMaxEvidence));
    THERIAC_TRY(instance_list, from.list("instance", kMaxFields));
    THERIAC_TRY(instance, decode_instance(std::move(instance_list)));
    THERIAC_TRY(posted_list, from.list("posted", kMaxFields));
    THERIAC_TRY(posted, decode_reference(std::move(posted_list)));
    THERIAC_CHECK(from.end());
    return ResultProof{
        chain_id,
        requests,
        std::move(request),
        std::move(document),
        std::move(model_spec),
        std::move(result),
        std::move(verification),
        std::move(evidence),
        instance,
        posted};
}

Result<ResultProof> make_result_proof(Session& session, const VerifiedResult& result) {
    const PostedResult& posted = result.posted();
    const protocol::ResultStatement& statement = posted.result.statement;
    const RegisteredInstance& instance = result.enclave().instance();
    THERIAC_TRY(request, check_request(session.views, session.store, statement.request));
    THERIAC_TRY(document, session.store.get(request.request.statement.document, kMaxDocument));
    THERIAC_TRY(verification, session.store.get(statement.verification, kMaxReport));
    THERIAC_TRY(evidence, session.store.get(instance.evidence, kMaxEvidence));
    return ResultProof{
        session.deployment().chain_id,
        session.deployment().requests,
        request.request,
        std::move(document),
        to_bytes(as_bytes(request.model_spec)),
        posted.result,
        std::move(verification),
        std::move(evidence),
        instance,
        posted.posted};
}

std::vector<OfflineCheck> verify_offline(
    const ResultProof& proof, const protocol::ResultBundle& files, const Network& network) {
    std::vector<OfflineCheck> out;
    out.push_back(answer("the proof is of this network", check_network(proof, network)));
    out.push_back(answer(
        "the researcher signed the request, its document and the model spec",
        check_request_document(proof, network)));
    out.push_back(answer(
        "the enclave instance signed this result for this request and spec",
        check_result_statement(proof, network)));
    out.push_back(answer("the verification report gives the use root signed", check_report(proof)));
    out.push_back(answer_evidence(proof, network));
    out.push_back(answer_measurement(proof, network));
    const auto card = check_model_card(network.deployment, files, proof.result.statement);
    out.push_back(answer(
        "the instance signed the model card, and the card vouches for every file",
        card ? Result<void>() : Result<void>(fail(card.error()))));
    add_not_checked(proof, out);
    return out;
}

}  // namespace theriac::client
