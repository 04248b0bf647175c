// An owner's RSA key at rest. docs/formats/profile.md.
#pragma once

#include "theriac/base/secret.hpp"
#include "theriac/crypto/rsa_pss.hpp"

#include <filesystem>

namespace theriac::client {

/// `secret` is fresh for each file: it seals nothing else.
Bytes seal_rsa_key(const crypto::RsaSigningKey& key, const Secret<32>& secret);

/// @return Errc::unauthenticated or Errc::malformed for a damaged file, which it names
Result<crypto::RsaSigningKey> open_rsa_key(
    const std::filesystem::path& file, const Secret<32>& secret);

}  // namespace theriac::client
