// What an enclave says out of turn, and how a new process goes on where the old one was killed.
#include "theriac/protocol/statement_codec.hpp"

#include "world.hpp"

namespace theriac::enclave {
namespace {

using test::as;
using test::is_refused;
using test::World;

TEST(restart, sealed_state_brings_back_the_same_identity) {
    World world;
    const auto again = as<protocol::Identity>(world.restart());
    EXPECT_EQ(again.evidence, world.identity.evidence);
    EXPECT_EQ(protocol::encode(again.registration), protocol::encode(world.identity.registration));
    EXPECT_NE(again.sealed_state, world.identity.sealed_state);
}

TEST(restart, without_sealed_state_all_keys_are_new) {
    World world;
    world.restart_unprovisioned();
    const auto other = as<protocol::Identity>(
        world.send(protocol::Provision{world.deployment, world.epoch_end(), {}}));
    const auto& before = world.identity.registration.statement;
    const auto& after = other.registration.statement;
    EXPECT_NE(after.instance, before.instance);
    EXPECT_NE(after.group_key, before.group_key);
    EXPECT_NE(after.epoch_key, before.epoch_key);
    EXPECT_TRUE(is_refused(world.send(world.begin_message()), Errc::denied, "another enclave"));
}

TEST(restart, sealed_state_of_another_deployment_is_refused) {
    World world;
    world.restart_unprovisioned();
    auto elsewhere = world.deployment;
    elsewhere.chain_id += 1;
    const protocol::Provision message{elsewhere, world.epoch_end(), world.identity.sealed_state};
    EXPECT_TRUE(is_refused(world.send(message), Errc::denied, "belongs to another deployment"));
}

TEST(restart, sealed_state_of_another_platform_is_refused) {
    World world;
    World other({.seed = 2});
    other.restart_unprovisioned();
    const protocol::Provision message{
        world.deployment, world.epoch_end(), world.identity.sealed_state};
    EXPECT_TRUE(is_refused(other.send(message), Errc::unauthenticated, "does not open"));
}

TEST(restart, new_epoch_keeps_the_keys_of_the_one_before) {
    World world;
    world.restart_unprovisioned();
    const protocol::Provision longer{
        world.deployment, {world.epoch_end().seconds + 1}, world.identity.sealed_state};
    const auto renewed = as<protocol::Identity>(world.send(longer));
    const auto& before = world.identity.registration.statement;
    EXPECT_NE(renewed.registration.statement.epoch_key, before.epoch_key);
    EXPECT_EQ(renewed.registration.statement.instance, before.instance);
    EXPECT_EQ(world.until_trained().used_collections, 3U);  // grants to the earlier epoch's key
}

TEST(restart, job_goes_on_and_gives_the_same_bytes) {
    World world;
    const auto first = world.until_started();
    const auto before = world.train();
    as<protocol::Identity>(world.restart());
    world.begin();
    for (const std::size_t i : {2U, 0U, 1U})  // in another order
        world.bring(i);
    const auto again = world.propose(first.verification_report);
    EXPECT_EQ(again.verification_report, first.verification_report);
    EXPECT_EQ(again.commitment.statement.stored(), first.commitment.statement.stored());
    world.post(again);
    const auto after = world.train();
    EXPECT_EQ(protocol::encode(after.result), protocol::encode(before.result));
    world.post(after);
    const Bytes once = world.release().ciphertext;
    EXPECT_EQ(crypto::blob_address(once), before.result.statement.ciphertext);
    EXPECT_EQ(world.release().ciphertext, once);
}

TEST(restart, released_result_can_be_made_again) {
    World world;
    const auto first = world.until_started();
    const auto trained = world.train();
    world.post(trained);
    const Bytes ciphertext = world.release().ciphertext;
    as<protocol::Identity>(world.restart());
    world.begin();
    world.bring_all();
    const auto again = world.propose(first.verification_report);
    world.on_ledger.challenge = again.commitment.statement.challenge;
    world.ledger.mine();
    world.write_request();
    EXPECT_EQ(protocol::encode(world.train().result), protocol::encode(trained.result));
    EXPECT_EQ(world.release().ciphertext, ciphertext);
}

TEST(restart, withdrawn_consent_stops_a_job_that_goes_on) {
    World world;
    const auto first = world.until_started();
    as<protocol::Identity>(world.restart());
    world.begin();
    world.bring_all();
    world.revoke(world.collections[0]);
    EXPECT_TRUE(is_refused(
        world.send(protocol::ProposeStart{world.proof(), first.verification_report}),
        Errc::denied,
        "grant: revoked"));
}

TEST(service, says_what_is_missing_when_asked_out_of_turn) {
    World world;
    EXPECT_TRUE(is_refused(
        world.send(protocol::Provision{world.deployment, {}, {}}), Errc::conflict, "already"));
    for (const protocol::Request& request : std::vector<protocol::Request>{
             world.offer(0),
             world.records(0),
             protocol::ProposeStart{world.proof(), {}},
             protocol::Train{world.proof()},
             protocol::Release{world.proof()}})
        EXPECT_TRUE(is_refused(world.send(request), Errc::not_found, "no job is open"));
    world.begin();
    EXPECT_TRUE(is_refused(world.send(world.begin_message()), Errc::conflict, "a job is open"));
    world.restart_unprovisioned();
    EXPECT_TRUE(is_refused(world.send(world.begin_message()), Errc::denied, "is not provisioned"));
    EXPECT_TRUE(std::holds_alternative<protocol::Accepted>(world.send(protocol::AbandonJob{})));
}

TEST(service, bytes_that_are_no_message_are_refused_and_change_nothing) {
    World world;
    world.begin();
    world.bring_all();
    EXPECT_TRUE(is_refused(world.send_bytes({}), Errc::malformed, ""));
    EXPECT_TRUE(is_refused(world.send_bytes(as_bytes("hello")), Errc::malformed, ""));
    EXPECT_TRUE(is_refused(
        world.send_bytes(protocol::encode(protocol::Reply(protocol::Accepted{}))),
        Errc::unsupported,
        "unknown kind"));
    EXPECT_EQ(test::used_grants(world.propose()).size(), 3U);
}

TEST(service, quote_that_fails_leaves_the_enclave_as_it_was) {
    World world;
    world.restart_unprovisioned();
    world.let_quotes_fail(true);
    const protocol::Provision message{
        world.deployment, world.epoch_end(), world.identity.sealed_state};
    EXPECT_TRUE(is_refused(world.send(message), Errc::unavailable, "no quote today"));
    world.let_quotes_fail(false);
    EXPECT_EQ(as<protocol::Identity>(world.send(message)).evidence, world.identity.evidence);
}

}  // namespace
}  // namespace theriac::enclave
