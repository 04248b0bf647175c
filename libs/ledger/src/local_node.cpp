#include "theriac/ledger/local_node.hpp"

#include "theriac/ledger/chain.hpp"
#include "theriac/storage/atomic_file.hpp"

#include "anvil.hpp"
#include "network_file.hpp"
#include "snapshot.hpp"

#include <array>
#include <csignal>
#include <system_error>

namespace theriac::ledger {

namespace {

namespace fs = std::filesystem;
using json::Value;

constexpr std::size_t kMaxFile = std::size_t{1} << 20U;
constexpr std::size_t kMaxFoundingState = std::size_t{64} << 20U;

std::uint64_t random_chain_id(Entropy& entropy) {
    std::array<std::uint8_t, 4> bytes{};
    entropy.fill(bytes);
    std::uint64_t id = 0;
    for (const std::uint8_t byte : bytes)
        id = id << 8U | byte;
    return id | 0x80000000U;
}

Result<void> fund(const LocalNode& node, const std::vector<FundedAccount>& accounts) {
    THERIAC_TRY(chain, Chain::connect(node.url(), node.chain_id()));
    std::vector<RpcCall> calls;
    for (const FundedAccount& account : accounts)
        calls.push_back(
            {.method = "anvil_setBalance",
             .params = Value::array({account.address.hex(), account.wei.quantity()})});
    // A block with the new balances, so that proofs against its header hold.
    calls.push_back({.method = "evm_mine"});
    THERIAC_TRY(outcomes, chain.rpc().batch(calls));
    for (const RpcOutcome& outcome : outcomes)
        if (!outcome) return fail(to_error(outcome.error(), "funding accounts"));
    return {};
}

Result<std::optional<RunningNode>> recorded_node(const fs::path& directory) {
    const auto bytes = storage::read_file(directory / kNodeFile, kMaxFile);
    if (!bytes && bytes.error().code == Errc::not_found) return std::nullopt;
    if (!bytes) return fail(bytes.error());
    auto node = parse_node(as_text(*bytes));
    if (!node) return fail(with_context((directory / kNodeFile).string(), node.error()));
    return *node;
}

}  // namespace

Result<fs::path> find_anvil(
    const std::optional<fs::path>& given, const std::vector<fs::path>& roots) {
    std::error_code ignored;
    if (given) {
        if (fs::is_regular_file(*given, ignored)) return *given;
        return fail(Errc::not_found, "anvil: no program at " + given->string());
    }
    std::string looked;
    for (const fs::path& root : roots) {
        // The wrapper in .bin needs node; the program itself does not.
        fs::path path = root / "node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil";
        if (fs::is_regular_file(path, ignored)) return path;
        looked += (looked.empty() ? "" : ", ") + path.string();
    }
    return fail(
        Errc::not_found, "anvil: not found (" + looked + "); run npm ci in the contracts folder");
}

Result<LocalNetwork> read_network(const fs::path& directory) {
    const fs::path path = directory / kNetworkFile;
    auto bytes = storage::read_file(path, kMaxFile);
    if (!bytes && bytes.error().code == Errc::not_found)
        return fail(Errc::not_found, directory.string() + ": no local network was created there");
    if (!bytes) return fail(std::move(bytes).error());
    auto network = parse_network(as_text(*bytes));
    if (!network) return fail(with_context(path.string(), std::move(network).error()));
    return network;
}

namespace {

/// Starts the chain in `directory`, gives the accounts their coins, and stops it.
Result<void> found_chain(const fs::path& directory, const fs::path& anvil) {
    THERIAC_TRY(node, LocalNode::start(directory, anvil));
    THERIAC_TRY(network, read_network(directory));
    THERIAC_CHECK(fund(node, network.options.funded));
    return node.stop();
}

/// `network.json` goes last: what has it is a whole network.
Result<void> put_in_place(const fs::path& from, const fs::path& directory) {
    for (const std::string_view name : {kStateFile, kNetworkFile}) {
        THERIAC_TRY(bytes, storage::read_file(from / name, kMaxFoundingState));
        THERIAC_CHECK(storage::write_file_atomic(directory / name, bytes));
    }
    return {};
}

Result<void> create_within(
    const fs::path& founding,
    const fs::path& directory,
    const fs::path& anvil,
    const LocalNetwork& network) {
    std::error_code ignored;
    fs::remove_all(founding, ignored);  // of a creation that was killed
    THERIAC_CHECK(storage::make_directories(founding));
    THERIAC_CHECK(
        storage::write_file_atomic(founding / kNetworkFile, as_bytes(network_text(network))));
    Result<void> done = found_chain(founding, anvil);
    if (done) done = put_in_place(founding, directory);
    fs::remove_all(founding, ignored);
    if (!done) return fail(with_context("creating the local network", std::move(done).error()));
    return {};
}

}  // namespace

Result<LocalNetwork> create_network(
    const fs::path& directory,
    const fs::path& anvil,
    const LocalNetworkOptions& options,
    Entropy& entropy) {
    THERIAC_CHECK(storage::make_directories(directory));
    auto lock = storage::FileLock::acquire(directory / "lock");
    if (!lock) return fail(with_context("local network runs already", std::move(lock).error()));
    std::error_code ignored;
    if (fs::exists(directory / kNetworkFile, ignored))
        return fail(Errc::conflict, directory.string() + ": has a local network already");
    THERIAC_TRY(port, free_port(0));
    const LocalNetwork network{
        .chain_id = random_chain_id(entropy), .port = port, .options = options};
    THERIAC_CHECK(create_within(directory / "unfinished", directory, anvil, network));
    return read_network(directory);
}

Result<LocalNode> LocalNode::start(const fs::path& directory, const fs::path& anvil) {
    THERIAC_TRY(launch, AnvilLaunch::prepare(directory, anvil));
    THERIAC_TRY(child, net::ChildProcess::spawn(launch.options()));
    THERIAC_CHECK(launch.await_ready(child.pid(), [&] { return !child.status(); }));
    return LocalNode(
        std::move(child), launch.url(), launch.network().chain_id, launch.torn_state());
}

Result<void> LocalNode::stop() {
    const net::ExitStatus status = child_.stop(kStopTime);
    if (status == net::ExitStatus{}) return {};
    return fail(
        Errc::unavailable,
        "local network: the node ended with " + status.text() + " before it had written its state");
}

void LocalNode::crash() {
    child_.kill(SIGKILL);
    (void)child_.wait(kStopTime);
}

Result<RunningNode> start_detached(const fs::path& directory, const fs::path& anvil) {
    THERIAC_TRY(launch, AnvilLaunch::prepare(directory, anvil));
    RunningNode node{
        .process = {},
        .url = launch.url(),
        .chain_id = launch.network().chain_id,
        .torn_state = launch.torn_state()};
    // Recorded before it runs: a starter that is killed leaves no node that cannot be stopped.
    const auto record = [&](pid_t pid) -> Result<void> {
        THERIAC_TRY(process, net::identify(pid));
        node.process = process;
        return storage::write_file_atomic(directory / kNodeFile, as_bytes(node_text(node)));
    };
    THERIAC_TRY(pid, net::spawn_detached(launch.options(), record));
    const net::ProcessIdentity process = node.process;
    if (auto ready = launch.await_ready(pid, [&] { return net::is_running(process); }); !ready) {
        (void)net::stop_process(process, std::chrono::seconds(1));
        return fail(std::move(ready).error());
    }
    return node;
}

Result<std::optional<RunningNode>> running_node(const fs::path& directory) {
    THERIAC_TRY(node, recorded_node(directory));
    if (!node || !net::is_running(node->process)) return std::nullopt;
    return node;
}

Result<void> stop_detached(const fs::path& directory) {
    THERIAC_TRY(node, running_node(directory));
    if (!node) return fail(Errc::not_found, directory.string() + ": no node runs there");
    THERIAC_CHECK(net::stop_process(node->process, kStopTime));
    std::error_code ignored;
    fs::remove(directory / kNodeFile, ignored);
    return {};
}

}  // namespace theriac::ledger
