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
