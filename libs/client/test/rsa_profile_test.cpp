#include "theriac/client/backup.hpp"
#include "theriac/client/profile.hpp"
#include "theriac/crypto/hash.hpp"
#include "theriac/storage/atomic_file.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

namespace theriac::client {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPassword = "a password";
constexpr std::string_view kSign =
    "openssl dgst -sha256 -sigopt rsa_padding_mode:pss -sigopt "
    "rsa_pss_saltlen:32 -sigopt rsa_mgf1_md:sha256 -sign ";

const crypto::RsaSigningKey& rsa_key() {
    static const crypto::RsaSigningKey key = crypto::RsaSigningKey::generate();
    return key;
}

StatementSigner same_key() {
    return StatementSigner(crypto::RsaSigningKey::from_pkcs8(rsa_key().pkcs8().reveal()).value());
}

class RsaProfile : public testing::Test {
protected:
    RsaProfile() {
        std::string pattern = testing::TempDir() + "rsa-profile-XXXXXX";
        directory_ = ::mkdtemp(pattern.data());
    }

    RsaProfile(const RsaProfile&) = delete;
    RsaProfile& operator=(const RsaProfile&) = delete;
    RsaProfile(RsaProfile&&) = delete;
    RsaProfile& operator=(RsaProfile&&) = delete;

    ~RsaProfile() override { fs::remove_all(directory_); }

    [[nodiscard]] fs::path path(std::string_view name) const { return directory_ / name; }

    Result<Profile> create(StatementSigner signer, ProfileKind kind = ProfileKind::owner) {
        return Profile::create(
            {.directory = path("profile"),
             .kind = kind,
             .name = "A",
             .scrypt = ScryptStrength::light,
             .signer = std::move(signer)},
            kPassword,
            entropy_);
    }

    /// A program that holds the key in a file, as a card would; `more` follows it in the command.
    [[nodiscard]] ExternalKey openssl(std::string_view more = "") const {
        const fs::path file = path("key.der");
        EXPECT_TRUE(storage::write_file_atomic(file, rsa_key().pkcs8().reveal()));
        return {
            rsa_key().public_key(),
            std::string(kSign) + file.string() + " -keyform DER" + std::string(more),
            std::chrono::seconds(30)};
    }

    SystemEntropy entropy_;

private:
    fs::path directory_;
};

void expect_signs(const StatementSigner& signer) {
    const Hash256 digest = crypto::sha256(as_bytes("a statement"));
    const auto signature = signer.sign(digest);
    ASSERT_TRUE(signature) << signature.error().message;
    EXPECT_TRUE(protocol::check_signer("statement", digest, *signature, signer.address()));
}

TEST_F(RsaProfile, key_comes_back_from_its_files_and_from_a_backup) {
    const auto profile = create(same_key());
    ASSERT_TRUE(profile) << profile.error().message;
    EXPECT_EQ(profile->address(), protocol::address_of(rsa_key().public_key()));
    EXPECT_FALSE(fs::exists(path("profile/account.json")));
    const auto keys = unlock(*profile, kPassword, entropy_);
    ASSERT_TRUE(keys) << keys.error().message;
    EXPECT_EQ(keys->signer.account(), nullptr);
    expect_signs(keys->signer);
    ASSERT_TRUE(back_up(*profile, kPassword, path("backup"), ScryptStrength::light, entropy_));
    const auto restored = restore(path("backup"), kPassword, path("restored"), entropy_);
    ASSERT_TRUE(restored) << restored.error().message;
    expect_signs(unlock(*restored, kPassword, entropy_).value().signer);
}

TEST_F(RsaProfile, key_is_at_no_place_in_the_clear_and_needs_the_password) {
    const auto profile = create(same_key()).value();
    const SecretBytes plain = rsa_key().pkcs8();
    const ByteView part = plain.reveal().subspan(plain.reveal().size() - 64);
    for (const auto& file : fs::directory_iterator(profile.directory())) {
        const Bytes content = storage::read_file(file.path(), 1U << 20U).value();
        EXPECT_TRUE(std::ranges::search(content, part).empty()) << file.path();
    }
    EXPECT_EQ(unlock(profile, "another", entropy_).error().code, Errc::wrong_password);
}

TEST_F(RsaProfile, changed_byte_of_the_key_file_is_refused) {
    const auto profile = create(same_key()).value();
    const fs::path file = profile.directory() / "signing.bin";
    Bytes content = storage::read_file(file, 1U << 20U).value();
    content[content.size() / 2] ^= 1U;
    ASSERT_TRUE(storage::write_file_atomic(file, content));
    const auto keys = unlock(profile, kPassword, entropy_);
    ASSERT_FALSE(keys);
    EXPECT_EQ(keys.error().code, Errc::unauthenticated);
    EXPECT_NE(keys.error().message.find("signing.bin"), std::string::npos);
}

TEST_F(RsaProfile, who_sends_transactions_gets_no_rsa_key) {
    EXPECT_EQ(create(same_key(), ProfileKind::governor).error().code, Errc::unsupported);
    EXPECT_FALSE(fs::exists(path("profile")));
}

TEST_F(RsaProfile, command_signs_in_place_of_a_key_here) {
    const auto profile = create(StatementSigner(openssl())).value();
    EXPECT_FALSE(fs::exists(path("profile/signing.bin")));
    const auto keys = unlock(profile, kPassword, entropy_);
    ASSERT_TRUE(keys) << keys.error().message;
    EXPECT_EQ(keys->signer.external_key()->timeout, std::chrono::seconds(30));
    expect_signs(keys->signer);
}

TEST_F(RsaProfile, command_signs_by_a_digest_of_its_own) {
    ExternalKey key = openssl();
    key.command =
        "openssl dgst -sha256 -binary | openssl pkeyutl -sign -keyform DER -inkey "
        + path("key.der").string()
        + " -pkeyopt digest:sha256 -pkeyopt rsa_padding_mode:pss -pkeyopt rsa_pss_saltlen:32";
    expect_signs(StatementSigner(key));
}

Errc code_of(const ExternalKey& key) {
    const auto signature = StatementSigner(key).sign(Hash256{});
    return signature ? Errc::internal : signature.error().code;
}

TEST_F(RsaProfile, answers_of_a_command_that_are_no_signature_by_the_key_are_refused) {
    EXPECT_EQ(code_of(openssl(" | head -c 383")), Errc::unauthenticated);
    EXPECT_EQ(code_of(openssl(" | tr '\\000-\\377' '\\001-\\377\\000'")), Errc::unauthenticated);
    EXPECT_EQ(code_of(openssl("; exit 1")), Errc::unavailable);
    ExternalKey other = openssl();
    other.public_key = crypto::RsaSigningKey::generate().public_key();
    EXPECT_EQ(code_of(other), Errc::unauthenticated);
    ExternalKey slow = openssl("; sleep 600");
    slow.timeout = std::chrono::seconds(1);
    EXPECT_EQ(code_of(slow), Errc::timeout);
}

}  // namespace
}  // namespace theriac::client
