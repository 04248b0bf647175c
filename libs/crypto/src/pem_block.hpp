// One block of PEM (RFC 7468), strictly: nothing before it, no headers, nothing after it.
#pragma once

#include "theriac/base/secret.hpp"

#include <string_view>

namespace theriac::crypto {

/// The bytes of the block, which must be of `type`, such as "PUBLIC KEY".
///
/// @return Errc::too_large above `max` bytes of text; Errc::unsupported for a block of another
/// type,
///         which it names; Errc::malformed
Result<SecretBytes> read_pem(std::string_view text, std::string_view type, std::size_t max);

}  // namespace theriac::crypto
