// The frame in which Intel's PCS serves TCB info and QE identity, and times as it writes them.
#pragma once

#include "theriac/attestation/quote.hpp"
#include "theriac/base/ports.hpp"
#include "theriac/json/object_reader.hpp"

#include "period.hpp"

#include <string_view>

namespace theriac::attestation {

/// A body and the signature over exactly its bytes.
struct SignedJson {
    ByteView body;
    P256Signature signature;
};

/// Splits {"<member>":<body>,"signature":"<128 hexadecimal digits>"}, byte for byte as served: with
/// another layout the signature could not hold. The body is not looked at.
///
/// @return Errc::malformed for another frame, Errc::too_large over kMaxCollateralPartSize
Result<SignedJson> split_signed_json(ByteView text, std::string_view member);

/// Reads "issueDate" and "nextUpdate".
Result<Period> read_period(json::ObjectReader& in);

/// Reads hexadecimal of either case, without prefix, as Intel writes it.
template <typename Fixed>
Result<Fixed> read_hex(json::ObjectReader& in, std::string_view field) {
    THERIAC_TRY(text, in.text(field, 2 * Fixed::kSize));
    auto fixed = Fixed::from_hex(text);
    if (!fixed) return in.refuse(field, fixed.error().message);
    return fixed;
}

/// Reads "YYYY-MM-DDTHH:MM:SSZ", 1970 or later.
///
/// @return Errc::malformed for anything else
Result<UnixTime> parse_utc(std::string_view text);

}  // namespace theriac::attestation
