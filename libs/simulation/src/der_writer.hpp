// Writes DER (ITU-T X.690), as far as certificates and revocation lists need it.
#pragma once

#include "theriac/attestation/quote.hpp"
#include "theriac/base/bytes.hpp"
#include "theriac/base/ports.hpp"

#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace theriac::simulation::der {

/// Tag, length, content.
Bytes value(std::uint8_t tag, ByteView content);

Bytes sequence(std::initializer_list<ByteView> parts);
Bytes set(ByteView part);

/// [number], constructed, around `content`.
Bytes tagged(std::uint8_t number, ByteView content);

Bytes boolean(bool is_true);
Bytes integer(std::uint64_t number);
/// A non-negative integer from its big-endian bytes.
Bytes integer(ByteView magnitude);
Bytes enumerated(std::uint8_t number);
/// Dotted numbers, such as "1.2.840.10045.2.1".
Bytes object_identifier(std::string_view dotted);
Bytes octet_string(ByteView content);
/// A whole number of bytes as a bit string.
Bytes bit_string(ByteView content);
Bytes utf8_string(std::string_view text);
Bytes printable_string(std::string_view text);
/// UTCTime up to 2049, GeneralizedTime from 2050 (RFC 5280 section 4.1.2.5).
Bytes time(UnixTime at);
/// ECDSA-Sig-Value (RFC 3279 section 2.2.3).
Bytes signature(const attestation::P256Signature& signature);

}  // namespace theriac::simulation::der
