#include "theriac/crypto/curve.hpp"

#include "theriac/base/byte_reader.hpp"
#include "theriac/crypto/hash.hpp"

#include "curve_access.hpp"
#include "declassify.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>

namespace theriac::crypto {
namespace {

/// Not blinded: the generator's table is then met in constant time, but without the second defence
/// that a random blinding value is. `SigningKey`, which works for long with one key, has it.
const secp256k1_context* make_context() {
    const secp256k1_context* made = secp256k1_context_create(SECP256K1_CONTEXT_NONE);
    THERIAC_EXPECTS(made != nullptr);
    return made;
}

Result<Point> parse(ByteView bytes) {
    secp256k1_pubkey key;
    if (secp256k1_ec_pubkey_parse(public_context(), &key, bytes.data(), bytes.size()) != 1)
        return fail(Errc::malformed, "secp256k1: not a point of the curve");
    return point_from_native(key);
}

/// The library would also read the hybrid forms 06 and 07, a second name for the same point.
Result<void> check_uncompressed(ByteView bytes) {
    if (bytes.size() == 65 && bytes[0] == 4) return {};
    return fail(
        Errc::malformed,
        "secp256k1: expected an uncompressed point, 65 bytes that begin with 04, got "
            + std::to_string(bytes.size()) + " bytes");
}

std::uint8_t parity_prefix(ByteView coordinates) {
    return static_cast<std::uint8_t>(2U | (coordinates.back() & 1U));
}

}  // namespace

const secp256k1_context* public_context() {
    static const secp256k1_context* const kContext = make_context();
    return kContext;
}

secp256k1_pubkey to_native(ByteView coordinates) {
    std::array<std::uint8_t, 65> encoded{4};
    std::ranges::copy(coordinates, encoded.begin() + 1);
    secp256k1_pubkey key;
    const int ok =
        secp256k1_ec_pubkey_parse(public_context(), &key, encoded.data(), encoded.size());
    wipe(encoded);
    THERIAC_EXPECTS(ok == 1);
    return key;
}

void from_native(const secp256k1_pubkey& key, MutableByteView out) {
    std::array<std::uint8_t, 65> encoded{};
    std::size_t size = encoded.size();
    THERIAC_EXPECTS(
        secp256k1_ec_pubkey_serialize(
            public_context(), encoded.data(), &size, &key, SECP256K1_EC_UNCOMPRESSED)
        == 1);
    std::copy(encoded.begin() + 1, encoded.end(), out.begin());
    wipe(encoded);
}

Point CurveAccess::make_point(ByteView coordinates) {
    Point point;
    std::ranges::copy(coordinates, point.coordinates_.begin());
    return point;
}

Point point_from_native(const secp256k1_pubkey& key) {
    std::array<std::uint8_t, 64> coordinates{};
    from_native(key, coordinates);
    return CurveAccess::make_point(coordinates);
}

Result<Point> Point::from_compressed(ByteView bytes) {
    if (bytes.size() != 33)
        return fail(
            Errc::malformed,
            "secp256k1: expected a compressed point of 33 bytes, got "
                + std::to_string(bytes.size()));
    return parse(bytes);
}

Result<Point> Point::from_uncompressed(ByteView bytes) {
    THERIAC_CHECK(check_uncompressed(bytes));
    return parse(bytes);
}

std::array<std::uint8_t, 33> Point::compressed() const {
    std::array<std::uint8_t, 33> out{parity_prefix(coordinates_)};
    std::copy_n(coordinates_.begin(), 32, out.begin() + 1);
    return out;
}

std::array<std::uint8_t, 65> Point::uncompressed() const {
    std::array<std::uint8_t, 65> out{4};
    std::ranges::copy(coordinates_, out.begin() + 1);
    return out;
}

Secret<33> SecretPoint::reveal_compressed() const {
    Secret<33> out;
    const ByteView coordinates = coordinates_.reveal();
    out.fill()[0] = parity_prefix(coordinates);
    std::copy_n(coordinates.begin(), 32, out.fill().begin() + 1);
    return out;
}

Result<SecretPoint> SecretPoint::from_uncompressed(ByteView bytes) {
    THERIAC_CHECK(check_uncompressed(bytes));
    secp256k1_pubkey key;
    const int ok = secp256k1_ec_pubkey_parse(public_context(), &key, bytes.data(), bytes.size());
    wipe(key.data);
    if (!declassified(ok)) return fail(Errc::malformed, "secp256k1: not a point of the curve");
    SecretPoint out;
    std::copy(bytes.begin() + 1, bytes.end(), out.coordinates_.fill().begin());
    return out;
}

Secret<65> SecretPoint::reveal_uncompressed() const {
    Secret<65> out;
    out.fill()[0] = 4;
    const ByteView coordinates = coordinates_.reveal();
    std::ranges::copy(coordinates, out.fill().begin() + 1);
    return out;
}

SecretPoint SecretPoint::clone() const {
    SecretPoint out;
    out.coordinates_ = coordinates_.clone();
    return out;
}

SecretPoint hide(const Point& point) {
    SecretPoint out = CurveAccess::empty_secret();
    const ByteView from = point.coordinates();
    std::ranges::copy(from, CurveAccess::coordinates(out).begin());
    return out;
}

Point publish(SecretPoint&& point) {
    const SecretPoint taken = std::move(point);
    return CurveAccess::make_point(CurveAccess::coordinates(taken));
}

Point hash_to_point_vartime(ByteView label) {
    for (std::uint32_t counter = 0;; ++counter) {
        Bytes suffix;
        append_u32_be(suffix, counter);
        const Bytes candidate = concat({Bytes{2}, sha256({label, suffix}).view()});
        if (auto point = Point::from_compressed(candidate)) return *point;
    }
}

}  // namespace theriac::crypto
