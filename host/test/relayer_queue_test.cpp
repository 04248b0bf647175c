#include "relayer_queue.hpp"

#include "theriac/base/test/temporary_directory.hpp"

#include "relayer_worker.hpp"
#include <gtest/gtest.h>

namespace theriac::host {
namespace {

using State = client::TicketStatus::State;
using theriac::test::TemporaryDirectory;

QueuedStatement revocation(std::uint64_t received_ms = 1) {
    const Bytes body{1, 2, 3};
    return {client::ticket_of("revocation", body), "revocation", body, received_ms};
}

struct World {
    RelayerQueue open() const { return RelayerQueue::open(dir / "relayer.sqlite").value(); }

    /// Accepts, binds and ends the statement, as the worker does.
    static Submission end(RelayerQueue& queue, State state) {
        const auto due = due_submissions(queue.queued().value(), {}, 1'000'000);
        EXPECT_EQ(due.size(), 1U);
        EXPECT_TRUE(queue.assign(due[0]));
        client::TicketStatus outcome;
        outcome.state = state;
        if (state == State::failed) outcome.error = Error{Errc::denied, "no coins"};
        EXPECT_TRUE(queue.finish(due[0].intent, outcome));
        return due[0];
    }

    TemporaryDirectory dir;
};

TEST(relayer_queue, failed_statement_handed_in_again_is_a_fresh_attempt) {
    const World world;
    RelayerQueue queue = world.open();
    ASSERT_TRUE(queue.accept(revocation()));
    const Submission first = World::end(queue, State::failed);
    EXPECT_EQ(queue.status(first.statements[0].ticket)->error->code, Errc::denied);

    ASSERT_TRUE(queue.accept(revocation(77)));
    const auto status = queue.status(first.statements[0].ticket).value();
    EXPECT_EQ(status.state, State::queued);
    EXPECT_EQ(status.error, std::nullopt);
    const Submission second = World::end(queue, State::done);
    EXPECT_EQ(second.statements[0].received_ms, 77U);
    EXPECT_EQ(second.statements[0].attempt, 1U);
    EXPECT_NE(second.intent, first.intent);  // the outbox would repeat the first one's end
    EXPECT_EQ(queue.status(first.statements[0].ticket)->state, State::done);
}

TEST(relayer_queue, waiting_or_done_statement_handed_in_again_changes_nothing) {
    const World world;
    RelayerQueue queue = world.open();
    ASSERT_TRUE(queue.accept(revocation()));
    ASSERT_TRUE(queue.accept(revocation(77)));
    EXPECT_EQ(queue.queued()->at(0).received_ms, 1U);
    EXPECT_EQ(queue.queued()->at(0).attempt, 0U);
    const Submission bound = World::end(queue, State::submitted);
    ASSERT_TRUE(queue.accept(revocation(77)));
    ASSERT_EQ(queue.unfinished()->size(), 1U);
    EXPECT_EQ(queue.unfinished()->at(0).intent, bound.intent);
    client::TicketStatus done;
    done.state = State::done;
    ASSERT_TRUE(queue.finish(bound.intent, done));
    ASSERT_TRUE(queue.accept(revocation(77)));
    EXPECT_EQ(queue.status(bound.statements[0].ticket)->state, State::done);
    EXPECT_TRUE(queue.queued()->empty());
}

TEST(relayer_queue, fresh_attempt_is_still_there_after_reopening) {
    const World world;
    {
        RelayerQueue queue = world.open();
        ASSERT_TRUE(queue.accept(revocation()));
        World::end(queue, State::failed);
        ASSERT_TRUE(queue.accept(revocation(77)));
    }
    RelayerQueue again = world.open();
    ASSERT_EQ(again.queued()->size(), 1U);
    EXPECT_EQ(again.queued()->at(0).attempt, 1U);
}

TEST(relayer_queue, file_without_attempts_is_taken_over) {
    const World world;
    {
        auto old = storage::Database::open(world.dir / "relayer.sqlite").value();
        ASSERT_TRUE(old.execute(
            "CREATE TABLE statement(ticket BLOB PRIMARY KEY, kind TEXT NOT NULL, body BLOB NOT "
            "NULL,"
            " received_ms INTEGER NOT NULL, state INTEGER NOT NULL, intent TEXT NOT NULL,"
            " transaction_hash BLOB NOT NULL, block INTEGER NOT NULL, gas INTEGER NOT NULL,"
            " root BLOB NOT NULL, manifest BLOB NOT NULL, count INTEGER NOT NULL,"
            " error_code INTEGER NOT NULL, error_message TEXT NOT NULL) STRICT"));
        auto insert = old.prepare(
                             "INSERT INTO statement VALUES(?,'revocation',x'010203',5,3,'a:b',x'',"
                             "0,0,x'',x'',0,4,'no coins')")
                          .value();
        ASSERT_TRUE(insert.bind(revocation().ticket.view()).run());
    }
    RelayerQueue queue = world.open();
    EXPECT_EQ(queue.status(revocation().ticket)->state, State::failed);
    ASSERT_TRUE(queue.accept(revocation(77)));
    EXPECT_EQ(queue.queued()->at(0).attempt, 1U);
}

TEST(relayer_queue, table_has_its_indexes) {
    const World world;
    (void)world.open();
    auto database = storage::Database::open(world.dir / "relayer.sqlite").value();
    auto count = database
                     .prepare(
                         "SELECT COUNT(*) FROM sqlite_master WHERE name LIKE 'by\\_%'"
                         " ESCAPE '\\'")
                     .value();
    ASSERT_TRUE(count.step().value());
    EXPECT_EQ(count.u64(0), 2U);
}

}  // namespace
}  // namespace theriac::host
