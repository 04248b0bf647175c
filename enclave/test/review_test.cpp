// The review board: where approval is demanded, nothing starts without, and nothing is trained or
// handed out once it is taken back.
#include "world.hpp"

namespace theriac::enclave {
namespace {

using protocol::ApprovalState;
using test::is_refused;
using test::World;

/// A request that two reviewers approved until `until`.
ApprovalState approved(UnixTime until) {
    return {until, 2, 0};
}

constexpr ApprovalState kRefused{UnixTime{}, 2, 1};

void expect_no_start(const ApprovalState& given, Errc code, std::string_view words) {
    World world;
    world.begin();
    world.bring_all();
    world.demand_approval(given);
    EXPECT_TRUE(is_refused(world.send(protocol::ProposeStart{world.proof(), {}}), code, words));
}

TEST(review, unapproved_request_is_not_started) {
    expect_no_start({}, Errc::denied, "is not approved by the review board (0 of 2 approvals)");
    expect_no_start({UnixTime{}, 1, 0}, Errc::denied, "(1 of 2 approvals)");
}

TEST(review, refused_request_is_not_started) {
    expect_no_start(kRefused, Errc::denied, "was refused by the review board");
}

TEST(review, request_whose_approval_is_over_is_not_started) {
    expect_no_start(
        approved({1'700'000'000}), Errc::expired, "the review board's approval is over");
}

TEST(review, approved_request_is_trained_and_released) {
    World world;
    world.demand_approval(approved({world.ledger.now().seconds + 100}));
    world.until_released();
}

TEST(review, approval_whose_slot_is_not_proven_is_no_approval) {
    World world;
    world.begin();
    world.bring_all();
    world.demand_approval(approved(world.epoch_end()));
    world.not_proved =
        protocol::approval_slots(world.deployment, world.request.statement.request_id());
    EXPECT_TRUE(is_refused(
        world.send(protocol::ProposeStart{world.proof(), {}}),
        Errc::not_found,
        "does not include"));
}

TEST(review, approval_taken_back_after_the_start_stops_the_training) {
    World world;
    world.demand_approval(approved(world.epoch_end()));
    world.until_started();
    world.demand_approval(kRefused);
    EXPECT_TRUE(is_refused(
        world.send(protocol::Train{world.proof()}), Errc::denied, "was refused by the review"));
}

TEST(review, approval_taken_back_after_the_training_stops_the_release) {
    World world;
    world.demand_approval(approved(world.epoch_end()));
    world.until_trained();
    world.demand_approval({UnixTime{}, 1, 0});
    EXPECT_TRUE(
        is_refused(world.send(protocol::Release{world.proof()}), Errc::denied, "is not approved"));
}

TEST(review, approval_that_ends_after_the_start_stops_nothing) {
    World world;
    world.demand_approval(approved({world.ledger.now().seconds + 15}));
    world.until_started();
    world.ledger.mine(60);
    world.train();
}

TEST(review, refusal_stops_nothing_where_no_approval_is_demanded) {
    World world;
    world.ledger.set_approval(world.request.statement.request_id(), kRefused);
    world.until_released();
}

}  // namespace
}  // namespace theriac::enclave
