// Claim 3: what belongs to another, copied under one's own name, opens to nothing.
#include "theriac/learning/model_result.hpp"
#include "theriac/protocol/collection_manifest.hpp"

#include "world.hpp"

namespace theriac::enclave {
namespace {

using test::Collection;
using test::is_refused;
using test::World;

/// Owner 1 offers the records of collection 0 as a collection of their own.
Collection copied(World& world) {
    const Collection& victim = world.collections[0];
    Collection copy = world.make_collection(1, {});
    copy.records = victim.records;
    auto manifest = protocol::decode_collection_manifest(victim.manifest).value();
    manifest.owner = world.owners[1].address();
    manifest.collection = copy.leaf.statement.collection;
    copy.manifest = encode(manifest);
    auto& leaf = copy.leaf.statement;
    const auto& original = victim.leaf.statement;
    leaf.manifest = crypto::blob_address(copy.manifest);
    leaf.record_count = original.record_count;
    leaf.record_root = original.record_root;
    leaf.masked_key = original.masked_key;
    leaf.mask_point = original.mask_point;
    world.sign_leaf(copy);
    world.sign_grant(copy);
    return copy;
}

/// Seals `share` for the grant of `collection`, as only who knows the share can.
void seal_share(World& world, Collection& collection, ByteView share) {
    const auto& grant = collection.grant.grant.statement;
    collection.grant.sealed_share = crypto::hpke_seal(
                                        crypto::HpkePublicKey(grant.epoch_key.array()),
                                        as_bytes(protocol::kConsentShareInfo),
                                        protocol::digest(world.deployment, grant).view(),
                                        share,
                                        world.entropy())
                                        .value();
}

/// Runs to the end; the model must be the one of collections 0 to 2 less `without`.
void expect_model_without(World& world, const std::set<std::size_t>& without) {
    world.publish();
    const auto trained = world.until_trained();
    EXPECT_EQ(trained.used_collections, world.collections.size());
    const auto released = world.release();
    const auto bundle = world.open(trained, released.ciphertext).value();
    const auto model =
        learning::model_from_safetensors(bundle.find("model.safetensors")->content).value();
    std::vector<std::size_t> rest;
    for (std::size_t i = 0; i < 3; ++i)
        if (!without.contains(i)) rest.push_back(i);
    const auto expected = world.train_openly(rest).model;
    EXPECT_NEAR(model.intercept, expected.intercept, 1e-9);
    EXPECT_NE(released.owner_reports.size(), 0U);
}

TEST(claim_3_copies, copied_leaf_contributes_nothing) {
    World world;
    world.collections.push_back(copied(world));
    expect_model_without(world, {});
}

TEST(claim_3_copies, copied_leaf_with_the_victims_own_share_contributes_nothing) {
    World world;
    Collection copy = copied(world);
    seal_share(world, copy, world.consent_share(world.collections[0]));
    world.collections.push_back(std::move(copy));
    expect_model_without(world, {});
}

TEST(claim_3_copies, rerandomised_leaf_with_the_victims_own_share_contributes_nothing) {
    World world;
    Collection copy = copied(world);
    auto& leaf = copy.leaf.statement;
    const auto r = crypto::Scalar::random(world.entropy());
    const auto group_key =
        crypto::Point::from_compressed(world.identity.registration.statement.group_key).value();
    const auto masked = crypto::add(
        crypto::hide(crypto::Point::from_compressed(leaf.masked_key).value()),
        crypto::multiply(group_key, r));
    const auto mask_point = crypto::add(
        crypto::hide(crypto::Point::from_compressed(leaf.mask_point).value()),
        crypto::base_multiply_secret(r));
    leaf.masked_key = crypto::publish(masked.value().clone()).compressed();
    leaf.mask_point = crypto::publish(mask_point.value().clone()).compressed();
    world.sign_leaf(copy);
    world.sign_grant(copy);
    seal_share(world, copy, world.consent_share(world.collections[0]));
    world.collections.push_back(std::move(copy));
    expect_model_without(world, {});
}

TEST(claim_3_copies, manifest_that_names_the_victim_is_refused) {
    World world;
    Collection copy = copied(world);
    copy.manifest = world.collections[0].manifest;
    copy.leaf.statement.manifest = crypto::blob_address(copy.manifest);
    world.sign_leaf(copy);
    world.sign_grant(copy);
    world.collections.push_back(std::move(copy));
    world.publish();
    world.begin();
    EXPECT_TRUE(is_refused(
        world.send(world.offer(3)), Errc::unauthenticated, "manifest: describes another"));
}

TEST(claim_3_copies, share_under_another_grant_opens_nothing) {
    World world({.owners = 5});
    std::swap(world.collections[3].grant.sealed_share, world.collections[4].grant.sealed_share);
    expect_model_without(world, {});
}

TEST(claim_3_copies, share_of_another_collection_opens_nothing) {
    World world({.owners = 4});
    seal_share(world, world.collections[3], world.consent_share(world.collections[0]));
    expect_model_without(world, {});
}

TEST(claim_3_copies, collection_offered_twice_is_used_once) {
    World world;
    world.begin();
    world.bring(0);
    EXPECT_TRUE(is_refused(world.send(world.offer(0)), Errc::conflict, "offered already"));
    world.bring(1);
    world.bring(2);
    EXPECT_EQ(test::used_grants(world.propose()).size(), 3U);
}

}  // namespace
}  // namespace theriac::enclave
