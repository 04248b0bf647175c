#include "theriac/crypto/ecdsa.hpp"

#include "theriac/crypto/hash.hpp"

#include "shared_vectors.hpp"

namespace theriac::crypto {
namespace {

static_assert(!std::is_copy_constructible_v<SigningKey>);

constexpr std::string_view kHalfOrder =
    "7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0";

SigningKey key_one() {
    SystemEntropy entropy;
    Bytes one(32);
    one.back() = 1;
    return {Scalar::from(one).value(), entropy};
}

TEST(signing_key, deterministic_signature_of_the_known_vector) {
    // Key 1 over SHA-256("Satoshi Nakamoto"): the RFC 6979 vector that secp256k1 wallets share.
    const auto made = key_one().sign(sha256(as_bytes("Satoshi Nakamoto")));
    EXPECT_EQ(to_hex(made.r), "934b1ea10a4b3c1757e2b0c017d0b6143ce3c9a7e6a4a49860d7a6ab210ee3d8");
    EXPECT_EQ(to_hex(made.s), "2442ce9d2b916064108014783e923ec36b49743e2ffa1c4496f01a512aafd9e5");
}

TEST(signing_key, signature_recovers_and_verifies) {
    SystemEntropy entropy;
    for (std::uint8_t i = 0; i < 16; ++i) {
        const SigningKey key = SigningKey::generate(entropy);
        const Hash256 digest = sha256(Bytes{i});
        const auto signature = key.sign(digest);
        EXPECT_EQ(recover(digest, signature).value(), key.public_key());
        EXPECT_TRUE(verify_vartime(key.public_key(), digest, signature));
        EXPECT_FALSE(verify_vartime(key.public_key(), sha256(Bytes{i, i}), signature));
    }
}

TEST(signing_key, blinding_does_not_show_in_the_signature) {
    EXPECT_EQ(key_one().sign(Hash256{}), key_one().sign(Hash256{}));
}

/// q - s
std::array<std::uint8_t, 32> negated(const std::array<std::uint8_t, 32>& s) {
    const Bytes q =
        from_hex("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141").value();
    std::array<std::uint8_t, 32> out{};
    int borrow = 0;
    for (std::size_t i = 32; i-- > 0;) {
        const int digit = q[i] - s[i] - borrow;
        borrow = digit < 0 ? 1 : 0;
        out[i] = static_cast<std::uint8_t>(digit + 256 * borrow);
    }
    return out;
}

TEST(recover, high_s_is_refused) {
    const SigningKey key = key_one();
    const Hash256 digest = sha256(as_bytes("x"));
    auto signature = key.sign(digest);
    signature.s = negated(signature.s);
    signature.recovery_id ^= 1U;
    EXPECT_EQ(recover(digest, signature).error().code, Errc::unauthenticated);
    EXPECT_FALSE(verify_vartime(key.public_key(), digest, signature));
}

TEST(recover, recovery_id_above_three_is_refused) {
    auto signature = key_one().sign(Hash256{});
    signature.recovery_id = 4;
    EXPECT_EQ(
        recover({}, signature).error(),
        (Error{Errc::malformed, "ecdsa: expected a recovery id of 0 to 3, got 4"}));
}

TEST(recover, zero_and_overflowing_numbers_are_refused) {
    const auto good = key_one().sign(Hash256{});
    auto bad = good;
    bad.r = {};
    EXPECT_EQ(recover({}, bad).error().code, Errc::malformed);
    bad = good;
    bad.s = {};
    EXPECT_EQ(recover({}, bad).error().code, Errc::malformed);
    bad = good;
    bad.r.fill(0xff);
    EXPECT_EQ(recover({}, bad).error().code, Errc::malformed);
}

TEST(recover, any_changed_byte_recovers_another_key_or_none) {
    const SigningKey key = key_one();
    const auto good = key.sign(Hash256{});
    for (std::size_t i = 0; i < 32; ++i) {
        auto bad_r = good;
        bad_r.r[i] ^= 1;
        EXPECT_NE(recover({}, bad_r), Result<Point>(key.public_key()));
        auto bad_s = good;
        bad_s.s[i] ^= 1;
        EXPECT_NE(recover({}, bad_s), Result<Point>(key.public_key()));
    }
}

TEST(verify, other_size_is_false) {
    EXPECT_FALSE(verify_vartime(key_one().public_key(), {}, Bytes(63, 1)));
}

bool low_s(ByteView signature) {
    const Bytes half = from_hex(kHalfOrder).value();
    return std::ranges::lexicographical_compare(signature.subspan(32), half)
           || std::ranges::equal(signature.subspan(32), half);
}

Point group_key(const nlohmann::json& group) {
    return Point::from_uncompressed(hex_field(group.at("publicKey"), "uncompressed")).value();
}

TEST(verify, wycheproof_p1363) {
    THERIAC_SHARED_JSON(file, "vectors/wycheproof/public/ecdsa_secp256k1_sha256_p1363_test.json");
    std::size_t accepted = 0;
    for (const auto& group : file.at("testGroups"))
        for (const auto& test : group.at("tests")) {
            const Bytes signature = hex_field(test, "sig");
            const bool expected = test.at("result") == "valid" && low_s(signature);
            EXPECT_EQ(
                verify_vartime(group_key(group), sha256(hex_field(test, "msg")), signature),
                expected)
                << test.at("tcId");
            accepted += expected ? 1 : 0;
        }
    EXPECT_GE(accepted, 50U);
}

/// r || s of a signature in strict DER (BIP 66), or nothing.
std::optional<Bytes> strict_der(ByteView der) {
    Bytes out;
    if (der.size() < 8 || der[0] != 0x30 || der[1] != der.size() - 2) return std::nullopt;
    der = der.subspan(2);
    for (int i = 0; i < 2; ++i) {
        if (der.size() < 3 || der[0] != 2 || der[1] == 0 || der[1] > der.size() - 2)
            return std::nullopt;
        ByteView number = der.subspan(2, der[1]);
        der = der.subspan(2U + number.size());
        if ((number[0] & 0x80U) != 0) return std::nullopt;
        if (number[0] == 0 && (number.size() == 1 || (number[1] & 0x80U) == 0)) return std::nullopt;
        if (number[0] == 0) number = number.subspan(1);
        if (number.size() > 32) return std::nullopt;
        out.insert(out.end(), 32 - number.size(), 0);
        append(out, number);
    }
    return der.empty() ? std::optional(out) : std::nullopt;
}

TEST(verify, wycheproof_bitcoin_low_s) {
    THERIAC_SHARED_JSON(file, "vectors/wycheproof/public/ecdsa_secp256k1_sha256_bitcoin_test.json");
    std::size_t accepted = 0;
    for (const auto& group : file.at("testGroups"))
        for (const auto& test : group.at("tests")) {
            const auto signature = strict_der(hex_field(test, "sig"));
            const bool got =
                signature
                && verify_vartime(group_key(group), sha256(hex_field(test, "msg")), *signature);
            EXPECT_EQ(got, test.at("result") == "valid") << test.at("tcId");
            accepted += got ? 1 : 0;
        }
    EXPECT_GE(accepted, 50U);
}

}  // namespace
}  // namespace theriac::crypto
