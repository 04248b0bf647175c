#include "theriac/client/instance_history.hpp"

#include "theriac/crypto/hash.hpp"
#include "theriac/eth/abi.hpp"

#include <gtest/gtest.h>

namespace theriac::client {
namespace {

constexpr std::string_view kInstance = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
constexpr std::string_view kOther = "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359";

Hash256 word(std::uint8_t with) {
    std::array<std::uint8_t, 32> out{};
    out.fill(with);
    return Hash256(out);
}

Hash256 topic(std::string_view signature) {
    return crypto::keccak256(as_bytes(signature));
}

Hash256 word(const eth::Address& address) {
    std::array<std::uint8_t, 32> out{};
    std::ranges::copy(address.view(), out.begin() + 12);
    return Hash256(out);
}

eth::Address address(std::string_view text) {
    return eth::parse_address(text).value();
}

ledger::Log log(std::uint64_t block, std::vector<Hash256> topics, Bytes data = {}) {
    return {{}, std::move(topics), std::move(data), {block, {}}, {}, 0};
}

ledger::Log allowed(std::uint64_t block) {
    return log(
        block,
        {topic("MeasurementAllowed(bytes32,bytes32)"), word(7)},
        eth::abi::encode("(bytes32)", {word(0)}).value());
}

ledger::Log disallowed(std::uint64_t block) {
    return log(block, {topic("MeasurementDisallowed(bytes32)"), word(7)});
}

ledger::Log registered(std::uint64_t block, std::string_view who = kInstance) {
    Bytes group_key(33, 4);
    group_key[0] = 2;
    return log(
        block,
        {topic("InstanceRegistered(address,bytes32,address,bytes,bytes32,uint64,bytes32)"),
         word(address(who)),
         word(7),
         word(address(kOther))},
        eth::abi::encode(
            "(bytes,bytes32,uint64,bytes32)", {group_key, word(1), eth::U256(1000), word(2)})
            .value());
}

ledger::Log renewed(std::uint64_t block) {
    return log(
        block,
        {topic("EpochRenewed(address,bytes32,uint64,bytes32)"), word(address(kInstance))},
        eth::abi::encode("(bytes32,uint64,bytes32)", {word(3), eth::U256(2000), word(4)}).value());
}

ledger::Log revoked(std::uint64_t block, std::string_view who = kInstance) {
    return log(block, {topic("InstanceRevoked(address)"), word(address(who))});
}

Result<InstanceThen> at(std::uint64_t block, const std::vector<ledger::Log>& events) {
    return instance_as_of(events, address(kInstance), block);
}

TEST(instance_history, registration_is_read_with_its_epoch_and_evidence) {
    const InstanceThen then = at(10, {allowed(1), registered(2)}).value();
    EXPECT_EQ(then.instance.instance, address(kInstance));
    EXPECT_EQ(then.instance.runner, address(kOther));
    EXPECT_EQ(then.instance.group_key[0], 2);
    EXPECT_EQ(then.instance.group_key[32], 4);
    EXPECT_EQ(then.instance.epoch_until.seconds, 1000U);
    EXPECT_EQ(then.instance.evidence.view()[0], 2);
    EXPECT_FALSE(then.instance.revoked);
    EXPECT_TRUE(then.measurement_allowed);
}

TEST(instance_history, revocation_before_the_block_counts) {
    EXPECT_TRUE(at(10, {allowed(1), registered(2), revoked(9)}).value().instance.revoked);
}

TEST(instance_history, revocation_after_the_block_is_told_and_does_not_count) {
    for (const std::uint64_t later : {10U, 11U, 500U}) {
        const InstanceThen then = at(10, {allowed(1), registered(2), revoked(later)}).value();
        EXPECT_FALSE(then.instance.revoked) << later;
        EXPECT_EQ(then.revoked_later_in, later);
    }
}

TEST(instance_history, revocation_of_another_instance_is_its_own) {
    const InstanceThen then =
        at(10, {allowed(1), registered(2), registered(3, kOther), revoked(4, kOther)}).value();
    EXPECT_FALSE(then.instance.revoked);
    EXPECT_EQ(then.revoked_later_in, std::nullopt);
}

TEST(instance_history, epoch_is_the_one_of_then) {
    const std::vector<ledger::Log> events{allowed(1), registered(2), renewed(20)};
    EXPECT_EQ(at(10, events).value().instance.epoch_until.seconds, 1000U);
    EXPECT_EQ(at(20, events).value().instance.epoch_until.seconds, 2000U);
    EXPECT_EQ(at(20, events).value().instance.evidence.view()[0], 4);
}

TEST(instance_history, measurement_is_allowed_as_of_then) {
    const std::vector<ledger::Log> events{allowed(1), registered(2), disallowed(10), allowed(20)};
    EXPECT_TRUE(at(9, events).value().measurement_allowed);
    EXPECT_TRUE(at(10, events).value().measurement_allowed);
    EXPECT_EQ(at(10, events).value().disallowed_later_in, 10U);
    EXPECT_FALSE(at(11, events).value().measurement_allowed);
    EXPECT_TRUE(at(20, events).value().measurement_allowed);
}

TEST(instance_history, instance_registered_later_is_not_found) {
    EXPECT_EQ(at(1, {allowed(1), registered(2)}).error().code, Errc::not_found);
}

TEST(instance_history, data_of_another_form_is_malformed) {
    auto cut = registered(2);
    cut.data.resize(40);
    EXPECT_EQ(at(10, {cut}).error().code, Errc::malformed);
}

}  // namespace
}  // namespace theriac::client
