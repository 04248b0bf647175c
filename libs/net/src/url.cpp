#include "theriac/net/url.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>

namespace theriac::net {

namespace {

Error bad_url(std::string_view why) {
    return {Errc::invalid_argument, "URL: " + std::string(why)};
}

bool is_host_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.'
           || c == '-' || c == '_';
}

bool is_ipv6_char(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':'
           || c == '.';
}

bool is_path_char(char c) {
    return c > ' ' && c < 0x7f && c != '?' && c != '#' && c != '"' && c != '<' && c != '>'
           && c != '\\';
}

Result<std::uint16_t> parse_port(std::string_view text) {
    unsigned value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stop != end || value == 0 || value > 65535)
        return fail(bad_url("the port must be a number from 1 to 65535"));
    return static_cast<std::uint16_t>(value);
}

/// Splits "host:port" or "[v6]:port"; `port` comes back empty when there is none.
struct Authority {
    std::string_view host;
    std::string_view port;
    bool has_port = false;
};

Result<Authority> split_bracketed(std::string_view text) {
    const std::size_t close = text.find(']');
    if (close == std::string_view::npos) return fail(bad_url("no ] after the IPv6 address"));
    const std::string_view host = text.substr(1, close - 1);
    const std::string_view rest = text.substr(close + 1);
    if (host.empty() || !std::ranges::all_of(host, is_ipv6_char))
        return fail(bad_url("not an IPv6 address between [ and ]"));
    if (!rest.empty() && rest[0] != ':') return fail(bad_url("unexpected text after ]"));
    return Authority{
        .host = host, .port = rest.empty() ? rest : rest.substr(1), .has_port = !rest.empty()};
}

Result<Authority> split_authority(std::string_view text) {
    if (text.starts_with('[')) return split_bracketed(text);
    const std::size_t colon = text.find(':');
    const std::string_view host = text.substr(0, colon);
    if (host.empty() || !std::ranges::all_of(host, is_host_char))
        return fail(bad_url("no valid host name"));
    if (colon == std::string_view::npos) return Authority{.host = host, .port = {}};
    return Authority{.host = host, .port = text.substr(colon + 1), .has_port = true};
}

bool is_ipv4_loopback(std::string_view host) {
    return host.starts_with("127.") && std::ranges::count(host, '.') == 3
           && std::ranges::all_of(host, [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
}

}  // namespace

std::string Url::text() const {
    const bool v6 = host.contains(':');
    return (scheme == Scheme::https ? "https://" : "http://") + (v6 ? "[" + host + "]" : host) + ":"
           + std::to_string(port) + (path == "/" ? "" : path);
}

bool Url::is_loopback() const {
    return host == "localhost" || host == "::1" || is_ipv4_loopback(host);
}

Result<Url> parse_url(std::string_view text, Tls tls) {
    if (text.size() > kMaxUrlSize) return fail(Errc::too_large, "URL: more than 2048 characters");
    constexpr std::string_view kHttp = "http://";
    constexpr std::string_view kHttps = "https://";
    const bool is_https = text.starts_with(kHttps);
    if (is_https && tls == Tls::refuse)
        return fail(Errc::unsupported, "URL: https is not offered here, use a local TLS proxy");
    if (!is_https && !text.starts_with(kHttp))
        return fail(bad_url("expected http://host[:port][/path]"));
    text.remove_prefix(is_https ? kHttps.size() : kHttp.size());

    const std::size_t slash = text.find('/');
    THERIAC_TRY(authority, split_authority(text.substr(0, slash)));
    Url url{.host = std::string(authority.host)};
    if (is_https) {
        url.scheme = Scheme::https;
        url.port = 443;
    }
    if (authority.has_port) {
        THERIAC_TRY(port, parse_port(authority.port));
        url.port = port;
    }
    if (slash != std::string_view::npos) url.path = std::string(text.substr(slash));
    if (!std::ranges::all_of(url.path, is_path_char))
        return fail(bad_url("the path has a character that is not allowed there"));
    return url;
}

}  // namespace theriac::net
