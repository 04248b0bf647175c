// HMAC-SHA-256 into memory that the caller wipes.
#pragma once

#include "theriac/base/bytes.hpp"

#include <initializer_list>

namespace theriac::crypto {

/// HMAC of all `parts` one after the other; `out` is 32 bytes.
void hmac_sha256_into(ByteView key, std::initializer_list<ByteView> parts, MutableByteView out);

}  // namespace theriac::crypto
