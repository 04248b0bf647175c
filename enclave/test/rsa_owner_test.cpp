// Claims 3, 4 and 5 for an owner whose key is RSA: another's key, changed bytes, replay, and
// signatures of one suite where the address is of the other.
#include "world.hpp"

namespace theriac::enclave {
namespace {

using test::as;
using test::is_refused;
using test::used_grants;
using test::World;

constexpr test::WorldOptions kOwnerZeroHasRsa{.owners = 3, .rsa_owners = 1};

template <typename Statement>
protocol::Signed<Statement> signed_by(
    const World& world, std::size_t owner, const Statement& statement) {
    return {statement, world.owners.at(owner).sign(protocol::digest(world.deployment, statement))};
}

void expect_refused(
    World& world, const protocol::AddCollection& offer, Errc code, std::string_view words) {
    world.begin();
    EXPECT_TRUE(is_refused(world.send(offer), code, words));
}

TEST(rsa_owner, collection_is_used_beside_those_of_plain_keys) {
    World world(kOwnerZeroHasRsa);
    ASSERT_FALSE(world.collections[0].leaf.signature.is_plain());
    ASSERT_TRUE(world.collections[1].leaf.signature.is_plain());
    world.until_released();
    const auto grant = world.collections[0].grant.grant.statement.grant_hash();
    World proposing(kOwnerZeroHasRsa);
    proposing.begin();
    proposing.bring_all();
    EXPECT_TRUE(used_grants(proposing.propose()).contains(grant));
}

TEST(rsa_owner, withdrawn_consent_stops_the_release) {
    World world(kOwnerZeroHasRsa);
    world.until_trained();
    world.revoke(world.collections[0]);
    EXPECT_TRUE(
        is_refused(world.send(protocol::Release{world.proof()}), Errc::denied, "grant: revoked"));
}

TEST(claim_3, grant_that_another_rsa_key_signed_is_refused) {
    World world({.owners = 3, .rsa_owners = 2});
    auto offer = world.offer(0);
    offer.grant.grant = signed_by(world, 1, offer.grant.grant.statement);
    expect_refused(world, offer, Errc::unauthenticated, "grant: signed by");
}

TEST(claim_3, plain_signature_under_an_rsa_address_is_refused) {
    World world(kOwnerZeroHasRsa);
    auto offer = world.offer(0);
    offer.grant.grant = signed_by(world, 1, offer.grant.grant.statement);
    ASSERT_TRUE(offer.grant.grant.signature.is_plain());
    expect_refused(world, offer, Errc::unauthenticated, "grant: signed by");
}

TEST(claim_3, rsa_signature_under_a_plain_address_is_refused) {
    World world(kOwnerZeroHasRsa);
    auto offer = world.offer(1);
    offer.leaf = signed_by(world, 0, offer.leaf.statement);
    ASSERT_FALSE(offer.leaf.signature.is_plain());
    expect_refused(world, offer, Errc::unauthenticated, "leaf: signed by");
}

TEST(claim_4, flipped_bit_in_an_rsa_signature_is_refused) {
    World world(kOwnerZeroHasRsa);
    world.begin();
    const auto good = world.offer(0);
    for (std::size_t i = 1; i < protocol::Signature::kRsaPssSize; i += 64) {
        Bytes bytes = to_bytes(good.leaf.signature.view());
        bytes[i] ^= 0x20U;
        auto offer = good;
        offer.leaf.signature = protocol::Signature::from(bytes).value();
        EXPECT_TRUE(is_refused(world.send(offer), Errc::unauthenticated, "leaf: ")) << i;
    }
}

TEST(claim_5, rsa_signature_of_another_statement_is_refused) {
    World world(kOwnerZeroHasRsa);
    auto offer = world.offer(0);
    offer.grant.grant.signature = offer.leaf.signature;
    expect_refused(world, offer, Errc::unauthenticated, "did not sign it");
}

// Salted: other bytes, the same grant, and nothing is used twice for it.
TEST(claim_5, statement_signed_again_is_the_same_grant) {
    World world(kOwnerZeroHasRsa);
    world.begin();
    world.bring_all();
    auto again = world.offer(0);
    again.grant.grant = signed_by(world, 0, again.grant.grant.statement);
    ASSERT_NE(again.grant.grant.signature, world.offer(0).grant.grant.signature);
    EXPECT_TRUE(is_refused(world.send(again), Errc::conflict, ""));
    EXPECT_EQ(used_grants(world.propose()).size(), world.collections.size());
}

}  // namespace
}  // namespace theriac::enclave
