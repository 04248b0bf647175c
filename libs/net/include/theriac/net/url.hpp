// Where a service listens, read from text a person or a profile gave.
#pragma once

#include "theriac/base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace theriac::net {

enum class Scheme : std::uint8_t { http, https };

/// Whether TLS is an answer where a URL is read.
enum class Tls : std::uint8_t { refuse, accept };

/// `http://host[:port][/path]`, or https. IPv6 hosts stand in brackets, as in RFC 3986
/// section 3.2.2.
struct Url {
    std::string host;  ///< without brackets
    std::uint16_t port = 80;
    std::string path = "/";  ///< begins with a slash; no query, no fragment
    Scheme scheme = Scheme::http;

    bool operator==(const Url&) const = default;

    /// The text again, always with the port.
    [[nodiscard]] std::string text() const;

    /// True for 127.0.0.0/8, ::1 and the name localhost: traffic that never leaves the machine.
    [[nodiscard]] bool is_loopback() const;
};

inline constexpr std::size_t kMaxUrlSize = 2048;

/// @return Errc::invalid_argument for another form, user names, queries or control characters;
///         Errc::unsupported for https unless `tls` accepts it (docs/decisions/0601);
///         Errc::too_large beyond kMaxUrlSize
Result<Url> parse_url(std::string_view text, Tls tls = Tls::refuse);

}  // namespace theriac::net
