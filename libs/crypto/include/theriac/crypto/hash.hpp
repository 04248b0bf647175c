// Hashes: SHA-256 (FIPS 180-4), Ethereum's keccak-256, HMAC-SHA-256 (RFC 2104).
#pragma once

#include "theriac/base/bytes.hpp"

#include <initializer_list>
#include <memory>

struct evp_md_ctx_st;

namespace theriac::crypto {

Hash256 sha256(ByteView bytes);

/// The hash of all `parts` one after the other.
Hash256 sha256(std::initializer_list<ByteView> parts);

/// keccak-256 as Ethereum uses it: the padding of the original submission (0x01), not FIPS 202's
/// SHA3-256 (0x06).
Hash256 keccak256(ByteView bytes);

/// The hash of all `parts` one after the other.
Hash256 keccak256(std::initializer_list<ByteView> parts);

/// A tag that anyone with `key` can compute again. Compare tags with `equal_constant_time`. For
/// keys made from keys use hkdf.hpp, whose outputs are wiped.
Hash256 hmac_sha256(ByteView key, ByteView message);

/// SHA-256 of bytes that arrive piece by piece. Not safe to use after a move, except to assign.
class Sha256 {
public:
    Sha256();

    Sha256& update(ByteView more);

    /// The hash of all that was put in; then starts again from nothing.
    Hash256 finish();

private:
    struct Free {
        void operator()(evp_md_ctx_st* context) const;
    };

    std::unique_ptr<evp_md_ctx_st, Free> context_;
};

}  // namespace theriac::crypto
