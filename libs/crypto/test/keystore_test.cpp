#include "theriac/crypto/keystore.hpp"

#include "password_kdf.hpp"
#include "shared_vectors.hpp"
#include "support.hpp"

namespace theriac::crypto {
namespace {

constexpr ScryptParameters kQuick{.n = 16, .r = 1, .p = 1};

KeystoreV3 sealed() {
    CountingEntropy entropy;
    return seal_keystore(secret_of(7), as_bytes("password"), kQuick, entropy).value();
}

TEST(keystore, sealed_secret_opens_with_its_password) {
    const auto opened = open_keystore(sealed(), as_bytes("password"));
    EXPECT_EQ(to_bytes(opened.value().reveal()), Bytes(32, 7));
}

TEST(keystore, profiles_of_geth_are_within_the_bounds) {
    EXPECT_TRUE(check_kdf(kScryptStandard));
    EXPECT_TRUE(check_kdf(kScryptLight));
}

TEST(keystore, ciphertext_does_not_show_the_secret) {
    EXPECT_NE(sealed().ciphertext, Bytes(32, 7));
}

TEST(keystore, wrong_password_is_refused) {
    EXPECT_EQ(
        open_keystore(sealed(), as_bytes("Password")).error(),
        (Error{Errc::wrong_password, "keystore: the password does not open this file"}));
    EXPECT_EQ(open_keystore(sealed(), {}).error().code, Errc::wrong_password);
}

TEST(keystore, empty_password_is_a_password) {
    CountingEntropy entropy;
    const auto file = seal_keystore(secret_of(7), {}, kQuick, entropy).value();
    EXPECT_TRUE(open_keystore(file, {}));
    EXPECT_EQ(open_keystore(file, as_bytes("x")).error().code, Errc::wrong_password);
}

TEST(keystore, changed_ciphertext_mac_or_salt_is_refused) {
    const auto refusal = [](const KeystoreV3& file) {
        return open_keystore(file, as_bytes("password")).error().code;
    };
    auto bad = sealed();
    bad.ciphertext[0] ^= 1;
    EXPECT_EQ(refusal(bad), Errc::wrong_password);
    bad = sealed();
    bad.mac.mutable_view()[31] ^= 1;
    EXPECT_EQ(refusal(bad), Errc::wrong_password);
    bad = sealed();
    bad.salt[0] ^= 1;
    EXPECT_EQ(refusal(bad), Errc::wrong_password);
    bad = sealed();
    bad.ciphertext.pop_back();
    EXPECT_EQ(refusal(bad), Errc::malformed);
}

Errc refusal_of(const std::variant<ScryptParameters, Pbkdf2Parameters>& kdf) {
    auto file = sealed();
    file.kdf = kdf;
    return open_keystore(file, as_bytes("password")).error().code;
}

TEST(keystore, parameters_that_scrypt_does_not_have_are_refused) {
    EXPECT_EQ(refusal_of(ScryptParameters{.n = 0, .r = 8, .p = 1}), Errc::malformed);
    EXPECT_EQ(refusal_of(ScryptParameters{.n = 1, .r = 8, .p = 1}), Errc::malformed);
    EXPECT_EQ(refusal_of(ScryptParameters{.n = 4095, .r = 8, .p = 1}), Errc::malformed);
    EXPECT_EQ(refusal_of(ScryptParameters{.n = 4096, .r = 0, .p = 1}), Errc::malformed);
    EXPECT_EQ(refusal_of(ScryptParameters{.n = 4096, .r = 8, .p = 0}), Errc::malformed);
    EXPECT_EQ(refusal_of(Pbkdf2Parameters{.iterations = 0}), Errc::malformed);
}

TEST(keystore, parameters_that_exhaust_the_machine_are_refused) {
    constexpr auto kMost = ~std::uint32_t{0};
    EXPECT_EQ(refusal_of(ScryptParameters{.n = 1U << 20U, .r = 8, .p = 1}), Errc::too_large);
    EXPECT_EQ(refusal_of(ScryptParameters{.n = 4096, .r = 8, .p = 2048}), Errc::too_large);
    EXPECT_EQ(refusal_of(ScryptParameters{.n = 4096, .r = 8, .p = 1025}), Errc::too_large);
    EXPECT_EQ(refusal_of(ScryptParameters{.n = 2, .r = kMost, .p = kMost}), Errc::too_large);
    EXPECT_EQ(
        refusal_of(ScryptParameters{.n = std::uint64_t{1} << 63U, .r = kMost, .p = 1}),
        Errc::too_large);
    EXPECT_EQ(refusal_of(Pbkdf2Parameters{.iterations = 10'000'001}), Errc::too_large);
}

TEST(keystore, sealing_with_bad_parameters_is_the_callers_mistake) {
    CountingEntropy entropy;
    EXPECT_EQ(
        seal_keystore(secret_of(7), {}, {.n = 3, .r = 1, .p = 1}, entropy).error().code,
        Errc::invalid_argument);
}

TEST(keystore, identifier_is_a_version_4_uuid) {
    const auto id = sealed().id;
    EXPECT_EQ(id[6] >> 4U, 4);
    EXPECT_EQ(id[8] >> 6U, 2);
}

std::variant<ScryptParameters, Pbkdf2Parameters> kdf_field(const nlohmann::json& crypto) {
    const auto& parameters = crypto.at("kdfparams");
    if (crypto.at("kdf") == "pbkdf2")
        return Pbkdf2Parameters{parameters.at("c").get<std::uint32_t>()};
    return ScryptParameters{
        parameters.at("n").get<std::uint64_t>(),
        parameters.at("r").get<std::uint32_t>(),
        parameters.at("p").get<std::uint32_t>()};
}

KeystoreV3 keystore_field(const nlohmann::json& json) {
    const auto& crypto = json.contains("crypto") ? json.at("crypto") : json.at("Crypto");
    KeystoreV3 file;
    file.kdf = kdf_field(crypto);
    file.salt = hex_field(crypto.at("kdfparams"), "salt");
    file.ciphertext = hex_field(crypto, "ciphertext");
    file.mac = Hash256::from(hex_field(crypto, "mac")).value();
    std::ranges::copy(hex_field(crypto.at("cipherparams"), "iv"), file.iv.begin());
    return file;
}

TEST(keystore, ethereum_tests) {
    THERIAC_SHARED_JSON(tests, "vectors/ethereum-tests/public/KeyStoreTests/basic_tests.json");
    std::size_t cases = 0;
    for (const auto& [name, test] : tests.items()) {
        const auto file = keystore_field(test.at("json"));
        const auto password = test.at("password").get<std::string>();
        const auto opened = open_keystore(file, as_bytes(password));
        ASSERT_TRUE(opened) << name << ": " << opened.error().message;
        EXPECT_EQ(to_bytes(opened->reveal()), hex_field(test, "priv")) << name;
        ++cases;
    }
    EXPECT_GE(cases, 4U);
}

}  // namespace
}  // namespace theriac::crypto
