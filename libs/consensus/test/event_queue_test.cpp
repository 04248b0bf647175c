#include "theriac/consensus/event_queue.hpp"

#include "theriac/consensus/body_pool.hpp"
#include "theriac/consensus/random.hpp"

#include <gtest/gtest.h>

#include <map>

namespace {

using namespace theriac::consensus;

struct Event {
    std::int64_t time;
    std::uint32_t number;
};

TEST(event_queue, events_come_in_order_of_time) {
    EventQueue<Event> queue;
    for (const std::int64_t time : {500, 3, 70'000, 4, 1'000'000'000})
        queue.push({time, 0});
    for (const std::int64_t time : {3, 4, 500, 70'000, 1'000'000'000})
        EXPECT_EQ(queue.pop().time, time);
    EXPECT_TRUE(queue.empty());
}

TEST(event_queue, events_at_one_time_come_as_they_went_in) {
    EventQueue<Event> queue;
    for (std::uint32_t i = 0; i < 100; ++i)
        queue.push({777, i});
    for (std::uint32_t i = 0; i < 50; ++i)
        EXPECT_EQ(queue.pop().number, i);
    queue.push({777, 100});
    for (std::uint32_t i = 50; i <= 100; ++i)
        EXPECT_EQ(queue.pop().number, i);
}

// The oracle is the standard's ordered map from (time, number of the push).
TEST(event_queue, agrees_with_an_ordered_map_over_random_pushes_and_pops) {
    Random random(3);
    EventQueue<Event> queue;
    std::map<std::pair<std::int64_t, std::uint32_t>, std::uint32_t> oracle;
    std::int64_t now = 0;
    std::uint32_t pushed = 0;
    for (int step = 0; step < 200'000; ++step) {
        if (oracle.empty() || random.below(100) < 51) {
            // Mostly near, some far, some now.
            const std::uint32_t spread = 1U << random.below(30);
            const std::int64_t time = now + random.below(spread);
            queue.push({time, pushed});
            oracle.emplace(std::pair{time, pushed}, pushed);
            ++pushed;
        } else {
            const Event event = queue.pop();
            ASSERT_EQ(event.time, oracle.begin()->first.first);
            ASSERT_EQ(event.number, oracle.begin()->second);
            oracle.erase(oracle.begin());
            now = event.time;
        }
        ASSERT_EQ(queue.size(), oracle.size());
    }
}

TEST(event_queue, looking_at_the_front_does_not_take_it) {
    EventQueue<Event> queue;
    queue.push({9'000, 1});
    EXPECT_EQ(queue.front().time, 9'000);
    EXPECT_EQ(queue.size(), 1U);
    EXPECT_EQ(queue.pop().number, 1U);
}

TEST(body_pool, body_lives_until_its_last_reader) {
    BodyPool pool;
    const std::vector<std::uint32_t> words = {1, 2, 3};
    const BodyRef ref = pool.store(words, 2);
    pool.release(ref);
    EXPECT_EQ(pool.view(ref)[2], 3U);
    EXPECT_EQ(pool.in_use(), 1U);
    pool.release(ref);
    EXPECT_EQ(pool.in_use(), 0U);
}

TEST(body_pool, memory_is_used_again_for_bodies_of_its_size) {
    BodyPool pool;
    const std::vector<std::uint32_t> words(5);
    const BodyRef first = pool.store(words, 1);
    pool.release(first);
    EXPECT_EQ(pool.store(std::vector<std::uint32_t>(8), 1), first);
    EXPECT_NE(pool.store(words, 1), first);
}

TEST(body_pool, empty_body_takes_nothing) {
    BodyPool pool;
    EXPECT_EQ(pool.store({}, 3), 0U);
    EXPECT_TRUE(pool.view(0).empty());
    EXPECT_EQ(pool.in_use(), 0U);
}

}  // namespace
