#include "theriac/crypto/rsa_pss.hpp"

#include "shared_vectors.hpp"

#include <algorithm>

namespace theriac::crypto {
namespace {

static_assert(!std::is_copy_constructible_v<RsaSigningKey>);

// A key that lies in the source tree: making one takes a second with the sanitizers.
RsaSigningKey read_key() {
    const char* root = std::getenv("THERIAC_SOURCE_DIR");  // NOLINT(concurrency-mt-unsafe)
    const auto path =
        std::filesystem::path(root != nullptr ? root : ".") / "libs/crypto/test/keys/rsa_3072.der";
    std::ifstream in(path, std::ios::binary);
    const Bytes der{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    return RsaSigningKey::from_pkcs8(der).value();
}

const RsaSigningKey& some_key() {
    static const RsaSigningKey kKey = read_key();
    return kKey;
}

std::string pem(const char* type, ByteView der) {
    const std::string base64 = [&] {
        static constexpr std::string_view kDigits =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        std::string out;
        for (std::size_t i = 0; i < der.size(); i += 3) {
            std::uint32_t group = 0;
            for (std::size_t j = 0; j < 3; ++j)
                group = group << 8U | (i + j < der.size() ? der[i + j] : 0U);
            for (std::size_t j = 0; j < 4; ++j)
                out += i + j <= der.size() ? kDigits[group >> (18 - 6 * j) & 63U] : '=';
        }
        return out;
    }();
    std::string out = std::string("-----BEGIN ") + type + "-----\n";
    for (std::size_t i = 0; i < base64.size(); i += 64)
        out += base64.substr(i, 64) + "\n";
    return out + "-----END " + type + "-----\n";
}

TEST(wycheproof, rsa_pss_3072_sha256_salt_32) {
    THERIAC_SHARED_JSON(file, "vectors/wycheproof/public/rsa_pss_3072_sha256_mgf1_32_test.json");
    std::size_t cases = 0;
    for (const auto& group : file.at("testGroups")) {
        const auto key = RsaPublicKey::from_spki(hex_field(group, "publicKeyDer")).value();
        EXPECT_EQ(RsaPublicKey::from_pem(group.at("publicKeyPem").get<std::string>()).value(), key);
        for (const auto& one : group.at("tests")) {
            const bool valid = one.at("result") == "valid";
            EXPECT_EQ(key.verify_vartime(hex_field(one, "msg"), hex_field(one, "sig")), valid)
                << one.at("tcId") << one.at("comment");
            ++cases;
        }
    }
    EXPECT_EQ(cases, file.at("numberOfTests"));
}

TEST(rsa_public_key, of_2048_bits_is_refused) {
    THERIAC_SHARED_JSON(file, "vectors/wycheproof/public/rsa_pss_2048_sha256_mgf1_32_test.json");
    for (const auto& group : file.at("testGroups"))
        EXPECT_EQ(
            RsaPublicKey::from_spki(hex_field(group, "publicKeyDer")).error().code,
            Errc::unsupported);
}

TEST(rsa_public_key, encoding_is_the_one_encoding) {
    const RsaPublicKey& key = some_key().public_key();
    const Bytes der = key.spki();
    ASSERT_EQ(der.size(), 422U);
    EXPECT_EQ(RsaPublicKey::from_spki(der).value(), key);
    EXPECT_EQ(RsaPublicKey::from_modulus(key.modulus()).value(), key);
    for (std::size_t i = 0; i < der.size(); ++i) {
        Bytes bad = der;
        bad[i] ^= 0x10U;
        const auto read = RsaPublicKey::from_spki(bad);
        if (read)
            EXPECT_NE(*read, key) << i;
        else
            EXPECT_EQ(read.error().code, Errc::unsupported) << i;
    }
    Bytes longer = der;
    longer.push_back(0);
    EXPECT_EQ(RsaPublicKey::from_spki(longer).error().code, Errc::unsupported);
    EXPECT_EQ(RsaPublicKey::from_spki({}).error().code, Errc::unsupported);
}

TEST(rsa_public_key, modulus_that_is_short_small_or_even_is_refused) {
    Bytes modulus = to_bytes(some_key().public_key().modulus());
    EXPECT_EQ(
        RsaPublicKey::from_modulus(ByteView(modulus).first(383)).error(),
        (Error{Errc::malformed, "rsa: expected a modulus of 384 bytes, got 383"}));
    modulus.back() ^= 1U;
    EXPECT_EQ(
        RsaPublicKey::from_modulus(modulus).error(),
        (Error{Errc::malformed, "rsa: the modulus is even"}));
    modulus.back() ^= 1U;
    modulus.front() &= 0x7fU;
    EXPECT_EQ(
        RsaPublicKey::from_modulus(modulus).error(),
        (Error{Errc::malformed, "rsa: the modulus has fewer than 3072 bits"}));
}

TEST(rsa_pss, signature_holds_for_its_message_and_key_alone) {
    const Bytes message = to_bytes(as_bytes("a statement"));
    const RsaPssSignature made = some_key().sign(message);
    const RsaPublicKey& key = some_key().public_key();
    EXPECT_TRUE(key.verify_vartime(message, made.view()));
    EXPECT_FALSE(key.verify_vartime(as_bytes("another"), made.view()));
    EXPECT_FALSE(key.verify_vartime(message, made.view().first(383)));
    EXPECT_FALSE(RsaSigningKey::generate().public_key().verify_vartime(message, made.view()));
}

TEST(rsa_pss, salt_is_fresh) {
    const Bytes message = to_bytes(as_bytes("a statement"));
    const RsaPssSignature other = some_key().sign(message);
    EXPECT_NE(some_key().sign(message), other);
    EXPECT_TRUE(some_key().public_key().verify_vartime(message, other.view()));
}

TEST(rsa_pss, every_flipped_byte_is_refused) {
    const Bytes message(32, 7);
    const RsaPssSignature made = some_key().sign(message);
    for (std::size_t i = 0; i < kRsaSize; ++i) {
        RsaPssSignature bad = made;
        bad.mutable_view()[i] ^= 1U;
        EXPECT_FALSE(some_key().public_key().verify_vartime(message, bad.view())) << i;
    }
}

// n is at most 2^3072 - 1, so s + n often fits: the same residue, and no second signature.
TEST(rsa_pss, number_above_the_modulus_is_refused) {
    const Bytes message(32, 7);
    const auto& modulus = some_key().public_key().modulus();
    for (int tries = 0; tries < 64; ++tries) {
        RsaPssSignature sum = some_key().sign(message);
        unsigned carry = 0;
        for (std::size_t i = kRsaSize; i-- > 0;) {
            const unsigned digit = sum.view()[i] + modulus[i] + carry;
            sum.mutable_view()[i] = static_cast<std::uint8_t>(digit);
            carry = digit >> 8U;
        }
        if (carry == 0) {
            EXPECT_FALSE(some_key().public_key().verify_vartime(message, sum.view()));
            return;
        }
    }
    GTEST_SKIP() << "not run: no sum of a signature and this modulus fits";
}

TEST(rsa_signing_key, pkcs8_gives_the_key_again) {
    const SecretBytes der = some_key().pkcs8();
    const auto again = RsaSigningKey::from_pkcs8(der.reveal()).value();
    EXPECT_EQ(again.public_key(), some_key().public_key());
    const auto from_text = RsaSigningKey::from_pem(pem("PRIVATE KEY", der.reveal())).value();
    EXPECT_EQ(from_text.public_key(), some_key().public_key());
    EXPECT_TRUE(some_key().public_key().verify_vartime({}, from_text.sign({}).view()));
}

TEST(rsa_signing_key, damaged_or_foreign_pkcs8_is_refused) {
    const SecretBytes der = some_key().pkcs8();
    Bytes longer = to_bytes(der.reveal());
    longer.push_back(0);
    EXPECT_EQ(
        RsaSigningKey::from_pkcs8(longer).error(),
        (Error{Errc::malformed, "rsa: is no private key in PKCS #8"}));
    Bytes damaged = to_bytes(der.reveal());
    damaged.back() ^= 1U;  // the last of the CRT coefficients
    EXPECT_EQ(
        RsaSigningKey::from_pkcs8(damaged).error(),
        (Error{Errc::malformed, "rsa: the numbers of the private key do not belong together"}));
    EXPECT_EQ(RsaSigningKey::from_pkcs8(Bytes(4097)).error().code, Errc::too_large);
    EXPECT_EQ(RsaSigningKey::from_pkcs8({}).error().code, Errc::malformed);
    // An Ed25519 key (RFC 8410, section 10.3).
    const Bytes ed25519 = from_hex(
                              "302e020100300506032b657004220420d4ee72dbf913584ad5b6d8f1f769f8ad3afe"
                              "7c28cbf1d4fbe097a88f44755842")
                              .value();
    EXPECT_EQ(RsaSigningKey::from_pkcs8(ed25519).error().code, Errc::unsupported);
}

TEST(pem, other_types_say_what_to_do) {
    const auto error = [](const char* type) {
        return RsaSigningKey::from_pem(pem(type, Bytes(3))).error();
    };
    EXPECT_EQ(error("RSA PRIVATE KEY").code, Errc::unsupported);
    EXPECT_NE(error("RSA PRIVATE KEY").message.find("openssl pkcs8 -topk8"), std::string::npos);
    EXPECT_NE(error("ENCRYPTED PRIVATE KEY").message.find("decrypt it"), std::string::npos);
    EXPECT_NE(error("CERTIFICATE").message.find("openssl x509"), std::string::npos);
}

TEST(pem, text_that_is_no_single_block_is_refused) {
    const std::string good = pem("PUBLIC KEY", some_key().public_key().spki());
    ASSERT_TRUE(RsaPublicKey::from_pem(good));
    const auto code = [](const std::string& text) {
        const auto read = RsaPublicKey::from_pem(text);
        return read ? Errc::internal : read.error().code;
    };
    EXPECT_EQ(code(good + good), Errc::malformed);
    EXPECT_EQ(code("Bag Attributes\n" + good), Errc::malformed);
    EXPECT_EQ(code(good.substr(0, good.size() / 2)), Errc::malformed);
    EXPECT_EQ(code(""), Errc::malformed);
    EXPECT_EQ(code("-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n"), Errc::malformed);
    EXPECT_EQ(
        code("-----BEGIN PUBLIC KEY-----\n!!!!\n-----END PUBLIC KEY-----\n"), Errc::malformed);
    EXPECT_EQ(code(good + std::string(4096, '\n')), Errc::too_large);
}

}  // namespace
}  // namespace theriac::crypto
