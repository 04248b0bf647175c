// A profile in one encrypted file. docs/formats/backup.md
#pragma once

#include "theriac/client/profile.hpp"
#include "theriac/crypto/keystore.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace theriac::client {

/// The files of a profile that a backup holds.
struct BackedUp {
    struct File {
        std::string name;
        SecretBytes content;
    };

    std::vector<File> files;
};

/// Under a fresh key, which lies beside it as a key file under `password`.
Result<Bytes> seal_backup(
    const BackedUp& backup,
    std::string_view password,
    const crypto::ScryptParameters& scrypt,
    Entropy& entropy);

/// @return Errc::malformed; Errc::unsupported for another format; Errc::wrong_password;
///         Errc::unauthenticated for a changed byte
Result<BackedUp> open_backup(ByteView sealed, std::string_view password);

/// Writes keys, network and index of `profile` to `file`, which must not exist, and reads it back.
/// A runner's sealed state and outboxes stay out: they belong to their machine.
///
/// @param password  the profile's, tried on its keys first
/// @return the names of the files in it; Errc::conflict when `file` exists; Errc::wrong_password
Result<std::vector<std::string>> back_up(
    const Profile& profile,
    std::string_view password,
    const std::filesystem::path& file,
    ScryptStrength strength,
    Entropy& entropy);

/// Makes the directory anew, whole or not at all, and opens its keys before that.
///
/// @return Errc::conflict when the directory exists and is not empty; else as `open_backup`
Result<Profile> restore(
    const std::filesystem::path& file,
    std::string_view password,
    const std::filesystem::path& directory,
    Entropy& entropy);

}  // namespace theriac::client
