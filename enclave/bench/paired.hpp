// Two things timed in turn, so that a busy machine slows both alike.
#pragma once

#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>
#include <vector>

namespace theriac::enclave::bench {

/// Seconds of processor time that `work` takes: in this thread, or by another process's clock.
template <typename Work>
double processor_seconds(const Work& work, clockid_t clock = CLOCK_THREAD_CPUTIME_ID) {
    const auto now = [clock] {
        timespec at{};
        clock_gettime(clock, &at);
        return static_cast<double>(at.tv_sec) + (static_cast<double>(at.tv_nsec) * 1e-9);
    };
    const double start = now();
    work();
    return now() - start;
}

inline double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

/// Medians over the iterations: what was measured, what stands beside it, and the ratio of the two.
class Paired {
public:
    void add(double ours, double bare) {
        ours_.push_back(ours);
        bare_.push_back(bare);
        ratios_.push_back(ours / bare);
    }

    /// Per one of `items`, in microseconds.
    void report(benchmark::State& state, std::size_t items) const {
        const double scale = 1e6 / static_cast<double>(items);
        state.counters["us"] = median(ours_) * scale;
        state.counters["bare_us"] = median(bare_) * scale;
        state.counters["ratio"] = median(ratios_);
        state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(items));
    }

private:
    std::vector<double> ours_;
    std::vector<double> bare_;
    std::vector<double> ratios_;
};

}  // namespace theriac::enclave::bench
