#include "prediction_queue.hpp"

#include <algorithm>

namespace theriac::prediction {

namespace {

constexpr std::size_t kKeptFailures = 1000;

}  // namespace

PredictionQueue::PredictionQueue(std::size_t workers, std::size_t waiting, Work work)
    : waiting_limit_(waiting), work_(std::move(work)) {
    for (std::size_t i = 0; i < workers; ++i)
        workers_.emplace_back([this] { run(); });
}

PredictionQueue::~PredictionQueue() {
    stop();
}

void PredictionQueue::stop() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    workers_.clear();  // joins
}

Result<void> PredictionQueue::submit(const PredictionRequest& request) {
    const std::scoped_lock lock(mutex_);
    if (stopping_) return fail(Errc::unavailable, "the service is being stopped; ask again later");
    const auto found = entries_.find(request.id());
    if (found != entries_.end() && found->second->phase != Phase::failed) return {};
    if (waiting_.size() >= waiting_limit_)
        return fail(
            Errc::unavailable,
            std::to_string(waiting_.size()) + " predictions wait already; ask again later");
    auto entry = std::make_shared<Entry>();
    entry->request = request;
    entries_[request.id()] = entry;
    waiting_.push_back(entry);
    changed_.notify_one();
    return {};
}

std::optional<PredictionState> PredictionQueue::state(const Hash256& id) const {
    const std::scoped_lock lock(mutex_);
    const auto found = entries_.find(id);
    if (found == entries_.end()) return std::nullopt;
    const Entry& entry = *found->second;
    PredictionState out{.phase = entry.phase, .error = entry.error};
    if (entry.phase == Phase::running) out.progress = entry.progress;
    if (entry.phase == Phase::queued)
        out.ahead =
            static_cast<std::size_t>(std::ranges::find(waiting_, found->second) - waiting_.begin());
    return out;
}

bool PredictionQueue::busy(const Hash256& id) const {
    const auto now = state(id);
    return now && now->phase != Phase::failed;
}

PredictionQueue::EntryPointer PredictionQueue::next() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
    if (stopping_) return nullptr;
    EntryPointer out = waiting_.front();
    waiting_.pop_front();
    out->phase = Phase::running;
    return out;
}

void PredictionQueue::finish(const EntryPointer& entry, Result<void> outcome) {
    const std::scoped_lock lock(mutex_);
    const Hash256 id = entry->request.id();
    if (outcome) {
        entries_.erase(id);
        return;
    }
    entry->phase = Phase::failed;
    entry->error = std::move(outcome).error();
    failed_.push_back(id);
    if (failed_.size() <= kKeptFailures) return;
    const auto oldest = entries_.find(failed_.front());
    if (oldest != entries_.end() && oldest->second->phase == Phase::failed) entries_.erase(oldest);
    failed_.pop_front();
}

void PredictionQueue::run() {
    while (const EntryPointer entry = next()) {
        auto outcome = work_(entry->request, [&](double progress) { entry->progress = progress; });
        finish(entry, std::move(outcome));
    }
}

}  // namespace theriac::prediction
