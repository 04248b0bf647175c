#include "theriac/crypto/hpke.hpp"

#include "aes_gcm.hpp"
#include "hpke_schedule.hpp"
#include "shared_vectors.hpp"
#include "support.hpp"
#include "x25519.hpp"

namespace theriac::crypto {
namespace {

static_assert(!std::is_copy_constructible_v<HpkePrivateKey>);

HpkePrivateKey recipient() {
    return HpkePrivateKey::derive_key_pair(Bytes(32, 5));
}

Bytes sealed() {
    CountingEntropy entropy;
    return hpke_seal(
               recipient().public_key(),
               as_bytes("info"),
               as_bytes("aad"),
               as_bytes("message"),
               entropy)
        .value();
}

TEST(hpke, sealed_message_opens_to_the_plaintext) {
    const auto message = sealed();
    EXPECT_EQ(message.size(), 7 + kHpkeOverhead);
    const auto opened = hpke_open(recipient(), as_bytes("info"), as_bytes("aad"), message);
    EXPECT_EQ(as_text(opened.value().reveal()), "message");
}

TEST(hpke, any_changed_byte_is_refused) {
    const auto good = sealed();
    for (std::size_t i = 0; i < good.size(); ++i)
        for (int bit = 0; bit < 8; ++bit) {
            auto bad = good;
            bad[i] = static_cast<std::uint8_t>(bad[i] ^ (1U << static_cast<unsigned>(bit)));
            // X25519 leaves out the top bit of a public key (RFC 7748, section 5), but the key
            // derivation does not.
            EXPECT_EQ(
                hpke_open(recipient(), as_bytes("info"), as_bytes("aad"), bad).error().code,
                Errc::unauthenticated);
        }
}

TEST(hpke, other_key_info_or_associated_data_is_refused) {
    const auto message = sealed();
    const auto other = HpkePrivateKey::derive_key_pair(Bytes(32, 6));
    EXPECT_EQ(
        hpke_open(other, as_bytes("info"), as_bytes("aad"), message).error().code,
        Errc::unauthenticated);
    EXPECT_EQ(
        hpke_open(recipient(), as_bytes("inf"), as_bytes("oaad"), message).error().code,
        Errc::unauthenticated);
    EXPECT_EQ(
        hpke_open(recipient(), as_bytes("info"), {}, message).error().code, Errc::unauthenticated);
}

TEST(hpke, every_shorter_message_is_refused) {
    const auto good = sealed();
    for (std::size_t size = 0; size < good.size(); ++size)
        EXPECT_EQ(
            hpke_open(recipient(), as_bytes("info"), as_bytes("aad"), ByteView(good).first(size))
                .error()
                .code,
            Errc::unauthenticated);
}

TEST(hpke, key_of_low_order_is_refused) {
    CountingEntropy entropy;
    EXPECT_EQ(
        hpke_seal(HpkePublicKey{}, {}, {}, {}, entropy).error(),
        (Error{Errc::malformed, "hpke: the recipient's public key has low order"}));
    auto message = sealed();
    std::fill_n(message.begin(), 32, std::uint8_t{0});
    EXPECT_EQ(
        hpke_open(recipient(), {}, {}, message).error(),
        (Error{Errc::unauthenticated, "x25519: the public key has low order"}));
}

TEST(hpke, deterministic_seal_depends_on_its_ikm_alone) {
    const auto seal = [](std::uint8_t ikm) {
        return hpke_seal_deterministic(
                   recipient().public_key(), {}, {}, as_bytes("m"), Bytes(32, ikm))
            .value();
    };
    EXPECT_EQ(seal(1), seal(1));
    EXPECT_NE(seal(1), seal(2));
}

TEST(hpke, private_key_survives_storage) {
    const auto key = recipient();
    EXPECT_EQ(HpkePrivateKey::from(key.reveal()).value().public_key(), key.public_key());
    EXPECT_EQ(HpkePrivateKey::from(Bytes(31)).error().code, Errc::malformed);
}

bool ours(const nlohmann::json& vector) {
    return vector.at("mode") == 0 && vector.at("kem_id") == 32 && vector.at("kdf_id") == 1
           && (vector.at("aead_id") == 1 || vector.at("aead_id") == 2);
}

void check_encryptions(const nlohmann::json& vector, const hpke::Context& context) {
    const auto& numbers = vector.at("encryptions_seq");
    std::size_t at = 0;
    for (const auto& message : vector.at("encryptions")) {
        const auto nonce = context.nonce(numbers.at(at++).get<std::uint64_t>());
        EXPECT_EQ(to_bytes(nonce), hex_field(message, "nonce"));
        const Bytes plaintext = hex_field(message, "pt");
        Bytes made(plaintext.size() + kAeadTagSize);
        AesGcmSealer(context.key.reveal()).seal(nonce, hex_field(message, "aad"), plaintext, made);
        EXPECT_EQ(made, hex_field(message, "ct"));
    }
    EXPECT_GE(at, 20U);
}

void check_vector(const nlohmann::json& vector) {
    const auto ephemeral = HpkePrivateKey::derive_key_pair(hex_field(vector, "ikmE"));
    const auto receiver = HpkePrivateKey::derive_key_pair(hex_field(vector, "ikmR"));
    EXPECT_EQ(to_bytes(ephemeral.reveal()), hex_field(vector, "skEm"));
    EXPECT_EQ(to_bytes(receiver.reveal()), hex_field(vector, "skRm"));
    EXPECT_EQ(to_bytes(ephemeral.public_key().view()), hex_field(vector, "enc"));
    const auto diffie_hellman = x25519(receiver, ephemeral.public_key()).value();
    const auto shared =
        hpke::shared_secret(diffie_hellman, ephemeral.public_key(), receiver.public_key());
    EXPECT_EQ(to_bytes(shared.reveal()), hex_field(vector, "shared_secret"));
    const auto& suite = vector.at("aead_id") == 1 ? hpke::kAes128Gcm : hpke::kAes256Gcm;
    const auto context = hpke::key_schedule(suite, shared, hex_field(vector, "info"));
    EXPECT_EQ(to_bytes(context.key.reveal()), hex_field(vector, "key"));
    EXPECT_EQ(to_bytes(context.base_nonce), hex_field(vector, "base_nonce"));
    check_encryptions(vector, context);
}

TEST(rfc9180_vectors, base_mode_x25519_hkdf_sha256) {
    THERIAC_SHARED_JSON(file, "vectors/hpke/public/rfc9180_base_auth.json");
    std::size_t cases = 0;
    for (const auto& vector : file)
        if (ours(vector)) {
            check_vector(vector);
            ++cases;
        }
    EXPECT_GE(cases, 2U);
}

TEST(rfc9180_vectors, single_shot_agrees_with_the_first_encryption) {
    THERIAC_SHARED_JSON(file, "vectors/hpke/public/rfc9180_base_auth.json");
    for (const auto& vector : file) {
        if (!ours(vector) || vector.at("aead_id") != 2) continue;
        const auto& first = vector.at("encryptions").at(0);
        const auto message = hpke_seal_deterministic(
            HpkePublicKey::from(hex_field(vector, "pkRm")).value(),
            hex_field(vector, "info"),
            hex_field(first, "aad"),
            hex_field(first, "pt"),
            hex_field(vector, "ikmE"));
        EXPECT_EQ(message.value(), concat({hex_field(vector, "enc"), hex_field(first, "ct")}));
        const auto opened = hpke_open(
            HpkePrivateKey::from(hex_field(vector, "skRm")).value(),
            hex_field(vector, "info"),
            hex_field(first, "aad"),
            *message);
        EXPECT_EQ(to_bytes(opened.value().reveal()), hex_field(first, "pt"));
    }
}

// Wycheproof calls points of low order and of the twist "acceptable"; we refuse a zero result only.
TEST(x25519, wycheproof) {
    THERIAC_SHARED_JSON(file, "vectors/wycheproof/public/x25519_test.json");
    std::size_t agreed = 0;
    std::size_t refused = 0;
    for (const auto& test : file.at("testGroups").at(0).at("tests")) {
        const auto got = x25519(
            HpkePrivateKey::from(hex_field(test, "private")).value(),
            HpkePublicKey::from(hex_field(test, "public")).value());
        EXPECT_EQ(got ? to_bytes(got->reveal()) : Bytes(32), hex_field(test, "shared"))
            << test.at("tcId");
        ++(got ? agreed : refused);
    }
    EXPECT_GE(agreed, 300U);
    EXPECT_GE(refused, 1U);
}

}  // namespace
}  // namespace theriac::crypto
