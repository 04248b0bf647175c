#include "theriac/lab/sweep.hpp"

#include "theriac/consensus/random.hpp"
#include "theriac/crypto/hash.hpp"
#include "theriac/json/json.hpp"
#include "theriac/storage/atomic_file.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace theriac::lab {

using json::Value;

namespace {

// Raised whenever the same settings give other numbers, so that old entries of a cache are not
// used. A test holds some numbers, and fails when this is forgotten.
constexpr std::uint64_t kModelVersion = 2;

constexpr std::uint64_t kBatch = 10;  // runs: what a kill loses at most, on each thread
constexpr std::size_t kMaxBatchBytes = std::size_t{16} << 20U;

struct Batch {
    std::size_t point = 0;
    std::uint64_t first = 0;
    std::uint64_t count = 0;
};

std::vector<Batch> batches_of(const Experiment& experiment) {
    std::vector<Batch> out;
    for (std::size_t point = 0; point < experiment.points().size(); ++point) {
        for (std::uint64_t first = 0; first < experiment.runs(); first += kBatch)
            out.push_back({point, first, std::min(kBatch, experiment.runs() - first)});
    }
    return out;
}

/// What the numbers of a batch depend on, and nothing else.
std::string identity(const Experiment& experiment, const Batch& batch) {
    Value::Object settings = *experiment.points()[batch.point].settings.as_object();
    for (const auto* name : {"title", "runs", "seed"})
        settings.erase(name);
    return json::canonical(Value::object(
        {{"model", kModelVersion},
         {"settings", std::move(settings)},
         {"seed", experiment.seed()},
         {"first", batch.first},
         {"count", batch.count}}));
}

std::vector<Metrics> compute(const Experiment& experiment, const Batch& batch) {
    std::vector<Metrics> out;
    for (std::uint64_t i = 0; i < batch.count; ++i) {
        const std::uint64_t seed = consensus::combine(experiment.seed(), batch.first + i);
        out.push_back(run_point(experiment.points()[batch.point], seed));
    }
    return out;
}

std::string to_text(const std::vector<Metrics>& runs) {
    Value::Array out;
    for (const Metrics& run : runs) {
        Value::Array row;
        for (const auto& [name, value] : run)
            row.push_back(Value::array({name, value}));
        out.emplace_back(std::move(row));
    }
    return json::canonical(Value(std::move(out)));
}

/// Nothing where the text is not what `to_text` writes: it is then computed again.
std::optional<std::vector<Metrics>> from_text(std::string_view text, std::uint64_t count) {
    const auto parsed = json::parse(text, {kMaxBatchBytes, 8, 1'000'000});
    const Value::Array* runs = parsed ? parsed->as_array() : nullptr;
    if (runs == nullptr || runs->size() != count) return std::nullopt;
    std::vector<Metrics> out;
    for (const Value& run : *runs) {
        const Value::Array* row = run.as_array();
        if (row == nullptr) return std::nullopt;
        Metrics& metrics = out.emplace_back();
        for (const Value& cell : *row) {
            const Value::Array* pair = cell.as_array();
            if (pair == nullptr || pair->size() != 2) return std::nullopt;
            const std::string* name = (*pair)[0].as_text();
            const auto value = (*pair)[1].as_double();
            if (name == nullptr || !value) return std::nullopt;
            metrics.emplace_back(*name, *value);
        }
    }
    return out;
}

/// Works through the batches on several threads.
class Sweep {
public:
    Sweep(const Experiment& experiment, const SweepOptions& options)
        : experiment_(&experiment), options_(&options), batches_(batches_of(experiment)) {
        done_.resize(batches_.size());
    }

    Result<SweepResult> run() {
        if (options_->cache) THERIAC_CHECK(storage::make_directories(*options_->cache));
        {
            std::vector<std::jthread> threads;
            const unsigned more = std::max(1U, options_->threads) - 1;
            for (unsigned i = 0; i < more; ++i)
                threads.emplace_back([this] { work(); });
            work();
        }
        if (failure_) return fail(*failure_);
        return gather();
    }

private:
    void work() {
        for (std::size_t next = next_++; next < batches_.size(); next = next_++) {
            if (options_->stop && options_->stop())
                note(Error{Errc::interrupted, "stopped by request"});
            if (failed_) return;
            auto runs = batch(batches_[next]);
            if (!runs) {
                note(runs.error());
                return;
            }
            const std::scoped_lock lock(mutex_);
            done_[next] = *std::move(runs);
            ++finished_;
            if (options_->progress) options_->progress(finished_, batches_.size());
        }
    }

    void note(const Error& error) {
        const std::scoped_lock lock(mutex_);
        if (!failure_) failure_ = error;
        failed_ = true;
    }

    Result<std::vector<Metrics>> batch(const Batch& batch) {
        if (!options_->cache) return compute(*experiment_, batch);
        const Hash256 hash = crypto::sha256(as_bytes(identity(*experiment_, batch)));
        const auto path = *options_->cache / (to_hex(hash.view()) + ".json");
        if (const auto bytes = storage::read_file(path, kMaxBatchBytes)) {
            if (auto runs = from_text(as_text(*bytes), batch.count)) {
                ++cached_;
                return *std::move(runs);
            }
        }
        auto runs = compute(*experiment_, batch);
        THERIAC_CHECK(storage::write_file_atomic(path, as_bytes(to_text(runs))));
        return runs;
    }

    SweepResult gather() {
        SweepResult out;
        out.points.resize(experiment_->points().size());
        for (std::size_t i = 0; i < batches_.size(); ++i) {
            auto& runs = out.points[batches_[i].point].runs;
            std::ranges::move(done_[i], std::back_inserter(runs));
        }
        out.batches = batches_.size();
        out.from_cache = cached_;
        return out;
    }

    const Experiment* experiment_;
    const SweepOptions* options_;
    std::vector<Batch> batches_;
    std::vector<std::vector<Metrics>> done_;
    std::atomic<std::size_t> next_{0};
    std::atomic<std::size_t> cached_{0};
    std::atomic<bool> failed_{false};
    std::mutex mutex_;
    std::size_t finished_ = 0;
    std::optional<Error> failure_;
};

void add_names(std::vector<std::string>& names, const Metrics& run) {
    for (const auto& [name, value] : run) {
        if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    }
}

}  // namespace

std::vector<std::string> PointResult::names() const {
    std::vector<std::string> out;
    for (const Metrics& run : runs)
        add_names(out, run);
    return out;
}

consensus::Summary PointResult::summary(const std::string& name) const {
    std::vector<double> values;
    for (const Metrics& run : runs) {
        for (const auto& [key, value] : run) {
            if (key == name) values.push_back(value);
        }
    }
    return consensus::summarize(std::move(values));
}

std::vector<std::string> SweepResult::names() const {
    std::vector<std::string> out;
    for (const PointResult& point : points) {
        for (const Metrics& run : point.runs)
            add_names(out, run);
    }
    return out;
}

Result<SweepResult> run_sweep(const Experiment& experiment, const SweepOptions& options) {
    return Sweep(experiment, options).run();
}

}  // namespace theriac::lab
