#include "theriac/client/backup.hpp"

#include "theriac/client/keystore_file.hpp"
#include "theriac/eth/rlp.hpp"

#include <gtest/gtest.h>

namespace theriac::client {
namespace {

constexpr std::string_view kPassword = "a password";
constexpr crypto::ScryptParameters kFast{.n = 2, .r = 1, .p = 1};

BackedUp example() {
    BackedUp out;
    out.files.push_back({"profile.json", SecretBytes(to_bytes(as_bytes("{}")))});
    out.files.push_back({"index.bin", SecretBytes(Bytes{1})});
    return out;
}

Bytes sealed_example() {
    SystemEntropy entropy;
    return *seal_backup(example(), kPassword, kFast, entropy);
}

// A backup under secret 07 07 …, of the content given.
Bytes with_content(ByteView content) {
    SystemEntropy entropy;
    Secret<32> secret;
    std::ranges::fill(secret.fill(), std::uint8_t{7});
    const auto keystore = crypto::seal_keystore(secret, as_bytes(kPassword), kFast, entropy);
    eth::rlp::Encoder to;
    to.list([&] {
        to.text("theriac/backup/v1");
        to.text(encode(*keystore));
        to.bytes(content);
    });
    return std::move(to).take();
}

TEST(backup, vector_of_the_format_opens) {
    const auto content = from_hex(
        "ada9df0cc904c2ca820d95372f136aa0e9648621d35c1029cb7809437198a79f058afd6fffb86ad9053cf57bbd"
        "f4");
    const auto opened = open_backup(with_content(*content), kPassword);
    ASSERT_TRUE(opened) << opened.error().message;
    ASSERT_EQ(opened->files.size(), 2U);
    EXPECT_EQ(opened->files[0].name, "profile.json");
    EXPECT_EQ(as_text(opened->files[0].content.reveal()), "{}");
    EXPECT_EQ(opened->files[1].name, "index.bin");
    EXPECT_EQ(to_hex(opened->files[1].content.reveal()), "01");
}

TEST(backup, sealed_twice_differs_and_opens_to_the_same) {
    const Bytes one = sealed_example();
    EXPECT_NE(one, sealed_example());
    const auto opened = open_backup(one, kPassword);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->files.size(), 2U);
}

TEST(backup, wrong_password_is_told) {
    EXPECT_EQ(open_backup(sealed_example(), "another").error().code, Errc::wrong_password);
}

TEST(backup, every_changed_byte_of_the_content_is_refused) {
    const Bytes sealed = sealed_example();
    for (std::size_t i = sealed.size() - 46; i < sealed.size(); ++i) {
        Bytes changed = sealed;
        changed[i] ^= 1U;
        EXPECT_EQ(open_backup(changed, kPassword).error().code, Errc::unauthenticated) << i;
    }
}

TEST(backup, truncated_file_is_refused) {
    Bytes sealed = sealed_example();
    sealed.pop_back();
    EXPECT_EQ(open_backup(sealed, kPassword).error().code, Errc::malformed);
    EXPECT_EQ(open_backup({}, kPassword).error().code, Errc::malformed);
}

TEST(backup, file_of_another_name_is_refused) {
    SystemEntropy entropy;
    for (const std::string_view name : {"../profile.json", "sealed_state.bin", ""}) {
        BackedUp backup;
        backup.files.push_back({std::string(name), SecretBytes(Bytes{1})});
        const Bytes sealed = *seal_backup(backup, kPassword, kFast, entropy);
        EXPECT_EQ(open_backup(sealed, kPassword).error().code, Errc::malformed) << name;
    }
}

TEST(backup, file_that_is_there_twice_is_refused) {
    SystemEntropy entropy;
    BackedUp backup = example();
    backup.files.push_back({"index.bin", SecretBytes(Bytes{2})});
    const Bytes sealed = *seal_backup(backup, kPassword, kFast, entropy);
    EXPECT_EQ(open_backup(sealed, kPassword).error().code, Errc::malformed);
}

}  // namespace
}  // namespace theriac::client
