// What client and server exchange: whole messages in memory, of bounded size.
#pragma once

#include "theriac/base/bytes.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace theriac::net {

enum class Method : std::uint8_t { get, head, post, put, del };

/// "GET", "HEAD", "POST", "PUT", "DELETE".
std::string_view name(Method method);

struct HttpResponse {
    int status = 200;
    Bytes body;
    std::string content_type = "application/octet-stream";
};

/// A response with a line of text.
HttpResponse text_response(int status, std::string_view text);

}  // namespace theriac::net
