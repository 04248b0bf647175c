// Ethereum's key files, Web3 Secret Storage version 3: a secret under a password. The JSON text is
// another library's; here is what it says.
// https://ethereum.org/en/developers/docs/data-structures-and-encoding/web3-secret-storage/
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/ports.hpp"
#include "theriac/base/secret.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <variant>

namespace theriac::crypto {

/// RFC 7914; n is a power of two above 1, r the block size, p the parallelisation.
struct ScryptParameters {
    std::uint64_t n = 0;
    std::uint32_t r = 0;
    std::uint32_t p = 0;

    bool operator==(const ScryptParameters&) const = default;
};

/// RFC 8018 with HMAC-SHA-256. Read, never written.
struct Pbkdf2Parameters {
    std::uint32_t iterations = 0;

    bool operator==(const Pbkdf2Parameters&) const = default;
};

/// geth's two profiles: standard takes 256 MiB and about a second, light 4 MiB.
inline constexpr ScryptParameters kScryptStandard{.n = 262144, .r = 8, .p = 1};
inline constexpr ScryptParameters kScryptLight{.n = 4096, .r = 8, .p = 6};

/// The fields of a key file: dklen is 32 and the cipher aes-128-ctr, or it is not for us.
struct KeystoreV3 {
    std::variant<ScryptParameters, Pbkdf2Parameters> kdf;
    Bytes salt;
    std::array<std::uint8_t, 16> iv{};
    Bytes ciphertext;
    Hash256 mac;
    std::array<std::uint8_t, 16> id{};                    ///< a random UUID (RFC 9562, version 4)
    std::optional<std::array<std::uint8_t, 20>> address;  ///< a hint for people, not authenticated
};

/// Encrypts `secret`; the address is left empty.
///
/// @return Errc::invalid_argument when the parameters are outside the bounds of open_keystore
Result<KeystoreV3> seal_keystore(
    const Secret<32>& secret, ByteView password, const ScryptParameters& profile, Entropy& entropy);

/// Decrypts a key file that someone may have tampered with.
///
/// @return Errc::wrong_password when the MAC does not match, which a changed file looks like too;
///         Errc::malformed for a ciphertext other than 32 bytes or parameters that scrypt does not
///         have; Errc::too_large for scrypt above 1 GiB or 2^25 block mixes (n r p), or PBKDF2
///         above 10 000 000 iterations
Result<Secret<32>> open_keystore(const KeystoreV3& file, ByteView password);

}  // namespace theriac::crypto
