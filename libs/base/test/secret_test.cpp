#include "theriac/base/secret.hpp"

#include "theriac/base/ports.hpp"

#include <gtest/gtest.h>

#include <ostream>
#include <type_traits>

namespace theriac {
namespace {

template <typename T>
concept Printable = requires(std::ostream& out, const T& value) { out << value; };
template <typename T>
concept Comparable = requires(const T& a, const T& b) { a == b; };

static_assert(!std::is_copy_constructible_v<Secret<32>>);
static_assert(!std::is_copy_assignable_v<Secret<32>>);
static_assert(!Printable<Secret<32>> && !Comparable<Secret<32>>);
static_assert(!std::is_copy_constructible_v<SecretBytes>);
static_assert(!Printable<SecretBytes> && !Comparable<SecretBytes>);

TEST(secret, moved_from_secret_is_wiped) {
    Secret<4> from;
    from.fill()[0] = 7;
    const Secret<4> to = std::move(from);
    EXPECT_EQ(to.reveal()[0], 7);
    // The wipe is the promise under test.
    // NOLINTNEXTLINE(bugprone-use-after-move,clang-analyzer-cplusplus.Move)
    EXPECT_EQ(from.reveal()[0], 0);
}

TEST(secret, ended_secret_leaves_zeros) {
    alignas(Secret<16>) std::array<std::uint8_t, sizeof(Secret<16>)> place{};
    auto* secret = new (place.data()) Secret<16>;
    std::ranges::fill(secret->fill(), std::uint8_t{0xaa});
    secret->~Secret();
    // Volatile, for an ended object's bytes have no value that an optimiser must keep.
    const volatile std::uint8_t* bytes = place.data();
    for (std::size_t i = 0; i < place.size(); ++i)
        EXPECT_EQ(bytes[i], 0) << i;
}

TEST(equal_constant_time, differs_in_any_byte_or_size) {
    const Bytes a(40, 5);
    EXPECT_TRUE(equal_constant_time(a, Bytes(a)));
    EXPECT_FALSE(equal_constant_time(a, ByteView(a).first(39)));
    for (std::size_t i = 0; i < a.size(); ++i) {
        Bytes b = a;
        b[i] ^= 0x10;
        EXPECT_FALSE(equal_constant_time(a, b)) << i;
    }
}

TEST(system_entropy, two_fills_differ) {
    SystemEntropy entropy;
    Bytes a(64);
    Bytes b(64);
    entropy.fill(a);
    entropy.fill(b);
    EXPECT_NE(a, b);
}

}  // namespace
}  // namespace theriac
