// One of the two files that see cpp-httplib; its exceptions end here.
#include "theriac/net/http_server.hpp"

#include <httplib.h>

#include <exception>
#include <optional>
#include <thread>

namespace theriac::net {

namespace {

std::optional<Method> method_of(const std::string& text) {
    for (const Method method :
         {Method::get,
          Method::head,
          Method::post,
          Method::put,
          Method::del,
          Method::patch,
          Method::options}) {
        if (text == name(method)) return method;
    }
    return std::nullopt;
}

void put(httplib::Response& to, HttpResponse from) {
    to.status = from.status;
    if (!from.allow.empty()) to.set_header("Allow", from.allow);
    to.set_content(
        std::string(as_text(from.body)), from.content_type);  // HEAD: the length alone is sent
}

}  // namespace

struct HttpServer::Impl {
    Impl(HttpServerOptions settings, Handler answer)
        : options(std::move(settings)), handler(std::move(answer)) {
        configure();
        route();
    }

    void configure();
    void route();
    bool bind();
    void answer(const httplib::Request& request, httplib::Response& response, ByteView body) const;
    void read_and_answer(
        const httplib::Request& request,
        httplib::Response& response,
        const httplib::ContentReader& reader);

    HttpServerOptions options;
    Handler handler;
    Url url;
    httplib::Server server;
    std::thread listener;
};

void HttpServer::Impl::configure() {
    server.set_read_timeout(options.read_timeout);
    server.set_write_timeout(options.read_timeout);
    // An idle connection holds a thread, and `stop` waits for it: keep that short.
    server.set_keep_alive_timeout(1);
    server.set_keep_alive_max_count(100'000);
    server.set_tcp_nodelay(true);
    server.set_payload_max_length(options.max_request);
    server.new_task_queue = [count = options.threads] { return new httplib::ThreadPool(count); };
    server.set_exception_handler(
        [](const httplib::Request&, httplib::Response& response, const std::exception_ptr&) {
            put(response, text_response(500, "the request could not be read\n"));
        });
}

void HttpServer::Impl::route() {
    using httplib::Request;
    using httplib::Response;
    // Before anything else looks at the path: the library matches it by a recursive regular
    // expression. Forms are parsed by the library in ways that we do not bound.
    server.set_pre_routing_handler([](const Request& request, Response& response) {
        using Outcome = httplib::Server::HandlerResponse;
        if (!method_of(request.method)) {
            put(response, text_response(501, "unknown method\n"));
            return Outcome::Handled;
        }
        if (request.target.size() > kMaxRequestPath) {
            put(response, text_response(414, "the path is too long\n"));
            return Outcome::Handled;
        }
        if (request.is_multipart_form_data()) {
            put(response, text_response(415, "forms are not accepted\n"));
            return Outcome::Handled;
        }
        return Outcome::Unhandled;
    });
    constexpr const char* kAnyPath = "[^]*";
    const auto with_body =
        [this](const Request& request, Response& response, const httplib::ContentReader& reader) {
            read_and_answer(request, response, reader);
        };
    server.Get(kAnyPath, [this](const Request& request, Response& response) {
        answer(request, response, {});
    });
    server.Post(kAnyPath, with_body);
    server.Put(kAnyPath, with_body);
    server.Delete(kAnyPath, with_body);
    server.Patch(kAnyPath, with_body);
    server.Options(kAnyPath, [this](const Request& request, Response& response) {
        answer(request, response, {});
    });
}

void HttpServer::Impl::read_and_answer(
    const httplib::Request& request,
    httplib::Response& response,
    const httplib::ContentReader& reader) {
    // The library's own limit does not cover bodies without a Content-Length.
    std::string body;
    bool too_large = false;
    const bool complete = reader([&](const char* data, std::size_t size) {
        too_large = size > options.max_request - body.size();
        if (!too_large) body.append(data, size);
        return !too_large;
    });
    if (too_large) {
        put(response, text_response(413, "the body is too large\n"));
        return;
    }
    if (!complete) {
        if (response.status < 400) put(response, text_response(400, "the body broke off\n"));
        return;
    }
    answer(request, response, as_bytes(body));
}

void HttpServer::Impl::answer(
    const httplib::Request& request, httplib::Response& response, ByteView body) const {
    const auto method = method_of(request.method);
    if (!method) {
        put(response, text_response(501, "unknown method\n"));
        return;
    }
    put(response, handler(ServerRequest{.method = *method, .path = request.path, .body = body}));
}

bool HttpServer::Impl::bind() {
    url.host = options.host;
    if (options.port != 0) {
        url.port = options.port;
        return server.bind_to_port(options.host, options.port);
    }
    const int port = server.bind_to_any_port(options.host);
    if (port <= 0) return false;
    url.port = static_cast<std::uint16_t>(port);
    return true;
}

Result<HttpServer> HttpServer::start(HttpServerOptions options, Handler handler) {
    const Url wanted{.host = options.host, .port = options.port};
    if (options.reach == Reach::loopback && !wanted.is_loopback())
        return fail(
            Errc::denied, wanted.text() + ": would listen to other machines, which is not allowed");
    auto impl = std::make_unique<Impl>(std::move(options), std::move(handler));
    if (!impl->bind()) return fail(Errc::conflict, wanted.text() + ": cannot listen there");
    // The socket listens already; the thread only accepts.
    impl->listener = std::thread([server = &impl->server] { server->listen_after_bind(); });
    while (!impl->server.is_running())
        std::this_thread::yield();
    return HttpServer(std::move(impl));
}

HttpServer::HttpServer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

HttpServer::HttpServer(HttpServer&&) noexcept = default;

HttpServer& HttpServer::operator=(HttpServer&& other) noexcept {
    if (this != &other) {
        stop();
        impl_ = std::move(other.impl_);
    }
    return *this;
}

HttpServer::~HttpServer() {
    stop();
}

void HttpServer::stop() {
    if (!impl_ || !impl_->listener.joinable()) return;
    impl_->server.stop();
    impl_->listener.join();
}

const Url& HttpServer::url() const {
    return impl_->url;
}

}  // namespace theriac::net
