// Points and scalars of secp256k1 (SEC 2, section 2.4.1), with generator g and order q.
//
// A public point is a `Point`, a secret one a `SecretPoint`, a secret number a `Scalar`: the three
// do not convert into one another except through the functions below, so that whatever makes a
// secret public, or meets a secret with code that is not constant-time, is visible by its name.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/ports.hpp"
#include "theriac/base/secret.hpp"

#include <array>
#include <compare>
#include <cstdint>

namespace theriac::crypto {

class SecretPoint;

/// A point of the curve other than infinity. Public.
class Point {
public:
    /// Reads the 33 bytes 02 or 03 || x (SEC 1, section 2.3.4).
    ///
    /// @return Errc::malformed unless they name a point of the curve
    static Result<Point> from_compressed(ByteView bytes);

    /// Reads the 65 bytes 04 || x || y.
    ///
    /// @return Errc::malformed unless they name a point of the curve
    static Result<Point> from_uncompressed(ByteView bytes);

    [[nodiscard]] std::array<std::uint8_t, 33> compressed() const;
    [[nodiscard]] std::array<std::uint8_t, 65> uncompressed() const;

    /// x || y, big-endian, 32 bytes each: what an Ethereum address is the hash of.
    [[nodiscard]] ByteView coordinates() const { return coordinates_; }

    auto operator<=>(const Point&) const = default;

private:
    friend struct CurveAccess;
    Point() = default;

    std::array<std::uint8_t, 64> coordinates_{};
};

/// A secret number from 1 to q - 1.
class Scalar {
public:
    /// Takes 32 big-endian bytes; the caller wipes its own copy.
    ///
    /// @return Errc::malformed unless they are exactly 32 and in range
    static Result<Scalar> from(ByteView bytes);

    /// Reduces 48 big-endian bytes modulo q in constant time. Uniform bytes give a scalar within
    /// 2^-127 of uniform (RFC 9380, section 5.3).
    ///
    /// @return Errc::internal when the result is zero, which no honest input meets;
    ///         Errc::malformed unless there are exactly 48 bytes
    static Result<Scalar> reduce(ByteView bytes);

    /// Uniform, by drawing until in range: the time tells how often, never what was kept.
    static Scalar random(Entropy& entropy);

    [[nodiscard]] Scalar clone() const;

    /// 32 bytes, big-endian.
    [[nodiscard]] ByteView reveal() const { return bytes_.reveal(); }

private:
    Scalar() = default;

    Secret<32> bytes_;
};

/// A point of the curve that is itself a secret, such as a collection key.
class SecretPoint {
public:
    /// Reads the 65 bytes 04 || x || y; every point of the curve takes the same way through.
    ///
    /// @return Errc::malformed unless they name a point of the curve
    static Result<SecretPoint> from_uncompressed(ByteView bytes);

    /// 02 or 03 || x, the form that key derivation takes.
    [[nodiscard]] Secret<33> reveal_compressed() const;

    /// 04 || x || y, the form to send a secret point in.
    [[nodiscard]] Secret<65> reveal_uncompressed() const;

    [[nodiscard]] SecretPoint clone() const;

private:
    friend struct CurveAccess;
    SecretPoint() = default;

    Secret<64> coordinates_;
};

/// scalar * g, public. Constant-time in the scalar.
Point base_multiply(const Scalar& scalar);

/// scalar * g, kept secret. Constant-time in the scalar.
SecretPoint base_multiply_secret(const Scalar& scalar);

/// scalar * point. Constant-time in the scalar, through secp256k1_ecdh;
/// secp256k1_ec_pubkey_tweak_mul would not be.
SecretPoint multiply(const Point& point, const Scalar& scalar);

/// a + b, a - b and a - b - c, constant-time but for the one answer "infinity".
///
/// The library promises constant time for secp256k1_ec_pubkey_combine and _negate nowhere, but
/// adds by its complete formula secp256k1_gej_add_ge, the one that multiplies by secrets; the
/// `ctime` test holds it to that.
///
/// @return Errc::unauthenticated when the result is the point at infinity: no honest input meets it
Result<SecretPoint> add(const SecretPoint& a, const SecretPoint& b);
Result<SecretPoint> subtract(const SecretPoint& a, const SecretPoint& b);
Result<SecretPoint> subtract(const SecretPoint& a, const SecretPoint& b, const SecretPoint& c);

/// A public point taken into a secret computation.
SecretPoint hide(const Point& point);

/// Makes the result of a secret computation public, such as a key ciphertext.
Point publish(SecretPoint&& point);

/// A point whose logarithm nobody knows: for counter = 0, 1, ... x = SHA-256(label || u32be
/// counter), and the first x that is on the curve, with even y. Public labels only.
Point hash_to_point_vartime(ByteView label);

}  // namespace theriac::crypto
