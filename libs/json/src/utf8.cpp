#include "theriac/json/utf8.hpp"

#include <algorithm>
#include <cstdint>

namespace theriac::json {

namespace {

std::uint8_t byte_at(std::string_view text, std::size_t i) {
    return static_cast<std::uint8_t>(text[i]);
}

bool in_range(std::uint8_t b, std::uint8_t low, std::uint8_t high) {
    return b >= low && b <= high;
}

struct Form {
    std::size_t size = 0;
    std::uint8_t second_low = 0x80;
    std::uint8_t second_high = 0xbf;
};

// The table of RFC 3629 section 4 by first byte; size 0 for a byte that cannot be first.
Form form_of(std::uint8_t first) {
    if (first <= 0x7f) return {.size = 1};
    if (in_range(first, 0xc2, 0xdf)) return {.size = 2};
    if (first == 0xe0) return {.size = 3, .second_low = 0xa0};
    if (first == 0xed) return {.size = 3, .second_high = 0x9f};
    if (in_range(first, 0xe1, 0xef)) return {.size = 3};
    if (first == 0xf0) return {.size = 4, .second_low = 0x90};
    if (in_range(first, 0xf1, 0xf3)) return {.size = 4};
    if (first == 0xf4) return {.size = 4, .second_high = 0x8f};
    return {};
}

// The size of the valid character at the start of `text`, which is not empty; 0 when there is none.
std::size_t character_size(std::string_view text) {
    const Form form = form_of(byte_at(text, 0));
    if (form.size < 2) return form.size;
    if (text.size() < form.size) return 0;
    if (!in_range(byte_at(text, 1), form.second_low, form.second_high)) return 0;
    for (std::size_t i = 2; i < form.size; ++i)
        if (!in_range(byte_at(text, i), 0x80, 0xbf)) return 0;
    return form.size;
}

// Code points from U+10000 (first byte 0xf0 and up) are surrogates in UTF-16 and so sort below
// U+E000..U+FFFF (first byte 0xee and 0xef). Two valid strings first differ either in first bytes
// or in later bytes of the same character; later bytes are below 0xc0 and keep their order.
int utf16_rank(std::uint8_t b) {
    if (b == 0xee || b == 0xef) return b + 0x100;
    return b;
}

}  // namespace

std::size_t valid_utf8_prefix(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t size = character_size(text.substr(at));
        if (size == 0) break;
        at += size;
    }
    return at;
}

std::string to_utf8_lossy(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t good = valid_utf8_prefix(text);
        out += text.substr(0, good);
        text.remove_prefix(good);
        if (text.empty()) break;
        out += "\xef\xbf\xbd";
        text.remove_prefix(1);
    }
    return out;
}

bool Utf16Less::operator()(std::string_view a, std::string_view b) const {
    const auto [at_a, at_b] = std::ranges::mismatch(a, b);
    if (at_b == b.end()) return false;
    if (at_a == a.end()) return true;
    return utf16_rank(static_cast<std::uint8_t>(*at_a))
           < utf16_rank(static_cast<std::uint8_t>(*at_b));
}

}  // namespace theriac::json
