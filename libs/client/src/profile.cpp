#include "theriac/client/profile.hpp"

#include "theriac/client/keystore_file.hpp"
#include "theriac/json/json.hpp"
#include "theriac/json/object_reader.hpp"
#include "theriac/storage/atomic_file.hpp"

#include "rsa_key_file.hpp"
#include "staging.hpp"

#include <algorithm>
#include <array>

namespace theriac::client {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFormat = "theriac/profile/v1";
constexpr std::array<std::string_view, 6> kKinds = {
    "owner",
    "researcher",
    "runner",
    "relayer",
    "governor",
    "reviewer",
};
constexpr std::size_t kMaxFile = std::size_t{8} << 20U;
constexpr std::string_view kRsaSuite = "rsa-pss-3072";
constexpr std::size_t kMaxCommand = 4096;
constexpr std::size_t kMaxKey = 1024;
constexpr std::uint64_t kMaxTimeout = 3600;

bool has_vault(ProfileKind kind) {
    return kind == ProfileKind::owner;
}

bool has_encryption_key(ProfileKind kind) {
    return kind == ProfileKind::owner || kind == ProfileKind::researcher;
}

class KeyWriter {
public:
    KeyWriter(
        const fs::path& directory,
        std::string_view password,
        ScryptStrength strength,
        Entropy& entropy)
        : directory_(&directory), password_(password), strength_(strength), entropy_(&entropy) {}

    Result<void> write_rsa_key(const crypto::RsaSigningKey& key) {
        Secret<32> secret;
        entropy_->fill(secret.fill());
        THERIAC_CHECK(write("signing.json", secret));
        return storage::write_file_atomic(*directory_ / "signing.bin", seal_rsa_key(key, secret));
    }

    Result<void> write(
        std::string_view file, const Secret<32>& secret, const eth::Address* address = nullptr) {
        const auto& parameters =
            strength_ == ScryptStrength::light ? crypto::kScryptLight : crypto::kScryptStandard;
        THERIAC_TRY(
            keystore, crypto::seal_keystore(secret, as_bytes(password_), parameters, *entropy_));
        if (address != nullptr) keystore.address = address->array();
        return storage::write_file_atomic(*directory_ / file, as_bytes(encode(keystore)));
    }

private:
    const fs::path* directory_;
    std::string_view password_;
    ScryptStrength strength_;
    Entropy* entropy_;
};

Secret<32> random_secret(Entropy& entropy) {
    Secret<32> out;
    entropy.fill(out.fill());
    return out;
}

Result<void> write_account(KeyWriter& writer, const crypto::SigningKey& account) {
    const eth::Address address = eth::address_of(account.public_key());
    THERIAC_TRY(secret, Secret<32>::from(account.secret().reveal()));
    return writer.write("account.json", secret, &address);
}

// A key that another program holds leaves no secret here.
Result<void> write_signer(KeyWriter& writer, const StatementSigner& signer) {
    if (signer.account() != nullptr) return write_account(writer, *signer.account());
    if (signer.rsa_key() != nullptr) return writer.write_rsa_key(*signer.rsa_key());
    return {};
}

Result<void> write_keys(
    ProfileKind kind, const StatementSigner& signer, KeyWriter& writer, Entropy& entropy) {
    THERIAC_CHECK(write_signer(writer, signer));
    if (has_vault(kind)) THERIAC_CHECK(writer.write("vault.json", random_secret(entropy)));
    if (has_encryption_key(kind)) {
        const auto encryption = crypto::HpkePrivateKey::generate(entropy);
        THERIAC_CHECK(writer.write("encryption.json", encryption.secret()));
    }
    return {};
}

std::string profile_json(ProfileKind kind, std::string_view name, const StatementSigner& signer) {
    json::Value out = json::Value::object({
        {"format", kFormat},
        {"kind", client::name(kind)},
        {"name", name},
        {"address", eth::checksum_text(signer.address())},
    });
    if (signer.account() == nullptr) out.set("signature", kRsaSuite);
    if (const ExternalKey* external = signer.external_key())
        out.set(
            "signer",
            json::Value::object({
                {"command", external->command},
                {"timeout_seconds", static_cast<std::uint64_t>(external->timeout.count())},
                {"public_key", to_hex_prefixed(external->public_key.spki())},
            }));
    return json::pretty(out);
}

Result<std::optional<ExternalKey>> read_external_key(json::ObjectReader& profile, bool rsa) {
    std::optional<ExternalKey> out;
    if (!rsa || !profile.has("signer")) return out;
    THERIAC_TRY(from, profile.object("signer"));
    THERIAC_TRY(command, from.text("command", kMaxCommand));
    THERIAC_TRY(timeout, from.u64("timeout_seconds", 1, kMaxTimeout));
    THERIAC_TRY(key_text, from.text("public_key", kMaxKey));
    THERIAC_CHECK(from.finish());
    THERIAC_TRY(der, from_hex(key_text));
    THERIAC_TRY(key, crypto::RsaPublicKey::from_spki(der));
    out.emplace(key, std::move(command), std::chrono::seconds(timeout));
    return out;
}

// Whoever sends transactions needs an account of the ledger.
Result<void> check_suite(ProfileKind kind, bool rsa) {
    if (!rsa || kind == ProfileKind::owner) return {};
    return fail(
        Errc::unsupported,
        "signature: an RSA key is for owners, and a " + std::string(client::name(kind))
            + " sends transactions of a secp256k1 account");
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words)
        out += (out.empty() ? "" : ", ") + word;
    return out;
}

}  // namespace

std::string_view name(ProfileKind kind) {
    return kKinds.at(static_cast<std::size_t>(kind));
}

