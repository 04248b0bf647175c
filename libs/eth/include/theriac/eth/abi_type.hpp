// The types that contracts' functions take and give, read from their text.
#pragma once

#include "theriac/base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace theriac::eth::abi {

/// "uint64", "bytes32[4]", "(address,bytes)[]".
struct Type {
    enum class Kind : std::uint8_t {
        uint,     ///< uint8 to uint256
        integer,  ///< int8 to int256, as two's complement
        address,
        boolean,
        fixed_bytes,  ///< bytes1 to bytes32
        bytes,
        string,
        fixed_array,
        array,
        tuple,
    };

    Kind kind = Kind::uint;
    std::size_t size = 0;     ///< bits of a number, bytes of bytesN, length of a fixed array
    std::vector<Type> parts;  ///< the element of an array, the members of a tuple

    /// Whether its encoding has an offset in the head and the rest in the tail.
    [[nodiscard]] bool is_dynamic() const;

    /// Bytes it takes in the head: 32 for a dynamic type.
    [[nodiscard]] std::size_t head_size() const;

    /// The text it is hashed under: "uint256", never "uint".
    [[nodiscard]] std::string text() const;

    bool operator==(const Type&) const = default;
};

/// Reads one type in its canonical text.
///
/// @return Errc::malformed for other text, an empty tuple or a fixed array without elements;
///         Errc::too_large for nesting above 8 or a head above 64 KiB
/// @see https://docs.soliditylang.org/en/v0.8.30/abi-spec.html
Result<Type> parse_type(std::string_view text);

/// A function, error or event: "transfer(address,uint256)".
struct Signature {
    std::string name;
    Type inputs;  ///< a tuple, here possibly empty

    /// What its selector is the hash of.
    [[nodiscard]] std::string text() const;
};

/// @return as `parse_type`
Result<Signature> parse_signature(std::string_view text);

}  // namespace theriac::eth::abi
