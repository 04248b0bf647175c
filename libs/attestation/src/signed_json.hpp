// The frame in which Intel's PCS serves TCB info and QE identity, and times as it writes them.
#pragma once

#include "theriac/attestation/quote.hpp"
#include "theriac/base/ports.hpp"

#include "json_cursor.hpp"
#include "period.hpp"

#include <limits>
#include <string_view>

namespace theriac::attestation {

/// A body and the signature over exactly its bytes.
struct SignedJson {
    ByteView body;
    P256Signature signature;
};

/// Splits {"<member>":<body>,"signature":"<128 hexadecimal digits>"}. Order and white space around
/// the two are free, since the signature covers the body alone, byte for byte as served. Of the
/// body only its end is looked for.
///
/// @return Errc::malformed for other members, Errc::too_large over kMaxCollateralPartSize
Result<SignedJson> split_signed_json(ByteView text, std::string_view member);

/// Takes hexadecimal of either case, without prefix, as Intel writes it.
template <typename Fixed>
Result<void> take_hex(JsonCursor& in, Fixed& out) {
    THERIAC_TRY(text, in.text());
    auto read = Fixed::from_hex(text);
    if (!read || text.size() != 2 * Fixed::kSize)
        return in.refuse("hexadecimal of the right length");
    out = *read;
    return {};
}

/// Takes a whole number that fits `Number`.
template <typename Number>
Result<void> take_number(JsonCursor& in, Number& out) {
    THERIAC_TRY(number, in.number(std::numeric_limits<Number>::max()));
    out = static_cast<Number>(number);
    return {};
}

/// Takes a time.
Result<void> take_time(JsonCursor& in, UnixTime& out);

/// Reads "YYYY-MM-DDTHH:MM:SSZ", 1970 or later.
///
/// @return Errc::malformed for anything else
Result<UnixTime> parse_utc(std::string_view text);

}  // namespace theriac::attestation
