#include "p256.hpp"

#include <gtest/gtest.h>

namespace theriac::attestation {
namespace {

// RFC 6979, appendix A.2.5: the key, and its signature over "sample" with SHA-256.
P256PublicKey key() {
    return P256PublicKey::from_hex(
               "60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
               "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299")
        .value();
}

P256Signature signature() {
    return P256Signature::from_hex(
               "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
               "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8")
        .value();
}

TEST(rfc6979_vectors, p256_signature_verifies) {
    EXPECT_TRUE(verify_p256(key(), as_bytes("sample"), signature()));
    EXPECT_FALSE(verify_p256(key(), as_bytes("sampl"), signature()));
}

TEST(p256, every_changed_byte_of_key_and_signature_is_refused) {
    for (std::size_t i = 0; i < 64; ++i) {
        P256PublicKey off_curve = key();
        off_curve.mutable_view()[i] ^= 1;
        EXPECT_FALSE(verify_p256(off_curve, as_bytes("sample"), signature())) << i;
        P256Signature changed = signature();
        changed.mutable_view()[i] ^= 1;
        EXPECT_FALSE(verify_p256(key(), as_bytes("sample"), changed)) << i;
    }
}

TEST(p256, zero_and_too_large_values_are_refused) {
    EXPECT_FALSE(verify_p256({}, as_bytes("sample"), signature()));
    EXPECT_FALSE(verify_p256(key(), as_bytes("sample"), {}));
    std::array<std::uint8_t, 64> ones{};
    ones.fill(0xff);
    EXPECT_FALSE(verify_p256(key(), as_bytes("sample"), P256Signature(ones)));
    EXPECT_FALSE(verify_p256(P256PublicKey(ones), as_bytes("sample"), signature()));
}

}  // namespace
}  // namespace theriac::attestation
