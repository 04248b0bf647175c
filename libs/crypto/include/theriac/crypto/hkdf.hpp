// HKDF with SHA-256 (RFC 5869): keys out of a secret that is not yet a key.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/secret.hpp"

#include <cstddef>

namespace theriac::crypto {

/// The most bytes one secret expands to: 255 hashes (RFC 5869, section 2.3).
inline constexpr std::size_t kHkdfMaxSize = std::size_t{255} * 32;

/// A pseudorandom key out of `ikm` (input keying material). An empty salt is as 32 zero bytes.
Secret<32> hkdf_sha256_extract(ByteView salt, ByteView ikm);

/// Fills `out`, at most kHkdfMaxSize bytes, from `key` for the purpose named by `info`.
void hkdf_sha256_expand(const Secret<32>& key, ByteView info, MutableByteView out);

/// Extract and expand. `info` begins with "theriac/<purpose>/v1" wherever the format is ours.
void hkdf_sha256(ByteView ikm, ByteView salt, ByteView info, MutableByteView out);

/// As above, for the usual case of one 32-byte key.
Secret<32> hkdf_sha256_key(ByteView ikm, ByteView salt, ByteView info);

}  // namespace theriac::crypto
