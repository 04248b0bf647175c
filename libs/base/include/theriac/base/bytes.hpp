// Byte strings, and byte strings of a fixed size that cannot be mixed up.
#pragma once

#include "theriac/base/result.hpp"

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace theriac {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;
using MutableByteView = std::span<std::uint8_t>;

/// The bytes of `text`, without a terminator.
inline ByteView as_bytes(std::string_view text) {
    // Sound: a char may be read as unsigned char, and the view has the same extent.
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// `bytes` seen as text; no claim that it is valid UTF-8.
inline std::string_view as_text(ByteView bytes) {
    // Sound: an unsigned char may be read as char, and the view has the same extent.
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

inline Bytes to_bytes(ByteView bytes) {
    return {bytes.begin(), bytes.end()};
}

inline void append(Bytes& to, ByteView more) {
    to.insert(to.end(), more.begin(), more.end());
}

/// All `parts` one after the other.
Bytes concat(std::initializer_list<ByteView> parts);

/// Lower-case hexadecimal, without prefix.
std::string to_hex(ByteView bytes);

/// Lower-case hexadecimal with the prefix 0x.
std::string to_hex_prefixed(ByteView bytes);

/// Reads hexadecimal of either case, with or without the prefix 0x.
///
/// @return Errc::malformed for an odd number of digits or another character
Result<Bytes> from_hex(std::string_view text);

/// `Size` bytes with a meaning: two tags make two types that do not convert into one another.
/// Public values only; secrets are `Secret<N>`.
template <typename Tag, std::size_t Size>
class FixedBytes {
public:
    static constexpr std::size_t kSize = Size;

    constexpr FixedBytes() = default;

    constexpr explicit FixedBytes(const std::array<std::uint8_t, Size>& bytes) : bytes_(bytes) {}

    /// @return Errc::malformed unless `bytes` has exactly `Size` bytes
    static Result<FixedBytes> from(ByteView bytes) {
        if (bytes.size() != Size)
            return fail(
                Errc::malformed,
                "expected " + std::to_string(Size) + " bytes, got " + std::to_string(bytes.size()));
        FixedBytes out;
        std::copy(bytes.begin(), bytes.end(), out.bytes_.begin());
        return out;
    }

    /// @return Errc::malformed unless `text` is hexadecimal for exactly `Size` bytes
    static Result<FixedBytes> from_hex(std::string_view text) {
        THERIAC_TRY(bytes, theriac::from_hex(text));
        return from(bytes);
    }

    [[nodiscard]] constexpr const std::array<std::uint8_t, Size>& array() const { return bytes_; }

    [[nodiscard]] ByteView view() const { return bytes_; }

    [[nodiscard]] MutableByteView mutable_view() { return bytes_; }

    /// Lower-case hexadecimal with the prefix 0x.
    [[nodiscard]] std::string hex() const { return to_hex_prefixed(bytes_); }

    [[nodiscard]] constexpr bool is_zero() const {
        return std::all_of(bytes_.begin(), bytes_.end(), [](std::uint8_t b) { return b == 0; });
    }

    constexpr auto operator<=>(const FixedBytes&) const = default;

private:
    std::array<std::uint8_t, Size> bytes_{};
};

/// A SHA-256 or keccak-256 digest, or a root of a tree of them.
using Hash256 = FixedBytes<struct Hash256Tag, 32>;

}  // namespace theriac
