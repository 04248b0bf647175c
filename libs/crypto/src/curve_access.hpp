// How this library's own files reach inside points.
#pragma once

#include "theriac/crypto/curve.hpp"

#include <secp256k1.h>

namespace theriac::crypto {

struct CurveAccess {
    /// A point from x || y that the library computed.
    static Point make_point(ByteView coordinates);

    static SecretPoint empty_secret() { return {}; }

    static MutableByteView coordinates(SecretPoint& point) { return point.coordinates_.fill(); }

    static ByteView coordinates(const SecretPoint& point) { return point.coordinates_.reveal(); }
};

/// The library's own form of x || y, which are a point's; wipe it when the point is secret.
secp256k1_pubkey to_native(ByteView coordinates);

/// x || y of `key` into `out` (64 bytes).
void from_native(const secp256k1_pubkey& key, MutableByteView out);

Point point_from_native(const secp256k1_pubkey& key);

/// For everything but signing: constant, so that threads may share it.
const secp256k1_context* public_context();

}  // namespace theriac::crypto
