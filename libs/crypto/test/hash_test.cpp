#include "theriac/crypto/hash.hpp"

#include "shared_vectors.hpp"

namespace theriac::crypto {
namespace {

TEST(sha256, abc_is_the_vector_of_fips_180) {
    EXPECT_EQ(
        to_hex(sha256(as_bytes("abc")).view()),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(sha256, parts_hash_as_their_concatenation) {
    EXPECT_EQ(sha256({as_bytes("a"), {}, as_bytes("bc")}), sha256(as_bytes("abc")));
}

TEST(sha256, finished_hash_starts_again) {
    Sha256 hash;
    EXPECT_EQ(hash.update(as_bytes("a")).update(as_bytes("bc")).finish(), sha256(as_bytes("abc")));
    EXPECT_EQ(hash.update(as_bytes("abc")).finish(), sha256(as_bytes("abc")));
    EXPECT_EQ(hash.finish(), sha256(ByteView{}));
}

TEST(keccak256, empty_string_is_the_hash_of_an_empty_ethereum_account) {
    EXPECT_EQ(
        to_hex(keccak256(ByteView{}).view()),
        "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
}

TEST(keccak256, abc_is_the_known_vector) {
    EXPECT_EQ(
        to_hex(keccak256(as_bytes("abc")).view()),
        "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
}

// h = 0; h = keccak256(h || i zero bytes) for i = 0 to 299. The expected value comes from a
// separate implementation in Python written from the Keccak submission.
TEST(keccak256, chain_over_every_position_in_the_block_agrees_with_another_implementation) {
    Hash256 h;
    for (std::size_t i = 0; i < 300; ++i)
        h = keccak256({h.view(), Bytes(i)});
    EXPECT_EQ(to_hex(h.view()), "02cc693f53a2bca7a84f258cc5729a4cf8097677574f8d76e4e37c3f47c392ef");
}

TEST(hmac_sha256, empty_key_and_message_give_the_known_tag) {
    EXPECT_EQ(
        to_hex(hmac_sha256({}, {}).view()),
        "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
}

TEST(hmac_sha256, wycheproof) {
    THERIAC_SHARED_JSON(file, "vectors/wycheproof/public/hmac_sha256_test.json");
    std::size_t cases = 0;
    for (const auto& group : file.at("testGroups")) {
        const auto tag_size = group.at("tagSize").get<std::size_t>() / 8;
        for (const auto& test : group.at("tests")) {
            const Hash256 tag = hmac_sha256(hex_field(test, "key"), hex_field(test, "msg"));
            const bool same = to_bytes(tag.view().first(tag_size)) == hex_field(test, "tag");
            EXPECT_EQ(same, test.at("result") == "valid") << test.at("tcId");
            ++cases;
        }
    }
    EXPECT_GE(cases, 100U);
}

}  // namespace
}  // namespace theriac::crypto
