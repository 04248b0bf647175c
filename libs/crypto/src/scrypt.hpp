// scrypt, RFC 7914. Ours and not OpenSSL's, because that one refuses n >= 2^(16 r) as the RFC
// asks, and key files with n = 2^18, r = 1 exist (Ethereum's own test vectors have one). A test
// compares the two wherever OpenSSL goes along.
#pragma once

#include "theriac/crypto/keystore.hpp"

namespace theriac::crypto {

/// PBKDF2-HMAC-SHA-256 (RFC 8018); `iterations` at least 1.
void pbkdf2_sha256(ByteView password, ByteView salt, std::uint32_t iterations, MutableByteView out);

/// Takes 128 r (n + p) bytes of memory, wiped at the end; `out` has at most 2^30 bytes. The
/// addresses it reads depend on the password: that is its design.
void scrypt(
    ByteView password, ByteView salt, const ScryptParameters& parameters, MutableByteView out);

}  // namespace theriac::crypto
