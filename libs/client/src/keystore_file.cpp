#include "theriac/client/keystore_file.hpp"

#include "theriac/json/json.hpp"
#include "theriac/json/object_reader.hpp"
#include "theriac/storage/atomic_file.hpp"

namespace theriac::client {

namespace {

using crypto::KeystoreV3;
using json::ObjectReader;
using json::Value;

constexpr std::uint64_t kVersion = 3;
constexpr std::uint64_t kKeySize = 32;
constexpr std::string_view kCipher = "aes-128-ctr";
constexpr json::Limits kLimits{.max_bytes = 65536, .max_depth = 6};
constexpr std::size_t kMaxHex = 1024;

std::string uuid_text(const std::array<std::uint8_t, 16>& id) {
    std::string hex = to_hex(id);
    for (const std::size_t at : {8U, 13U, 18U, 23U})
        hex.insert(at, "-");
    return hex;
}

Value kdf_json(const KeystoreV3& keystore) {
    Value out = Value::object({{"dklen", kKeySize}, {"salt", to_hex(keystore.salt)}});
    if (const auto* scrypt = std::get_if<crypto::ScryptParameters>(&keystore.kdf)) {
        out.set("n", scrypt->n);
        out.set("r", scrypt->r);
        out.set("p", scrypt->p);
    } else {
        out.set("c", std::get<crypto::Pbkdf2Parameters>(keystore.kdf).iterations);
        out.set("prf", "hmac-sha256");
    }
    return out;
}

Result<Bytes> hex_field(ObjectReader& from, std::string_view field) {
    THERIAC_TRY(text, from.text(field, kMaxHex));
    auto bytes = from_hex(text);
    if (!bytes) return from.refuse(field, bytes.error().message);
    return bytes;
}

Result<void> expect_choice(ObjectReader& from, std::string_view field, std::string_view supported) {
    THERIAC_TRY(found, from.text(field, 64));
    if (found == supported) return {};
    return fail(
        Errc::unsupported,
        from.path_of(field) + ": expected " + std::string(supported) + ", got \"" + found + "\"");
}

Result<void> read_kdf(ObjectReader& crypto_object, KeystoreV3& out) {
    THERIAC_TRY(kdf, crypto_object.text("kdf", 64));
    THERIAC_TRY(from, crypto_object.object("kdfparams"));
    THERIAC_CHECK(from.u64("dklen", kKeySize, kKeySize));
    THERIAC_TRY(salt, hex_field(from, "salt"));
    out.salt = std::move(salt);
    if (kdf == "scrypt") {
        THERIAC_TRY(n, from.u64("n"));
        THERIAC_TRY(r, from.u64("r", 0, UINT32_MAX));
        THERIAC_TRY(p, from.u64("p", 0, UINT32_MAX));
        out.kdf = crypto::ScryptParameters{
            n, static_cast<std::uint32_t>(r), static_cast<std::uint32_t>(p)};
        return {};
    }
    if (kdf != "pbkdf2")
        return fail(Errc::unsupported, "key file: expected scrypt or pbkdf2, got \"" + kdf + "\"");
    THERIAC_TRY(iterations, from.u64("c", 1, UINT32_MAX));
    THERIAC_CHECK(expect_choice(from, "prf", "hmac-sha256"));
    out.kdf = crypto::Pbkdf2Parameters{static_cast<std::uint32_t>(iterations)};
    return {};
}

Result<void> read_crypto(ObjectReader from, KeystoreV3& out) {
    THERIAC_CHECK(expect_choice(from, "cipher", kCipher));
    THERIAC_TRY(ciphertext, hex_field(from, "ciphertext"));
    THERIAC_TRY(cipher_parameters, from.object("cipherparams"));
    THERIAC_TRY(iv, hex_field(cipher_parameters, "iv"));
    if (iv.size() != out.iv.size())
        return fail(Errc::malformed, "key file: expected an iv of 16 bytes");
    std::ranges::copy(iv, out.iv.begin());
    THERIAC_TRY(mac_bytes, hex_field(from, "mac"));
    THERIAC_TRY(mac, Hash256::from(mac_bytes));
    out.mac = mac;
    out.ciphertext = std::move(ciphertext);
    return read_kdf(from, out);
}

Result<void> read_address(ObjectReader& from, KeystoreV3& out) {
    if (!from.has("address")) return {};
    THERIAC_TRY(bytes, hex_field(from, "address"));
    if (bytes.empty()) return {};
    if (bytes.size() != 20) return from.refuse("address", "expected 20 bytes");
    out.address.emplace();
    std::ranges::copy(bytes, out.address->begin());
    return {};
}

}  // namespace

std::string encode(const KeystoreV3& keystore) {
    Value out = Value::object({
        {"version", kVersion},
        {"id", uuid_text(keystore.id)},
        {"crypto",
         Value::object({
             {"cipher", kCipher},
             {"ciphertext", to_hex(keystore.ciphertext)},
             {"cipherparams", Value::object({{"iv", to_hex(keystore.iv)}})},
             {"kdf",
              std::holds_alternative<crypto::ScryptParameters>(keystore.kdf) ? "scrypt" : "pbkdf2"},
             {"kdfparams", kdf_json(keystore)},
             {"mac", to_hex(keystore.mac.view())},
         })},
    });
    if (keystore.address) out.set("address", to_hex(*keystore.address));
    return json::pretty(out);
}

Result<KeystoreV3> decode_keystore(std::string_view text) {
    THERIAC_TRY(value, json::parse(text, kLimits));
    ObjectReader from(value, "key file");
    KeystoreV3 out;
    THERIAC_TRY(version, from.u64("version"));
    if (version != kVersion)
        return fail(
            Errc::unsupported, "key file: expected version 3, got " + std::to_string(version));
    THERIAC_TRY(crypto_object, from.object(from.has("Crypto") ? "Crypto" : "crypto"));
    THERIAC_CHECK(read_crypto(std::move(crypto_object), out));
    THERIAC_CHECK(read_address(from, out));
    return out;
}

Result<Secret<32>> open_keystore_file(
    const std::filesystem::path& path, std::string_view password) {
    const auto opened = [&]() -> Result<Secret<32>> {
        THERIAC_TRY(text, storage::read_file(path, kLimits.max_bytes));
        THERIAC_TRY(keystore, decode_keystore(as_text(text)));
        return crypto::open_keystore(keystore, as_bytes(password));
    };
    auto secret = opened();
    if (!secret) return fail(with_context(path.string(), std::move(secret).error()));
    return secret;
}

}  // namespace theriac::client
