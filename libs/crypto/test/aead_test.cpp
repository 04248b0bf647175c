#include "theriac/crypto/aead.hpp"

#include "aes_gcm.hpp"
#include "shared_vectors.hpp"
#include "support.hpp"

namespace theriac::crypto {
namespace {

TEST(aead, sealed_message_opens_to_the_plaintext) {
    const auto key = secret_of(1);
    const Bytes sealed = aead_seal(key, {}, as_bytes("header"), as_bytes("message"));
    EXPECT_EQ(sealed.size(), 7 + kAeadTagSize);
    const auto opened = aead_open(key, {}, as_bytes("header"), sealed);
    EXPECT_EQ(as_text(opened.value().reveal()), "message");
}

TEST(aead, any_changed_byte_is_refused) {
    const auto key = secret_of(1);
    const Bytes good = aead_seal(key, {}, as_bytes("header"), as_bytes("message"));
    for (std::size_t i = 0; i < good.size(); ++i) {
        Bytes bad = good;
        bad[i] ^= 1;
        EXPECT_EQ(
            aead_open(key, {}, as_bytes("header"), bad).error(),
            (Error{Errc::unauthenticated, "aead: the tag does not match"}));
    }
}

TEST(aead, other_key_nonce_or_associated_data_is_refused) {
    const Bytes sealed = aead_seal(secret_of(1), {}, as_bytes("header"), as_bytes("message"));
    EXPECT_EQ(
        aead_open(secret_of(2), {}, as_bytes("header"), sealed).error().code,
        Errc::unauthenticated);
    EXPECT_EQ(
        aead_open(secret_of(1), {1}, as_bytes("header"), sealed).error().code,
        Errc::unauthenticated);
    EXPECT_EQ(
        aead_open(secret_of(1), {}, as_bytes("other"), sealed).error().code, Errc::unauthenticated);
}

TEST(aead, message_shorter_than_a_tag_is_refused) {
    for (std::size_t size = 0; size < kAeadTagSize; ++size)
        EXPECT_EQ(aead_open(secret_of(1), {}, {}, Bytes(size)).error().code, Errc::unauthenticated);
}

TEST(aes_gcm_opener, refused_message_leaves_no_plaintext) {
    const auto key = secret_of(1);
    Bytes sealed = aead_seal(key, {}, {}, Bytes(100, 0xaa));
    sealed.back() ^= 1;
    Bytes out(100, 0x55);
    EXPECT_FALSE(AesGcmOpener(key.reveal()).open({}, {}, sealed, out));
    EXPECT_EQ(out, Bytes(100));
}

TEST(aead, wycheproof_with_our_sizes) {
    THERIAC_SHARED_JSON(file, "vectors/wycheproof/public/aes_gcm_test.json");
    std::size_t cases = 0;
    for (const auto& group : file.at("testGroups")) {
        if (group.at("ivSize") != 96 || group.at("tagSize") != 128 || group.at("keySize") == 192)
            continue;  // sizes that the interface cannot say
        for (const auto& test : group.at("tests")) {
            const Bytes key = hex_field(test, "key");
            AeadNonce nonce{};
            std::ranges::copy(hex_field(test, "iv"), nonce.begin());
            const Bytes sealed = concat({hex_field(test, "ct"), hex_field(test, "tag")});
            const Bytes message = hex_field(test, "msg");
            Bytes opened(message.size());
            const bool authentic =
                AesGcmOpener(key).open(nonce, hex_field(test, "aad"), sealed, opened);
            EXPECT_EQ(authentic, test.at("result") == "valid") << test.at("tcId");
            if (authentic) {
                Bytes again(sealed.size());
                AesGcmSealer(key).seal(nonce, hex_field(test, "aad"), message, again);
                EXPECT_EQ(opened, message) << test.at("tcId");
                EXPECT_EQ(again, sealed) << test.at("tcId");
            }
            ++cases;
        }
    }
    EXPECT_GE(cases, 100U);
}

}  // namespace
}  // namespace theriac::crypto
