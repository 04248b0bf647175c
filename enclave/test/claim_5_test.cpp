// Claim 5: a replayed or withheld message, state or result is refused; one request has one result.
#include "world.hpp"

namespace theriac::enclave {
namespace {

using test::as;
using test::is_refused;
using test::World;

TEST(claim_5, training_needs_a_start_that_was_proposed) {
    World world;
    world.begin();
    world.bring_all();
    EXPECT_TRUE(
        is_refused(world.send(protocol::Train{world.proof()}), Errc::denied, "no start is"));
}

TEST(claim_5, training_needs_the_start_on_the_ledger) {
    World world;
    world.begin();
    world.bring_all();
    const auto proposed = world.propose();
    EXPECT_TRUE(is_refused(
        world.send(protocol::Train{world.proof()}), Errc::denied, "does not hold this start"));
    world.post(proposed);
    EXPECT_EQ(world.train().used_collections, 3U);
}

TEST(claim_5, start_by_another_instance_is_not_this_start) {
    World world;
    world.begin();
    world.bring_all();
    auto proposed = world.propose();
    proposed.commitment.statement.instance = world.owners[0].address();
    world.post(proposed);
    EXPECT_TRUE(is_refused(
        world.send(protocol::Train{world.proof()}), Errc::denied, "does not hold this start"));
}

TEST(claim_5, state_that_shows_an_older_challenge_is_stale) {
    World world;
    const auto first = world.until_started();
    as<protocol::Accepted>(world.send(protocol::AbandonJob{}));
    const auto begun = world.begin();
    EXPECT_NE(begun.challenge, first.commitment.statement.challenge);
    world.bring_all();
    const auto again = world.propose(first.verification_report);
    EXPECT_TRUE(is_refused(
        world.send(protocol::Train{world.proof()}), Errc::stale, "does not show the challenge"));
    world.post(again);
    EXPECT_EQ(world.train().used_collections, 3U);
}

TEST(claim_5, state_of_an_older_block_is_stale) {
    World world;
    const Bytes before = world.proof();
    const auto proposed = world.until_started();
    world.train();
    EXPECT_TRUE(is_refused(world.send(protocol::Train{before}), Errc::stale, "is older than"));
}

TEST(claim_5, start_is_proposed_once) {
    World world;
    world.until_started();
    EXPECT_TRUE(is_refused(
        world.send(protocol::ProposeStart{world.proof(), {}}), Errc::denied, "is proposed"));
    EXPECT_TRUE(is_refused(world.send(world.offer(0)), Errc::denied, "is proposed already"));
    EXPECT_TRUE(is_refused(world.send(world.records(0)), Errc::denied, "is proposed already"));
}

TEST(claim_5, start_with_other_collections_is_not_the_one_on_the_ledger) {
    World world;
    world.begin();
    world.bring_all();
    const auto all = world.propose();
    as<protocol::Accepted>(world.send(protocol::AbandonJob{}));
    world.begin();
    world.bring(0);
    world.bring(1);
    const auto some = world.propose();
    EXPECT_NE(some.commitment.statement.use_root, all.commitment.statement.use_root);
    world.post(all);
    EXPECT_TRUE(is_refused(
        world.send(protocol::Train{world.proof()}), Errc::denied, "does not hold this start"));
}

TEST(claim_5, second_run_without_one_collection_is_refused) {
    World world;
    const auto first = world.until_started();
    world.train();
    as<protocol::Accepted>(world.send(protocol::AbandonJob{}));
    world.begin();
    world.bring(0);
    world.bring(1);
    const protocol::ProposeStart again{world.proof(), first.verification_report};
    EXPECT_TRUE(is_refused(world.send(again), Errc::not_found, "was committed to is missing"));
}

TEST(claim_5, second_run_with_one_record_withheld_is_refused) {
    World world;
    const auto first = world.until_started();
    world.train();
    as<protocol::Accepted>(world.send(protocol::AbandonJob{}));
    world.begin();
    world.bring(0);
    world.bring(1);
    as<protocol::Accepted>(world.send(world.offer(2)));
    auto records = world.records(2);
    records.records.pop_back();
    as<protocol::Accepted>(world.send(records));
    const protocol::ProposeStart again{world.proof(), first.verification_report};
    EXPECT_TRUE(is_refused(world.send(again), Errc::not_found, "was committed to is missing"));
}

TEST(claim_5, second_run_with_another_report_is_refused) {
    World world;
    const auto first = world.until_started();
    as<protocol::Accepted>(world.send(protocol::AbandonJob{}));
    world.begin();
    world.bring_all();
    auto report = protocol::decode_verification_report(first.verification_report).value();
    report.verdicts[0].used = false;
    EXPECT_TRUE(is_refused(
        world.send(protocol::ProposeStart{world.proof(), encode(report)}),
        Errc::denied,
        "another set of collections"));
    EXPECT_TRUE(
        is_refused(world.send(protocol::ProposeStart{world.proof(), {}}), Errc::malformed, ""));
}

TEST(claim_5, result_is_released_only_once_it_is_posted) {
    World world;
    world.until_started();
    EXPECT_TRUE(
        is_refused(world.send(protocol::Release{world.proof()}), Errc::denied, "is not trained"));
    const auto trained = world.train();
    EXPECT_TRUE(is_refused(
        world.send(protocol::Release{world.proof()}), Errc::denied, "does not hold this result"));
    auto other = trained;
    other.result.statement.ciphertext = crypto::BlobAddress();
    world.post(other);
    EXPECT_TRUE(is_refused(
        world.send(protocol::Release{world.proof()}), Errc::denied, "does not hold this result"));
    world.post(trained);
    EXPECT_EQ(
        crypto::blob_address(world.release().ciphertext), trained.result.statement.ciphertext);
}

TEST(claim_5, request_that_is_over_is_refused) {
    World late;
    late.begin();
    late.bring_all();
    late.ledger.mine(2500);
    EXPECT_TRUE(is_refused(
        late.send(protocol::ProposeStart{late.proof(), {}}), Errc::expired, "time to start"));
    World slow;
    slow.until_started();
    slow.ledger.mine(3500);
    EXPECT_TRUE(
        is_refused(slow.send(protocol::Train{slow.proof()}), Errc::expired, "time to finish"));
    for (const auto status :
         {protocol::RequestStatus::cancelled, protocol::RequestStatus::expired}) {
        World world;
        world.on_ledger.status = status;
        world.write_request();
        world.begin();
        world.bring_all();
        EXPECT_TRUE(is_refused(
            world.send(protocol::ProposeStart{world.proof(), {}}), Errc::denied, "is cancelled"));
    }
}

TEST(claim_5, request_that_is_not_on_the_ledger_or_of_nobody_is_refused) {
    World world;
    const auto on_ledger = world.on_ledger;
    world.begin();
    world.bring_all();
    const auto proposing = [&] {
        world.write_request();
        return world.send(protocol::ProposeStart{world.proof(), {}});
    };
    world.on_ledger = {};
    EXPECT_TRUE(is_refused(proposing(), Errc::not_found, "is not on the ledger"));
    world.on_ledger = on_ledger;
    world.on_ledger.document = crypto::BlobAddress();
    EXPECT_TRUE(is_refused(proposing(), Errc::unauthenticated, "holds another document"));
    world.on_ledger = on_ledger;
    world.ledger.set_member(world.researchers[0].address(), {protocol::kRoleOwner, {}, {}});
    EXPECT_TRUE(is_refused(proposing(), Errc::denied, "is not a researcher"));
}

TEST(claim_5, instance_that_is_revoked_or_unknown_does_nothing) {
    World world;
    world.until_trained();
    const auto& registration = world.identity.registration.statement;
    protocol::InstanceState state{
        registration.epoch_key, registration.epoch_until, registration.measurement, true, true};
    world.ledger.set_instance(registration.instance, state);
    EXPECT_TRUE(
        is_refused(world.send(protocol::Release{world.proof()}), Errc::denied, "is revoked"));
    state.registered = false;
    world.ledger.set_instance(registration.instance, state);
    EXPECT_TRUE(is_refused(
        world.send(protocol::Release{world.proof()}), Errc::denied, "is not registered"));
}

}  // namespace
}  // namespace theriac::enclave
