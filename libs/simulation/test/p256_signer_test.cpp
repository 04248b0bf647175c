#include "p256_signer.hpp"

#include "test_entropy.hpp"
#include <gtest/gtest.h>

namespace theriac::simulation {
namespace {

SigningKey key_from(std::string_view hex) {
    return SigningKey::from(from_hex(hex).value()).value();
}

// RFC 6979, appendix A.2.5.
constexpr std::string_view kKey =
    "C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721";

TEST(rfc6979_vectors, public_key_of_p256) {
    EXPECT_EQ(
        public_key(key_from(kKey)).hex(),
        "0x60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
        "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299");
}

TEST(rfc6979_vectors, p256_sha256_sample) {
    EXPECT_EQ(
        sign_vartime(key_from(kKey), as_bytes("sample")).hex(),
        "0xefd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
        "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8");
}

TEST(rfc6979_vectors, p256_sha256_test) {
    EXPECT_EQ(
        sign_vartime(key_from(kKey), as_bytes("test")).hex(),
        "0xf1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d38367"
        "019f4113742a2b14bd25926b49c649155f267e60d3814b4c0cc84250e46f0083");
}

TEST(p256_signer, zero_and_the_group_order_are_no_keys) {
    // The order of P-256: SEC 2, section 2.4.2.
    constexpr std::string_view kOrder =
        "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";
    constexpr std::string_view kOrderMinusOne =
        "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632550";
    EXPECT_FALSE(is_signing_key(SigningKey()));
    EXPECT_FALSE(is_signing_key(key_from(kOrder)));
    EXPECT_TRUE(is_signing_key(key_from(kOrderMinusOne)));
}

TEST(p256_signer, generated_keys_differ) {
    TestEntropy entropy(1);
    const SigningKey first = generate_key(entropy);
    EXPECT_NE(public_key(first), public_key(generate_key(entropy)));
}

}  // namespace
}  // namespace theriac::simulation
