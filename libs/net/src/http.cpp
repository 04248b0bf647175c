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
        case Method::patch:
            return "PATCH";
        case Method::options:
            return "OPTIONS";
    }
    return "?";
}

HttpResponse text_response(int status, std::string_view text) {
    return {.status = status, .body = to_bytes(as_bytes(text)), .content_type = "text/plain"};
}

HttpResponse method_not_allowed(std::string_view allow) {
    HttpResponse out = text_response(405, "allowed here: " + std::string(allow) + "\n");
    out.allow = allow;
    return out;
}

}  // namespace theriac::net
