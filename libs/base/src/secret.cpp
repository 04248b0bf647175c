#include "theriac/base/secret.hpp"

#include <cstring>

namespace theriac {

void wipe(MutableByteView bytes) {
    if (!bytes.empty()) explicit_bzero(bytes.data(), bytes.size());
}

bool equal_constant_time(ByteView a, ByteView b) {
    if (a.size() != b.size()) return false;
    volatile std::uint8_t difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        difference = static_cast<std::uint8_t>(difference | (a[i] ^ b[i]));
    return difference == 0;
}

void SecretBytes::shrink(std::size_t size) {
    THERIAC_EXPECTS(size <= bytes_.size());
    wipe(MutableByteView(bytes_).subspan(size));
    bytes_.resize(size);
}

}  // namespace theriac
