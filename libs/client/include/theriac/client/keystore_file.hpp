// Key files as geth writes them: Web3 Secret Storage, version 3, as JSON text.
// https://ethereum.org/en/developers/docs/data-structures-and-encoding/web3-secret-storage/
#pragma once

#include "theriac/crypto/keystore.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace theriac::client {

std::string encode(const crypto::KeystoreV3& keystore);

/// Reads any version 3 file: fields in any order, "crypto" or "Crypto", hexadecimal of either case.
///
/// @return Errc::malformed, naming the field; Errc::unsupported for another version, cipher or key
/// derivation
Result<crypto::KeystoreV3> decode_keystore(std::string_view text);

/// Opens the key file at `path`.
///
/// @return also Errc::wrong_password; every message names the file
Result<Secret<32>> open_keystore_file(const std::filesystem::path& path, std::string_view password);

}  // namespace theriac::client
