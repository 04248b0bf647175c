// A participant's directory: keys at rest, which network, what it remembers.
// docs/formats/profile.md.
//
//   profile.json      kind, name, address; public
//   account.json      ledger key, Web3 Secret Storage
//   signing.json      in place of it, an RSA owner's: what opens signing.bin, Web3 Secret Storage
//   signing.bin       the RSA key; neither is there when a card holds it
//   vault.json        vault seed (owners), Web3 Secret Storage
//   encryption.json   X25519 key (owners, researchers), Web3 Secret Storage
//   network.json      the network it joined
//   index.bin         an owner's collections, encrypted under the seed
//   outbox.sqlite     transactions of participants that pay gas
//   lock              held by the program that writes
#pragma once

#include "theriac/base/ports.hpp"
#include "theriac/base/secret.hpp"
#include "theriac/client/network.hpp"
#include "theriac/client/signer.hpp"
#include "theriac/crypto/hpke.hpp"
#include "theriac/crypto/secp256k1.hpp"
#include "theriac/eth/address.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace theriac::client {

/// What a profile is for; decides which keys it has.
enum class ProfileKind : std::uint8_t { owner, researcher, runner, relayer, governor, reviewer };

std::string_view name(ProfileKind kind);
Result<ProfileKind> parse_profile_kind(std::string_view text);

/// How hard a password is to guess from its file: `standard` takes about a second to open, `light`
/// a tenth (many test owners).
enum class ScryptStrength : std::uint8_t { standard, light };

/// What to do with a file that describes the profile's network differently.
enum class IfJoined : std::uint8_t { refuse, replace };

/// The public part: opening it needs no password.
class Profile {
public:
    struct Creation {
        std::filesystem::path directory;
        ProfileKind kind = ProfileKind::owner;
        std::string name;
        ScryptStrength scrypt = ScryptStrength::standard;
        /// An owner's own key; a fresh account of the ledger when empty.
        std::optional<StatementSigner> signer = {};
    };

    /// Makes a directory (0700) with fresh keys, all files or none.
    ///
    /// @return Errc::conflict when the directory exists and is not empty; Errc::unsupported for an
    ///         RSA key of anyone but an owner
    static Result<Profile> create(
        const Creation& creation, std::string_view password, Entropy& entropy);

    /// @return Errc::not_found, Errc::malformed; names the file
    static Result<Profile> open(const std::filesystem::path& directory);

    [[nodiscard]] const std::filesystem::path& directory() const { return directory_; }

    [[nodiscard]] ProfileKind kind() const { return kind_; }

    [[nodiscard]] const std::string& name() const { return name_; }

    [[nodiscard]] const eth::Address& address() const { return address_; }

    [[nodiscard]] bool has_rsa_key() const { return rsa_; }

    /// Null unless another program holds the RSA key.
    [[nodiscard]] const std::optional<ExternalKey>& external_key() const { return external_; }

    /// Copies `network` in. A profile that joined another network refuses: its records are bound to
    /// that one. Another description of the same network, with other anchors or measurements to
    /// trust, is taken only on `IfJoined::replace`.
    ///
    /// @return Errc::conflict, saying what differs
    Result<void> join(const Network& network, IfJoined if_joined = IfJoined::refuse) const;

    /// @return Errc::not_found with what to do when the profile has not joined one
    [[nodiscard]] Result<Network> network() const;

private:
    std::filesystem::path directory_;
    ProfileKind kind_ = ProfileKind::owner;
    std::string name_;
    eth::Address address_;
    bool rsa_ = false;
    std::optional<ExternalKey> external_;
};

/// The keys of a profile, opened.
struct UnlockedKeys {
    StatementSigner signer;
    std::optional<Secret<32>> vault_seed;
    std::optional<crypto::HpkePrivateKey> encryption;
};

/// @return Errc::wrong_password; Errc::malformed or Errc::unauthenticated for a damaged file, which
/// it names
Result<UnlockedKeys> unlock(const Profile& profile, std::string_view password, Entropy& entropy);

}  // namespace theriac::client
