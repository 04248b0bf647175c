// What client and server exchange: whole messages in memory, of bounded size.
#pragma once

#include "theriac/base/bytes.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace theriac::net {

enum class Method : std::uint8_t { get, head, post, put, del, patch, options };

/// "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS".
std::string_view name(Method method);

struct HttpResponse {
    int status = 200;
    Bytes body;
    std::string content_type = "application/octet-stream";
    std::string allow{};         ///< methods for the field Allow, as a 405 must have it; else empty
    std::string asked_header{};  ///< what a request asked for; empty when absent
};

/// A response with a line of text.
HttpResponse text_response(int status, std::string_view text);

/// 405 with the methods that there are at this path, such as "GET, HEAD" (RFC 9110 section 15.5.6).
HttpResponse method_not_allowed(std::string_view allow);

}  // namespace theriac::net
