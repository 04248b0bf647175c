#include "training.hpp"

#include "theriac/crypto/hash.hpp"
#include "theriac/crypto/hkdf.hpp"
#include "theriac/crypto/hpke.hpp"
#include "theriac/json/json.hpp"
#include "theriac/learning/examples.hpp"
#include "theriac/learning/model_result.hpp"
#include "theriac/learning/trainer.hpp"

#include "job.hpp"
#include "opening.hpp"
#include "owner_reports.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace theriac::enclave {

namespace {

using json::Value;
using protocol::ResultBundle;

// The rows of one collection, or why none of them is used.
struct ReadCollection {
    const Offer* from = nullptr;
    std::optional<learning::Examples> examples{};  // of all records; none where refused
    std::optional<Error> refusal;
};

ReadCollection read_collection(
    const learning::ModelSpec& spec, const OfferTerms& terms, const Offer& offer) {
    ReadCollection out{&offer, std::nullopt, {}};
    const auto records = open_records(terms, offer);
    if (!records) {
        out.refusal = records.error();
        return out;
    }
    auto examples = learning::admit_records(*records, spec);
    if (examples)
        out.examples = *std::move(examples);
    else
        out.refusal = std::move(examples).error();
    return out;
}

bool is_usable(const ReadCollection& collection) {
    return !collection.refusal;
}

// A cohort counts only owners who are vouched for and whose rows are in the model.
Result<void> check_cohort(
    const eth::ProvenState& state,
    const protocol::Deployment& deployment,
    const protocol::RequestDocument& document,
    const std::vector<ReadCollection>& collections) {
    std::set<eth::Address> owners;
    std::uint64_t demanded = document.minimum_owners;
    for (const ReadCollection& collection : collections) {
        if (!is_usable(collection)) continue;
        demanded = std::max(demanded, collection.from->minimum_owners());
        const eth::Address& owner = collection.from->leaf().owner;
        if (protocol::is_vouched_for(state, deployment, owner).value_or(false))
            owners.insert(owner);
    }
    if (owners.size() < demanded)
        return fail(
            Errc::denied,
            "training: fewer owners than the request or a grant demands have usable rows");
    return {};
}

// In ascending order; an owner's place is the number of its rows as a source.
std::vector<eth::Address> owners_of(const std::vector<ReadCollection>& collections) {
    std::set<eth::Address> owners;
    for (const ReadCollection& collection : collections)
        owners.insert(collection.from->leaf().owner);
    return {owners.begin(), owners.end()};
}

learning::Seed training_seed(const Instance& instance, const RunFacts& run) {
    const Secret<32> key =
        job_key(instance, run, "theriac/training-seed/v1", run.request.document.model_spec.view());
    learning::Seed out{};
    std::ranges::copy(key.reveal(), out.begin());
    return out;
}

Result<learning::TrainedModel> fit(
    const learning::ModelSpec& spec,
    const learning::Seed& seed,
    const std::vector<eth::Address>& owners,
    std::vector<ReadCollection>& collections) {
    std::vector<learning::SourcedExamples> examples;
    for (ReadCollection& collection : collections) {
        if (!collection.examples) continue;
        const auto owner = std::ranges::lower_bound(owners, collection.from->leaf().owner);
        examples.push_back(
            {*std::move(collection.examples), static_cast<std::size_t>(owner - owners.begin())});
    }
    auto trained = learning::train(spec, examples, seed);
    // Why it failed may tell something of the data, and the host reads this.
    if (!trained)
        return fail(Errc::internal, "training: the data does not allow this model to be fitted");
    return trained;
}

Value card_json(
    const Instance& instance,
    const RunFacts& run,
    const learning::ModelSpec& spec,
    const learning::TrainedModel& trained,
    const ResultBundle& bundle) {
    Value files = Value::object();
    for (const auto& file : bundle.files)
        files.set(file.name, crypto::blob_address(file.content).hex());
    return Value::object({
        {"format", "theriac/model-card/v1"},
        {"title", run.request.document.title},
        {"purposes",
         Value::Array(run.request.document.purposes.begin(), run.request.document.purposes.end())},
        {"request", run.request.id.hex()},
        {"researcher", run.request.statement.researcher.hex()},
        {"chain_id", instance.deployment.chain_id},
        {"requests_contract", instance.deployment.requests.hex()},
        {"model_spec", run.request.document.model_spec.hex()},
        {"use_root", run.commitment.use_root.hex()},
        {"verification", run.commitment.verification.hex()},
        {"collections", trained.counts.collections},
        {"privacy", run.request.document.privacy},
        {"instance", run.commitment.instance.hex()},
        {"group", instance.keys.group().hex()},
        {"measurement", instance.measurement.hex()},
        {"platform", instance.platform},
        {"headers_vouched_for_by", run.header_trust},
        {"training", learning::model_card(trained, spec)},
        {"files", std::move(files)},
    });
}

Result<ResultBundle> make_bundle(
    const Instance& instance,
    const RunFacts& run,
    const learning::ModelSpec& spec,
    const learning::TrainedModel& trained) {
    ResultBundle bundle;
    if (spec.outputs().safetensors)
        bundle.files.push_back(
            {"model.safetensors", learning::model_to_safetensors(trained, spec)});
    if (spec.outputs().coefficients_csv)
        bundle.files.push_back(
            {"coefficients.csv", to_bytes(as_bytes(learning::coefficients_csv(trained)))});
    const std::string card = json::canonical(card_json(instance, run, spec, trained, bundle));
    const auto signed_card = protocol::sign(
        instance.deployment,
        instance.keys.instance_key(),
        protocol::ModelCardStatement{run.request.id, crypto::blob_address(as_bytes(card))});
    bundle.files.push_back({"model_card.json", to_bytes(as_bytes(card))});
    bundle.files.push_back({"model_card.sig", to_bytes(signed_card.signature.view())});
    return bundle;
}

Result<Bytes> seal_result(
    const Instance& instance, const RunFacts& run, const ResultBundle& bundle) {
    const SecretBytes plain(protocol::encode(bundle));
    const Secret<32> ephemeral =
        job_key(instance, run, "theriac/result-ephemeral/v1", plain.reveal());
    return crypto::hpke_seal_deterministic(
        crypto::HpkePublicKey(run.request.document.result_key.array()),
        protocol::result_info(instance.deployment.chain_id, run.request.id),
        protocol::result_associated_data(
            run.request.document.model_spec, run.commitment.use_root, run.commitment.instance),
        plain.reveal(),
        ephemeral.reveal());
}

// What is each owner's alone to know.
OwnerNews news(
    const learning::ModelSpec& spec,
    const learning::TrainedModel& trained,
    const std::vector<eth::Address>& owners,
    const std::vector<ReadCollection>& collections) {
    OwnerNews out;
    for (const ReadCollection& collection : collections) {
        if (!is_usable(collection))
            out[collection.from->leaf().owner].refused.push_back(
                {collection.from->leaf().collection, collection.refusal->message});
    }
    if (!trained.by_source) return out;
    for (const learning::Contribution& one : trained.by_source->contributions)
        out[owners.at(one.source)].contribution = learning::contribution_report(one, spec);
    return out;
}

}  // namespace

