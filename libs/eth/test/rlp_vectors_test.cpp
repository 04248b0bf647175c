// ethereum/tests RLPTests.
#include "theriac/eth/rlp.hpp"

#include "vectors.hpp"

namespace theriac::eth {
namespace {

using test::Json;
using test::unhex;

/// One case is 2^256, the first integer that is no U256: its bytes are given by hand.
Bytes big_endian(std::string_view decimal) {
    if (const auto value = U256::from_decimal(decimal)) return value->minimal_big_endian();
    EXPECT_EQ(
        decimal, "115792089237316195423570985008687907853269984665640564039457584007913129639936");
    Bytes two_to_256(33);
    two_to_256[0] = 1;
    return two_to_256;
}

void encode(rlp::Encoder& e, const Json& value) {
    if (value.is_array())
        e.list([&] {
            for (const Json& item : value)
                encode(e, item);
        });
    else if (value.is_number())
        e.u64(value.get<std::uint64_t>());
    else if (const auto text = value.get<std::string>(); text.starts_with('#'))
        e.bytes(big_endian(text.substr(1)));
    else
        e.text(text);
}

TEST(ethereum_tests_rlp, every_value_encodes_as_stated_and_validates) {
    THERIAC_VECTORS(cases, "ethereum-tests/public/RLPTests/rlptest.json");
    for (const auto& [name, one] : cases.items()) {
        rlp::Encoder e;
        encode(e, one["in"]);
        EXPECT_EQ(to_hex_prefixed(e.view()), one["out"].get<std::string>()) << name;
        EXPECT_TRUE(rlp::validate(e.view())) << name;
    }
    EXPECT_EQ(cases.size(), 28U);
}

TEST(ethereum_tests_rlp, every_invalid_encoding_is_refused) {
    THERIAC_VECTORS(cases, "ethereum-tests/public/RLPTests/invalidRLPTest.json");
    for (const auto& [name, one] : cases.items()) {
        const auto got = rlp::validate(unhex(one["out"].get<std::string>()));
        ASSERT_FALSE(got) << name;
        EXPECT_EQ(got.error().code, Errc::malformed) << name;
    }
    EXPECT_EQ(cases.size(), 26U);
}

TEST(ethereum_tests_rlp, random_valid_encodings_validate) {
    THERIAC_VECTORS(cases, "ethereum-tests/public/RLPTests/RandomRLPTests/example.json");
    for (const auto& [name, one] : cases.items())
        EXPECT_TRUE(rlp::validate(unhex(one["out"].get<std::string>()))) << name;
}

}  // namespace
}  // namespace theriac::eth
