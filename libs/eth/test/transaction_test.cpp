#include "theriac/eth/transaction.hpp"

#include "theriac/crypto/hash.hpp"
#include "theriac/eth/rlp.hpp"

#include "keys.hpp"
#include "vectors.hpp"

namespace theriac::eth {
namespace {

using test::Json;
using test::unhex;

/// The first development account of hardhat and anvil: public on purpose.
crypto::SigningKey key() {
    return test::signing_key("ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");
}

Transaction sample() {
    return {
        .chain_id = 1337,
        .nonce = 7,
        .max_priority_fee_per_gas = U256(1'000'000'000),
        .max_fee_per_gas = U256(30'000'000'000),
        .gas_limit = 100'000,
        .to = parse_address("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed").value(),
        .value = U256(5),
        .data = {0xde, 0xad, 0x00},
        .access_list = {
            {.address = parse_address("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359").value(),
             .slots = {Hash256(), Hash256(U256(1).word())}}}};
}

TEST(transaction, signed_transaction_decodes_to_the_same_content_and_sender) {
    const SignedTransaction made = sign(sample(), key());
    const auto got = decode_transaction(made.raw).value();
    EXPECT_EQ(got.type(), TransactionType::dynamic_fee);
    EXPECT_EQ(got.content(), sample());
    EXPECT_EQ(got.hash(), made.hash);
    EXPECT_EQ(checksum_text(got.sender()), "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
}

TEST(transaction, contract_creation_has_no_recipient) {
    Transaction create = sample();
    create.to = std::nullopt;
    EXPECT_EQ(decode_transaction(sign(create, key()).raw).value().content(), create);
}

// Made once by ethers 6.17: Wallet(key).signTransaction of the fields below.
TEST(transaction, dynamic_fee_transaction_has_the_bytes_other_implementations_give) {
    const Transaction tx{
        .chain_id = 31337,
        .nonce = 0,
        .max_priority_fee_per_gas = U256(1),
        .max_fee_per_gas = U256(2'000'000'000),
        .gas_limit = 21'000,
        .to = parse_address("0x70997970C51812dc3A010C7d01b50e0d17dc79C8").value(),
        .value = U256::from_decimal("1000000000000000000").value(),
        .data = {},
        .access_list = {}};
    const SignedTransaction made = sign(tx, key());
    EXPECT_EQ(
        to_hex(made.raw),
        "02f870827a69800184773594008252089470997970c51812dc3a010c7d01b50e0d17dc79c8880de0"
        "b6b3a764000080c080a0037732c796abd080775234b77222a5f9257de6eb7af12704b0bae5b57930"
        "e470a035d8d99421cd492a052faa0f0f9ef0e4d6ebab07413984a7762c70ca6ec1191a");
    EXPECT_EQ(
        made.hash.hex(), "0x3c1b8c392e1b6bac82dcf964927edd865f5149677dfb300cab825b5b97a41f38");
}

// EIP-155's example.
TEST(transaction, eip155_example_names_its_sender_and_chain) {
    const Bytes raw = unhex(
        "0xf86c098504a817c800825208943535353535353535353535353535353535353535880de0b6b3a764000080"
        "25a028ef61340bd939bc2195fe537567866003e1a15d3c71ff63e1590620aa636276"
        "a067cbe9d8997f761aecb703304b3800ccf555c9f3dc64214b297fb1966a3b6d83");
    const auto got = decode_transaction(raw).value();
    EXPECT_EQ(got.type(), TransactionType::legacy);
    EXPECT_EQ(got.content().chain_id, 1U);
    EXPECT_EQ(got.content().nonce, 9U);
    const auto signer =
        test::signing_key("4646464646464646464646464646464646464646464646464646464646464646");
    EXPECT_EQ(got.sender(), address_of(signer.public_key()));
}

TEST(transaction, every_cut_is_refused) {
    const Bytes raw = sign(sample(), key()).raw;
    for (std::size_t size = 0; size < raw.size(); ++size)
        EXPECT_FALSE(decode_transaction(ByteView(raw).first(size))) << size;
}

TEST(transaction, changed_byte_never_keeps_the_sender) {
    const SignedTransaction made = sign(sample(), key());
    const Address sender = address_of(key().public_key());
    for (std::size_t i = 0; i < made.raw.size(); ++i) {
        Bytes changed = made.raw;
        changed[i] ^= 1;
        const auto got = decode_transaction(changed);
        EXPECT_FALSE(got && got->sender() == sender) << i;
    }
}

TEST(transaction, other_type_is_unsupported) {
    Bytes raw = sign(sample(), key()).raw;
    for (const unsigned type : {0U, 3U, 4U, 0x7fU, 0x80U}) {
        raw[0] = static_cast<std::uint8_t>(type);
        EXPECT_EQ(decode_transaction(raw).error().code, Errc::unsupported) << type;
    }
    EXPECT_EQ(decode_transaction({}).error().code, Errc::malformed);
}

TEST(transaction, priority_fee_above_the_fee_is_refused) {
    Transaction tx = sample();
    tx.max_priority_fee_per_gas = checked_add(tx.max_fee_per_gas, U256(1)).value();
    EXPECT_EQ(decode_transaction(sign(tx, key()).raw).error().code, Errc::malformed);
}

TEST(transaction, larger_than_allowed_is_refused) {
    EXPECT_EQ(decode_transaction(sign(sample(), key()).raw, 50).error().code, Errc::too_large);
}

TEST(transaction_gas, data_access_list_and_creation_are_charged) {
    Transaction tx;
    tx.to = Address();
    EXPECT_EQ(intrinsic_gas(tx), 21'000U);
    tx.data = {1, 0};
    EXPECT_EQ(intrinsic_gas(tx), 21'020U);
    tx.to = std::nullopt;
    EXPECT_EQ(intrinsic_gas(tx), 21'020U + 32'000 + 2);
    tx.access_list = sample().access_list;
    EXPECT_EQ(intrinsic_gas(tx), 21'020U + 32'000 + 2 + 2'400 + 2 * 1'900);
}

TEST(transaction_gas, floor_decides_for_much_data) {
    Transaction tx;
    tx.to = Address();
    tx.data = Bytes(100, 1);
    EXPECT_EQ(floor_gas(tx), 21'000U + 4'000);
    EXPECT_EQ(minimum_gas_limit(tx), 25'000U);
    tx.to = std::nullopt;
    EXPECT_EQ(minimum_gas_limit(tx), intrinsic_gas(tx));
}

/// Valid on mainnet at Cancun: decodable, for chain 1 or none, and with gas enough to start.
bool valid_at_cancun(ByteView raw) {
    const auto got = decode_transaction(raw);
    if (!got) return false;
    const Transaction& tx = got->content();
    return tx.chain_id <= 1 && tx.gas_limit >= intrinsic_gas(tx);
}

std::uint64_t quantity(const Json& text) {
    return U256::from_quantity(text.get<std::string>()).value().to_u64().value();
}

void expect_as_stated(const std::string& name, ByteView raw, const Json& result) {
    const auto got = decode_transaction(raw);
    ASSERT_TRUE(got) << name << ": " << got.error().message;
    EXPECT_EQ(got->hash().hex(), result["hash"].get<std::string>()) << name;
    EXPECT_EQ(got->sender().hex(), result["sender"].get<std::string>()) << name;
    EXPECT_EQ(intrinsic_gas(got->content()), quantity(result["intrinsicGas"])) << name;
}

TEST(ethereum_tests_transaction, hash_sender_and_validity_are_as_stated) {
    THERIAC_VECTORS(cases, "ethereum-tests/public/TransactionTests.json");
    std::size_t valid = 0;
    for (const auto& [name, one] : cases.items()) {
        const Bytes raw = from_hex(one["txbytes"].get<std::string>()).value_or(Bytes());
        const Json& results = one["result"];
        const Json& result = results
            [results.contains("Cancun")     ? "Cancun"
             : results.contains("Shanghai") ? "Shanghai"
                                            : "London"];
        EXPECT_EQ(valid_at_cancun(raw), !result.contains("exception")) << name;
        if (result.contains("exception")) continue;
        expect_as_stated(name, raw, result);
        ++valid;
    }
    EXPECT_EQ(cases.size(), 164U);
    EXPECT_EQ(valid, 35U);
}

// The second has s above half the order, which only Frontier allowed.
TEST(ethereum_tests_basic, low_s_names_the_stated_key_and_high_s_is_refused) {
    THERIAC_VECTORS(cases, "ethereum-tests/public/BasicTests/txtest.json");
    ASSERT_EQ(cases.size(), 2U);
    const auto low = decode_transaction(unhex(cases[0]["signed"].get<std::string>())).value();
    const auto signer = test::signing_key(cases[0]["key"].get<std::string>());
    EXPECT_EQ(low.sender(), address_of(signer.public_key()));
    const auto high = decode_transaction(unhex(cases[1]["signed"].get<std::string>()));
    ASSERT_FALSE(high);
    EXPECT_EQ(high.error().code, Errc::unauthenticated);
}

}  // namespace
}  // namespace theriac::eth
