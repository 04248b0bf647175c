#include "utf8.hpp"

#include <algorithm>

namespace theriac::eth {

namespace {

/// What the first byte says of a character: how many bytes follow, and the bounds of the second.
struct Lead {
    std::size_t following = 0;
    std::uint8_t low = 0x80;
    std::uint8_t high = 0xbf;
};

constexpr std::size_t kNotALead = 4;

Lead lead(std::uint8_t byte) {
    if (byte < 0x80) return {0};
    if (byte >= 0xc2 && byte <= 0xdf) return {1};
    if (byte == 0xe0) return {.following = 2, .low = 0xa0};
    if (byte == 0xed) return {.following = 2, .high = 0x9f};
    if (byte >= 0xe1 && byte <= 0xef) return {2};
    if (byte == 0xf0) return {.following = 3, .low = 0x90};
    if (byte == 0xf4) return {.following = 3, .high = 0x8f};
    if (byte >= 0xf1 && byte <= 0xf3) return {3};
    return {kNotALead};
}

bool is_continuation(std::uint8_t byte) {
    return (byte & 0xc0U) == 0x80U;
}

}  // namespace

bool is_utf8(ByteView bytes) {
    while (!bytes.empty()) {
        const Lead first = lead(bytes[0]);
        if (first.following == kNotALead || bytes.size() <= first.following) return false;
        const ByteView more = bytes.subspan(1, first.following);
        if (!more.empty() && (more[0] < first.low || more[0] > first.high)) return false;
        if (!std::ranges::all_of(more, is_continuation)) return false;
        bytes = bytes.subspan(1 + first.following);
    }
    return true;
}

}  // namespace theriac::eth
