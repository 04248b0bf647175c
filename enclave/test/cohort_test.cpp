// How many owners take part: minimums of owners and of the request, and who counts.
#include "world.hpp"

namespace theriac::enclave {
namespace {

using test::is_refused;
using test::World;

TEST(cohort, owner_who_demands_more_owners_leaves_and_so_do_those_who_counted_on_them) {
    World world({.owners = 4});
    world.demand_owners(world.collections[0], 5);
    world.demand_owners(world.collections[1], 4);
    world.demand_owners(world.collections[2], 2);
    world.publish();
    world.begin();
    world.bring_all();
    const auto proposed = world.propose();
    const auto reason = [&](std::size_t i) {
        return test::reason_for(proposed, world.collections[i].grant.grant.statement.grant_hash());
    };
    EXPECT_EQ(reason(0), "conditions: at least 5 owners demanded, 4 take part");
    EXPECT_EQ(reason(1), "conditions: at least 4 owners demanded, 3 take part");
    EXPECT_EQ(reason(2), "used");
    EXPECT_EQ(reason(3), "used");
}

TEST(cohort, request_with_fewer_owners_than_it_demands_does_not_start) {
    World world({.owners = 3, .minimum_owners = 4});
    world.begin();
    world.bring_all();
    EXPECT_TRUE(is_refused(
        world.send(protocol::ProposeStart{world.proof(), {}}),
        Errc::denied,
        "at least 4 owners vouched for by an institution demanded, 3 take part"));
}

TEST(cohort, two_collections_of_one_owner_count_once) {
    World world({.owners = 2, .collections = 2, .minimum_owners = 3});
    world.begin();
    world.bring_all();
    EXPECT_TRUE(is_refused(
        world.send(protocol::ProposeStart{world.proof(), {}}), Errc::denied, "2 take part"));
}

TEST(cohort, owner_for_whom_nobody_vouches_does_not_count) {
    World world({.minimum_owners = 3});
    world.ledger.set_member(
        world.owners[0].address(), {protocol::kRoleOwner, {}, world.owners[0].encryption_key()});
    world.begin();
    world.bring_all();
    EXPECT_TRUE(is_refused(
        world.send(protocol::ProposeStart{world.proof(), {}}), Errc::denied, "2 take part"));
}

TEST(cohort, owner_whose_voucher_is_no_institution_any_more_does_not_count) {
    World world({.minimum_owners = 3});
    world.ledger.set_member(world.hospital(), {0, {}, {}});
    world.begin();
    world.bring_all();
    EXPECT_TRUE(is_refused(
        world.send(protocol::ProposeStart{world.proof(), {}}), Errc::denied, "0 take part"));
}

TEST(cohort, owner_whose_content_cannot_be_used_does_not_count) {
    World world({.owners = 4, .minimum_owners = 4});
    world.collections[0] = world.make_collection(0, {to_bytes(as_bytes("nothing\n1\n"))});
    world.publish();
    world.until_started();
    EXPECT_TRUE(
        is_refused(world.send(protocol::Train{world.proof()}), Errc::denied, "fewer owners than"));
}

}  // namespace
}  // namespace theriac::enclave
