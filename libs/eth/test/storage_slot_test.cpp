#include "theriac/eth/storage_slot.hpp"

#include <gtest/gtest.h>

namespace theriac::eth {
namespace {

TEST(storage_slot, mapping_hashes_key_and_slot) {
    // keccak256 of 64 zero bytes
    EXPECT_EQ(
        mapping_slot(word_of(U256()), slot_at(0)).hex(),
        "0xad3228b676f7d3cd4284a5443f17f1962b36e491b30a40b2405849e597ba5fb5");
}

TEST(storage_slot, array_starts_at_the_hash_of_its_slot) {
    EXPECT_EQ(
        array_slot(slot_at(0)).hex(),
        "0x290decd9548b62a8d60345a988386fc84ba6bc95484008f6362f93160ef3e563");
}

TEST(storage_slot, address_is_padded_on_the_left) {
    const Address address = Address::from_hex("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed").value();
    EXPECT_EQ(
        word_of(address).hex(),
        "0x0000000000000000000000005aaeb6053f3e94c9b9a09f33669435e7ef1beaed");
}

TEST(storage_slot, member_of_a_struct_lies_behind_its_start) {
    EXPECT_EQ(slot_behind(slot_at(5), 3), slot_at(8));
    EXPECT_EQ(slot_behind(word_of(U256::max()), 1), slot_at(0));
}

}  // namespace
}  // namespace theriac::eth
