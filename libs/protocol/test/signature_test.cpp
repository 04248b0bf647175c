#include "theriac/protocol/statement_codec.hpp"

#include "json_file.hpp"
#include "samples.hpp"
#include <gtest/gtest.h>

namespace theriac::protocol {
namespace {

const test::Json& vector() {
    static const test::Json kFile = test::read_json("contracts/test/vectors/rsa_pss.json");
    return kFile;
}

Bytes field(const char* name) {
    return from_hex(vector().at(name).get<std::string>()).value();
}

const Signature& rsa_signature() {
    static const Signature kSignature = Signature::from(field("signature")).value();
    return kSignature;
}

Hash256 rsa_digest() {
    return Hash256::from(field("digest")).value();
}

eth::Address rsa_address() {
    return eth::Address::from(field("address")).value();
}

TEST(rsa_pss_signature, vector_names_its_address_and_message) {
    const auto key = crypto::RsaPublicKey::from_modulus(field("modulus")).value();
    EXPECT_EQ(address_of(key), rsa_address());
    EXPECT_EQ(rsa_pss_message(rsa_digest()), field("message"));
    EXPECT_TRUE(check_signer("grant", rsa_digest(), rsa_signature(), rsa_address()));
    const auto again = Signature::from(field("sameAgain")).value();
    EXPECT_TRUE(check_signer("grant", rsa_digest(), again, rsa_address()));
    EXPECT_NE(again, rsa_signature());
}

TEST(rsa_pss_signature, wrong_encodings_are_refused_under_their_own_address) {
    for (const auto& [name, text] : vector().at("refused").items()) {
        const Bytes bytes = from_hex(text.get<std::string>()).value();
        const auto read = Signature::from(bytes);
        if (name == "otherTag") {
            EXPECT_EQ(read.error().code, Errc::malformed);
            continue;
        }
        const auto key = crypto::RsaPublicKey::from_modulus(ByteView(bytes).subspan(1, 384));
        const auto signer = key ? address_of(*key) : rsa_address();
        const auto checked = check_signer("grant", rsa_digest(), *read, signer);
        ASSERT_FALSE(checked) << name;
        EXPECT_EQ(checked.error().code, key ? Errc::unauthenticated : Errc::malformed) << name;
    }
}

TEST(rsa_pss_signature, every_flipped_byte_is_refused) {
    Bytes bytes = to_bytes(rsa_signature().view());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] ^= 1U;
        const auto read = Signature::from(bytes);
        EXPECT_FALSE(read && check_signer("grant", rsa_digest(), *read, rsa_address())) << i;
        bytes[i] ^= 1U;
    }
}

TEST(rsa_pss_signature, another_digest_or_signer_is_refused) {
    EXPECT_EQ(
        check_signer("grant", test::word(1), rsa_signature(), rsa_address()).error(),
        (Error{
            Errc::unauthenticated,
            "grant: the RSA key of " + rsa_address().hex() + " did not sign it"}));
    const auto other = test::address_of_bytes(0x55);
    EXPECT_EQ(
        check_signer("grant", rsa_digest(), rsa_signature(), other).error(),
        (Error{
            Errc::unauthenticated,
            "grant: signed by " + rsa_address().hex() + ", expected " + other.hex()}));
}

// Each suite under the other's address.
TEST(rsa_pss_signature, suites_are_not_confused) {
    SystemEntropy entropy;
    const auto key = crypto::SigningKey::generate(entropy);
    const auto plain = sign_digest(key, rsa_digest());
    EXPECT_EQ(
        check_signer("grant", rsa_digest(), plain, rsa_address()).error().code,
        Errc::unauthenticated);
    EXPECT_EQ(
        check_signer("grant", rsa_digest(), rsa_signature(), eth::address_of(key.public_key()))
            .error()
            .code,
        Errc::unauthenticated);
}

TEST(rsa_pss_signature, other_sizes_are_malformed) {
    const Bytes longest(Signature::kRsaPssSize + 1, 2);
    for (std::size_t size = 0; size <= longest.size(); ++size) {
        if (size == Signature::kPlainSize || size == Signature::kRsaPssSize) continue;
        EXPECT_EQ(Signature::from(ByteView(longest).first(size)).error().code, Errc::malformed);
    }
}

TEST(rsa_pss_signature, travels_with_a_persons_statement_and_not_with_an_enclaves) {
    const Signed<Revocation> revocation{
        {rsa_address(), test::word_as<CollectionId>(1), 1}, rsa_signature()};
    const Bytes bytes = encode(revocation);
    EXPECT_EQ(decode_signed<Revocation>("revocation", bytes).value().signature, rsa_signature());
    const Signed<StartCommitment> commitment{{}, rsa_signature()};
    EXPECT_EQ(
        decode_signed<StartCommitment>("start", encode(commitment)).error().code, Errc::too_large);
}

}  // namespace
}  // namespace theriac::protocol
