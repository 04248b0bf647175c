#include "theriac/crypto/hkdf.hpp"

#include "shared_vectors.hpp"

namespace theriac::crypto {
namespace {

TEST(rfc5869_vectors, case_1_extract_and_expand) {
    const Bytes ikm(22, 0x0b);
    const Bytes salt = from_hex("000102030405060708090a0b0c").value();
    const Bytes info = from_hex("f0f1f2f3f4f5f6f7f8f9").value();
    const auto prk = hkdf_sha256_extract(salt, ikm);
    EXPECT_EQ(
        to_hex(prk.reveal()), "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5");
    Bytes okm(42);
    hkdf_sha256_expand(prk, info, okm);
    EXPECT_EQ(
        to_hex(okm),
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
}

TEST(rfc5869_vectors, case_3_empty_salt_and_info) {
    Bytes okm(42);
    hkdf_sha256(Bytes(22, 0x0b), {}, {}, okm);
    EXPECT_EQ(
        to_hex(okm),
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
}

TEST(hkdf, more_than_255_blocks_stop_the_program) {
    Bytes okm(kHkdfMaxSize + 1);
    EXPECT_DEATH(hkdf_sha256(Bytes(22), {}, {}, okm), "kHkdfMaxSize");
}

TEST(hkdf, wycheproof) {
    THERIAC_SHARED_JSON(file, "vectors/wycheproof/public/hkdf_sha256_test.json");
    std::size_t cases = 0;
    for (const auto& group : file.at("testGroups"))
        for (const auto& test : group.at("tests")) {
            const auto size = test.at("size").get<std::size_t>();
            EXPECT_EQ(size <= kHkdfMaxSize, test.at("result") == "valid") << test.at("tcId");
            if (size > kHkdfMaxSize) continue;
            Bytes okm(size);
            hkdf_sha256(
                hex_field(test, "ikm"), hex_field(test, "salt"), hex_field(test, "info"), okm);
            EXPECT_EQ(okm, hex_field(test, "okm")) << test.at("tcId");
            ++cases;
        }
    EXPECT_GE(cases, 60U);
}

}  // namespace
}  // namespace theriac::crypto
