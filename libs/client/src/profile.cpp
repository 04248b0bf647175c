#include "theriac/client/profile.hpp"

#include "theriac/client/keystore_file.hpp"
#include "theriac/json/json.hpp"
#include "theriac/json/object_reader.hpp"
#include "theriac/storage/atomic_file.hpp"

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

Result<eth::Address> write_keys(ProfileKind kind, KeyWriter& writer, Entropy& entropy) {
    const crypto::SigningKey account = crypto::SigningKey::generate(entropy);
    const eth::Address address = eth::address_of(account.public_key());
    THERIAC_TRY(account_secret, Secret<32>::from(account.secret().reveal()));
    THERIAC_CHECK(writer.write("account.json", account_secret, &address));
    if (has_vault(kind)) THERIAC_CHECK(writer.write("vault.json", random_secret(entropy)));
    if (has_encryption_key(kind)) {
        const auto encryption = crypto::HpkePrivateKey::generate(entropy);
        THERIAC_CHECK(writer.write("encryption.json", encryption.secret()));
    }
    return address;
}

std::string profile_json(ProfileKind kind, std::string_view name, const eth::Address& address) {
    return json::pretty(json::Value::object({
        {"format", kFormat},
        {"kind", client::name(kind)},
        {"name", name},
        {"address", eth::checksum_text(address)},
    }));
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
    const Staging staging(creation.directory);
    THERIAC_CHECK(staging.begin());
    KeyWriter writer(staging.path(), password, creation.scrypt, entropy);
    THERIAC_TRY(address, write_keys(creation.kind, writer, entropy));
    THERIAC_CHECK(storage::write_file_atomic(
        staging.path() / "profile.json",
        as_bytes(profile_json(creation.kind, creation.name, address))));
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

Result<UnlockedKeys> unlock(const Profile& profile, std::string_view password, Entropy& entropy) {
    const fs::path& directory = profile.directory();
    THERIAC_TRY(account_secret, open_keystore_file(directory / "account.json", password));
    THERIAC_TRY(scalar, crypto::Scalar::from(account_secret.reveal()));
    UnlockedKeys out{crypto::SigningKey(std::move(scalar), entropy), {}, {}};
    if (eth::address_of(out.account.public_key()) != profile.address())
        return fail(
            Errc::unauthenticated,
            (directory / "account.json").string() + ": is the key of another account than "
                + profile.address().hex());
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
