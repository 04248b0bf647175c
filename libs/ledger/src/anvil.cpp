#include "anvil.hpp"

#include "theriac/ledger/chain.hpp"
#include "theriac/storage/atomic_file.hpp"

#include "network_file.hpp"
#include "snapshot.hpp"
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <thread>
#include <utility>

#include <netinet/in.h>
#include <sys/socket.h>

namespace theriac::ledger {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxLog = std::size_t{1} << 30U;
constexpr int kLockFd = 3;

/// Binds to `port` of the loopback interface and lets go again; 0 asks the system for one.
std::optional<std::uint16_t> try_port(std::uint16_t port) {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0) return std::nullopt;
    const int on = 1;
    (void)::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    socklen_t size = sizeof address;
    // Sound: the socket functions take every address type by a pointer of this type.
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    const bool bound = ::bind(fd, generic, size) == 0 && ::getsockname(fd, generic, &size) == 0;
    (void)::close(fd);
    return bound ? std::optional(ntohs(address.sin_port)) : std::nullopt;
}

/// The port of the last run where it is free, so that profiles keep their URL.
Result<LocalNetwork> with_free_port(const fs::path& directory, LocalNetwork network) {
    THERIAC_TRY(port, free_port(network.port));
    if (port == network.port) return network;
    network.port = port;
    THERIAC_CHECK(
        storage::write_file_atomic(directory / kNetworkFile, as_bytes(network_text(network))));
    return network;
}

}  // namespace

Result<std::uint16_t> free_port(std::uint16_t preferred) {
    if (const auto port = try_port(preferred)) return *port;
    if (const auto port = try_port(0)) return *port;
    return fail(Errc::io, "no free port on the loopback interface");
}

AnvilLaunch::AnvilLaunch(
    fs::path directory,
    fs::path anvil,
    LocalNetwork network,
    storage::FileLock lock,
    int log,
    std::optional<fs::path> torn)
    : directory_(std::move(directory)),
      anvil_(std::move(anvil)),
      network_(std::move(network)),
      lock_(std::move(lock)),
      log_(log),
      torn_(std::move(torn)) {}

AnvilLaunch::AnvilLaunch(AnvilLaunch&& other) noexcept
    : directory_(std::move(other.directory_)),
      anvil_(std::move(other.anvil_)),
      network_(std::move(other.network_)),
      lock_(std::move(other.lock_)),
      log_(std::exchange(other.log_, -1)),
      torn_(std::move(other.torn_)) {}

AnvilLaunch::~AnvilLaunch() {
    if (log_ >= 0) (void)::close(log_);
}

Result<AnvilLaunch> AnvilLaunch::prepare(const fs::path& directory, const fs::path& anvil) {
    THERIAC_TRY(stored, read_network(directory));
    auto lock = storage::FileLock::acquire(directory / "lock");
    if (!lock) return fail(with_context("local network runs already", std::move(lock).error()));
    THERIAC_TRY(network, with_free_port(directory, std::move(stored)));
    THERIAC_TRY(torn, settle_snapshot(directory));
    const fs::path path = directory / "node.log";
    const int log = ::open(
        path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, storage::kPrivateFile);
    if (log < 0) return fail(Errc::io, path.string() + ": cannot be written");
    return AnvilLaunch(
        directory, anvil, std::move(network), *std::move(lock), log, std::move(torn));
}

net::ProcessOptions AnvilLaunch::options() const {
    const LocalNetworkOptions& chosen = network_.options;
    const std::string state = (fs::absolute(directory_) / kStateFile).string();
    const std::string home = fs::absolute(directory_).string();
    return {
        .argv =
            {fs::absolute(anvil_).string(),
             "--host",
             "127.0.0.1",
             "--port",
             std::to_string(network_.port),
             "--chain-id",
             std::to_string(network_.chain_id),
             "--hardfork",
             "osaka",
             "--block-time",
             std::to_string(chosen.block_time.count()),
             "--gas-limit",
             std::to_string(chosen.gas_limit),
             "--order",
             "fifo",
             "--no-cors",
             "--no-request-size-limit",
             "--accounts",
             "0",
             "--state",
             state,
             "--state-interval",
             std::to_string(chosen.state_interval.count()),
             "--cache-path",
             home + "/cache",
             "--color",
             "never"},
        .fds =
            {{.ours = log_, .theirs = 1},
             {.ours = log_, .theirs = 2},
             {.ours = lock_.fd(), .theirs = kLockFd}},
        .environment = std::vector<std::string>{"HOME=" + home, "NO_COLOR=1"},
        .directory = home};
}

Result<void> AnvilLaunch::await_ready(pid_t pid, const std::function<bool()>& runs) const {
    const auto end = std::chrono::steady_clock::now() + kStartTime;
    RpcOptions options;
    options.http.attempts = 1;
    while (runs() && std::chrono::steady_clock::now() < end) {
        const bool serves = Chain::connect(url(), network_.chain_id, {}, options).has_value();
        if (serves && net::catches_signal(pid, SIGTERM)) return {};
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return fail(Errc::unavailable, "local network: the node does not come up: " + log_end());
}

std::string AnvilLaunch::log_end() const {
    const fs::path path = directory_ / "node.log";
    const auto log = storage::read_file(path, kMaxLog);
    if (!log) return "see " + path.string();
    std::string end(as_text(ByteView(*log).last(std::min<std::size_t>(log->size(), 300))));
    std::ranges::replace_if(end, [](char c) { return c < ' ' || c > '~'; }, ' ');
    return end + " (" + path.string() + ")";
}

}  // namespace theriac::ledger
