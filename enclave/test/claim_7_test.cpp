// Claim 7: an enclave whose measurement is not allowed any more neither starts, trains nor
// releases.
#include "world.hpp"

namespace theriac::enclave {
namespace {

using test::is_refused;
using test::World;

void disallow(World& world) {
    world.ledger.mine();
    world.ledger.disallow_measurement(world.identity.registration.statement.measurement);
}

constexpr std::string_view kReason = "is not allowed any more";

TEST(claim_7, disallowed_measurement_proposes_no_start) {
    World world;
    world.begin();
    world.bring_all();
    disallow(world);
    EXPECT_TRUE(
        is_refused(world.send(protocol::ProposeStart{world.proof(), {}}), Errc::denied, kReason));
}

TEST(claim_7, measurement_disallowed_after_the_start_opens_no_key) {
    World world;
    world.until_started();
    disallow(world);
    EXPECT_TRUE(is_refused(world.send(protocol::Train{world.proof()}), Errc::denied, kReason));
    world.ledger.allow_measurement(world.identity.registration.statement.measurement);
    EXPECT_EQ(world.train().used_collections, 3U);
}

TEST(claim_7, measurement_disallowed_after_training_releases_nothing) {
    World world;
    world.until_trained();
    disallow(world);
    EXPECT_TRUE(is_refused(world.send(protocol::Release{world.proof()}), Errc::denied, kReason));
}

}  // namespace
}  // namespace theriac::enclave
