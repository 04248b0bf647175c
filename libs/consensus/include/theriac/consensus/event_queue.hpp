// What happens next: a queue of events in order of time, and first come first served within a
// microsecond.
#pragma once

#include "theriac/base/result.hpp"
#include "theriac/consensus/time.hpp"

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>
#include <vector>

namespace theriac::consensus {

/// A monotone queue: nothing may be added before the time of what was last taken.
///
/// A radix heap (Ahuja, Mehlhorn, Orlin, Tarjan: Faster Algorithms for the Shortest Path Problem,
/// JACM 1990) with 256 buckets a level: an event waits in the bucket of the highest byte in which
/// its time differs from now, and moves to a lower level when that byte's turn comes. It moves at
/// most once a level, over memory read in order; there is no comparison of events. Buckets keep the
/// order in which events came, so that two events at the same time come out as they went in, which
/// makes a run repeatable.
template <typename Event>
    requires std::is_trivially_copyable_v<Event> && requires(const Event& e) {
        { e.time } -> std::convertible_to<std::int64_t>;
    }
class EventQueue {
public:
    EventQueue() : buckets_(kLevels * kWidth) {}

    [[nodiscard]] bool empty() const { return size_ == 0; }

    [[nodiscard]] std::size_t size() const { return size_; }

    /// @param event  not before the event taken last
    void push(const Event& event) {
        THERIAC_INVARIANT(event.time >= now_);
        place(event);
        ++size_;
    }

    /// The earliest event; the queue is not empty. Whoever wants to stop at a time looks at it
    /// before.
    [[nodiscard]] const Event& front() {
        settle();
        return current().events[current().taken];
    }

    Event pop() {
        settle();
        Bucket& bucket = current();
        const Event event = bucket.events[bucket.taken++];
        if (bucket.taken == bucket.events.size()) clear(0, byte_of(now_, 0));
        --size_;
        return event;
    }

private:
    static constexpr std::size_t kWidth = 256;
    static constexpr std::size_t kLevels = 8;

    struct Bucket {
        std::vector<Event> events;
        std::size_t taken = 0;  ///< only ever above zero in level 0
    };

    static std::size_t byte_of(std::int64_t time, std::size_t level) {
        return (static_cast<std::uint64_t>(time) >> (8 * level)) & 0xffU;
    }

    Bucket& bucket(std::size_t level, std::size_t slot) { return buckets_[level * kWidth + slot]; }

    Bucket& current() { return bucket(0, byte_of(now_, 0)); }

    void place(const Event& event) {
        const auto differing = static_cast<std::uint64_t>(event.time ^ now_);
        const auto level =
            differing == 0 ? 0 : static_cast<std::size_t>(63 - std::countl_zero(differing)) / 8;
        const std::size_t slot = byte_of(event.time, level);
        bucket(level, slot).events.push_back(event);
        occupied_[level][slot / 64] |= std::uint64_t{1} << (slot % 64);
    }

    void clear(std::size_t level, std::size_t slot) {
        Bucket& one = bucket(level, slot);
        one.events.clear();
        one.taken = 0;
        occupied_[level][slot / 64] &= ~(std::uint64_t{1} << (slot % 64));
    }

    /// The first bucket of a level that has something, or kWidth.
    [[nodiscard]] std::size_t first_occupied(std::size_t level) const {
        for (std::size_t word = 0; word < occupied_[level].size(); ++word) {
            if (occupied_[level][word] != 0)
                return word * 64
                       + static_cast<std::size_t>(std::countr_zero(occupied_[level][word]));
        }
        return kWidth;
    }

    /// Moves `now_` to the earliest event, whose bucket in level 0 then is `current()`.
    void settle() {
        std::size_t level = 0;
        std::size_t slot = first_occupied(0);
        while (slot == kWidth)
            slot = first_occupied(++level);
        if (level == 0) {
            now_ = static_cast<std::int64_t>(
                (static_cast<std::uint64_t>(now_) & ~std::uint64_t{0xff}) | slot);
            return;
        }
        spread(level, slot);
    }

    void spread(std::size_t level, std::size_t slot) {
        // Swapped out, so that the bucket's memory is used again for this or another bucket.
        moving_.swap(bucket(level, slot).events);
        clear(level, slot);
        std::int64_t earliest = moving_.front().time;
        for (const Event& event : moving_)
            earliest = event.time < earliest ? event.time : earliest;
        now_ = earliest;
        for (const Event& event : moving_)
            place(event);
        moving_.clear();
    }

    std::vector<Bucket> buckets_;
    std::array<std::array<std::uint64_t, kWidth / 64>, kLevels> occupied_{};
    std::vector<Event> moving_;
    std::size_t size_ = 0;
    std::int64_t now_ = 0;
};

}  // namespace theriac::consensus
