#include "scalar_reduce.hpp"

#include "theriac/base/secret.hpp"

#include <array>
#include <cstddef>

namespace theriac::crypto {
namespace {

__extension__ using Wide = unsigned __int128;
using Limbs = std::array<std::uint64_t, 6>;  // little-endian, 384 bits

// q = 2^256 - c (SEC 2, section 2.4.1), so that 2^256 = c modulo q.
constexpr std::array<std::uint64_t, 3> kC{0x402da1732fc9bebf, 0x4551231950b75fc4, 1};
constexpr std::array<std::uint64_t, 4> kQ{
    0xbfd25e8cd0364141, 0xbaaedce6af48a03b, 0xfffffffffffffffe, 0xffffffffffffffff};

Limbs load(std::span<const std::uint8_t, 48> bytes) {
    Limbs out{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        out[5 - (i / 8)] = out[5 - (i / 8)] << 8U | bytes[i];
    return out;
}

void store(const Limbs& value, std::span<std::uint8_t, 32> out) {
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = static_cast<std::uint8_t>(value[3 - (i / 8)] >> (8 * (7 - (i % 8))));
}

/// low + high * c, where value = high * 2^256 + low with high below 2^128: the same modulo q.
Limbs fold(const Limbs& value) {
    Limbs out{value[0], value[1], value[2], value[3], 0, 0};
    for (std::size_t i = 0; i < 2; ++i) {
        Wide carry = 0;
        for (std::size_t j = 0; i + j < out.size(); ++j) {
            const Wide product = j < kC.size() ? Wide{value[4 + i]} * kC[j] : 0;
            carry += product + out[i + j];
            out[i + j] = static_cast<std::uint64_t>(carry);
            carry >>= 64U;
        }
    }
    return out;
}

/// value - q when that is not negative, else value; without a branch.
Limbs subtract_order_once(const Limbs& value) {
    Limbs difference{};
    std::uint64_t borrow = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const Wide step = Wide{value[i]} - kQ[i] - borrow;
        difference[i] = static_cast<std::uint64_t>(step);
        borrow = static_cast<std::uint64_t>(step >> 64U) & 1U;
    }
    const std::uint64_t keep = 0 - borrow;  // all ones when value was below q
    Limbs out{};
    for (std::size_t i = 0; i < 4; ++i)
        out[i] = (value[i] & keep) | (difference[i] & ~keep);
    return out;
}

void wipe_limbs(Limbs& limbs) {
    // Sound: any object may be written as unsigned char, and the extent is its own.
    wipe({reinterpret_cast<std::uint8_t*>(limbs.data()), sizeof limbs});
}

}  // namespace

// c is below 2^129. 384 bits fold to below 2^256 + 2^257 < 2^258; its upper part is below 4, so
// that a second fold gives less than 2^256 + 2^131; a third, where the upper part is 0 or 1 and the
// lower one then below 2^131, gives less than 2^256, which is less than 2q.
void reduce_mod_order(std::span<const std::uint8_t, 48> wide, std::span<std::uint8_t, 32> out) {
    Limbs value = load(wide);
    for (int i = 0; i < 3; ++i)
        value = fold(value);
    value = subtract_order_once(value);
    store(value, out);
    wipe_limbs(value);
}

}  // namespace theriac::crypto
