// PEM text that holds certificates and nothing else.
#pragma once

#include "theriac/base/bytes.hpp"

#include <cstddef>
#include <vector>

namespace theriac::attestation {

/// The DER bytes of each certificate in `text`, in order. The one form accepted is the strict one
/// of RFC 7468 section 3 with lines of 64 characters and \n between them, so that no two texts mean
/// the same chain; the last newline may be missing, and one zero byte may follow, as quoting
/// libraries leave it.
///
/// @return Errc::malformed for anything else; Errc::too_large for more than `max_count`
/// certificates
Result<std::vector<Bytes>> decode_pem_certificates(ByteView text, std::size_t max_count);

}  // namespace theriac::attestation
