// Fields that certificates and revocation lists have in common.
#pragma once

#include "der.hpp"
#include "x509.hpp"

namespace theriac::attestation {

/// Splits SEQUENCE { body, algorithm, BIT STRING signature }, which must be all of `der`.
Result<SignedDer> split_signed_der(ByteView der);

/// Reads an AlgorithmIdentifier of a signature (RFC 5758 section 3.2, RFC 4055 section 3.1).
///
/// @return Errc::unsupported for another than those of `SignatureAlgorithm`
Result<SignatureAlgorithm> read_signature_algorithm(DerReader& in);

/// Reads UTCTime or GeneralizedTime in the forms of RFC 5280 section 4.1.2.5.
Result<UnixTime> read_time(DerReader& in);

/// Reads a SubjectPublicKeyInfo.
Result<PublicKey> read_public_key(ByteView der);

/// The common name in a Name; empty when there is none or more than one.
Result<std::string_view> read_common_name(ByteView der);

/// A positive serial number or zero, as bytes.
Result<ByteView> read_serial(DerReader& in);

/// One Extension.
struct ReadExtension {
    Extension extension;
    bool critical = false;
};

Result<ReadExtension> read_extension(ByteView der);

}  // namespace theriac::attestation
