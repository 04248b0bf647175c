#include "world.hpp"

#include "theriac/crypto/stream.hpp"
#include "theriac/json/json.hpp"
#include "theriac/protocol/collection_binding.hpp"
#include "theriac/protocol/collection_manifest.hpp"
#include "theriac/protocol/conditions.hpp"
#include "theriac/simulation/platform.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace theriac::enclave::test {

namespace {

constexpr std::string_view kDataType = "table/wdbc";

eth::Address address_with(std::uint8_t byte) {
    std::array<std::uint8_t, 20> bytes{};
    bytes.fill(byte);
    return eth::Address(bytes);
}

const eth::Address kHospital = address_with(0x88);

protocol::Deployment some_deployment() {
    return {
        31337,
        address_with(0xc1),
        address_with(0xc2),
        address_with(0xc3),
        address_with(0xc4),
        address_with(0xc5)};
}

std::string read_source(const std::string& name) {
    const char* root = std::getenv("THERIAC_SOURCE_DIR");  // NOLINT(concurrency-mt-unsafe)
    std::ifstream in(std::string(root == nullptr ? "." : root) + "/" + name, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    EXPECT_FALSE(out.str().empty()) << name;
    return std::move(out).str();
}

std::string read_example(const std::string& name) {
    return read_source("examples/wdbc/" + name);
}

// Made once: making one takes a second with the sanitizers.
crypto::RsaSigningKey known_rsa_key() {
    const std::string der = read_source("libs/crypto/test/keys/rsa_3072.der");
    return crypto::RsaSigningKey::from_pkcs8(as_bytes(der)).value();
}

template <typename Fixed>
Fixed random(Entropy& entropy) {
    Fixed out;
    entropy.fill(out.mutable_view());
    return out;
}

crypto::CollectionOrigin origin(const World& world, const Collection& collection) {
    return {world.owners.at(collection.owner).vault_seed, collection.nonce, 1};
}

crypto::Point group_key(const World& world) {
    return crypto::Point::from_compressed(world.identity.registration.statement.group_key).value();
}

}  // namespace

protocol::Signature Person::sign(const Hash256& digest) const {
    if (!rsa) return protocol::sign_digest(account, digest);
    return {rsa->public_key(), rsa->sign(protocol::rsa_pss_message(digest))};
}

class World::SimulatedPlatform final : public Platform {
public:
    explicit SimulatedPlatform(Entropy& entropy)
        : platform_(simulation::Platform::create(entropy, {1'700'000'000}, std::chrono::years(1))) {
        std::array<std::uint8_t, 32> bytes{};
        bytes.fill(0x4d);
        measurement_ = attestation::Measurement(bytes);
    }

    Result<Bytes> quote(const std::array<std::uint8_t, 64>& report_data) override {
        if (fails) return fail(Errc::unavailable, "no quote today");
        return platform_.quote(measurement_, attestation::ReportData(report_data));
    }

    Result<Secret<32>> sealing_key() override { return platform_.sealing_key(measurement_); }

    [[nodiscard]] std::string_view name() const override { return "simulated"; }

    bool fails = false;

private:
    simulation::Platform platform_;
    attestation::Measurement measurement_;
};

World::World(const WorldOptions& options)
    : deployment(some_deployment()),
      ledger(deployment),
      model_spec(to_bytes(as_bytes(read_example("model-spec.json")))),
      entropy_(Secret<32>(), Bytes{options.seed}),
      platform_(std::make_unique<SimulatedPlatform>(entropy_)) {
    if (options.leave_one_source_out) ask_to_leave_one_source_out();
    provision();
    make_people(options.owners, options.rsa_owners);
    make_request(options.minimum_owners);
    std::size_t row = 0;
    for (std::size_t i = 0; i < options.owners * options.collections; ++i, row += options.rows)
        collections.push_back(make_collection(i % options.owners, wdbc_rows(row, options.rows)));
    publish();
}

World::~World() = default;

void World::ask_to_leave_one_source_out() {
    json::Value spec = json::parse(as_text(model_spec)).value();
    json::Value validation = *spec.find("validation");
    validation.set("leave_one_source_out", true);
    spec.set("validation", validation);
    model_spec = to_bytes(as_bytes(json::canonical(spec)));
}

void World::provision() {
    restart_unprovisioned();
    identity = as<protocol::Identity>(send(protocol::Provision{deployment, epoch_end(), {}}));
    const auto& registration = identity.registration.statement;
    ledger.set_instance(
        registration.instance,
        {registration.epoch_key, registration.epoch_until, registration.measurement, false, true});
    ledger.allow_measurement(registration.measurement);
}

void World::restart_unprovisioned() {
    service_ = make_service(*platform_, entropy_);
}

protocol::Reply World::restart() {
    restart_unprovisioned();
    return send(protocol::Provision{deployment, epoch_end(), identity.sealed_state});
}

void World::let_quotes_fail(bool fail) {
    platform_->fails = fail;
}

eth::Address World::hospital() const {
    return kHospital;
}

UnixTime World::epoch_end() const {
    return {1'700'100'000};
}

void World::make_people(std::size_t owner_count, std::size_t rsa_owners) {
    const auto person = [&] {
        Person out{
            crypto::SigningKey::generate(entropy_),
            crypto::HpkePrivateKey::generate(entropy_),
            {},
            {}};
        entropy_.fill(out.vault_seed.fill());
        return out;
    };
    ledger.set_member(kHospital, {protocol::kRoleHospital, {}, {}});
    for (std::size_t i = 0; i < owner_count; ++i) {
        owners.push_back(person());
        if (i < rsa_owners)
            owners[i].rsa = i == 0 ? known_rsa_key() : crypto::RsaSigningKey::generate();
        ledger.set_member(
            owners[i].address(), {protocol::kRoleOwner, kHospital, owners[i].encryption_key()});
    }
    researchers.push_back(person());
    ledger.set_member(
        researchers[0].address(), {protocol::kRoleResearcher, {}, researchers[0].encryption_key()});
}

void World::make_request(std::uint64_t minimum_owners) {
    const auto& registration = identity.registration.statement;
    document = {
        .title = "A request",
        .description = "For a test.",
        .researcher = researchers[0].address(),
        .result_key = researchers[0].encryption_key(),
        .model_spec = crypto::blob_address(model_spec),
        .data_type = std::string(kDataType),
        .minimum_owners = minimum_owners,
        .purposes = {"DUO:0000007"},
        .privacy = "none",
        .measurement = registration.measurement,
        .group = protocol::group_id(registration.group_key)};
    const UnixTime now = ledger.now();
    const protocol::DataRequest statement{
        .researcher = document.researcher,
        .document = crypto::blob_address(as_bytes(encode(document))),
        .recruit_until = {now.seconds + 1000},
        .start_until = {now.seconds + 2000},
        .release_until = {now.seconds + 3000},
        .nonce = 0};
    request = protocol::sign(deployment, researchers[0].account, statement);
    on_ledger = {
        protocol::RequestStatus::recruiting,
        statement.researcher,
        statement.document,
        statement.recruit_until,
        statement.start_until,
        statement.release_until,
        {},
        {},
        {}};
    write_request();
}

Collection World::make_collection(std::size_t owner, std::vector<Bytes> rows) {
    Collection out;
    out.owner = owner;
    out.rows = std::move(rows);
    out.nonce = random<crypto::CollectionNonce>(entropy_);
    auto& leaf = out.leaf.statement;
    leaf.owner = owners.at(owner).address();
    leaf.collection = random<protocol::CollectionId>(entropy_);
    leaf.data_type = kDataType;
    const auto key = crypto::derive_collection_key(origin(*this, out)).value();
    const auto context =
        protocol::record_context(deployment, leaf.owner, leaf.collection, leaf.data_type);
    protocol::CollectionManifest manifest{leaf.owner, leaf.collection, 1, {}};
    for (const Bytes& row : out.rows) {
        out.records.push_back(crypto::seal_record(key, context, row, entropy_).value());
        manifest.records.push_back(
            {crypto::blob_address(out.records.back()), out.records.back().size()});
    }
    out.manifest = encode(manifest);
    const auto masked =
        crypto::derive_masked_key(
            origin(*this, out), group_key(*this), protocol::consent_point(deployment))
            .value();
    leaf.record_count = static_cast<std::uint32_t>(out.records.size());
    leaf.record_root = manifest.record_root();
    leaf.manifest = crypto::blob_address(out.manifest);
    leaf.masked_key = masked.masked_key.compressed();
    leaf.mask_point = masked.mask_point.compressed();
    leaf.group = document.group;
    leaf.timestamp = ledger.now();
    sign_leaf(out);
    auto& grant = out.grant.grant.statement;
    grant.request = request.statement.request_id();
    grant.epoch_key = identity.registration.statement.epoch_key;
    grant.expiry = {ledger.now().seconds + 50'000};
    sign_grant(out);
    return out;
}

void World::sign_leaf(Collection& collection) {
    auto& [statement, signature] = collection.leaf;
    signature = owners.at(collection.owner).sign(protocol::digest(deployment, statement));
}

Bytes World::consent_share(const Collection& collection) const {
    const auto share =
        crypto::derive_consent_share(
            origin(*this, collection), group_key(*this), protocol::consent_point(deployment))
            .value();
    return to_bytes(share.reveal().reveal());
}

void World::sign_grant(Collection& collection) {
    auto& sealed = collection.grant;
    auto& grant = sealed.grant.statement;
    grant.owner = owners.at(collection.owner).address();
    grant.collection = collection.leaf.statement.collection;
    grant.leaf = collection.leaf.statement.leaf_hash();
    sealed.grant.signature = owners.at(collection.owner).sign(protocol::digest(deployment, grant));
    sealed.sealed_share = crypto::hpke_seal(
                              crypto::HpkePublicKey(grant.epoch_key.array()),
                              as_bytes(protocol::kConsentShareInfo),
                              protocol::digest(deployment, grant).view(),
                              consent_share(collection),
                              entropy_)
                              .value();
}

void World::demand_owners(Collection& collection, std::uint64_t minimum) {
    collection.conditions =
        to_bytes(as_bytes(encode(protocol::Conditions{.minimum_owners = minimum})));
    collection.grant.grant.statement.conditions = crypto::blob_address(collection.conditions);
    sign_grant(collection);
}

}  // namespace theriac::enclave::test
