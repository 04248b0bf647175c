// Our reader of certificates and revocation lists beside OpenSSL's.
#pragma once

#include "theriac/base/bytes.hpp"

#include <string>

namespace theriac::attestation {

/// Reads `der` as a certificate with both. What ours takes OpenSSL must take, whole, and say the
/// same of: serial number, names, period, key, algorithm, signature, what is signed, extensions,
/// authority and key usage. OpenSSL takes much that ours refuses.
///
/// @return in what they differ; empty when in nothing
std::string certificate_difference(ByteView der);

/// The same for a revocation list: issuer, period, algorithm, signature, what is signed, and which
/// serial numbers are on it.
std::string list_difference(ByteView der);

}  // namespace theriac::attestation
