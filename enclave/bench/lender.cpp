#include "lender.hpp"

#include "theriac/crypto/ledger_tree.hpp"
#include "theriac/crypto/stream.hpp"
#include "theriac/protocol/collection_binding.hpp"
#include "theriac/protocol/collection_manifest.hpp"

#include <fstream>
#include <sstream>

namespace theriac::enclave::bench {

namespace {

constexpr std::string_view kDataType = "table/wdbc";
constexpr UnixTime kNow{1'700'000'000};

eth::Address address_with(std::uint8_t byte) {
    std::array<std::uint8_t, 20> bytes{};
    bytes.fill(byte);
    return eth::Address(bytes);
}

protocol::Deployment some_deployment() {
    return {
        31337,
        address_with(0xc1),
        address_with(0xc2),
        address_with(0xc3),
        address_with(0xc4),
        address_with(0xc5)};
}

Keys make_keys(const protocol::Deployment& deployment, Entropy& entropy) {
    Keys keys = Keys::create(deployment, entropy);
    keys.ensure_epoch({kNow.seconds + 86'400}, entropy);
    return keys;
}

Bytes read_model_spec() {
    std::ifstream in(THERIAC_MODEL_SPEC);
    std::ostringstream out;
    out << in.rdbuf();
    return to_bytes(as_bytes(out.str()));
}

template <typename Fixed>
Fixed random(Entropy& entropy) {
    Fixed out;
    entropy.fill(out.mutable_view());
    return out;
}

protocol::Inclusion inclusion(
    const std::vector<Hash256>& hashes, const Hash256& root, std::size_t index) {
    return {root, index, hashes.size(), crypto::ledger_prove(hashes, index)};
}

}  // namespace

Lender::Lender()
    : entropy_(Secret<32>(), as_bytes("bench")),
      deployment_(some_deployment()),
      measurement_(random<protocol::Measurement>(entropy_)),
      keys_(make_keys(deployment_, entropy_)),
      instance_{deployment_, protocol::Domains(deployment_), keys_, measurement_, "simulated"},
      account_(crypto::SigningKey::generate(entropy_)),
      researcher_(crypto::SigningKey::generate(entropy_)),
      model_spec_(read_model_spec()) {
    entropy_.fill(vault_seed_.fill());
    make_request();
}

void Lender::make_request() {
    document_ = {
        .title = "A request",
        .description = "For a benchmark.",
        .researcher = eth::address_of(researcher_.public_key()),
        .result_key = random<protocol::EncryptionKey>(entropy_),
        .model_spec = crypto::blob_address(model_spec_),
        .data_type = std::string(kDataType),
        .minimum_owners = 1,
        .purposes = {"DUO:0000007"},
        .privacy = "none",
        .measurement = measurement_,
        .group = keys_.group()};
    request_ = protocol::sign(
        deployment_,
        researcher_,
        protocol::DataRequest{
            .researcher = document_.researcher,
            .document = crypto::blob_address(as_bytes(encode(document_))),
            .recruit_until = {kNow.seconds + 1000},
            .start_until = {kNow.seconds + 2000},
            .release_until = {kNow.seconds + 3000},
            .nonce = 0});
    request_id_ = request_.statement.request_id();
}

Job Lender::begin_job() {
    return Job::begin(
               instance_, {request_, to_bytes(as_bytes(encode(document_))), model_spec_}, entropy_)
        .value();
}

Offered Lender::make(const Amount& amount) {
    const crypto::CollectionOrigin origin{
        vault_seed_, random<crypto::CollectionNonce>(entropy_), 1};
    Offered out;
    auto& leaf = out.collection.leaf.statement;
    leaf.owner = eth::address_of(account_.public_key());
    leaf.collection = random<protocol::CollectionId>(entropy_);
    leaf.data_type = kDataType;
    const auto key = crypto::derive_collection_key(origin).value();
    const auto context =
        protocol::record_context(deployment_, leaf.owner, leaf.collection, leaf.data_type);
    protocol::CollectionManifest manifest{leaf.owner, leaf.collection, 1, {}};
    for (std::size_t i = 0; i < amount.records; ++i) {
        Bytes plain(amount.bytes);
        entropy_.fill(plain);
        out.records.records.push_back(crypto::seal_record(key, context, plain, entropy_).value());
        const Bytes& record = out.records.records.back();
        manifest.records.push_back({crypto::blob_address(record), record.size()});
    }
    out.collection.manifest = encode(manifest);
    const crypto::Point consent_point = protocol::consent_point(deployment_);
    const auto masked = crypto::derive_masked_key(origin, keys_.group_key(), consent_point).value();
    leaf.record_count = static_cast<std::uint32_t>(amount.records);
    leaf.record_root = manifest.record_root();
    leaf.manifest = crypto::blob_address(out.collection.manifest);
    leaf.masked_key = masked.masked_key.compressed();
    leaf.mask_point = masked.mask_point.compressed();
    leaf.group = keys_.group();
    leaf.timestamp = kNow;
    out.collection.leaf = protocol::sign(deployment_, account_, leaf);
    const protocol::Grant grant{
        .owner = leaf.owner,
        .collection = leaf.collection,
        .leaf = leaf.leaf_hash(),
        .request = request_id_,
        .conditions = {},
        .epoch_key = keys_.present_epoch().public_key,
        .expiry = {kNow.seconds + 50'000},
        .counter = 0};
    const auto share =
        crypto::derive_consent_share(origin, keys_.group_key(), consent_point).value();
    out.collection.grant.grant = protocol::sign(deployment_, account_, grant);
    out.collection.grant.sealed_share = crypto::hpke_seal(
                                            crypto::HpkePublicKey(grant.epoch_key.array()),
                                            as_bytes(protocol::kConsentShareInfo),
                                            protocol::digest(deployment_, grant).view(),
                                            share.reveal().reveal(),
                                            entropy_)
                                            .value();
    out.records.grant = grant.grant_hash();
    return out;
}

std::vector<Offered> Lender::lend(const Amount& amount) {
    std::vector<Offered> out;
    std::vector<Hash256> leaves;
    std::vector<Hash256> grants;
    for (std::size_t i = 0; i < amount.collections; ++i) {
        out.push_back(make(amount));
        leaves.push_back(out[i].collection.leaf.statement.statement_hash());
        grants.push_back(out[i].collection.grant.grant.statement.statement_hash());
    }
    const Hash256 leaf_root = crypto::ledger_root(leaves);
    const Hash256 grant_root = crypto::ledger_root(grants);
    for (std::size_t i = 0; i < amount.collections; ++i) {
        out[i].collection.leaf_inclusion = inclusion(leaves, leaf_root, i);
        out[i].collection.grant_inclusion = inclusion(grants, grant_root, i);
    }
    return out;
}

}  // namespace theriac::enclave::bench
