#include "theriac/protocol/chain_state.hpp"

#include "theriac/protocol/test/ledger_state.hpp"

#include "json_file.hpp"
#include "samples.hpp"

namespace theriac::protocol {
namespace {

namespace layout = storage_layout;
using test::deployment;
using test::word;
using test::word_as;

eth::ProvenState proven(const test::LedgerState& ledger, const std::vector<SlotReference>& slots) {
    return eth::verify_state(ledger.prove(slots)).value();
}

/// A ledger to which nothing was ever written.
test::LedgerState empty() {
    return test::LedgerState(deployment());
}

TEST(chain_state, slots_are_those_of_the_contracts_vectors) {
    const auto json = test::read_json("contracts/test/vectors/slots.json");
    const auto account = test::fixed<eth::Address>(json.at("member").at("account"));
    EXPECT_EQ(
        member_slots(deployment(), account)[0],
        (SlotReference{deployment().members, test::fixed<Hash256>(json.at("member").at("slot"))}));
    const auto& request = json.at("request");
    const auto id = test::fixed<RequestId>(request.at("id"));
    EXPECT_EQ(
        request_slots(deployment(), id)[0],
        (SlotReference{deployment().requests, test::fixed<Hash256>(request.at("slot"))}));
    EXPECT_EQ(
        approval_slots(deployment(), id),
        (std::vector<SlotReference>{
            {deployment().requests, test::fixed<Hash256>(request.at("approval"))}}));
    const auto root = test::fixed<Hash256>(json.at("batch").at("root"));
    const auto slot = test::fixed<Hash256>(json.at("batch").at("slot"));
    EXPECT_EQ(
        leaf_batch_slots(deployment(), root),
        (std::vector<SlotReference>{{deployment().records, slot}}));
    EXPECT_EQ(
        grant_batch_slots(deployment(), root),
        (std::vector<SlotReference>{{deployment().consent, slot}}));
    const auto& counter = json.at("counter");
    EXPECT_EQ(
        consent_counter_slots(
            deployment(),
            test::fixed<eth::Address>(counter.at("owner")),
            test::fixed<CollectionId>(counter.at("collection"))),
        (std::vector<SlotReference>{
            {deployment().consent, test::fixed<Hash256>(counter.at("slot"))}}));
}

TEST(chain_state, request_is_read_member_by_member) {
    namespace field = layout::requests::request;
    const auto id = word_as<RequestId>(1);
    const auto slots = request_slots(deployment(), id);
    const auto researcher = test::address_of_bytes(0xb1);
    auto state = empty();
    state.put(slots, field::kState, 2);
    state.put(slots, field::kRunner, Bytes(20, 0xee));
    state.put(slots, field::kStartedAt, 0xffffffffff);
    state.put(slots, field::kQuorum, 3);
    state.put(slots, field::kResearcher, researcher.view());
    state.put(slots, field::kRecruitUntil, 1001);
    state.put(slots, field::kStartUntil, 1002);
    state.put(slots, field::kReleaseUntil, 1003);
    state.put(slots, field::kDocument, word(2).view());
    state.put(slots, field::kStart, word(3).view());
    state.put(slots, field::kChallenge, word(4).view());
    state.put(slots, field::kResult, word(5).view());
    const auto read = read_request(proven(state, slots), deployment(), id).value();
    EXPECT_EQ(read.status, RequestStatus::started);
    EXPECT_EQ(read.researcher, researcher);
    EXPECT_EQ(read.document, word_as<crypto::BlobAddress>(2));
    EXPECT_EQ(read.recruit_until, UnixTime{1001});
    EXPECT_EQ(read.start_until, UnixTime{1002});
    EXPECT_EQ(read.release_until, UnixTime{1003});
    EXPECT_EQ(read.start, word(3));
    EXPECT_EQ(read.challenge, word_as<Challenge>(4));
    EXPECT_EQ(read.result, word(5));
    EXPECT_EQ(read.quorum, 3U);
}

TEST(chain_state, approval_is_read_member_by_member) {
    namespace field = layout::requests::approval;
    const auto id = word_as<RequestId>(1);
    const auto slots = approval_slots(deployment(), id);
    auto state = empty();
    state.put(slots, field::kUntil, 0xfffffffffe);
    state.put(slots, field::kApprovals, 15);
    state.put(slots, field::kRefusals, 16);
    const auto read = read_approval(proven(state, slots), deployment(), id).value();
    EXPECT_EQ(read.until, UnixTime{0xfffffffffe});
    EXPECT_EQ(read.approvals, 15U);
    EXPECT_EQ(read.refusals, 16U);
    EXPECT_EQ(
        read_approval(proven(state, request_slots(deployment(), id)), deployment(), id)
            .error()
            .code,
        Errc::not_found);
}

TEST(chain_state, approval_is_demanded_by_the_request_and_by_nothing_else) {
    const UnixTime now{1000};
    RequestState request;
    request.status = RequestStatus::recruiting;
    EXPECT_TRUE(check_approved(request, {UnixTime{}, 0, 1}, now).has_value());
    request.quorum = 2;
    EXPECT_TRUE(check_approved(request, {now, 2, 0}, now).has_value());
    EXPECT_EQ(
        check_approved(request, {UnixTime{}, 1, 0}, now).error(),
        (Error{Errc::denied, "request: is not approved by the review board (1 of 2 approvals)"}));
    EXPECT_EQ(
        check_approved(request, {UnixTime{}, 2, 1}, now).error(),
        (Error{Errc::denied, "request: was refused by the review board"}));
}

TEST(chain_state, approval_that_is_over_stops_the_start_but_not_what_started_in_time) {
    RequestState request;
    request.status = RequestStatus::recruiting;
    request.quorum = 1;
    const ApprovalState approval{UnixTime{1000}, 1, 0};
    EXPECT_EQ(
        check_approved(request, approval, UnixTime{1001}).error(),
        (Error{Errc::expired, "request: the review board's approval is over"}));
    request.status = RequestStatus::started;
    EXPECT_TRUE(check_approved(request, approval, UnixTime{1001}).has_value());
    EXPECT_EQ(
        check_approved(request, {UnixTime{}, 0, 0}, UnixTime{999}).error().code, Errc::denied);
}

TEST(chain_state, request_that_was_never_opened_has_no_status) {
    const auto id = word_as<RequestId>(1);
    const auto read =
        read_request(proven(empty(), request_slots(deployment(), id)), deployment(), id).value();
    EXPECT_EQ(read.status, RequestStatus::none);
    EXPECT_TRUE(read.start.is_zero());
    EXPECT_TRUE(read.result.is_zero());
}

TEST(chain_state, request_in_a_state_of_another_version_is_unsupported) {
    const auto id = word_as<RequestId>(1);
    const auto slots = request_slots(deployment(), id);
    auto state = empty();
    state.put(slots, layout::requests::request::kState, 8);
    EXPECT_EQ(
        read_request(proven(state, slots), deployment(), id).error(),
        (Error{Errc::unsupported, "request: unknown state 8"}));
}

TEST(chain_state, any_missing_slot_is_not_found_never_zero) {
    const auto id = word_as<RequestId>(1);
    const auto slots = request_slots(deployment(), id);
    for (std::size_t left_out = 0; left_out < slots.size(); ++left_out) {
        auto some = slots;
        some.erase(some.begin() + static_cast<std::ptrdiff_t>(left_out));
        EXPECT_EQ(
            read_request(proven(empty(), some), deployment(), id).error().code, Errc::not_found);
    }
    const auto instance = test::address_of_bytes(7);
    const auto of_instance = instance_slots(deployment(), instance);
    EXPECT_EQ(
        read_instance(proven(empty(), {of_instance[0]}), deployment(), instance).error().code,
        Errc::not_found);
    EXPECT_EQ(
        read_consent_counter(
            proven(empty(), of_instance), deployment(), instance, word_as<CollectionId>(1))
            .error()
            .code,
        Errc::not_found);
}

TEST(chain_state, member_is_read_with_key_roles_and_voucher) {
    namespace field = layout::members::member;
    const auto person = test::address_of_bytes(0xa1);
    const auto voucher = test::address_of_bytes(0xb1);
    const auto slots = member_slots(deployment(), person);
    auto state = empty();
    state.put(slots, field::kVoucher, voucher.view());
    state.put(slots, field::kRegisteredAt, 77);
    state.put(slots, field::kRegistrations, 0xffff);
    state.put(slots, field::kRoles, kRoleOwner | kRoleResearcher);
    state.put(slots, {.slot = 1, .offset = 0, .size = 32}, word(1).view());
    const auto read = read_member(proven(state, slots), deployment(), person).value();
    EXPECT_EQ(read.roles, kRoleOwner | kRoleResearcher);
    EXPECT_EQ(read.voucher, voucher);
    EXPECT_EQ(read.encryption_key, word_as<EncryptionKey>(1));
}

TEST(chain_state, nobody_vouches_for_a_stranger) {
    const auto person = test::address_of_bytes(0xa1);
    const auto slots = member_slots(deployment(), person);
    const auto read = read_member(proven(empty(), slots), deployment(), person).value();
    EXPECT_EQ(read.roles, 0U);
    EXPECT_FALSE(read.is_vouched_for(0));
    EXPECT_TRUE(read.encryption_key.is_zero());
}

TEST(chain_state, owner_is_vouched_for_while_owner_and_voucher_have_their_roles) {
    const auto owner = test::address_of_bytes(0xa1);
    const auto voucher = test::address_of_bytes(0xb1);
    const auto vouched = [&](std::uint32_t owner_roles, std::uint32_t voucher_roles) {
        auto ledger = empty();
        ledger.set_member(owner, {owner_roles, voucher, {}});
        ledger.set_member(voucher, {voucher_roles, {}, {}});
        auto slots = member_slots(deployment(), owner);
        slots.push_back(member_slots(deployment(), voucher)[0]);
        return is_vouched_for(proven(ledger, slots), deployment(), owner).value();
    };
    EXPECT_TRUE(vouched(kRoleOwner, kRoleHospital));
    EXPECT_FALSE(vouched(kRoleOwner, kRoleOwner));
    EXPECT_FALSE(vouched(kRoleResearcher, kRoleHospital));
    EXPECT_TRUE(vouched(kRoleHospital, 0));
}

TEST(chain_state, voucher_whose_slot_is_missing_is_not_found) {
    const auto owner = test::address_of_bytes(0xa1);
    auto ledger = empty();
    ledger.set_member(owner, {kRoleOwner, test::address_of_bytes(0xb1), {}});
    EXPECT_EQ(
        is_vouched_for(proven(ledger, member_slots(deployment(), owner)), deployment(), owner)
            .error()
            .code,
        Errc::not_found);
}

TEST(chain_state, batch_exists_when_its_slot_is_not_empty) {
    namespace field = layout::records::batch;
    const Hash256 root = word(1);
    auto state = empty();
    const auto leaf_slots = leaf_batch_slots(deployment(), root);
    const auto grant_slots = grant_batch_slots(deployment(), root);
    state.put(leaf_slots, field::kRegisteredAt, 5);
    const auto seen = proven(state, {leaf_slots[0], grant_slots[0]});
    EXPECT_EQ(is_leaf_batch_registered(seen, deployment(), root), true);
    EXPECT_EQ(is_grant_batch_posted(seen, deployment(), root), false);
    EXPECT_EQ(is_leaf_batch_registered(seen, deployment(), word(2)).error().code, Errc::not_found);
}

TEST(chain_state, consent_counter_is_that_of_owner_and_collection) {
    const auto owner = test::address_of_bytes(0xa1);
    const auto other = test::address_of_bytes(0xa2);
    const auto collection = word_as<CollectionId>(1);
    const auto slots = consent_counter_slots(deployment(), owner, collection);
    const auto others = consent_counter_slots(deployment(), other, collection);
    auto state = empty();
    state.put(slots, {.slot = 0, .offset = 0, .size = 8}, 41);
    const auto seen = proven(state, {slots[0], others[0]});
    EXPECT_EQ(read_consent_counter(seen, deployment(), owner, collection), 41U);
    EXPECT_EQ(read_consent_counter(seen, deployment(), other, collection), 0U);
}

TEST(chain_state, instance_is_read_member_by_member) {
    namespace field = layout::enclaves::instance;
    const auto instance = test::address_of_bytes(0xe7);
    const auto slots = instance_slots(deployment(), instance);
    auto state = empty();
    state.put(slots, field::kRunner, Bytes(20, 0xcc));
    state.put(slots, field::kEpochUntil, 1002);
    state.put(slots, field::kGroupKeyPrefix, 3);
    state.put(slots, field::kMeasurement, word(1).view());
    state.put(slots, field::kEpochKey, word(2).view());
    const auto read = read_instance(proven(state, slots), deployment(), instance).value();
    EXPECT_TRUE(read.registered);
    EXPECT_FALSE(read.revoked);
    EXPECT_EQ(read.epoch_until, UnixTime{1002});
    EXPECT_EQ(read.measurement, word_as<Measurement>(1));
    EXPECT_EQ(read.epoch_key, word_as<EncryptionKey>(2));
    state.put(slots, field::kRevoked, 1);
    EXPECT_TRUE(read_instance(proven(state, slots), deployment(), instance).value().revoked);
}

TEST(chain_state, instance_that_never_registered_is_not_registered) {
    const auto instance = test::address_of_bytes(0xe7);
    const auto slots = instance_slots(deployment(), instance);
    EXPECT_FALSE(read_instance(proven(empty(), slots), deployment(), instance).value().registered);
}

TEST(chain_state, measurement_is_allowed_since_a_time_other_than_zero) {
    const auto measurement = word_as<Measurement>(1);
    const auto slots = measurement_slots(deployment(), measurement);
    ASSERT_EQ(slots.size(), 1U);
    auto state = empty();
    EXPECT_FALSE(is_measurement_allowed(proven(state, slots), deployment(), measurement).value());
    state.put(slots, layout::enclaves::allowed_measurement::kAllowedSince, 1002);
    EXPECT_TRUE(is_measurement_allowed(proven(state, slots), deployment(), measurement).value());
    EXPECT_FALSE(is_measurement_allowed(proven(state, slots), deployment(), word_as<Measurement>(2))
                     .has_value());
}

}  // namespace
}  // namespace theriac::protocol
