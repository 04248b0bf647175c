// Text from outside is UTF-8 or refused.
#pragma once

#include "theriac/base/bytes.hpp"

namespace theriac::eth {

/// True for well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
///
/// @see The Unicode Standard 15, table 3-7
bool is_utf8(ByteView bytes);

}  // namespace theriac::eth
