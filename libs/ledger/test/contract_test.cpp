#include "theriac/ledger/contract.hpp"

#include "local_world.hpp"

namespace theriac::ledger {
namespace {

using eth::abi::Values;

class ContractTest : public LocalWorld {
protected:
    Contract deploy_members(Outbox& outbox) {
        const Intent intent =
            deployment("deploy Members", contracts::kMembers, {account()}).value();
        const Receipt receipt = outbox.submit(intent).value();
        deployment_ = receipt;
        return {contracts::kMembers, receipt.contract.value()};
    }

    Receipt deployment_;
};

TEST_F(ContractTest, deployed_contract_answers) {
    Outbox outbox = open_outbox();
    const Contract members = deploy_members(outbox);
    const Values out = members.view(*chain_, "governor()", {}, At::latest()).value();
    EXPECT_EQ(out[0].address(), account());
    EXPECT_FALSE(members.view(*chain_, "isVouched(address)", {account()}, At::latest())
                     .value()[0]
                     .boolean());
}

TEST_F(ContractTest, events_are_decoded_with_indexed_and_plain_parameters) {
    Outbox outbox = open_outbox();
    const Contract members = deploy_members(outbox);
    const DecodedEvent made = members.decode(deployment_.logs.at(0)).value();
    EXPECT_EQ(made.event->name, "GovernanceTransferred");
    EXPECT_EQ(made.values, (Values{eth::Address(), account()}));

    const eth::Address hospital({7});
    const Receipt receipt =
        outbox.submit(members.intent("grant", "grantRoles(address,uint16)", {hospital, 1}).value())
            .value();
    const DecodedEvent granted = members.decode(receipt.logs.at(0)).value();
    EXPECT_EQ(granted.event->name, "RolesGranted");
    EXPECT_EQ(granted.values, (Values{hospital, 1, 1}));
}

TEST_F(ContractTest, many_views_answer_in_the_order_asked) {
    Outbox outbox = open_outbox();
    const Contract members = deploy_members(outbox);
    const eth::Address hospital({7});
    ASSERT_TRUE(outbox.submit(
        members.intent("grant", "grantRoles(address,uint16)", {hospital, 2}).value()));
    std::vector<Values> asked(500, Values{account(), 2});
    asked[251] = {hospital, 2};
    const auto held =
        members.view_all(*chain_, "hasAnyRole(address,uint16)", asked, At::latest()).value();
    ASSERT_EQ(held.size(), asked.size());
    for (std::size_t i = 0; i < held.size(); ++i)
        EXPECT_EQ(held[i][0].boolean(), i == 251) << i;
    EXPECT_EQ(
        Contract(contracts::kMembers, account())
            .view_all(*chain_, "hasAnyRole(address,uint16)", asked, At::latest())
            .error()
            .code,
        Errc::unavailable);
}

TEST_F(ContractTest, events_of_one_name_are_found_by_their_indexed_values) {
    Outbox outbox = open_outbox();
    const Contract members = deploy_members(outbox);
    for (std::uint8_t who = 7; who <= 8; ++who) {
        const std::string id = "grant " + std::to_string(who);
        const Values arguments{eth::Address({who}), 2};
        ASSERT_TRUE(
            outbox.submit(members.intent(id, "grantRoles(address,uint16)", arguments).value()));
    }
    EXPECT_EQ(members.events(*chain_, "RolesGranted", {}).value().size(), 2U);
    Hash256 topic;
    topic.mutable_view()[12] = 8;
    const auto found = members.events(*chain_, "RolesGranted", {.indexed = {topic}}).value();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].values, (Values{eth::Address({8}), 2, 2}));
    const std::uint64_t later = found[0].log.block.number + 1;
    EXPECT_TRUE(members.events(*chain_, "RolesGranted", {.from_block = later}).value().empty());
}

TEST(contract, arguments_are_read_from_a_plain_call_of_the_function_only) {
    const Contract members(contracts::kMembers, eth::Address({1}));
    const Values given{eth::Address({7}), 2};
    Bytes input = members.encode("grantRoles(address,uint16)", given).value();
    EXPECT_EQ(members.arguments("grantRoles(address,uint16)", input).value(), given);
    EXPECT_EQ(
        members.arguments("revokeRoles(address,uint16)", input).error().code, Errc::unsupported);
    EXPECT_EQ(members.arguments("governor()", Bytes(3)).error().code, Errc::unsupported);
    input.pop_back();
    EXPECT_EQ(members.arguments("grantRoles(address,uint16)", input).error().code, Errc::malformed);
}

TEST_F(ContractTest, revert_reason_has_the_contracts_name) {
    Outbox outbox = open_outbox();
    const Contract members = deploy_members(outbox);
    chain_->names() = RevertNames::of_contracts();
    const Error error =
        outbox.submit(members.intent("x", "vouch(address)", {account()}).value()).error();
    EXPECT_EQ(error.code, Errc::reverted);
    EXPECT_TRUE(error.message.starts_with("Members: MembersCallerNotHospital(0x")) << error.message;
}

TEST_F(ContractTest, address_without_a_contract_is_unavailable) {
    const Contract members(contracts::kMembers, account());
    EXPECT_EQ(
        members.view(*chain_, "governor()", {}, At::latest()).error().code, Errc::unavailable);
}

TEST(contract, other_logs_are_not_found) {
    const eth::Address address({1});
    const Contract members(contracts::kMembers, address);
    Log log;
    log.address = address;
    EXPECT_EQ(members.decode(log).error().code, Errc::not_found);  // no topic
    log.topics = {Hash256()};
    EXPECT_EQ(members.decode(log).error().code, Errc::not_found);  // of no event
    log.topics = {eth::abi::event_topic("OwnerVouched(address,address)").value()};
    EXPECT_EQ(members.decode(log).error().code, Errc::malformed);  // too few topics
    log.address = eth::Address({2});
    EXPECT_EQ(members.decode(log).error().code, Errc::not_found);  // of another contract
}

TEST(contract, constructor_arguments_must_fit) {
    EXPECT_EQ(deployment("x", contracts::kMembers, {true}).error().code, Errc::invalid_argument);
}

}  // namespace
}  // namespace theriac::ledger
