// What happens next: a queue of events in order of time, and first come first served within a
// microsecond.
#pragma once

#include "theriac/base/result.hpp"
#include "theriac/consensus/time.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <deque>
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
        const Bucket& bucket = current();
        return chunks_[bucket.head].events[bucket.taken];
    }

    Event pop() {
        settle();
        Bucket& bucket = current();
        Chunk& chunk = chunks_[bucket.head];
        const Event event = chunk.events[bucket.taken++];
        if (bucket.taken == chunk.size) drop_head(bucket);
        --size_;
        return event;
    }

private:
    static constexpr std::size_t kWidth = 256;
    static constexpr std::size_t kLevels = 8;
    static constexpr std::uint32_t kNone = 0xffffffff;
    static constexpr std::uint32_t kChunkEvents = 30;

    /// Buckets are chains of chunks from one pool, so that the memory of one serves the next.
    /// Its members are set when it is taken from the pool.
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init)
    struct Chunk {
        std::array<Event, kChunkEvents> events;
        std::uint32_t size;
        std::uint32_t next;
    };

    struct Bucket {
        std::uint32_t head = kNone;
        std::uint32_t tail = kNone;
        std::uint32_t taken = 0;  ///< of the first chunk; only ever above zero in level 0
    };

    static std::size_t byte_of(std::int64_t time, std::size_t level) {
        return (static_cast<std::uint64_t>(time) >> (8 * level)) & 0xffU;
    }

    Bucket& current() { return buckets_[byte_of(now_, 0)]; }

    std::uint32_t new_chunk() {
        std::uint32_t chunk = free_;
        if (chunk == kNone) {
            chunk = static_cast<std::uint32_t>(chunks_.size());
            chunks_.emplace_back();
        } else {
            free_ = chunks_[chunk].next;
        }
        chunks_[chunk].size = 0;
        chunks_[chunk].next = kNone;
        return chunk;
    }

    void free_chunk(std::uint32_t chunk) {
        chunks_[chunk].next = free_;
        free_ = chunk;
    }

    void place(const Event& event) {
        const auto differing = static_cast<std::uint64_t>(event.time ^ now_);
        const auto level =
            differing == 0 ? 0 : static_cast<std::size_t>(63 - std::countl_zero(differing)) / 8;
        const std::size_t slot = byte_of(event.time, level);
        append(buckets_[level * kWidth + slot], event);
        occupied_[level][slot / 64] |= std::uint64_t{1} << (slot % 64);
    }

    void append(Bucket& bucket, const Event& event) {
        if (bucket.tail == kNone) {
            bucket.head = bucket.tail = new_chunk();
        } else if (chunks_[bucket.tail].size == kChunkEvents) {
            const std::uint32_t more = new_chunk();
            chunks_[bucket.tail].next = more;
            bucket.tail = more;
        }
        Chunk& chunk = chunks_[bucket.tail];
        chunk.events[chunk.size++] = event;
    }

    void drop_head(Bucket& bucket) {
        const std::uint32_t next = chunks_[bucket.head].next;
        free_chunk(bucket.head);
        bucket.taken = 0;
        bucket.head = next;
        if (next != kNone) return;
        bucket.tail = kNone;
        mark_empty(0, byte_of(now_, 0));
    }

    void mark_empty(std::size_t level, std::size_t slot) {
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

    /// Moves the events of a bucket to lower levels; the earliest comes to level 0.
    void spread(std::size_t level, std::size_t slot) {
        const Bucket bucket = std::exchange(buckets_[level * kWidth + slot], Bucket{});
        mark_empty(level, slot);
        now_ = earliest(bucket);
        for (std::uint32_t at = bucket.head; at != kNone;) {
            for (std::uint32_t i = 0; i < chunks_[at].size; ++i)
                place(chunks_[at].events[i]);
            const std::uint32_t next = chunks_[at].next;
            free_chunk(at);
            at = next;
        }
    }

    [[nodiscard]] std::int64_t earliest(const Bucket& bucket) const {
        std::int64_t out = chunks_[bucket.head].events[0].time;
        for (std::uint32_t at = bucket.head; at != kNone; at = chunks_[at].next) {
            const Chunk& chunk = chunks_[at];
            for (std::uint32_t i = 0; i < chunk.size; ++i)
                out = std::min<std::int64_t>(out, chunk.events[i].time);
        }
        return out;
    }

    std::vector<Bucket> buckets_;
    std::array<std::array<std::uint64_t, kWidth / 64>, kLevels> occupied_{};
    std::deque<Chunk> chunks_;  // a deque: chunks stay where they are while it grows
    std::uint32_t free_ = kNone;
    std::size_t size_ = 0;
    std::int64_t now_ = 0;
};

}  // namespace theriac::consensus
