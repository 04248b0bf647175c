// Where a service listens, read from text a person or a profile gave.
#pragma once

#include "theriac/base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace theriac::net {

/// `http://host[:port][/path]`. IPv6 hosts stand in brackets, as in RFC 3986 section 3.2.2.
struct Url {
    std::string host;  ///< without brackets
    std::uint16_t port = 80;
    std::string path = "/";  ///< begins with a slash; no query, no fragment

    bool operator==(const Url&) const = default;

    /// The text again, always with the port.
    [[nodiscard]] std::string text() const;

    /// True for 127.0.0.0/8, ::1 and the name localhost: traffic that never leaves the machine.
    [[nodiscard]] bool is_loopback() const;
};

inline constexpr std::size_t kMaxUrlSize = 2048;

/// @return Errc::invalid_argument for another form, user names, queries or control characters;
///         Errc::unsupported for https (a local proxy terminates TLS, docs/decisions/0601);
///         Errc::too_large beyond kMaxUrlSize
Result<Url> parse_url(std::string_view text);

}  // namespace theriac::net
