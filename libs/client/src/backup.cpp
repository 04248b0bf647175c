#include "theriac/client/backup.hpp"

#include "theriac/client/keystore_file.hpp"
#include "theriac/client/owner_index.hpp"
#include "theriac/crypto/aead.hpp"
#include "theriac/crypto/hkdf.hpp"
#include "theriac/eth/rlp.hpp"
#include "theriac/storage/atomic_file.hpp"
#include "theriac/storage/file_lock.hpp"

#include "staging.hpp"

#include <algorithm>
#include <array>

namespace theriac::client {

namespace {

constexpr std::string_view kFormat = "theriac/backup/v1";
constexpr std::size_t kMaxBackup = (std::size_t{1} << 30U) + (std::size_t{16} << 20U);
constexpr std::size_t kMaxKeyFile = 65'536;

// What a profile is made of; no other name leaves a backup for the disk.
constexpr std::array<std::string_view, 8> kFiles = {
    "profile.json",
    "account.json",
    "signing.json",
    "signing.bin",
    "vault.json",
    "encryption.json",
    "network.json",
    "index.bin",
};

// The secret is fresh for each backup, so a constant nonce never meets a key twice.
constexpr crypto::AeadNonce kNonce{};

Secret<32> file_key(const Secret<32>& secret) {
    return crypto::hkdf_sha256_key(secret.reveal(), {}, as_bytes(kFormat));
}

SecretBytes encode(const BackedUp& backup) {
    eth::rlp::Encoder to;
    to.list([&] {
        for (const auto& file : backup.files) {
            to.list([&] {
                to.text(file.name);
                to.bytes(file.content.reveal());
            });
        }
    });
    return SecretBytes(std::move(to).take());
}

Result<BackedUp> decode(ByteView plain) {
    THERIAC_TRY(from, eth::rlp::ListReader::open("backup", plain, kMaxBackup));
    BackedUp out;
    while (!from.at_end()) {
        THERIAC_TRY(item, from.list("file", 2));
        THERIAC_TRY(name, item.text("name", 64));
        THERIAC_TRY(content, item.bytes("content", kMaxBackup));
        THERIAC_CHECK(item.end());
        const bool known = std::ranges::find(kFiles, name) != kFiles.end();
        const bool again =
            std::ranges::find(out.files, name, &BackedUp::File::name) != out.files.end();
        if (!known || again)
            return fail(Errc::malformed, "backup: no place for a file \"" + name + "\"");
        out.files.push_back({std::move(name), SecretBytes(to_bytes(content))});
    }
    return out;
}

Result<BackedUp> read_profile(const Profile& profile) {
    BackedUp out;
    for (const std::string_view name : kFiles) {
        auto content = storage::read_file(profile.directory() / name, kMaxBackup);
        if (!content && content.error().code == Errc::not_found) continue;
        if (!content) return fail(std::move(content).error());
        out.files.push_back({std::string(name), SecretBytes(*std::move(content))});
    }
    return out;
}

// The keys open, and the index under them.
Result<void> check_opens(const Profile& profile, std::string_view password, Entropy& entropy) {
    THERIAC_TRY(keys, unlock(profile, password, entropy));
    if (!keys.vault_seed) return {};
    THERIAC_CHECK(load_index(profile.directory() / "index.bin", *keys.vault_seed));
    return {};
}

Result<void> check_same(const BackedUp& written, const BackedUp& read) {
    const auto same = [](const BackedUp::File& a, const BackedUp::File& b) {
        return a.name == b.name && std::ranges::equal(a.content.reveal(), b.content.reveal());
    };
    if (std::ranges::equal(written.files, read.files, same)) return {};
    return fail(Errc::io, "backup: what was read back is not what was written");
}

}  // namespace

Result<Bytes> seal_backup(
    const BackedUp& backup,
    std::string_view password,
    const crypto::ScryptParameters& scrypt,
    Entropy& entropy) {
    Secret<32> secret;
    entropy.fill(secret.fill());
    THERIAC_TRY(keystore, crypto::seal_keystore(secret, as_bytes(password), scrypt, entropy));
    const SecretBytes plain = encode(backup);
    const Bytes sealed =
        crypto::aead_seal(file_key(secret), kNonce, as_bytes(kFormat), plain.reveal());
    eth::rlp::Encoder to;
    to.list([&] {
        to.text(kFormat);
        to.text(client::encode(keystore));
        to.bytes(sealed);
    });
    return std::move(to).take();
}

Result<BackedUp> open_backup(ByteView sealed, std::string_view password) {
    THERIAC_TRY(from, eth::rlp::ListReader::open("backup", sealed, kMaxBackup));
    THERIAC_TRY(format, from.text("format", 64));
    if (format != kFormat)
        return fail(
            Errc::unsupported,
            "backup: expected format " + std::string(kFormat) + ", got \"" + format + "\"");
    THERIAC_TRY(key_file, from.text("key_file", kMaxKeyFile));
    THERIAC_TRY(content, from.bytes("content", kMaxBackup));
    THERIAC_CHECK(from.end());
    THERIAC_TRY(keystore, decode_keystore(key_file));
    THERIAC_TRY(secret, crypto::open_keystore(keystore, as_bytes(password)));
    auto plain = crypto::aead_open(file_key(secret), kNonce, as_bytes(kFormat), content);
    if (!plain) return fail(with_context("backup", std::move(plain).error()));
    return decode(plain->reveal());
}

Result<std::vector<std::string>> back_up(
    const Profile& profile,
    std::string_view password,
    const std::filesystem::path& file,
    ScryptStrength strength,
    Entropy& entropy) {
    THERIAC_TRY(lock, storage::FileLock::acquire(profile.directory() / "lock"));
    THERIAC_CHECK(check_opens(profile, password, entropy));
    THERIAC_TRY(backup, read_profile(profile));
    const auto& scrypt =
        strength == ScryptStrength::light ? crypto::kScryptLight : crypto::kScryptStandard;
    THERIAC_TRY(sealed, seal_backup(backup, password, scrypt, entropy));
    THERIAC_CHECK(
        storage::write_file_atomic(file, sealed, storage::kPrivateFile, storage::IfExists::refuse));
    THERIAC_TRY(read, storage::read_file(file, kMaxBackup));
    THERIAC_TRY(opened, open_backup(read, password));
    THERIAC_CHECK(check_same(backup, opened));
    std::vector<std::string> out;
    for (const auto& one : backup.files)
        out.push_back(one.name);
    return out;
}

Result<Profile> restore(
    const std::filesystem::path& file,
    std::string_view password,
    const std::filesystem::path& directory,
    Entropy& entropy) {
    const Staging staging(directory);
    THERIAC_CHECK(staging.begin());
    THERIAC_TRY(sealed, storage::read_file(file, kMaxBackup));
    auto backup = open_backup(sealed, password);
    if (!backup) return fail(with_context(file.string(), std::move(backup).error()));
    for (const auto& one : backup->files)
        THERIAC_CHECK(storage::write_file_atomic(staging.path() / one.name, one.content.reveal()));
    THERIAC_TRY(staged, Profile::open(staging.path()));
    THERIAC_CHECK(check_opens(staged, password, entropy));
    THERIAC_CHECK(staging.finish());
    return Profile::open(directory);
}

}  // namespace theriac::client
