// Keys out of passwords, for key files.
#pragma once

#include "theriac/crypto/keystore.hpp"

namespace theriac::crypto {

/// Whether the parameters exist and are within what we are ready to spend on them.
///
/// @return Errc::malformed or Errc::too_large, as open_keystore says
Result<void> check_kdf(const std::variant<ScryptParameters, Pbkdf2Parameters>& kdf);

/// 32 bytes; `kdf` passed `check_kdf`.
Secret<32> derive_from_password(
    const std::variant<ScryptParameters, Pbkdf2Parameters>& kdf, ByteView password, ByteView salt);

}  // namespace theriac::crypto