Secret<32> job_key(
    const Instance& instance, const RunFacts& run, std::string_view purpose, ByteView message) {
    // The message is part of it, so that a faulty second run never uses one key and nonce for two
    // messages.
    const Bytes info = concat(
        {as_bytes(purpose),
         run.request.id.view(),
         run.commitment.use_root.view(),
         crypto::sha256(message).view()});
    return crypto::hkdf_sha256_key(instance.keys.job_secret().reveal(), {}, info);
}

Result<SealedResult> train_and_seal(
    const Instance& instance,
    const RunFacts& run,
    const learning::ModelSpec& spec,
    const eth::ProvenState& state,
    const OfferTerms& terms,
    std::span<const Offer* const> used) {
    std::vector<ReadCollection> collections;
    collections.reserve(used.size());
    for (const Offer* offer : used)
        collections.push_back(read_collection(spec, terms, *offer));
    THERIAC_CHECK(check_cohort(state, instance.deployment, run.request.document, collections));
    const std::vector<eth::Address> owners = owners_of(collections);
    THERIAC_TRY(trained, fit(spec, training_seed(instance, run), owners, collections));
    THERIAC_TRY(bundle, make_bundle(instance, run, spec, trained));
    THERIAC_TRY(ciphertext, seal_result(instance, run, bundle));
    THERIAC_TRY(
        reports,
        seal_owner_reports(instance, run, state, news(spec, trained, owners, collections)));
    const protocol::ResultStatement statement{
        run.request.id,
        crypto::blob_address(ciphertext),
        run.request.document.model_spec,
        run.commitment.use_root,
        run.commitment.verification,
        owner_report_index_address(reports),
        0,
        run.commitment.instance};
    return SealedResult{statement, std::move(ciphertext), std::move(reports)};
}

}  // namespace theriac::enclave
