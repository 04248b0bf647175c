#include "theriac/eth/address.hpp"

#include "keys.hpp"
#include "vectors.hpp"

namespace theriac::eth {
namespace {

// EIP-55's own examples.
constexpr std::string_view kChecksummed = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

TEST(address, checksum_text_round_trips) {
    for (const std::string_view text :
         {kChecksummed,
          std::string_view("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359"),
          std::string_view("0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB"),
          std::string_view("0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb"),
          std::string_view("0x52908400098527886E0F7030069857D2E4169EE7"),
          std::string_view("0xde709f2102306220921060314715629080e2fb77")})
        EXPECT_EQ(checksum_text(parse_address(text).value()), text);
}

TEST(address, one_case_throughout_needs_no_checksum) {
    const Address expected = parse_address(kChecksummed).value();
    EXPECT_EQ(parse_address("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed").value(), expected);
    EXPECT_EQ(parse_address("0x5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED").value(), expected);
}

TEST(address, every_change_of_one_letter_case_is_refused) {
    for (std::size_t i = 2; i < kChecksummed.size(); ++i) {
        std::string text(kChecksummed);
        if (text[i] >= '0' && text[i] <= '9') continue;
        text[i] = static_cast<char>(text[i] ^ 0x20);
        EXPECT_EQ(parse_address(text).error().code, Errc::malformed) << text;
    }
}

TEST(address, other_text_is_refused) {
    for (const std::string_view text :
         {"",
          "0x",
          "5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
          "0x5aaeb6053f3e94c9b9a09f33669435e7ef1bea",
          "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beag0",
          "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed00"})
        EXPECT_EQ(parse_address(text).error().code, Errc::malformed) << text;
}

TEST(address, contract_address_follows_sender_and_nonce) {
    // The first four contracts of the account that go-ethereum's crypto tests use.
    const Address sender = parse_address("0x970e8128ab834e8eac17ab8e3812f010678cf791").value();
    EXPECT_EQ(create_address(sender, 0).hex(), "0x333c3310824b7c685133f2bedb2ca4b8b4df633d");
    EXPECT_EQ(create_address(sender, 1).hex(), "0x8bda78331c916a08481428e4b07c96d3e916d165");
    EXPECT_EQ(create_address(sender, 2).hex(), "0xc9ddedf451bc62ce88bf9292afb13df35b670699");
}

TEST(ethers_accounts, addresses_and_checksums_are_as_stated) {
    THERIAC_VECTORS(cases, "eip712-eip55/public/accounts.json");
    std::size_t with_key = 0;
    for (const auto& one : cases) {
        const auto text = one["address"].get<std::string>();
        EXPECT_EQ(checksum_text(parse_address(text).value()), text);
        if (!one.contains("privateKey") || !one["privateKey"].is_string()) continue;
        const auto key = test::signing_key(one["privateKey"].get<std::string>());
        EXPECT_EQ(checksum_text(address_of(key.public_key())), text) << one["name"];
        ++with_key;
    }
    EXPECT_EQ(cases.size(), 259U);
    EXPECT_GT(with_key, 0U);
}

TEST(ethereum_tests_basic, keys_give_the_stated_addresses) {
    THERIAC_VECTORS(cases, "ethereum-tests/public/BasicTests/keyaddrtest.json");
    for (const auto& one : cases) {
        const auto key = test::signing_key(one["key"].get<std::string>());
        EXPECT_EQ(to_hex(address_of(key.public_key()).view()), one["addr"].get<std::string>());
    }
}

}  // namespace
}  // namespace theriac::eth