Result<ProfileKind> parse_profile_kind(std::string_view text) {
    const auto found = std::ranges::find(kKinds, text);
    if (found == kKinds.end())
        return fail(
            Errc::invalid_argument,
            "expected owner, researcher, runner, relayer, governor or reviewer, got \""
                + std::string(text) + "\"");
    return static_cast<ProfileKind>(found - kKinds.begin());
}

Result<Profile> Profile::create(
    const Creation& creation, std::string_view password, Entropy& entropy) {
    std::optional<StatementSigner> fresh;
    if (!creation.signer) fresh.emplace(crypto::SigningKey::generate(entropy));
    const StatementSigner& signer = fresh ? *fresh : *creation.signer;
    THERIAC_CHECK(check_suite(creation.kind, signer.account() == nullptr));
    const Staging staging(creation.directory);
    THERIAC_CHECK(staging.begin());
    KeyWriter writer(staging.path(), password, creation.scrypt, entropy);
    THERIAC_CHECK(write_keys(creation.kind, signer, writer, entropy));
    THERIAC_CHECK(storage::write_file_atomic(
        staging.path() / "profile.json",
        as_bytes(profile_json(creation.kind, creation.name, signer))));
    THERIAC_CHECK(staging.finish());
    return open(creation.directory);
}

Result<Profile> Profile::open(const fs::path& directory) {
    const fs::path file = directory / "profile.json";
    auto text = storage::read_file(file, kMaxFile);
    if (!text && text.error().code == Errc::not_found)
        return fail(
            Errc::not_found,
            directory.string() + ": is no profile; make one with `theriac profile create`");
    if (!text) return fail(std::move(text).error());
    const auto read = [&]() -> Result<Profile> {
        THERIAC_TRY(value, json::parse(as_text(*text)));
        json::ObjectReader from(value, "profile");
        Profile out;
        THERIAC_CHECK(from.choice("format", {kFormat}));
        THERIAC_TRY(kind_text, from.text("kind", 32));
        THERIAC_TRY(kind, parse_profile_kind(kind_text));
        THERIAC_TRY(profile_name, from.text("name", 200));
        THERIAC_TRY(address_text, from.text("address", 42));
        THERIAC_TRY(address, eth::parse_address(address_text));
        if (from.has("signature")) {
            THERIAC_CHECK(from.choice("signature", {kRsaSuite}));
            out.rsa_ = true;
        }
        THERIAC_CHECK(check_suite(kind, out.rsa_));
        THERIAC_TRY(external, read_external_key(from, out.rsa_));
        out.external_ = std::move(external);
        THERIAC_CHECK(from.finish());
        out.directory_ = directory;
        out.kind_ = kind;
        out.name_ = std::move(profile_name);
        out.address_ = address;
        return out;
    };
    auto profile = read();
    if (!profile) return fail(with_context(file.string(), std::move(profile).error()));
    return profile;
}

Result<void> Profile::join(const Network& network, IfJoined if_joined) const {
    const auto present = this->network();
    if (!present && present.error().code != Errc::not_found) return fail(present.error());
    if (present && !is_same(*present, network))
        return fail(
            Errc::conflict,
            directory_.string() + ": has joined network \"" + present->name
                + "\" already, to which its records are bound");
    if (present && if_joined == IfJoined::refuse) {
        const auto fields = differences(*present, network);
        if (fields.empty()) return {};
        return fail(
            Errc::conflict,
            directory_.string() + ": has joined \"" + present->name + "\" by a file with other "
                + joined(fields) + "; check them, then give --replace to take this one over");
    }
    return storage::write_file_atomic(directory_ / "network.json", as_bytes(encode(network)));
}

Result<Network> Profile::network() const {
    const fs::path file = directory_ / "network.json";
    auto text = storage::read_file(file, kMaxFile);
    if (!text && text.error().code == Errc::not_found)
        return fail(
            Errc::not_found,
            directory_.string() + ": has joined no network; use `theriac profile join`");
    if (!text) return fail(std::move(text).error());
    auto network = decode_network(as_text(*text));
    if (!network) return fail(with_context(file.string(), std::move(network).error()));
    return network;
}

namespace {

Result<StatementSigner> open_signer(
    const Profile& profile, std::string_view password, Entropy& entropy) {
    const fs::path& directory = profile.directory();
    if (profile.external_key()) return StatementSigner(*profile.external_key());
    if (profile.has_rsa_key()) {
        THERIAC_TRY(secret, open_keystore_file(directory / "signing.json", password));
        THERIAC_TRY(key, open_rsa_key(directory / "signing.bin", secret));
        return StatementSigner(std::move(key));
    }
    THERIAC_TRY(account_secret, open_keystore_file(directory / "account.json", password));
    THERIAC_TRY(scalar, crypto::Scalar::from(account_secret.reveal()));
    return StatementSigner(crypto::SigningKey(std::move(scalar), entropy));
}

}  // namespace

Result<UnlockedKeys> unlock(const Profile& profile, std::string_view password, Entropy& entropy) {
    const fs::path& directory = profile.directory();
    THERIAC_TRY(signer, open_signer(profile, password, entropy));
    UnlockedKeys out{std::move(signer), {}, {}};
    if (out.signer.address() != profile.address())
        return fail(
            Errc::unauthenticated,
            directory.string() + ": its signing key is the key of another account than "
                + profile.address().hex() + ", which profile.json has");
    if (has_vault(profile.kind())) {
        THERIAC_TRY(seed, open_keystore_file(directory / "vault.json", password));
        out.vault_seed = std::move(seed);
    }
    if (has_encryption_key(profile.kind())) {
        THERIAC_TRY(secret, open_keystore_file(directory / "encryption.json", password));
        THERIAC_TRY(key, crypto::HpkePrivateKey::from(secret.reveal()));
        out.encryption = std::move(key);
    }
    return out;
}

}  // namespace theriac::client
