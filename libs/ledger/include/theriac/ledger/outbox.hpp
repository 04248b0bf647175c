// Transactions of one account that are not lost: written down before they are sent, sent until a
// final block has them. docs/formats/outbox.md
#pragma once

#include "theriac/crypto/ecdsa.hpp"
#include "theriac/ledger/chain.hpp"
#include "theriac/net/signals.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace theriac::ledger {

/// What to do when an intent's nonce turns out to be used by a transaction that is not ours, or by
/// one whose receipt the node has lost.
enum class IfLost : std::uint8_t {
    report,    ///< Errc::conflict
    resubmit,  ///< send it again under another nonce: for calls whose repetition changes nothing
};

/// What is to happen, under a name. The same name always means the same transaction: submitting it
/// again, also after a crash, returns the first one's receipt.
struct Intent {
    std::string id;                    ///< 1 to 200 bytes
    std::optional<eth::Address> to{};  ///< absent: creates a contract
    Bytes data{};
    eth::U256 value{};                         ///< wei
    std::optional<std::uint64_t> gas_limit{};  ///< estimated when absent, with a margin
    IfLost if_lost = IfLost::report;
};

struct OutboxOptions {
    FeePolicy fees = FeePolicy::dynamic;
    /// Blocks on top of a transaction's until it counts as final; 0 where blocks are final at once.
    std::uint64_t finality_depth = 0;
    std::size_t window = 512;  ///< transactions under way at most
    std::chrono::milliseconds poll_interval{100};
    std::uint64_t resend_after = 3;    ///< blocks without it until the same bytes are sent again
    std::uint64_t replace_after = 20;  ///< blocks until it is offered with fees 12.5 % higher
    /// How long a submission waits for a node that does not answer.
    std::chrono::milliseconds patience{60'000};
};

enum class Stage : std::uint8_t { sent, final };

/// Told of each step of each intent, from the submitting thread.
using Progress = std::function<void(const std::string& intent, Stage stage, const Hash256& hash)>;

/// One account's outbox: a database of its own, for one process at a time. Safe to use from several
/// threads. Nobody else may send transactions of the account.
class Outbox {
public:
    /// Opens or creates `file` and compares it with the chain: what the chain has lost is sent
    /// again. `chain` and `key` must outlive it.
    ///
    /// @return Errc::conflict when another process has it open, or it was made for another account,
    ///         chain id or genesis block
    static Result<Outbox> open(
        const std::filesystem::path& file,
        Chain& chain,
        const crypto::SigningKey& key,
        OutboxOptions options = {});

    Outbox(Outbox&&) noexcept;
    Outbox& operator=(Outbox&&) noexcept;
    Outbox(const Outbox&) = delete;
    Outbox& operator=(const Outbox&) = delete;
    ~Outbox();

    /// Returns when the transaction is final.
    ///
    /// @return Errc::reverted with the reason by name (before anything is sent, where simulating it
    ///         shows it); Errc::denied when the node refuses it (no coins, too much gas);
    ///         Errc::conflict when `intent.id` was used for another transaction, or its nonce is
    ///         lost; Errc::interrupted on a stop, Errc::unavailable when the node stays away: then
    ///         the transaction is kept, and submitting it again goes on where this left off
    Result<Receipt> submit(
        const Intent& intent, const net::StopFlag* stop = nullptr, const Progress& progress = {});

    /// As `submit`, many under way at once, in order of nonces. One result for each.
    std::vector<Result<Receipt>> submit_all(
        std::span<const Intent> intents,
        const net::StopFlag* stop = nullptr,
        const Progress& progress = {});

    /// Sends again what waits, and looks which are final, once. For a program that starts up.
    Result<void> poll();

    /// How many are not final yet.
    [[nodiscard]] std::size_t pending() const;

    [[nodiscard]] const eth::Address& account() const;

private:
    struct Impl;
    explicit Outbox(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace theriac::ledger
