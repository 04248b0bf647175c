// theriac network: a local chain, the contracts, who may do what.
#include "theriac/client/contract_calls.hpp"
#include "theriac/client/deploy.hpp"
#include "theriac/ledger/local_node.hpp"
#include "theriac/ledger/outbox.hpp"
#include "theriac/net/url.hpp"
#include "theriac/protocol/chain_state.hpp"
#include "theriac/storage/atomic_file.hpp"

#include "command.hpp"

#include <algorithm>
#include <cctype>

namespace theriac::cli {

namespace {

using json::Value;

constexpr std::size_t kMaxFile = std::size_t{8} << 20U;
constexpr std::string_view kDefaultFunds = "1000000000000000000000";  // wei: 1,000 coins

struct DirectoryOptions {
    std::string directory;
};

struct StartOptions {
    std::string directory;
    std::string anvil;
    std::vector<std::string> funded;
    std::uint64_t block_time = 1;
};

Result<ledger::LocalNetworkOptions> network_options(const StartOptions& options) {
    ledger::LocalNetworkOptions out;
    THERIAC_TRY(funds, eth::U256::from_decimal(kDefaultFunds));
    for (const std::string& text : options.funded) {
        THERIAC_TRY(address, eth::parse_address(text));
        out.funded.push_back({address, funds});
    }
    out.block_time = std::chrono::seconds(options.block_time);
    return out;
}

Result<std::filesystem::path> find_anvil(const StartOptions& options) {
    std::optional<std::filesystem::path> given;
    if (!options.anvil.empty()) given = options.anvil;
    return ledger::find_anvil(given, {"contracts", "."});
}

Value to_json(const ledger::RunningNode& node) {
    return Value::object({
        {"running", true},
        {"url", node.url.text()},
        {"chain_id", node.chain_id},
    });
}

Result<void> start(Runtime& runtime, const StartOptions& options) {
    THERIAC_TRY(anvil, find_anvil(options));
    if (!ledger::read_network(options.directory)) {
        THERIAC_TRY(network, network_options(options));
        SystemEntropy entropy;
        THERIAC_CHECK(ledger::create_network(options.directory, anvil, network, entropy));
    }
    THERIAC_TRY(node, ledger::start_detached(options.directory, anvil));
    std::string text =
        "local development chain " + std::to_string(node.chain_id) + " at " + node.url.text();
    Value out = to_json(node);
    if (node.torn_state) {
        text += "\nNOTE: a crash had cut off the chain's state; it was kept as "
                + node.torn_state->string()
                + ", and the last good state was taken. Start relayer and runner again: they send "
                  "what the chain has lost.";
        out.set("torn_state", node.torn_state->string());
    }
    runtime.output().both(text, out);
    return {};
}

Result<void> stop(Runtime& runtime, const DirectoryOptions& options) {
    THERIAC_CHECK(ledger::stop_detached(options.directory));
    runtime.output().both("stopped", Value::object({{"running", false}}));
    return {};
}

Result<void> status(Runtime& runtime, const DirectoryOptions& options) {
    THERIAC_TRY(node, ledger::running_node(options.directory));
    if (!node) {
        runtime.output().both("not running", Value::object({{"running", false}}));
        return {};
    }
    runtime.output().both(
        "chain " + std::to_string(node->chain_id) + " at " + node->url.text(), to_json(*node));
    return {};
}

// The governor's keys and outbox, before there is a network to join.
struct Governor {
    client::Profile profile;
    client::UnlockedKeys keys;
};

Result<Governor> open_governor(const CommonOptions& options) {
    THERIAC_TRY(profile, open_public(options));
    THERIAC_TRY(password, read_password(options));
    SystemEntropy entropy;
    THERIAC_TRY(keys, client::unlock(profile, password, entropy));
    return Governor{std::move(profile), std::move(keys)};
}

struct DeployOptions {
    std::string deployment = "first";
    std::string name = "theriac";
    std::string rpc;
    std::string store;
    std::string relayer;
    std::vector<std::string> anchors;
    std::vector<std::string> measurements;
    bool trust_intel = false;
    std::string intel_collateral;
    bool production = false;
    std::uint32_t quorum = 0;
    std::string output;
};

// Evidence under Intel's root is refused without collateral, so an anchor without it is a mistake.
Result<client::Anchor> intel_anchor(const DeployOptions& options) {
    if (options.intel_collateral.empty())
        return fail(
            Errc::invalid_argument,
            "--trust-intel needs --intel-collateral FILE: evidence under Intel's root is refused "
            "without its collateral (docs/formats/collateral.md)");
    THERIAC_TRY(bytes, storage::read_file(options.intel_collateral, kMaxFile));
    auto collateral = attestation::decode_collateral(bytes);
    if (!collateral)
        return fail(with_context(options.intel_collateral, std::move(collateral).error()));
    return client::Anchor{attestation::AnchorKind::intel, "", *std::move(collateral)};
}

Result<client::Anchor> read_anchor(const std::string& file) {
    THERIAC_TRY(text, storage::read_file(file, kMaxFile));
    auto anchor = client::decode_anchor(as_text(text));
    if (!anchor) return fail(with_context(file, std::move(anchor).error()));
    if (anchor->kind == attestation::AnchorKind::intel && !anchor->collateral)
        return fail(
            Errc::invalid_argument,
            file + ": an Intel anchor without collateral; evidence under it is always refused");
    return anchor;
}

Result<std::vector<client::Anchor>> read_anchors(const DeployOptions& options) {
    std::vector<client::Anchor> out;
    if (!options.trust_intel && !options.intel_collateral.empty())
        return fail(Errc::invalid_argument, "--intel-collateral goes with --trust-intel");
    if (options.trust_intel) {
        THERIAC_TRY(intel, intel_anchor(options));
        out.push_back(std::move(intel));
    }
    for (const std::string& file : options.anchors) {
        THERIAC_TRY(anchor, read_anchor(file));
        out.push_back(std::move(anchor));
    }
    return out;
}

// What a governor's profile has deployed, one file each, written when it is complete. So the
// command taken up after an interruption differs from the command given twice.
std::filesystem::path record_of(const client::Profile& profile, const std::string& deployment) {
    return profile.directory() / ("deployment-" + deployment + ".json");
}

Result<void> check_deployment_is_new(
    const client::Profile& profile, const std::string& deployment) {
    const bool plain = std::ranges::all_of(
        deployment, [](unsigned char c) { return std::isalnum(c) != 0 || c == '-'; });
    if (deployment.empty() || deployment.size() > 64 || !plain)
        return fail(
            Errc::invalid_argument,
            "--deployment: expected 1 to 64 letters, digits and hyphens, got \"" + deployment
                + "\"");
    const auto record = storage::read_file(record_of(profile, deployment), kMaxFile);
    if (!record && record.error().code == Errc::not_found) return {};
    if (!record) return fail(record.error());
    THERIAC_TRY(network, client::decode_network(as_text(*record)));
    return fail(
        Errc::conflict,
        "deployment \"" + deployment + "\" of this profile is complete already (directory "
            + network.directory.hex() + "); give --deployment NAME to deploy again");
}

Result<client::Network> describe(
    const DeployOptions& options,
    const client::Deployed& deployed,
    std::vector<client::Anchor> anchors) {
    client::Network out;
    out.name = options.name;
    out.mode = options.production ? client::Mode::production : client::Mode::development;
    out.genesis = deployed.genesis;
    out.rpc_url = options.rpc;
    out.store_url = options.store;
    out.relayer_url = options.relayer;
    out.directory = deployed.directory;
    out.deployment = deployed.deployment;
    out.audit_log = deployed.audit_log;
    out.deployed_at = deployed.first_block;
    out.anchors = std::move(anchors);
    for (const std::string& text : options.measurements) {
        THERIAC_TRY(measurement, protocol::Measurement::from_hex(text));
        out.measurements.push_back(measurement);
    }
    return out;
}

Value to_json(const client::Deployed& deployed) {
    Value::Array contracts;
    for (const auto& contract : deployed.contracts)
        contracts.push_back(Value::object({
            {"name", contract.name},
            {"address", contract.address.hex()},
            {"transaction", contract.transaction.hex()},
            {"gas", contract.gas},
        }));
    return Value::object({
        {"chain_id", deployed.deployment.chain_id},
        {"directory", deployed.directory.hex()},
        {"contracts", std::move(contracts)},
    });
}

Result<void> allow_measurements(
    Runtime& runtime,
    ledger::Outbox& outbox,
    const client::Network& network,
    const eth::Address& governor) {
    const auto send = [&](const std::string& id, client::ContractCall call) -> Result<void> {
        THERIAC_CHECK(
            outbox.submit({.id = id, .to = call.to, .data = std::move(call.data)}, &runtime.stop));
        return {};
    };
    THERIAC_CHECK(send(
        "role:enclave-admin:" + network.deployment.members.hex(),
        client::grant_roles(network.deployment, governor, protocol::kRoleEnclaveAdmin)));
    for (const auto& measurement : network.measurements)
        THERIAC_CHECK(send(
            "allow:" + measurement.hex() + ":" + network.deployment.enclaves.hex(),
            client::allow_measurement(network.deployment, measurement, Hash256{})));
    return {};
}

Result<void> deploy(Runtime& runtime, const DeployOptions& options) {
    THERIAC_TRY(anchors, read_anchors(options));
    THERIAC_TRY(governor, open_governor(runtime.common));
    THERIAC_CHECK(check_deployment_is_new(governor.profile, options.deployment));
    THERIAC_TRY(url, net::parse_url(options.rpc));
    THERIAC_TRY(chain, ledger::Chain::connect_any(url, ledger::RevertNames::of_contracts()));
    THERIAC_TRY(
        outbox,
        ledger::Outbox::open(
            governor.profile.directory() / "outbox.sqlite",
            chain,
            *governor.keys.signer.account()));
    THERIAC_TRY(
        deployed,
        client::deploy_contracts(
            chain,
            outbox,
            governor.profile.address(),
            options.deployment,
            options.quorum,
            runtime.stop));
    THERIAC_TRY(network, describe(options, deployed, std::move(anchors)));
    THERIAC_CHECK(allow_measurements(runtime, outbox, network, governor.profile.address()));
    const std::string text = client::encode(network);
    THERIAC_CHECK(client::decode_network(text));  // a mode that forbids what was asked for
    THERIAC_CHECK(storage::write_file_atomic(options.output, as_bytes(text), 0644));
    THERIAC_CHECK(storage::write_file_atomic(
        record_of(governor.profile, options.deployment), as_bytes(text)));
    std::string lines;
    for (const auto& contract : deployed.contracts)
        lines += contract.name + " " + contract.address.hex() + ", gas "
                 + std::to_string(contract.gas) + "\n";
    Value out = to_json(deployed);
    out.set("network", options.output);
    runtime.output().both(lines + "wrote " + options.output, out);
    return {};
}

void add_local_commands(CLI::App& group, Runtime& runtime) {
    const auto started = declare<StartOptions>(
        group,
        runtime,
        {"start",
         "Start a local development chain in the background",
         "theriac network start --directory chain --fund "
         "0xAb5801a7D398351b8bE11C439e05C5B3259aeC9B",
         Needs::nothing},
        start);
    started.command->add_option("--directory", started.options->directory)->required();
    started.command
        ->add_option("--anvil", started.options->anvil, "The anvil program; default: found")
        ->envname("THERIAC_ANVIL");
    started.command->add_option(
        "--fund",
        started.options->funded,
        "Account that has coins from the beginning; may be given several times");
    started.command->add_option(
        "--block-time", started.options->block_time, "Seconds between blocks");
    const auto stopped = declare<DirectoryOptions>(
        group,
        runtime,
        {"stop",
         "Stop the local chain and wait until it is written",
         "theriac network stop --directory chain",
         Needs::nothing},
        stop);
    stopped.command->add_option("--directory", stopped.options->directory)->required();
    const auto asked = declare<DirectoryOptions>(
        group,
        runtime,
        {"status",
         "Whether the local chain runs, and where",
         "theriac network status --directory chain",
         Needs::nothing},
        status);
    asked.command->add_option("--directory", asked.options->directory)->required();
}

}  // namespace

void add_network_commands(CLI::App& app, Runtime& runtime) {
    CLI::App* group = app.add_subcommand("network", "The ledger: local chain, contracts, roles");
    group->require_subcommand(1);
    add_local_commands(*group, runtime);
    const auto deployed = declare<DeployOptions>(
        *group,
        runtime,
        {"deploy",
         "Deploy the contracts and write the file others join by",
         "theriac network deploy --profile governor --rpc http://127.0.0.1:8545 "
         "--store http://127.0.0.1:7001 --relayer http://127.0.0.1:7002 "
         "--anchor platform/anchor.json --measurement 0x51b2… --output network.json"},
        deploy);
    CLI::App* command = deployed.command;
    DeployOptions& options = *deployed.options;
    command->add_option("--name", options.name, "For people");
    command->add_option("--rpc", options.rpc, "URL of a ledger node")->required();
    command->add_option("--store", options.store, "URL of the blob store")->required();
    command->add_option("--relayer", options.relayer, "URL of the relayer")->required();
    command->add_option("--anchor", options.anchors, "anchor.json of a simulated platform");
    command->add_option(
        "--deployment",
        options.deployment,
        "Name of this set of contracts; another name deploys another set");
    command->add_flag("--trust-intel", options.trust_intel, "Trust Intel's SGX root");
    command->add_option(
        "--intel-collateral",
        options.intel_collateral,
        "With --trust-intel: file of what Intel publishes (docs/formats/collateral.md)");
    command->add_option("--measurement", options.measurements, "Enclave that may train");
    command
        ->add_option(
            "--require-review",
            options.quorum,
            "How many approvals of the review board a request needs before it can start")
        ->check(CLI::Range(0, 16));
    command->add_flag("--production", options.production, "Refuse what exists for development");
    command->add_option("--output", options.output, "network.json")->required();
    add_role_commands(*group, runtime);
}

}  // namespace theriac::cli
