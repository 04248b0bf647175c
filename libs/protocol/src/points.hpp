// Reading a compressed curve point as a field of a format.
#pragma once

#include "theriac/crypto/secp256k1.hpp"
#include "theriac/eth/rlp.hpp"

#include <algorithm>
#include <array>

namespace theriac::protocol {

/// @return Errc::malformed unless the field is a compressed point on the curve
inline Result<std::array<std::uint8_t, 33>> read_point(
    eth::rlp::ListReader& from, std::string_view name) {
    THERIAC_TRY(bytes, from.bytes(name, 33));
    const auto point = crypto::Point::from_compressed(bytes);
    if (!point) return fail(with_context(from.name() + "." + std::string(name), point.error()));
    std::array<std::uint8_t, 33> out{};
    std::ranges::copy(bytes, out.begin());
    return out;
}

}  // namespace theriac::protocol
