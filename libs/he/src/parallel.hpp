// The same task for many indices, on a few threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace theriac::he {

/// Calls `task(index, worker)` once for each index below `count`, on up to `threads` threads;
/// workers count from 0. Returns when all are done.
template <typename Task>
void parallel_for(std::size_t count, unsigned threads, const Task& task) {
    std::atomic<std::size_t> next{0};
    const auto work = [&](unsigned worker) {
        for (std::size_t i = next++; i < count; i = next++)
            task(i, worker);
    };
    std::vector<std::jthread> others;
    for (unsigned worker = 1; worker < std::min<std::size_t>(threads, count); ++worker)
        others.emplace_back(work, worker);
    work(0);
}

}  // namespace theriac::he
