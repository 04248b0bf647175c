// An HTTP/1.1 server for our own services: few routes, whole bodies, bounded sizes.
#pragma once

#include "theriac/net/http.hpp"
#include "theriac/net/http_client.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace theriac::net {

struct HttpServerOptions {
    std::string host = "127.0.0.1";
    std::uint16_t port = 0;  ///< 0: the system chooses; `HttpServer::url()` says which
    Reach reach = Reach::loopback;
    std::size_t max_request = std::size_t{64} << 20U;
    std::chrono::milliseconds read_timeout{10'000};
    std::size_t threads = 4;
};

/// One request as a handler sees it; valid during the call only.
struct ServerRequest {
    Method method = Method::get;
    std::string_view path;
    ByteView body{};
};

/// Answers a request. Called from several threads at once; must not throw.
using Handler = std::function<HttpResponse(const ServerRequest&)>;

inline constexpr std::size_t kMaxRequestPath = 1024;

/// Listens from `start` until it is destroyed; then finishes the requests it has begun.
class HttpServer {
public:
    /// @return Errc::denied when `options.host` is not loopback and `options.reach` is;
    ///         Errc::conflict when the port is taken
    static Result<HttpServer> start(HttpServerOptions options, Handler handler);

    HttpServer(HttpServer&&) noexcept;
    HttpServer& operator=(HttpServer&&) noexcept;
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;
    ~HttpServer();

    /// Refuses new connections and waits for the requests in progress.
    void stop();

    [[nodiscard]] const Url& url() const;

private:
    struct Impl;
    explicit HttpServer(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace theriac::net
