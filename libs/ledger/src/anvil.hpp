// One anvil process: its arguments, its log, waiting until it answers.
#pragma once

#include "theriac/ledger/local_node.hpp"

#include <functional>

namespace theriac::ledger {

/// How long a node may take to load its state (measured: 13 s for 741 MB) and to write it (18 s).
inline constexpr std::chrono::seconds kStartTime{120};
inline constexpr std::chrono::seconds kStopTime{120};

/// What must be open while the process is started: the lock it inherits and its log.
class AnvilLaunch {
public:
    /// @return Errc::conflict when the directory's node runs already
    static Result<AnvilLaunch> prepare(
        const std::filesystem::path& directory, const std::filesystem::path& anvil);

    AnvilLaunch(AnvilLaunch&& other) noexcept;
    AnvilLaunch(const AnvilLaunch&) = delete;
    AnvilLaunch& operator=(const AnvilLaunch&) = delete;
    AnvilLaunch& operator=(AnvilLaunch&&) = delete;
    ~AnvilLaunch();

    [[nodiscard]] net::ProcessOptions options() const;

    [[nodiscard]] const LocalNetwork& network() const { return network_; }

    /// Where a state that a crash had torn was put; the node starts from the last good one.
    [[nodiscard]] const std::optional<std::filesystem::path>& torn_state() const { return torn_; }

    [[nodiscard]] net::Url url() const { return {.host = "127.0.0.1", .port = network_.port}; }

    /// Waits until the node `pid` serves its chain and would write its state when asked to end;
    /// `runs` says whether the process still does.
    ///
    /// @return Errc::unavailable with the end of the log
    Result<void> await_ready(pid_t pid, const std::function<bool()>& runs) const;

private:
    AnvilLaunch(
        std::filesystem::path directory,
        std::filesystem::path anvil,
        LocalNetwork network,
        storage::FileLock lock,
        int log,
        std::optional<std::filesystem::path> torn);

    [[nodiscard]] std::string log_end() const;

    std::filesystem::path directory_;
    std::filesystem::path anvil_;
    LocalNetwork network_;
    storage::FileLock lock_;
    int log_ = -1;
    std::optional<std::filesystem::path> torn_;
};

/// A port of the loopback interface that nobody listens on just now.
Result<std::uint16_t> free_port(std::uint16_t preferred);

}  // namespace theriac::ledger
