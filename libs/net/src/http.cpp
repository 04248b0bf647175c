#include "theriac/net/http.hpp"

namespace theriac::net {

std::string_view name(Method method) {
    switch (method) {
        case Method::get:
            return "GET";
        case Method::head:
            return "HEAD";
        case Method::post:
            return "POST";
        case Method::put:
            return "PUT";
        case Method::del:
            return "DELETE";
    }
    return "?";
}

HttpResponse text_response(int status, std::string_view text) {
    return {.status = status, .body = to_bytes(as_bytes(text)), .content_type = "text/plain"};
}

}  // namespace theriac::net
