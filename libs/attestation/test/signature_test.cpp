#include "signature.hpp"

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

bool verify_p256(const P256PublicKey& by, ByteView message, const P256Signature& given) {
    return SignatureChecker().p256(by.view(), message, given);
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

TEST(p384, signature_of_rfc6979_verifies) {
    // Appendix A.2.6: the key, and its signature over "sample" with SHA-384.
    const Bytes point = from_hex(
                            "ec3a4e415b4e19a4568618029f427fa5da9a8bc4ae92e02e06aae5286b300c64"
                            "def8f0ea9055866064a254515480bc138015d9b72d7d57244ea8ef9ac0c62189"
                            "6708a59367f9dfb9f54ca84b3f1c9db1288b231c3ae0d4fe7344fd2533264720")
                            .value();
    Bytes r = from_hex(
                  "94edbb92a5ecb8aad4736e56c691916b3f88140666ce9fa73d64c4ea95ad133c"
                  "81a648152e44acf96e36dd1e80fabe46")
                  .value();
    const Bytes s = from_hex(
                        "99ef4aeb15f178cea1fe40db2603138f130e740a19624526203b6351d0a3a94f"
                        "a329c145786e679e7b82c71a38628ac8")
                        .value();
    const SignatureChecker check;
    EXPECT_TRUE(check.p384(point, as_bytes("sample"), r, s));
    EXPECT_FALSE(check.p384(point, as_bytes("sampl"), r, s));
    EXPECT_FALSE(check.p384(ByteView(point).first(64), as_bytes("sample"), r, s));
    r[0] ^= 1;
    EXPECT_FALSE(check.p384(point, as_bytes("sample"), r, s));
}

TEST(certificate_signature, ecdsa_with_another_encoding_is_refused) {
    const P256Signature given = signature();
    const ByteView both = given.view();
    const P256PublicKey point = key();
    const PublicKey holder{
        .kind = PublicKey::Kind::p256, .point = point.view(), .modulus = {}, .exponent = {}};
    const auto holds = [&](const Bytes& der) {
        return SignatureChecker().certificate(
            holder, SignatureAlgorithm::ecdsa_p256, as_bytes("sample"), der);
    };
    // Both integers have their top bit set.
    const Bytes zero{0};
    const Bytes good = concat(
        {Bytes{0x30, 0x46, 0x02, 0x21},
         zero,
         both.first(32),
         Bytes{0x02, 0x21},
         zero,
         both.subspan(32)});
    EXPECT_TRUE(holds(good));
    const Bytes padded = concat(
        {Bytes{0x30, 0x47, 0x02, 0x22},
         zero,
         zero,
         both.first(32),
         Bytes{0x02, 0x21},
         zero,
         both.subspan(32)});
    EXPECT_FALSE(holds(padded));
    const Bytes longer = concat({good, zero});
    EXPECT_FALSE(holds(longer));
    EXPECT_FALSE(holds({}));
    EXPECT_FALSE(SignatureChecker().certificate(
        holder, SignatureAlgorithm::rsa_pss_sha384, as_bytes("sample"), good));
}

}  // namespace
}  // namespace theriac::attestation
