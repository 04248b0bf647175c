// Unsigned 256-bit integers: amounts, fees, storage values.
#pragma once

#include "theriac/base/bytes.hpp"

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace theriac::eth {

/// An integer from 0 to 2^256 - 1. Public values only: its arithmetic is not constant-time.
class U256 {
public:
    /// A 256-bit big-endian word, as on the EVM's stack and in its storage.
    using Word = std::array<std::uint8_t, 32>;

    constexpr U256() = default;

    constexpr explicit U256(std::uint64_t value) : limbs_{0, 0, 0, value} {}

    static constexpr U256 max() { return U256(Limbs{~0ULL, ~0ULL, ~0ULL, ~0ULL}); }

    /// Every word is an integer.
    static U256 from_word(const Word& word);

    /// Reads at most 32 bytes, most significant first; leading zeros are allowed, no bytes mean 0.
    ///
    /// @return Errc::too_large for more than 32 bytes
    static Result<U256> from_big_endian(ByteView bytes);

    /// Reads a JSON-RPC quantity: "0x0", or "0x" and at most 64 digits without a leading zero.
    ///
    /// @return Errc::malformed for any other text
    /// @see https://ethereum.github.io/execution-apis, "Quantities"
    static Result<U256> from_quantity(std::string_view text);

    /// Reads decimal digits without sign or leading zero.
    ///
    /// @return Errc::malformed for other text, Errc::too_large from 2^256 on
    static Result<U256> from_decimal(std::string_view text);

    [[nodiscard]] Word word() const;

    /// Big-endian without leading zeros; no bytes for 0. The integer form of RLP.
    [[nodiscard]] Bytes minimal_big_endian() const;

    /// As JSON-RPC writes it: "0x0", "0x1f".
    [[nodiscard]] std::string quantity() const;

    [[nodiscard]] std::string decimal() const;

    /// @return Errc::too_large from 2^64 on
    [[nodiscard]] Result<std::uint64_t> to_u64() const;

    [[nodiscard]] constexpr bool is_zero() const { return *this == U256(); }

    /// The number of bits without leading zeros; 0 for 0.
    [[nodiscard]] unsigned bit_length() const;

    constexpr auto operator<=>(const U256&) const = default;

    /// Errc::too_large when the sum is 2^256 or more.
    friend Result<U256> checked_add(const U256& a, const U256& b);

    /// Errc::too_large when `b` is greater than `a`.
    friend Result<U256> checked_sub(const U256& a, const U256& b);

    /// Errc::too_large when the product is 2^256 or more.
    friend Result<U256> checked_mul(const U256& a, const U256& b);

    /// The sum modulo 2^256, as the EVM computes the position of a storage slot.
    friend U256 wrapping_add(const U256& a, const U256& b);

    struct Division;

    /// Quotient, rounded down, and remainder.
    ///
    /// @return Errc::invalid_argument when `divisor` is 0
    friend Result<Division> checked_div(const U256& a, std::uint64_t divisor);

private:
    using Limbs = std::array<std::uint64_t, 4>;

    constexpr explicit U256(const Limbs& limbs) : limbs_(limbs) {}

    /// Most significant first, so that the default comparison is the numeric one.
    Limbs limbs_{};
};

struct U256::Division {
    U256 quotient;
    std::uint64_t remainder = 0;
};

Result<U256> checked_add(const U256& a, const U256& b);
Result<U256> checked_sub(const U256& a, const U256& b);
Result<U256> checked_mul(const U256& a, const U256& b);
U256 wrapping_add(const U256& a, const U256& b);
Result<U256::Division> checked_div(const U256& a, std::uint64_t divisor);

}  // namespace theriac::eth
