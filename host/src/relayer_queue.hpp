// What a relayer has accepted and not forgotten. docs/formats/relayer-queue.md.
#pragma once

#include "theriac/base/ports.hpp"
#include "theriac/client/relayer_client.hpp"
#include "theriac/storage/database.hpp"

#include <chrono>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace theriac::host {

/// An accepted statement, or a bundle of leaves or grants that came together.
struct QueuedStatement {
    client::Ticket ticket;
    std::string kind;
    Bytes body;
    std::uint64_t received_ms = 0;  ///< milliseconds since the epoch, by the relayer's clock
    std::uint64_t attempt = 0;      ///< how often it failed and was handed in again
};

/// Tickets that go out in one transaction, named by `intent`.
struct Submission {
    std::string intent;  ///< also the outbox's name for the transaction
    std::string kind;
    std::vector<QueuedStatement> statements;
};

/// Safe to use from several threads.
class RelayerQueue {
public:
    static Result<RelayerQueue> open(const std::filesystem::path& file);

    /// On disk once it returns. The same statement again changes nothing while it waits and once it
    /// is done; when it has failed it is queued anew, as the next attempt.
    Result<void> accept(const QueuedStatement& statement);

    /// @return Errc::not_found for a ticket nobody was given
    Result<client::TicketStatus> status(const client::Ticket& ticket);

    /// Oldest first.
    Result<std::vector<QueuedStatement>> queued();

    /// Binds statements to the transaction that will carry them, before it is sent.
    Result<void> assign(const Submission& submission);

    /// Submissions that were assigned and not finished: all, after a restart.
    Result<std::vector<Submission>> unfinished();

    Result<void> finish(const std::string& intent, const client::TicketStatus& outcome);

private:
    explicit RelayerQueue(storage::Database database);

    storage::Database database_;
    std::unique_ptr<std::mutex> mutex_;
};

}  // namespace theriac::host
