#include "theriac/crypto/curve.hpp"

#include "theriac/crypto/hash.hpp"

#include "scalar_reduce.hpp"
#include "shared_vectors.hpp"

#include <ostream>
#include <type_traits>

namespace theriac::crypto {
namespace {

template <typename T>
concept Printable = requires(std::ostream& out, const T& value) { out << value; };
template <typename T>
concept Comparable = requires(const T& a, const T& b) { a == b; };

static_assert(!std::is_copy_constructible_v<Scalar> && !std::is_copy_assignable_v<Scalar>);
static_assert(!std::is_copy_constructible_v<SecretPoint>);
static_assert(!std::is_copy_assignable_v<SecretPoint>);
static_assert(!std::is_default_constructible_v<Scalar>);
static_assert(!std::is_default_constructible_v<Point>);
static_assert(!Printable<Scalar> && !Comparable<Scalar>);
static_assert(!Printable<SecretPoint> && !Comparable<SecretPoint>);
static_assert(!std::is_convertible_v<SecretPoint, Point>);
static_assert(!std::is_convertible_v<Point, SecretPoint>);

constexpr std::string_view kOrder =
    "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
constexpr std::string_view kGenerator =
    "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";

Scalar scalar(std::string_view hex) {
    return Scalar::from(from_hex(hex).value()).value();
}

Scalar small(std::uint8_t value) {
    Bytes bytes(32);
    bytes.back() = value;
    return Scalar::from(bytes).value();
}

Point generator() {
    return Point::from_compressed(from_hex(kGenerator).value()).value();
}

TEST(point, both_encodings_round_trip) {
    const Point g = generator();
    EXPECT_EQ(to_hex(g.compressed()), kGenerator);
    EXPECT_EQ(Point::from_uncompressed(g.uncompressed()).value(), g);
    EXPECT_EQ(
        to_hex(g.uncompressed()),
        "0479be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798"
        "483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8");
}

TEST(point, odd_y_round_trips) {
    Bytes odd = from_hex(kGenerator).value();
    odd[0] = 3;
    EXPECT_EQ(to_bytes(Point::from_compressed(odd).value().compressed()), odd);
}

TEST(point, x_without_a_y_is_rejected) {
    Bytes bytes(33);
    bytes[0] = 2;
    bytes[32] = 5;  // 5^3 + 7 is not a square
    EXPECT_EQ(Point::from_compressed(bytes).error().code, Errc::malformed);
}

TEST(point, hybrid_form_is_rejected) {
    auto bytes = generator().uncompressed();
    bytes[0] = 6;
    EXPECT_EQ(Point::from_uncompressed(bytes).error().code, Errc::malformed);
}

TEST(point, any_changed_byte_of_the_uncompressed_form_is_rejected) {
    const auto good = generator().uncompressed();
    for (std::size_t i = 0; i < good.size(); ++i) {
        auto bad = good;
        bad[i] ^= 1;
        EXPECT_FALSE(Point::from_uncompressed(bad)) << i;
    }
}

TEST(point, other_size_is_rejected) {
    const auto good = generator().compressed();
    EXPECT_EQ(
        Point::from_compressed(ByteView(good).first(32)).error(),
        (Error{Errc::malformed, "secp256k1: expected a compressed point of 33 bytes, got 32"}));
    EXPECT_EQ(Point::from_uncompressed(good).error().code, Errc::malformed);
    EXPECT_EQ(Point::from_uncompressed({}).error().code, Errc::malformed);
}

TEST(scalar, zero_and_the_order_are_rejected) {
    EXPECT_EQ(Scalar::from(Bytes(32)).error().code, Errc::malformed);
    EXPECT_EQ(Scalar::from(from_hex(kOrder).value()).error().code, Errc::malformed);
    Bytes below = from_hex(kOrder).value();
    below.back() ^= 1;
    EXPECT_TRUE(Scalar::from(below));
}

TEST(scalar, moved_from_scalar_is_wiped) {
    Scalar from = small(7);
    const Scalar to = std::move(from);
    EXPECT_EQ(to.reveal().back(), 7);
    // NOLINTNEXTLINE(bugprone-use-after-move): the wipe is the promise under test
    EXPECT_EQ(to_bytes(from.reveal()), Bytes(32));
}

std::string reduced(std::string_view wide) {
    return to_hex(Scalar::reduce(from_hex(wide).value()).value().reveal());
}

// From Python: w % q.
TEST(scalar_reduce, edges_agree_with_big_integers) {
    EXPECT_EQ(
        reduced("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
                "ffffffffffffffffffffffffffffffff"),
        "4551231950b75fc4402da1732fc9bec04551231950b75fc4402da1732fc9bebe");
    EXPECT_EQ(
        reduced("00000000000000000000000000000000fffffffffffffffffffffffffffffffe"
                "baaedce6af48a03bbfd25e8cd0364140"),
        "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364140");
    EXPECT_EQ(
        reduced("00000000000000000000000000000000fffffffffffffffffffffffffffffffe"
                "baaedce6af48a03bbfd25e8cd0364142"),
        "0000000000000000000000000000000000000000000000000000000000000001");
    EXPECT_EQ(
        reduced("00000000000000000000000000000001fffffffffffffffffffffffffffffffd"
                "755db9cd5e9140777fa4bd19a06c8281"),
        "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364140");
    EXPECT_EQ(
        reduced("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364140"
                "ffffffffffffffffffffffffffffffff"),
        "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364140");
}

TEST(scalar_reduce, multiples_of_the_order_are_refused_as_zero) {
    const Bytes order = from_hex(kOrder).value();
    EXPECT_EQ(Scalar::reduce(Bytes(48)).error().code, Errc::internal);
    EXPECT_EQ(Scalar::reduce(concat({Bytes(16), order})).error().code, Errc::internal);
    EXPECT_EQ(Scalar::reduce(concat({order, Bytes(16)})).error().code, Errc::internal);
}

TEST(scalar_reduce, other_size_is_refused) {
    EXPECT_EQ(Scalar::reduce(Bytes(47, 1)).error().code, Errc::malformed);
}

// wide = fold by multiplication on the curve: (high * 2^128 + low) * g, computed by points.
TEST(scalar_reduce, agrees_with_arithmetic_on_the_curve) {
    SystemEntropy entropy;
    const Scalar shift = scalar("0000000000000000000000000000000100000000000000000000000000000000");
    for (int i = 0; i < 20; ++i) {
        Bytes wide(48);
        entropy.fill(wide);
        const Scalar high = Scalar::from(ByteView(wide).first(32)).value();
        const Scalar low = Scalar::from(concat({Bytes(16), ByteView(wide).subspan(32)})).value();
        const SecretPoint sum =
            add(multiply(base_multiply(high), shift), base_multiply_secret(low)).value();
        const Scalar got = Scalar::reduce(wide).value();
        EXPECT_EQ(publish(sum.clone()), base_multiply(got)) << to_hex(wide);
    }
}

TEST(curve, one_times_g_is_the_generator) {
    EXPECT_EQ(base_multiply(small(1)), generator());
    EXPECT_EQ(publish(base_multiply_secret(small(1))), generator());
}

TEST(curve, multiply_agrees_with_base_multiply) {
    SystemEntropy entropy;
    for (int i = 0; i < 20; ++i) {
        const Scalar k = Scalar::random(entropy);
        EXPECT_EQ(publish(multiply(generator(), k)), base_multiply(k));
    }
}

TEST(curve, addition_follows_the_scalars) {
    EXPECT_EQ(
        publish(add(hide(base_multiply(small(2))), hide(base_multiply(small(3)))).value()),
        base_multiply(small(5)));
    EXPECT_EQ(publish(add(hide(generator()), hide(generator())).value()), base_multiply(small(2)));
    EXPECT_EQ(
        publish(subtract(hide(base_multiply(small(7))), hide(base_multiply(small(4)))).value()),
        base_multiply(small(3)));
}

TEST(curve, two_points_are_subtracted_at_once) {
    const auto point = [](std::uint8_t k) { return hide(base_multiply(small(k))); };
    EXPECT_EQ(publish(subtract(point(9), point(4), point(2)).value()), base_multiply(small(3)));
    // The way through infinity is no result, and neither is two equal points.
    EXPECT_EQ(publish(subtract(point(9), point(2), point(2)).value()), base_multiply(small(5)));
    const auto negated = subtract(point(4), point(4), point(2));
    ASSERT_TRUE(negated);
    EXPECT_EQ(add(*negated, point(2)).error().code, Errc::unauthenticated);
    EXPECT_EQ(subtract(point(5), point(3), point(2)).error().code, Errc::unauthenticated);
}

TEST(curve, sum_at_infinity_is_refused) {
    EXPECT_EQ(subtract(hide(generator()), hide(generator())).error().code, Errc::unauthenticated);
}

TEST(curve, secret_point_reveals_the_compressed_form) {
    const Point p = base_multiply(small(9));
    EXPECT_EQ(to_bytes(hide(p).reveal_compressed().reveal()), to_bytes(p.compressed()));
}

TEST(hash_to_point, point_follows_from_the_label_by_its_definition) {
    const Point p = hash_to_point_vartime(as_bytes("theriac/test"));
    EXPECT_EQ(p.compressed()[0], 2);
    bool found = false;
    for (std::uint8_t counter = 0; counter < 64 && !found; ++counter) {
        const Bytes suffix{0, 0, 0, counter};
        const Hash256 x = sha256({as_bytes("theriac/test"), suffix});
        found = Point::from_compressed(concat({Bytes{2}, x.view()})).has_value();
        EXPECT_EQ(to_bytes(p.coordinates().first(32)) == to_bytes(x.view()), found);
    }
    EXPECT_TRUE(found);
    EXPECT_NE(p, hash_to_point_vartime(as_bytes("theriac/test2")));
}

/// The key of an X.509 SubjectPublicKeyInfo whose header is the one of secp256k1 in a named curve.
std::optional<Result<Point>> plain_spki(ByteView der) {
    const auto starts = [&](std::string_view hex) {
        const Bytes header = from_hex(hex).value();
        return der.size() >= header.size() && std::ranges::equal(der.first(header.size()), header);
    };
    if (der.size() == 88 && starts("3056301006072a8648ce3d020106052b8104000a034200"))
        return Point::from_uncompressed(der.subspan(23));
    if (der.size() == 56 && starts("3036301006072a8648ce3d020106052b8104000a032200"))
        return Point::from_compressed(der.subspan(23));
    return std::nullopt;
}

TEST(multiply, wycheproof_ecdh) {
    THERIAC_SHARED_JSON(file, "vectors/wycheproof/public/ecdh_secp256k1_test.json");
    std::size_t agreed = 0;
    std::size_t refused = 0;
    for (const auto& test : file.at("testGroups").at(0).at("tests")) {
        const auto point = plain_spki(hex_field(test, "public"));
        if (!point) continue;  // another encoding or other parameters, which we never read
        if (!*point) {
            EXPECT_NE(test.at("result"), "valid") << test.at("tcId");
            ++refused;
            continue;
        }
        Bytes private_key = hex_field(test, "private");
        while (private_key.size() > 32 && private_key.front() == 0)
            private_key.erase(private_key.begin());
        private_key.insert(private_key.begin(), 32 - private_key.size(), 0);
        const Point shared = publish(multiply(**point, Scalar::from(private_key).value()));
        EXPECT_EQ(to_bytes(shared.coordinates().first(32)), hex_field(test, "shared"))
            << test.at("tcId");
        ++agreed;
    }
    EXPECT_GE(agreed, 380U);
    EXPECT_GE(refused, 1U);
}

}  // namespace
}  // namespace theriac::crypto
