// From queued statements to transactions.
#pragma once

#include "theriac/client/contract_calls.hpp"
#include "theriac/client/contract_views.hpp"
#include "theriac/host/relayer.hpp"
#include "theriac/ledger/outbox.hpp"

#include "relayer_queue.hpp"

#include <string>
#include <vector>

namespace theriac::host {

/// Gathers what is due: leaves into one batch, grants into one batch for each request, every other
/// statement on its own.
std::vector<Submission> due_submissions(
    std::vector<QueuedStatement> queued, const RelayerOptions& options, std::uint64_t now_ms);

/// Works off the queue. One thread.
class RelayerWorker {
public:
    RelayerWorker(
        RelayerQueue& queue,
        client::ContractViews& views,
        storage::BlobStore& store,
        ledger::Outbox& outbox,
        const RelayerLog& log)
        : queue_(&queue), views_(&views), store_(&store), outbox_(&outbox), log_(&log) {}

    /// Sends `submissions` together and records how each ended.
    ///
    /// @return Errc::unavailable or Errc::interrupted: they stay assigned and are sent again later
    Result<void> submit(const std::vector<Submission>& submissions, const net::StopFlag& stop);

private:
    struct Prepared;

    Result<Prepared> prepare(const Submission& submission);
    Result<Prepared> prepare_leaves(const Submission& submission);
    Result<Prepared> prepare_grants(const Submission& submission);
    Result<void> record(const Prepared& prepared, Result<ledger::Receipt> outcome);
    Result<bool> is_there_already(const Prepared& prepared);

    RelayerQueue* queue_;
    client::ContractViews* views_;
    storage::BlobStore* store_;
    ledger::Outbox* outbox_;
    const RelayerLog* log_;
};

}  // namespace theriac::host
