// UTF-8 as RFC 3629 section 4 defines it: no overlong form, no surrogate, nothing past U+10FFFF.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace theriac::json {

/// The number of bytes at the start of `text` that are whole, valid characters; `text.size()` when
/// all of it is valid.
std::size_t valid_utf8_prefix(std::string_view text);

inline bool is_utf8(std::string_view text) {
    return valid_utf8_prefix(text) == text.size();
}

/// `text` with each byte that is not part of a valid character replaced by U+FFFD; for words of
/// unknown origin that end up in a message.
std::string to_utf8_lossy(std::string_view text);

/// Orders valid UTF-8 as its UTF-16 code units would be ordered (RFC 8785 section 3.2.3).
struct Utf16Less {
    using is_transparent = void;  // NOLINT(readability-identifier-naming): the standard's name
    bool operator()(std::string_view a, std::string_view b) const;
};

}  // namespace theriac::json
