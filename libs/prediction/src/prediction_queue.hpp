// Predictions one after the other, on a few threads, and what became of them.
#pragma once

#include "theriac/prediction/wire.hpp"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace theriac::prediction {

/// Tells how far a prediction is, 0 to 1. May be called from any thread.
using Progress = std::function<void(double)>;

class PredictionQueue {
public:
    using Work = std::function<Result<void>(const PredictionRequest&, const Progress&)>;

    /// @param workers  predictions that run at a time
    /// @param waiting  at most so many more are taken
    PredictionQueue(std::size_t workers, std::size_t waiting, Work work);

    /// Finishes what runs; what waits is forgotten, and whoever asked asks again.
    ~PredictionQueue();

    PredictionQueue(const PredictionQueue&) = delete;
    PredictionQueue& operator=(const PredictionQueue&) = delete;
    PredictionQueue(PredictionQueue&&) = delete;
    PredictionQueue& operator=(PredictionQueue&&) = delete;

    /// Queues a prediction, unless it waits or runs already. One that failed is tried again.
    ///
    /// @return Errc::unavailable when too many wait, or the queue is being stopped
    Result<void> submit(const PredictionRequest& request);

    /// Empty for one that is done, or unknown.
    [[nodiscard]] std::optional<PredictionState> state(const Hash256& id) const;

    /// Whether it waits or runs.
    [[nodiscard]] bool busy(const Hash256& id) const;

    void stop();

private:
    struct Entry {
        PredictionRequest request;
        Phase phase = Phase::queued;
        std::atomic<double> progress{0};
        Error error;
    };

    using EntryPointer = std::shared_ptr<Entry>;

    void run();
    EntryPointer next();
    void finish(const EntryPointer& entry, Result<void> outcome);

    std::size_t waiting_limit_;
    Work work_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::map<Hash256, EntryPointer> entries_;
    std::deque<EntryPointer> waiting_;
    std::deque<Hash256> failed_;  ///< oldest first: no more than kKeptFailures are remembered
    bool stopping_ = false;
    std::vector<std::jthread> workers_;
};

}  // namespace theriac::prediction
