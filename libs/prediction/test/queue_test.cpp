#include "theriac/crypto/hash.hpp"

#include "prediction_queue.hpp"
#include <gtest/gtest.h>

#include <latch>

namespace theriac::prediction {
namespace {

PredictionRequest request(const std::string& name) {
    return {.keys = crypto::sha256(as_bytes(name)), .batch = {}};
}

void wait_until(const std::function<bool()>& holds) {
    while (!holds())
        std::this_thread::yield();
}

/// Work that begins, and ends when it is let go.
struct Held {
    PredictionQueue::Work work(Result<void> outcome = {}) {
        return [this, outcome](const PredictionRequest&, const Progress& progress) {
            progress(0.5);
            begun = true;
            released.wait();
            return outcome;
        };
    }

    std::atomic<bool> begun{false};
    std::latch released{1};
};

TEST(prediction_queue, states_follow_the_work) {
    Held held;
    PredictionQueue queue(1, 2, held.work());
    ASSERT_TRUE(queue.submit(request("a")));
    wait_until([&] { return held.begun.load(); });
    ASSERT_TRUE(queue.submit(request("b")));
    ASSERT_TRUE(queue.submit(request("c")));
    EXPECT_EQ(queue.state(request("a").id()).value().phase, Phase::running);
    EXPECT_EQ(queue.state(request("a").id()).value().progress, 0.5);
    EXPECT_EQ(queue.state(request("c").id()).value().phase, Phase::queued);
    EXPECT_EQ(queue.state(request("c").id()).value().ahead, 1U);
    held.released.count_down();
    wait_until([&] { return !queue.busy(request("c").id()); });
    EXPECT_FALSE(queue.state(request("a").id()));
}

TEST(prediction_queue, takes_no_more_than_may_wait_and_the_same_one_once) {
    Held held;
    PredictionQueue queue(1, 1, held.work());
    ASSERT_TRUE(queue.submit(request("a")));
    wait_until([&] { return held.begun.load(); });
    ASSERT_TRUE(queue.submit(request("b")));
    EXPECT_TRUE(queue.submit(request("a")));
    EXPECT_TRUE(queue.submit(request("b")));
    EXPECT_EQ(queue.submit(request("c")).error().code, Errc::unavailable);
    held.released.count_down();
}

TEST(prediction_queue, failure_is_remembered_and_may_be_tried_again) {
    Held held;
    PredictionQueue queue(1, 1, held.work(fail(Errc::malformed, "cut")));
    held.released.count_down();
    for (int attempt = 0; attempt < 2; ++attempt) {
        ASSERT_TRUE(queue.submit(request("a")));
        wait_until([&] { return !queue.busy(request("a").id()); });
        EXPECT_EQ(queue.state(request("a").id()).value().error, (Error{Errc::malformed, "cut"}));
    }
}

TEST(prediction_queue, stopping_finishes_what_runs_and_forgets_what_waits) {
    Held held;
    std::atomic<int> ended = 0;
    const auto work = held.work();
    PredictionQueue queue(1, 1000, [&](const auto& r, const auto& progress) {
        auto out = work(r, progress);
        ++ended;
        return out;
    });
    ASSERT_TRUE(queue.submit(request("a")));
    wait_until([&] { return held.begun.load(); });
    ASSERT_TRUE(queue.submit(request("b")));
    std::jthread stopper([&] { queue.stop(); });
    wait_until([&] { return !queue.submit(request("c")).has_value(); });
    held.released.count_down();
    stopper.join();
    EXPECT_EQ(ended, 1);
    EXPECT_EQ(queue.submit(request("d")).error().code, Errc::unavailable);
}

}  // namespace
}  // namespace theriac::prediction
