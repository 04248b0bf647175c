#include "theriac/client/network.hpp"

#include "theriac/json/json.hpp"
#include "theriac/json/object_reader.hpp"

#include "anchor_json.hpp"

namespace theriac::client {

namespace {

using json::ObjectReader;
using json::Value;

constexpr std::string_view kFormat = "theriac/network/v1";
constexpr std::size_t kMaxUrl = 2048;
constexpr std::size_t kMaxAnchors = 16;
constexpr std::size_t kMaxMeasurements = 256;
constexpr std::uint64_t kWellKnownDevelopmentChain = 31337;
constexpr json::Limits kLimits{.max_bytes = std::size_t{8} << 20U, .max_depth = 8};

Value to_json(const protocol::Deployment& d, const eth::Address& audit_log) {
    return Value::object({
        {"members", d.members.hex()},
        {"records", d.records.hex()},
        {"consent", d.consent.hex()},
        {"enclaves", d.enclaves.hex()},
        {"requests", d.requests.hex()},
        {"audit_log", audit_log.hex()},
    });
}

Value to_json(const Network& network) {
    Value::Array anchors;
    for (const Anchor& anchor : network.anchors)
        anchors.push_back(to_json(anchor));
    Value::Array measurements;
    for (const auto& measurement : network.measurements)
        measurements.emplace_back(measurement.hex());
    return Value::object({
        {"format", kFormat},
        {"name", network.name},
        {"mode", network.mode == Mode::production ? "production" : "development"},
        {"chain_id", network.deployment.chain_id},
        {"genesis", network.genesis.hex()},
        {"rpc_url", network.rpc_url},
        {"store_url", network.store_url},
        {"relayer_url", network.relayer_url},
        {"directory", network.directory.hex()},
        {"contracts", to_json(network.deployment, network.audit_log)},
        {"deployed_at", network.deployed_at},
        {"trust_anchors", std::move(anchors)},
        {"measurements", std::move(measurements)},
    });
}

Result<void> read_contracts(ObjectReader from, Network& out) {
    THERIAC_TRY(members, from.fixed<eth::Address>("members"));
    THERIAC_TRY(records, from.fixed<eth::Address>("records"));
    THERIAC_TRY(consent, from.fixed<eth::Address>("consent"));
    THERIAC_TRY(enclaves, from.fixed<eth::Address>("enclaves"));
    THERIAC_TRY(requests, from.fixed<eth::Address>("requests"));
    THERIAC_TRY(audit_log, from.fixed<eth::Address>("audit_log"));
    THERIAC_CHECK(from.finish());
    out.deployment = {out.deployment.chain_id, members, records, consent, enclaves, requests};
    out.audit_log = audit_log;
    return {};
}

Result<void> read_trust(ObjectReader& from, Network& out) {
    THERIAC_TRY(anchors, from.objects("trust_anchors", kMaxAnchors));
    for (ObjectReader& reader : anchors) {
        THERIAC_TRY(anchor, read_anchor(std::move(reader)));
        out.anchors.push_back(std::move(anchor));
    }
    THERIAC_TRY(measurements, from.texts("measurements", kMaxMeasurements, 66));
    for (const std::string& text : measurements) {
        const auto measurement = protocol::Measurement::from_hex(text);
        if (!measurement) return from.refuse("measurements", measurement.error().message);
        out.measurements.push_back(*measurement);
    }
    return {};
}

Result<void> check_mode(const Network& network) {
    if (network.mode == Mode::development) return {};
    if (network.deployment.chain_id == kWellKnownDevelopmentChain)
        return fail(
            Errc::denied,
            "network: chain id 31337 is the well-known development chain, and the mode is "
            "production");
    for (const Anchor& anchor : network.anchors) {
        if (anchor.kind == attestation::AnchorKind::simulated)
            return fail(
                Errc::denied,
                "network: a simulated platform is trusted, and the mode is production");
        if (anchor.amd && anchor.amd->missing_revocation_list == attestation::Rule::accept)
            return fail(
                Errc::denied,
                "network: AMD's revocation list may be missing, and the mode is production");
    }
    return {};
}

}  // namespace

std::string encode(const Network& network) {
    return json::pretty(to_json(network));
}

bool is_same(const Network& a, const Network& b) {
    return a.genesis == b.genesis && a.directory == b.directory && a.audit_log == b.audit_log
           && a.deployment == b.deployment;
}

std::vector<std::string> differences(const Network& a, const Network& b) {
    const Value left = to_json(a);
    const Value right = to_json(b);
    std::vector<std::string> out;
    for (const auto& [field, value] : *left.as_object()) {
        if (value != *right.find(field)) out.push_back(field);
    }
    return out;
}

Result<Network> decode_network(std::string_view text) {
    THERIAC_TRY(value, json::parse(text, kLimits));
    ObjectReader from(value, "network");
    Network out;
    THERIAC_CHECK(from.choice("format", {kFormat}));
    THERIAC_TRY(name, from.text("name", 200));
    THERIAC_TRY(mode, from.choice("mode", {"development", "production"}));
    THERIAC_TRY(chain_id, from.u64("chain_id", 1));
    THERIAC_TRY(genesis, from.fixed<Hash256>("genesis"));
    THERIAC_TRY(rpc_url, from.text("rpc_url", kMaxUrl));
    THERIAC_TRY(store_url, from.text("store_url", kMaxUrl));
    THERIAC_TRY(relayer_url, from.text("relayer_url", kMaxUrl));
    THERIAC_TRY(directory, from.fixed<eth::Address>("directory"));
    THERIAC_TRY(contracts, from.object("contracts"));
    THERIAC_TRY(deployed_at, from.u64("deployed_at"));
    out.name = std::move(name);
    out.mode = mode == "production" ? Mode::production : Mode::development;
    out.deployment.chain_id = chain_id;
    out.genesis = genesis;
    out.rpc_url = std::move(rpc_url);
    out.store_url = std::move(store_url);
    out.relayer_url = std::move(relayer_url);
    out.directory = directory;
    out.deployed_at = deployed_at;
    THERIAC_CHECK(read_contracts(std::move(contracts), out));
    THERIAC_CHECK(read_trust(from, out));
    THERIAC_CHECK(from.finish());
    THERIAC_CHECK(check_mode(out));
    return out;
}

}  // namespace theriac::client
