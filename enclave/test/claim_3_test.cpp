// Claim 3: without the owner's present consent to this request, nothing of a collection is used.
#include "world.hpp"

namespace theriac::enclave {
namespace {

using protocol::ProposeStart;
using test::as;
using test::is_refused;
using test::reason_for;
using test::used_grants;
using test::World;

protocol::GrantHash grant_of(const World& world, std::size_t index) {
    return world.collections.at(index).grant.grant.statement.grant_hash();
}

/// Brings everything, proposes, and expects collection 0 to be left out for `reason` and the others
/// to be used.
void expect_left_out(World& world, std::string_view reason) {
    const auto proposed = world.propose();
    EXPECT_NE(reason_for(proposed, grant_of(world, 0)).find(reason), std::string::npos)
        << reason_for(proposed, grant_of(world, 0));
    std::set<protocol::GrantHash> others;
    for (std::size_t i = 1; i < world.collections.size(); ++i)
        others.insert(grant_of(world, i));
    EXPECT_EQ(used_grants(proposed), others);
}

/// Offers `message`, which must be refused, and all other collections, which are used.
void expect_offer_refused(
    World& world, const protocol::AddCollection& message, Errc code, std::string_view words) {
    world.begin();
    EXPECT_TRUE(is_refused(world.send(message), code, words));
    EXPECT_TRUE(
        is_refused(world.send(world.records(0)), Errc::not_found, "of a collection not offered"));
    for (std::size_t i = 1; i < world.collections.size(); ++i)
        world.bring(i);
    const auto proposed = world.propose();
    EXPECT_EQ(used_grants(proposed).size(), world.collections.size() - 1);
    EXPECT_NE(
        reason_for(proposed, message.grant.grant.statement.grant_hash()).find(words),
        std::string::npos);
}

TEST(claim_3, grant_that_somebody_else_signed_is_refused) {
    World world;
    auto offer = world.offer(0);
    offer.grant.grant =
        protocol::sign(world.deployment, world.owners[1].account, offer.grant.grant.statement);
    expect_offer_refused(world, offer, Errc::unauthenticated, "grant: signed by");
}

TEST(claim_3, grant_for_another_request_is_refused) {
    World world;
    auto& collection = world.collections[0];
    collection.grant.grant.statement.request = protocol::RequestId();
    world.sign_grant(collection);
    world.publish();
    expect_offer_refused(world, world.offer(0), Errc::denied, "grant: is for another request");
}

TEST(claim_3, grant_for_another_leaf_is_refused) {
    World world;
    auto offer = world.offer(0);
    world.collections[0].leaf.statement.version = 2;
    world.sign_leaf(world.collections[0]);
    world.publish();
    const auto newer = world.offer(0);
    offer.leaf = newer.leaf;
    offer.leaf_inclusion = newer.leaf_inclusion;
    offer.grant_inclusion = newer.grant_inclusion;
    expect_offer_refused(world, offer, Errc::denied, "grant: names another leaf");
}

TEST(claim_3, grant_for_another_owners_leaf_is_refused) {
    World world;
    auto offer = world.offer(0);
    const auto others = world.offer(1);
    offer.grant = others.grant;
    offer.grant_inclusion = others.grant_inclusion;
    world.begin();
    EXPECT_TRUE(is_refused(world.send(offer), Errc::denied, "another owner's than the leaf"));
}

TEST(claim_3, grant_to_an_epoch_key_of_another_enclave_is_refused) {
    World world;
    auto& collection = world.collections[0];
    collection.grant.grant.statement.epoch_key = world.researchers[0].encryption_key();
    world.sign_grant(collection);
    world.publish();
    expect_offer_refused(
        world, world.offer(0), Errc::denied, "an epoch key this enclave does not hold");
}

TEST(claim_3, leaf_or_grant_of_another_deployment_is_refused) {
    for (const auto contract : {&protocol::Deployment::records, &protocol::Deployment::consent}) {
        World world;
        protocol::Deployment elsewhere = world.deployment;
        elsewhere.*contract = world.deployment.members;
        auto offer = world.offer(0);
        const auto& account = world.owners[0].account;
        offer.leaf = protocol::sign(elsewhere, account, offer.leaf.statement);
        offer.grant.grant = protocol::sign(elsewhere, account, offer.grant.grant.statement);
        expect_offer_refused(world, offer, Errc::unauthenticated, ": signed by");
    }
}

TEST(claim_3, leaf_for_another_group_or_data_type_is_refused) {
    World world;
    world.collections[0].leaf.statement.data_type = "table/other";
    world.sign_leaf(world.collections[0]);
    world.sign_grant(world.collections[0]);
    world.publish();
    expect_offer_refused(world, world.offer(0), Errc::denied, "leaf: expected data type");
    World other;
    other.collections[0].leaf.statement.group = protocol::GroupId();
    other.sign_leaf(other.collections[0]);
    other.sign_grant(other.collections[0]);
    other.publish();
    expect_offer_refused(other, other.offer(0), Errc::denied, "masked for another enclave group");
}

TEST(claim_3, tombstone_is_refused) {
    World world;
    world.collections[0].leaf.statement.record_count = 0;
    world.sign_leaf(world.collections[0]);
    world.sign_grant(world.collections[0]);
    world.publish();
    expect_offer_refused(world, world.offer(0), Errc::denied, "leaf: the collection is deleted");
}

TEST(claim_3, leaf_or_grant_outside_the_batch_it_names_is_refused) {
    World world;
    auto leaf = world.offer(0);
    leaf.leaf_inclusion = world.offer(1).leaf_inclusion;
    expect_offer_refused(world, leaf, Errc::unauthenticated, "leaf: is not in the batch");
    World other;
    auto grant = other.offer(0);
    grant.grant_inclusion = other.offer(1).grant_inclusion;
    expect_offer_refused(other, grant, Errc::unauthenticated, "grant: is not in the batch");
}

/// Offers collection 0 out of batches of its own that nobody registered.
Hash256 bring_from_own_batch(World& world, protocol::Inclusion protocol::AddCollection::* which) {
    auto alone = world.offer(0);
    const Hash256 hash = which == &protocol::AddCollection::leaf_inclusion
                             ? alone.leaf.statement.statement_hash()
                             : alone.grant.grant.statement.statement_hash();
    const Hash256 root = crypto::ledger_root(std::vector{hash});
    alone.*which = {root, 0, 1, {}};
    world.begin();
    as<protocol::Accepted>(world.send(alone));
    as<protocol::Accepted>(world.send(world.records(0)));
    world.bring(1);
    world.bring(2);
    return root;
}

TEST(claim_3, batch_that_is_not_on_the_ledger_is_left_out) {
    World leaf;
    auto root = bring_from_own_batch(leaf, &protocol::AddCollection::leaf_inclusion);
    leaf.also_proved = protocol::leaf_batch_slots(leaf.deployment, root);
    expect_left_out(leaf, "leaf: its batch is not on the ledger");
    World grant;
    root = bring_from_own_batch(grant, &protocol::AddCollection::grant_inclusion);
    grant.also_proved = protocol::grant_batch_slots(grant.deployment, root);
    expect_left_out(grant, "grant: its batch is not on the ledger");
}

TEST(claim_3, batch_that_the_state_does_not_show_is_left_out) {
    World world;
    bring_from_own_batch(world, &protocol::AddCollection::leaf_inclusion);
    expect_left_out(world, "slot");
}

TEST(claim_3, expired_grant_is_left_out) {
    World world;
    auto& collection = world.collections[0];
    collection.grant.grant.statement.expiry = {world.ledger.now().seconds - 1};
    world.sign_grant(collection);
    world.publish();
    world.begin();
    world.bring_all();
    expect_left_out(world, "grant: has expired");
}

TEST(claim_3, revoked_grant_is_left_out) {
    World world;
    world.revoke(world.collections[0]);
    world.begin();
    world.bring_all();
    expect_left_out(world, "grant: revoked (its counter is 0, the ledger's 1)");
}

TEST(claim_3, grant_with_a_counter_ahead_of_the_ledgers_is_left_out) {
    World world;
    auto& collection = world.collections[0];
    collection.grant.grant.statement.counter = 1;
    world.sign_grant(collection);
    world.publish();
    world.begin();
    world.bring_all();
    expect_left_out(world, "its counter is 1, the ledger's 0");
}

TEST(claim_3, collection_without_all_its_records_is_left_out) {
    World world;
    world.begin();
    auto some = world.records(0);
    some.records.pop_back();
    as<protocol::Accepted>(world.send(world.offer(0)));
    as<protocol::Accepted>(world.send(some));
    world.bring(1);
    world.bring(2);
    expect_left_out(world, "records are missing");
}

TEST(claim_3, consent_withdrawn_between_start_and_training_stops_it) {
    World world;
    world.until_started();
    world.revoke(world.collections[1]);
    EXPECT_TRUE(
        is_refused(world.send(protocol::Train{world.proof()}), Errc::denied, "grant: revoked"));
}

TEST(claim_3, consent_withdrawn_between_training_and_release_stops_the_release) {
    World world;
    world.until_trained();
    world.revoke(world.collections[1]);
    EXPECT_TRUE(
        is_refused(world.send(protocol::Release{world.proof()}), Errc::denied, "grant: revoked"));
}

TEST(claim_3, grant_that_expires_before_the_release_stops_it) {
    World world;
    auto& collection = world.collections[0];
    collection.grant.grant.statement.expiry = {world.ledger.now().seconds + 100};
    world.sign_grant(collection);
    world.publish();
    world.until_trained();
    world.ledger.mine(200);
    EXPECT_TRUE(is_refused(
        world.send(protocol::Release{world.proof()}), Errc::expired, "grant: has expired"));
}

}  // namespace
}  // namespace theriac::enclave
