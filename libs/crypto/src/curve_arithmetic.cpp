// Where secrets meet points. Every branch here is on a value that `declassified` has named public.
#include "curve_access.hpp"
#include "declassify.hpp"
#include "scalar_reduce.hpp"
#include <secp256k1_ecdh.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <string>

namespace theriac::crypto {
namespace {

/// A native point that is secret.
class NativeSecret {
public:
    explicit NativeSecret(const SecretPoint& point)
        : key_(to_native(CurveAccess::coordinates(point))) {}

    NativeSecret() = default;
    NativeSecret(const NativeSecret&) = delete;
    NativeSecret& operator=(const NativeSecret&) = delete;

    ~NativeSecret() { wipe(key_.data); }

    secp256k1_pubkey* get() { return &key_; }

    void negate() { THERIAC_EXPECTS(secp256k1_ec_pubkey_negate(public_context(), &key_) == 1); }

    [[nodiscard]] SecretPoint to_point() const {
        SecretPoint out = CurveAccess::empty_secret();
        from_native(key_, CurveAccess::coordinates(out));
        return out;
    }

private:
    secp256k1_pubkey key_{};
};

extern "C" int copy_coordinates(
    unsigned char* out, const unsigned char* x, const unsigned char* y, void* /*data*/) {
    std::memcpy(out, x, 32);
    std::memcpy(out + 32, y, 32);
    return 1;
}

void multiply_base_into(const Scalar& scalar, secp256k1_pubkey& out) {
    const int ok = secp256k1_ec_pubkey_create(public_context(), &out, scalar.reveal().data());
    THERIAC_EXPECTS(declassified(ok));
}

/// The sum, with one inversion however many there are.
Result<SecretPoint> combine(std::span<const secp256k1_pubkey* const> terms) {
    NativeSecret sum;
    if (!declassified(
            secp256k1_ec_pubkey_combine(public_context(), sum.get(), terms.data(), terms.size())))
        return fail(Errc::unauthenticated, "secp256k1: the sum is the point at infinity");
    return sum.to_point();
}

bool in_range(ByteView bytes) {
    return declassified(secp256k1_ec_seckey_verify(public_context(), bytes.data()));
}

}  // namespace

Result<Scalar> Scalar::from(ByteView bytes) {
    if (bytes.size() != 32)
        return fail(
            Errc::malformed,
            "secp256k1: expected a scalar of 32 bytes, got " + std::to_string(bytes.size()));
    if (!in_range(bytes))
        return fail(Errc::malformed, "secp256k1: the scalar is zero or not below the order");
    Scalar out;
    std::ranges::copy(bytes, out.bytes_.fill().begin());
    return out;
}

Result<Scalar> Scalar::reduce(ByteView bytes) {
    if (bytes.size() != 48)
        return fail(
            Errc::malformed,
            "secp256k1: expected 48 bytes to reduce, got " + std::to_string(bytes.size()));
    Scalar out;
    reduce_mod_order(bytes.first<48>(), out.bytes_.fill().first<32>());
    if (!in_range(out.reveal()))
        return fail(Errc::internal, "secp256k1: the bytes reduce to the scalar zero");
    return out;
}

Scalar Scalar::random(Entropy& entropy) {
    Scalar out;
    do
        entropy.fill(out.bytes_.fill());
    while (!in_range(out.reveal()));
    return out;
}

Scalar Scalar::clone() const {
    Scalar out;
    out.bytes_ = bytes_.clone();
    return out;
}

Point base_multiply(const Scalar& scalar) {
    secp256k1_pubkey key;
    multiply_base_into(scalar, key);
    declassify(&key, sizeof key);
    return point_from_native(key);
}

SecretPoint base_multiply_secret(const Scalar& scalar) {
    NativeSecret key;
    multiply_base_into(scalar, *key.get());
    return key.to_point();
}

SecretPoint multiply(const Point& point, const Scalar& scalar) {
    const secp256k1_pubkey key = to_native(point.coordinates());
    SecretPoint out = CurveAccess::empty_secret();
    const int ok = secp256k1_ecdh(
        public_context(),
        CurveAccess::coordinates(out).data(),
        &key,
        scalar.reveal().data(),
        copy_coordinates,
        nullptr);
    THERIAC_EXPECTS(declassified(ok));
    return out;
}

Result<SecretPoint> add(const SecretPoint& a, const SecretPoint& b) {
    NativeSecret first(a);
    NativeSecret second(b);
    return combine(std::array<const secp256k1_pubkey*, 2>{first.get(), second.get()});
}

Result<SecretPoint> subtract(const SecretPoint& a, const SecretPoint& b) {
    NativeSecret first(a);
    NativeSecret second(b);
    second.negate();
    return combine(std::array<const secp256k1_pubkey*, 2>{first.get(), second.get()});
}

Result<SecretPoint> subtract(const SecretPoint& a, const SecretPoint& b, const SecretPoint& c) {
    NativeSecret first(a);
    NativeSecret second(b);
    NativeSecret third(c);
    second.negate();
    third.negate();
    return combine(std::array<const secp256k1_pubkey*, 3>{first.get(), second.get(), third.get()});
}

}  // namespace theriac::crypto
